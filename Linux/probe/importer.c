// SPDX-License-Identifier: GPL-2.0
/* An importer with its device: what it holds, it holds by handles, and gives back at the latest when it leaves. */
#include <linux/highmem.h>
#include <linux/iosys-map.h>
#include <linux/kthread.h>
#include <linux/scatterlist.h>
#include <linux/slab.h>
#include <linux/uaccess.h>

#include "world.h"

/* A reference for the length of one step; NULL when nobody here holds the buffer any more. */
static struct dma_buf *borrow(struct world *world)
{
	struct dma_buf *buffer = NULL;

	mutex_lock(&world->importing);
	if (world->buffer && (world->owns_export || world->gets || world->references_held)) {
		buffer = world->buffer;
		get_dma_buf(buffer);
	}
	mutex_unlock(&world->importing);
	return buffer;
}

static int keep(struct world *world, struct handle handle)
{
	int i;

	lockdep_assert_held(&world->importing);
	for (i = 0; i < MAX_HANDLES; i++) {
		if (!world->handles[i].attachment) {
			world->handles[i] = handle;
			return i;
		}
	}
	return -ENOSPC;
}

/* Takes a handle away, so that nobody else can use it. An attachment with mappings stays. */
static bool take(struct world *world, u64 number, bool mapping, struct handle *handle)
{
	bool fits;
	int i;

	if (number >= MAX_HANDLES)
		return false;
	mutex_lock(&world->importing);
	*handle = world->handles[number];
	fits = handle->attachment && !handle->table == !mapping;
	for (i = 0; fits && !mapping && i < MAX_HANDLES; i++)
		if (i != number && world->handles[i].attachment == handle->attachment)
			fits = false;
	if (fits)
		memset(&world->handles[number], 0, sizeof(*handle));
	mutex_unlock(&world->importing);
	return fits;
}

static bool is_direction(u64 direction)
{
	return direction <= DMA_FROM_DEVICE;
}

static long attach(struct world *world, struct dma_buf *buffer, struct specgen_step *step)
{
	struct handle handle = { .attachment = dma_buf_attach(buffer, &specgen_device->dev) };

	if (IS_ERR(handle.attachment)) {
		step->status = PTR_ERR(handle.attachment);
		return 0;
	}
	/* The core makes a pointer of whatever the callback returns, and of a positive value one that leads nowhere. */
	if ((unsigned long)handle.attachment < PAGE_SIZE)
		return -EPERM;
	mutex_lock(&world->importing);
	step->status = keep(world, handle);
	if (step->status >= 0) {
		get_dma_buf(buffer);
		world->references_held++;
	}
	mutex_unlock(&world->importing);
	if (step->status < 0) {
		dma_buf_detach(buffer, handle.attachment);
		return step->status;
	}
	return 0;
}

/* Gives back the reference that an attachment or a mapping had. The caller has one of its own. */
static void let_go(struct world *world, struct dma_buf *buffer)
{
	mutex_lock(&world->importing);
	world->references_held--;
	mutex_unlock(&world->importing);
	dma_buf_put(buffer);
}

static long map(struct world *world, struct specgen_step *step)
{
	struct handle handle = {};
	long failed = 0;

	if (step->arg[0] >= MAX_HANDLES || !is_direction(step->arg[1]))
		return -EINVAL;
	/* To the end: nobody may detach in between. */
	mutex_lock(&world->importing);
	handle = world->handles[step->arg[0]];
	if (!handle.attachment || handle.table) {
		failed = -EINVAL;
		goto out;
	}
	handle.direction = step->arg[1];
	handle.table = dma_buf_map_attachment(handle.attachment, handle.direction);
	if (IS_ERR(handle.table)) {
		step->status = PTR_ERR(handle.table);
		goto out;
	}
	step->status = keep(world, handle);
	if (step->status < 0) {
		failed = step->status;
		dma_buf_unmap_attachment(handle.attachment, handle.table, handle.direction);
	}
out:
	mutex_unlock(&world->importing);
	return failed;
}

static void unmap(struct handle *handle)
{
	dma_buf_unmap_attachment(handle->attachment, handle->table, handle->direction);
}

/* As a device does it: by the table that it was given. */
static long access(struct world *world, struct specgen_step *step, bool store)
{
	struct sg_page_iter iterator;
	unsigned long number = 0;
	long status = -EINVAL;

	if (step->arg[0] >= MAX_HANDLES || step->arg[1] >= world->size)
		return -EINVAL;
	mutex_lock(&world->importing);
	if (world->handles[step->arg[0]].table) {
		for_each_sgtable_page(world->handles[step->arg[0]].table, &iterator, 0) {
			u8 *bytes;

			if (number++ != step->arg[1] >> PAGE_SHIFT)
				continue;
			bytes = kmap_local_page(sg_page_iter_page(&iterator));
			if (store)
				bytes[offset_in_page(step->arg[1])] = step->arg[2];
			else
				step->arg[0] = bytes[offset_in_page(step->arg[1])];
			kunmap_local(bytes);
			status = 0;
			break;
		}
	}
	mutex_unlock(&world->importing);
	return status;
}

static long map_all(struct world *world, struct dma_buf *buffer, struct specgen_step *step)
{
	struct iosys_map map;

	step->status = dma_buf_vmap(buffer, &map);
	step->arg[0] = 0;
	if (step->status)
		return 0;
	step->arg[0] = (unsigned long)map.vaddr;
	mutex_lock(&world->importing);
	world->vmaps++;
	world->vmap_address = map.vaddr;
	get_dma_buf(buffer);
	world->references_held++;
	mutex_unlock(&world->importing);
	return 0;
}

/* The kernel stops at an unmap without a map, or at another address; so these are refused here. */
static long unmap_all(struct world *world, struct dma_buf *buffer, u64 address)
{
	struct iosys_map map;
	bool is_mapped;

	mutex_lock(&world->importing);
	is_mapped = world->vmaps && address == (unsigned long)world->vmap_address;
	if (is_mapped)
		world->vmaps--;
	mutex_unlock(&world->importing);
	if (!is_mapped)
		return -EPERM;
	iosys_map_set_vaddr(&map, (void *)(unsigned long)address);
	dma_buf_vunmap(buffer, &map);
	let_go(world, buffer);
	return 0;
}

/* By the CPU, at an address where nothing may be mapped any more. */
static long at_address(struct specgen_step *step, bool store)
{
	u8 *address = (u8 *)(unsigned long)step->arg[0];
	u8 byte;

	if (!is_vmalloc_addr(address))
		return -EINVAL;
	step->status = copy_from_kernel_nofault(&byte, address, 1);
	if (step->status)
		return 0;
	if (store)
		WRITE_ONCE(*address, step->arg[1]);
	else
		step->arg[0] = byte;
	return 0;
}

static long get(struct world *world, struct specgen_step *step)
{
	struct dma_buf *buffer = dma_buf_get(step->arg[0]);

	step->status = PTR_ERR_OR_ZERO(buffer);
	if (step->status)
		return 0;
	mutex_lock(&world->importing);
	if (buffer == world->buffer)
		world->gets++;
	mutex_unlock(&world->importing);
	if (buffer == world->buffer)
		return 0;
	dma_buf_put(buffer);
	return -EINVAL;
}

static long put(struct world *world, bool exported)
{
	bool holds;

	mutex_lock(&world->importing);
	holds = exported ? world->owns_export : world->gets > 0;
	/* A release while mapped stops the kernel: then one has to stay behind. */
	if (world->vmaps && world->gets + world->owns_export < 2)
		holds = false;
	if (holds && exported)
		world->owns_export = false;
	else if (holds)
		world->gets--;
	mutex_unlock(&world->importing);
	if (!holds)
		return -EPERM;
	dma_buf_put(world->buffer);
	return 0;
}

static long give_fd(struct dma_buf *buffer, struct specgen_step *step)
{
	/* The descriptor takes over a reference. */
	get_dma_buf(buffer);
	step->status = dma_buf_fd(buffer, step->arg[0]);
	if (step->status < 0)
		dma_buf_put(buffer);
	return 0;
}

/* Somebody else who has a lock. */

static void take_lock(struct dma_buf *buffer, enum specgen_lock lock)
{
	if (lock == SPECGEN_LOCK_RESERVATION)
		dma_resv_lock(buffer->resv, NULL);
	else
		mutex_lock(lock_of(buffer, lock));
}

static void give_lock(struct dma_buf *buffer, enum specgen_lock lock)
{
	if (lock == SPECGEN_LOCK_RESERVATION)
		dma_resv_unlock(buffer->resv);
	else
		mutex_unlock(lock_of(buffer, lock));
}

static int hold_lock(void *data)
{
	struct world *world = data;
	struct dma_buf *buffer = world->buffer;

	take_lock(buffer, world->held_lock);
	complete(&world->held);
	/* A test that dies must not leave others waiting for ever. */
	wait_for_completion_timeout(&world->let_go, 5 * HZ);
	give_lock(buffer, world->held_lock);
	dma_buf_put(buffer);
	return 0;
}

static long lock(struct world *world, struct dma_buf *buffer, u64 lock)
{
	struct task_struct *task;

	if (lock >= SPECGEN_LOCKS || !lock_of(buffer, lock))
		return -EINVAL;
	if (world->holder)
		return -EBUSY;
	world->held_lock = lock;
	init_completion(&world->held);
	init_completion(&world->let_go);
	get_dma_buf(buffer);
	task = kthread_create(hold_lock, world, "specgen-holder");
	if (IS_ERR(task)) {
		dma_buf_put(buffer);
		return PTR_ERR(task);
	}
	get_task_struct(task);
	world->holder = task;
	wake_up_process(task);
	wait_for_completion(&world->held);
	return 0;
}

static long unlock(struct world *world)
{
	if (!world->holder)
		return -EINVAL;
	complete(&world->let_go);
	kthread_stop(world->holder);
	put_task_struct(world->holder);
	world->holder = NULL;
	return 0;
}

static u64 waiters(struct mutex *lock)
{
	struct list_head *place;
	u64 count = 0;

	raw_spin_lock(&lock->wait_lock);
	list_for_each(place, &lock->wait_list)
		count++;
	raw_spin_unlock(&lock->wait_lock);
	return count;
}

/* Work that a device has not done yet. */

static const char *fence_name(struct dma_fence *fence)
{
	return "specgen";
}

static const struct dma_fence_ops fence_ops = {
	.get_driver_name = fence_name,
	.get_timeline_name = fence_name,
};

static void work_done(struct timer_list *timer)
{
	struct work_of_device *work = from_timer(work, timer, timer);

	dma_fence_signal(&work->fence);
}

static long begin_work(struct world *world, struct dma_buf *buffer, u64 milliseconds)
{
	struct work_of_device *work;
	long status;

	if (world->device_work || milliseconds > 10000)
		return -EBUSY;
	work = kzalloc(sizeof(*work), GFP_KERNEL);
	if (!work)
		return -ENOMEM;
	spin_lock_init(&work->lock);
	dma_fence_init(&work->fence, &fence_ops, &work->lock, dma_fence_context_alloc(1), 1);
	timer_setup(&work->timer, work_done, 0);
	dma_resv_lock(buffer->resv, NULL);
	status = dma_resv_reserve_fences(buffer->resv, 1);
	if (!status)
		dma_resv_add_fence(buffer->resv, &work->fence, DMA_RESV_USAGE_WRITE);
	dma_resv_unlock(buffer->resv);
	if (status) {
		dma_fence_put(&work->fence);
		return status;
	}
	world->device_work = work;
	mod_timer(&work->timer, jiffies + msecs_to_jiffies(milliseconds));
	return 0;
}

static void end_work(struct world *world)
{
	if (!world->device_work)
		return;
	del_timer_sync(&world->device_work->timer);
	dma_fence_signal(&world->device_work->fence);
	dma_fence_put(&world->device_work->fence);
	world->device_work = NULL;
}

static long with_buffer(struct world *world, struct dma_buf *buffer, struct specgen_step *step)
{
	struct handle handle;
	long failed;

	switch (step->step) {
	case SPECGEN_FD:
		return give_fd(buffer, step);
	case SPECGEN_ATTACH:
		return attach(world, buffer, step);
	case SPECGEN_DETACH:
		if (!take(world, step->arg[0], false, &handle))
			return -EINVAL;
		dma_buf_detach(buffer, handle.attachment);
		let_go(world, buffer);
		return 0;
	case SPECGEN_MAP:
		return map(world, step);
	case SPECGEN_UNMAP:
		if (!is_direction(step->arg[1]) || !take(world, step->arg[0], true, &handle))
			return -EINVAL;
		handle.direction = step->arg[1];
		unmap(&handle);
		return 0;
	case SPECGEN_BEGIN:
	case SPECGEN_END:
		if (!is_direction(step->arg[0]))
			return -EINVAL;
		step->status = step->step == SPECGEN_BEGIN ? dma_buf_begin_cpu_access(buffer, step->arg[0])
							    : dma_buf_end_cpu_access(buffer, step->arg[0]);
		return 0;
	case SPECGEN_VMAP:
		return map_all(world, buffer, step);
	case SPECGEN_VUNMAP:
		return unmap_all(world, buffer, step->arg[0]);
	case SPECGEN_DEVICE_LOAD:
	case SPECGEN_DEVICE_STORE:
		return access(world, step, step->step == SPECGEN_DEVICE_STORE);
	case SPECGEN_LOCK:
		mutex_lock(&world->contending);
		failed = lock(world, buffer, step->arg[0]);
		mutex_unlock(&world->contending);
		return failed;
	case SPECGEN_WAITERS:
		mutex_lock(&world->contending);
		step->arg[0] = world->holder ? waiters(lock_of(buffer, world->held_lock)) : 0;
		mutex_unlock(&world->contending);
		return 0;
	case SPECGEN_ZAP:
		exporter_zap(world, buffer, step->arg[0], step->arg[1], step->arg[2]);
		return 0;
	case SPECGEN_FENCE:
		mutex_lock(&world->contending);
		failed = begin_work(world, buffer, step->arg[0]);
		mutex_unlock(&world->contending);
		return failed;
	default:
		return -EINVAL;
	}
}

static long export(struct world *world, struct specgen_step *step)
{
	struct dma_buf *buffer;

	mutex_lock(&world->importing);
	if (world->size) {
		mutex_unlock(&world->importing);
		return -EBUSY;
	}
	buffer = exporter_export(world, step->arg[0], step->arg[1], step->arg[2], step->arg[3]);
	step->status = PTR_ERR_OR_ZERO(buffer);
	if (!step->status) {
		world->buffer = buffer;
		world->owns_export = true;
	}
	mutex_unlock(&world->importing);
	/* What the core would never say: the size or the storage is none. */
	return step->status == -EDOM ? -EINVAL : 0;
}

long importer_step(struct world *world, struct specgen_step *step)
{
	struct dma_buf *buffer;
	long failed;

	switch (step->step) {
	case SPECGEN_EXPORT:
		return export(world, step);
	case SPECGEN_GET:
		return get(world, step);
	case SPECGEN_PUT:
		return put(world, step->arg[0]);
	case SPECGEN_LOAD:
	case SPECGEN_STORE:
		return at_address(step, step->step == SPECGEN_STORE);
	case SPECGEN_UNLOCK:
		mutex_lock(&world->contending);
		failed = unlock(world);
		mutex_unlock(&world->contending);
		return failed;
	case SPECGEN_FENCE_DONE:
		mutex_lock(&world->contending);
		step->arg[0] = world->device_work && dma_fence_is_signaled(&world->device_work->fence);
		mutex_unlock(&world->contending);
		return 0;
	case SPECGEN_MMAP_OFFSET:
		world->mmap_offset = step->arg[0];
		return 0;
	}
	buffer = borrow(world);
	if (!buffer)
		return -EPERM;
	failed = with_buffer(world, buffer, step);
	dma_buf_put(buffer);
	return failed;
}

/* Userspace maps the importer's own file, which hands the mapping on to the buffer. */
int importer_mmap(struct world *world, struct vm_area_struct *vma)
{
	struct dma_buf *buffer = borrow(world);
	int status;

	if (!buffer)
		return -EINVAL;
	status = dma_buf_mmap(buffer, vma, world->mmap_offset);
	dma_buf_put(buffer);
	return status;
}

/* The file is closed: nobody else can call any more. */
void importer_leave(struct world *world)
{
	struct dma_buf *buffer = borrow(world);
	int i;

	unlock(world);
	end_work(world);
	if (!buffer)
		return;
	for (i = 0; i < MAX_HANDLES; i++)
		if (world->handles[i].table)
			unmap(&world->handles[i]);
	for (i = 0; i < MAX_HANDLES; i++)
		if (world->handles[i].attachment && !world->handles[i].table) {
			dma_buf_detach(buffer, world->handles[i].attachment);
			let_go(world, buffer);
		}
	while (world->vmaps)
		unmap_all(world, buffer, (unsigned long)world->vmap_address);
	for (i = world->gets; i > 0; i--)
		dma_buf_put(buffer);
	if (world->owns_export)
		dma_buf_put(buffer);
	dma_buf_put(buffer);
}
