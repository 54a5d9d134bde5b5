// SPDX-License-Identifier: GPL-2.0
/* An exporter of plain pages, with any of its callbacks left out, that does what a test asks of it. */
#include <linux/fcntl.h>
#include <linux/highmem.h>
#include <linux/iosys-map.h>
#include <linux/mm.h>
#include <linux/scatterlist.h>
#include <linux/shmem_fs.h>
#include <linux/slab.h>
#include <linux/vmalloc.h>

#include "world.h"

static bool is_spent(struct world *world, enum specgen_supply supply)
{
	return READ_ONCE(world->spent) & BIT(supply);
}

static bool has_own_file(struct world *world)
{
	return world->storage == SPECGEN_STORAGE_OWN_FILE || world->storage == SPECGEN_STORAGE_SHMEM;
}

static pgoff_t offset_in_file(struct world *world)
{
	return world->storage == SPECGEN_STORAGE_OWN_FILE ? SPECGEN_OWN_FILE_OFFSET : 0;
}

/* Begin and end copy only where both are there to be called. */
static bool is_copied(struct world *world)
{
	return world->storage != SPECGEN_STORAGE_COHERENT && world->ops.begin_cpu_access && world->ops.end_cpu_access;
}

/* Makes the pages available. */
static int populate(struct world *world)
{
	int status = 0;
	unsigned int i;

	mutex_lock(&world->storing);
	for (i = 0; i < world->pages && !status; i++) {
		if (world->cpu[i])
			continue;
		if (is_spent(world, SPECGEN_SUPPLY_MEMORY)) {
			status = -ENOMEM;
			break;
		}
		if (world->storage == SPECGEN_STORAGE_SHMEM) {
			struct page *page = shmem_read_mapping_page(world->file->f_mapping, i);

			if (IS_ERR(page)) {
				status = PTR_ERR(page);
				break;
			}
			world->cpu[i] = page;
		} else {
			world->cpu[i] = alloc_page(GFP_KERNEL | __GFP_ZERO);
		}
		world->device[i] = is_copied(world) ? alloc_page(GFP_KERNEL | __GFP_ZERO) : world->cpu[i];
		if (is_copied(world))
			world->copied[i] = alloc_page(GFP_KERNEL | __GFP_ZERO);
		if (!world->cpu[i] || !world->device[i] || (is_copied(world) && !world->copied[i]))
			status = -ENOMEM;
	}
	mutex_unlock(&world->storing);
	return status;
}

void exporter_free(struct world *world)
{
	unsigned int i;

	if (world->lasting_vmap)
		vunmap(world->lasting_vmap);
	for (i = 0; i < world->pages; i++) {
		if (world->device[i] && world->device[i] != world->cpu[i])
			put_page(world->device[i]);
		if (world->copied[i])
			put_page(world->copied[i]);
		if (world->cpu[i])
			put_page(world->cpu[i]);
	}
	if (world->file)
		fput(world->file);
}

static void copy_pages(struct world *world, struct page **to, struct page **from)
{
	unsigned int i;

	if (!is_copied(world))
		return;
	mutex_lock(&world->storing);
	for (i = 0; i < world->pages; i++)
		if (to[i] && from[i]) {
			copy_highpage(to[i], from[i]);
			if (world->copied[i])
				copy_highpage(world->copied[i], from[i]);
		}
	mutex_unlock(&world->storing);
}

/* Hands on what the CPU wrote since the pages were last copied, and leaves alone what a device wrote meanwhile. */
static void write_back(struct world *world)
{
	unsigned int i, at;

	mutex_lock(&world->storing);
	for (i = 0; is_copied(world) && i < world->pages; i++) {
		u8 *cpu, *device, *copied;

		if (!world->cpu[i] || !world->copied[i])
			continue;
		cpu = kmap_local_page(world->cpu[i]);
		device = kmap_local_page(world->device[i]);
		copied = kmap_local_page(world->copied[i]);
		for (at = 0; at < PAGE_SIZE; at++)
			if (cpu[at] != copied[at])
				device[at] = cpu[at];
		kunmap_local(copied);
		kunmap_local(device);
		kunmap_local(cpu);
	}
	mutex_unlock(&world->storing);
}

/* What an open access wrote is written back before another one reads: the copy for that one would take it away. */
static void begin_access(struct world *world, enum dma_data_direction direction)
{
	bool has_writers;

	mutex_lock(&world->storing);
	has_writers = world->writers;
	world->writers += direction != DMA_FROM_DEVICE;
	mutex_unlock(&world->storing);
	if (direction == DMA_TO_DEVICE)
		return;
	if (has_writers)
		write_back(world);
	copy_pages(world, world->cpu, world->device);
}

static void end_access(struct world *world, enum dma_data_direction direction)
{
	if (direction == DMA_FROM_DEVICE)
		return;
	mutex_lock(&world->storing);
	if (world->writers)
		world->writers--;
	mutex_unlock(&world->storing);
	copy_pages(world, world->device, world->cpu);
}

/* The callbacks. */

static int on_attach(struct dma_buf *buffer, struct dma_buf_attachment *attachment)
{
	struct world *world = buffer->priv;
	int status;

	world_enter(world, SPECGEN_CB_ATTACH, &status);
	world_leave(world, SPECGEN_CB_ATTACH);
	return status == SPECGEN_NOT_FORCED ? 0 : status;
}

static void on_detach(struct dma_buf *buffer, struct dma_buf_attachment *attachment)
{
	struct world *world = buffer->priv;
	int status;

	world_enter(world, SPECGEN_CB_DETACH, &status);
	world_leave(world, SPECGEN_CB_DETACH);
}

static struct sg_table *map(struct world *world, struct device *device, enum dma_data_direction direction)
{
	struct sg_table *table;
	int status = populate(world);

	if (status)
		return ERR_PTR(status);
	table = kzalloc(sizeof(*table), GFP_KERNEL);
	if (!table)
		return ERR_PTR(-ENOMEM);
	status = sg_alloc_table_from_pages(table, world->device, world->pages, 0, world->size, GFP_KERNEL);
	if (status) {
		kfree(table);
		return ERR_PTR(status);
	}
	status = dma_map_sgtable(device, table, direction, DMA_ATTR_SKIP_CPU_SYNC);
	if (status) {
		sg_free_table(table);
		kfree(table);
		return ERR_PTR(status);
	}
	return table;
}

static struct sg_table *on_map(struct dma_buf_attachment *attachment, enum dma_data_direction direction)
{
	struct world *world = attachment->dmabuf->priv;
	struct sg_table *table;
	int status;

	world_enter(world, SPECGEN_CB_MAP_DMA_BUF, &status)->direction = direction;
	if (status == SPECGEN_NOT_FORCED)
		table = map(world, attachment->dev, direction);
	else
		table = status < 0 ? ERR_PTR(status) : NULL;
	world_leave(world, SPECGEN_CB_MAP_DMA_BUF);
	return table;
}

/* The device is done: whoever touches the buffer next shall see what it wrote. */
static void leave_cpu_domain(struct world *world, enum dma_data_direction direction)
{
	if (world->storage != SPECGEN_STORAGE_OWN_FILE || direction == DMA_TO_DEVICE)
		return;
	WRITE_ONCE(world->is_stale, true);
	unmap_mapping_range(world->file->f_mapping, 0, 0, 1);
}

static void enter_cpu_domain(struct world *world)
{
	if (xchg(&world->is_stale, false))
		copy_pages(world, world->cpu, world->device);
}

static void on_unmap(struct dma_buf_attachment *attachment, struct sg_table *table,
		     enum dma_data_direction direction)
{
	struct world *world = attachment->dmabuf->priv;
	int status;

	world_enter(world, SPECGEN_CB_UNMAP_DMA_BUF, &status)->direction = direction;
	dma_unmap_sgtable(attachment->dev, table, direction, DMA_ATTR_SKIP_CPU_SYNC);
	sg_free_table(table);
	kfree(table);
	leave_cpu_domain(world, direction);
	world_leave(world, SPECGEN_CB_UNMAP_DMA_BUF);
}

static void on_release(struct dma_buf *buffer)
{
	struct world *world = buffer->priv;
	int status;

	world_enter(world, SPECGEN_CB_RELEASE, &status);
	world_leave(world, SPECGEN_CB_RELEASE);
	world_put(world);
}

static int on_begin(struct dma_buf *buffer, enum dma_data_direction direction)
{
	struct world *world = buffer->priv;
	int status;

	world_enter(world, SPECGEN_CB_BEGIN_CPU_ACCESS, &status)->direction = direction;
	if (status == SPECGEN_NOT_FORCED) {
		status = populate(world);
		if (!status)
			begin_access(world, direction);
	}
	world_leave(world, SPECGEN_CB_BEGIN_CPU_ACCESS);
	return status;
}

static int on_end(struct dma_buf *buffer, enum dma_data_direction direction)
{
	struct world *world = buffer->priv;
	int status;

	world_enter(world, SPECGEN_CB_END_CPU_ACCESS, &status)->direction = direction;
	if (status == SPECGEN_NOT_FORCED) {
		status = 0;
		end_access(world, direction);
	}
	world_leave(world, SPECGEN_CB_END_CPU_ACCESS);
	return status;
}

static vm_fault_t on_fault(struct vm_fault *fault)
{
	struct world *world = fault->vma->vm_private_data;
	pgoff_t page = fault->pgoff - (has_own_file(world) ? offset_in_file(world) : 0);

	if (page >= world->pages || !world->cpu[page])
		return VM_FAULT_SIGBUS;
	enter_cpu_domain(world);
	get_page(world->cpu[page]);
	fault->page = world->cpu[page];
	return 0;
}

static void on_vma_open(struct vm_area_struct *vma)
{
	world_get(vma->vm_private_data);
}

static void on_vma_close(struct vm_area_struct *vma)
{
	world_put(vma->vm_private_data);
}

static const struct vm_operations_struct vm_ops = {
	.open = on_vma_open,
	.close = on_vma_close,
	.fault = on_fault,
};

static int on_mmap(struct dma_buf *buffer, struct vm_area_struct *vma)
{
	struct world *world = buffer->priv;
	struct specgen_record *record;
	int status;

	record = world_enter(world, SPECGEN_CB_MMAP, &status);
	record->address = vma->vm_start;
	record->offset = vma->vm_pgoff;
	record->length = vma_pages(vma);
	if (status == SPECGEN_NOT_FORCED)
		status = populate(world);
	if (!status) {
		if (has_own_file(world)) {
			vma_set_file(vma, world->file);
			vma->vm_pgoff += offset_in_file(world);
		}
		vma->vm_ops = &vm_ops;
		vma->vm_private_data = world;
		set_vm_flags(vma, VM_DONTEXPAND | VM_DONTDUMP);
		world_get(world);
	}
	world_leave(world, SPECGEN_CB_MMAP);
	return status;
}

static int map_all(struct world *world, struct iosys_map *map)
{
	int status = populate(world);
	void *address = world->lasting_vmap;

	if (status)
		return status;
	if (!address && !is_spent(world, SPECGEN_SUPPLY_VMALLOC))
		address = vmap(world->cpu, world->pages, VM_MAP, PAGE_KERNEL);
	if (!address)
		return -ENOMEM;
	if (!world->ops.vunmap)
		world->lasting_vmap = address;
	iosys_map_set_vaddr(map, address);
	return 0;
}

static int on_vmap(struct dma_buf *buffer, struct iosys_map *map)
{
	struct world *world = buffer->priv;
	struct specgen_record *record;
	int status;

	record = world_enter(world, SPECGEN_CB_VMAP, &status);
	if (status == SPECGEN_NOT_FORCED) {
		status = map_all(world, map);
		if (!status)
			record->address = (unsigned long)map->vaddr;
	} else if (!status) {
		/* It claims to have succeeded: better with an address than without. */
		status = -ENOMEM;
	}
	world_leave(world, SPECGEN_CB_VMAP);
	return status;
}

static void on_vunmap(struct dma_buf *buffer, struct iosys_map *map)
{
	struct world *world = buffer->priv;
	int status;

	world_enter(world, SPECGEN_CB_VUNMAP, &status)->address = (unsigned long)map->vaddr;
	vunmap(map->vaddr);
	world_leave(world, SPECGEN_CB_VUNMAP);
}

static const struct dma_buf_ops all_ops = {
	.attach = on_attach,
	.detach = on_detach,
	.map_dma_buf = on_map,
	.unmap_dma_buf = on_unmap,
	.release = on_release,
	.begin_cpu_access = on_begin,
	.end_cpu_access = on_end,
	.mmap = on_mmap,
	.vmap = on_vmap,
	.vunmap = on_vunmap,
};

#define KEEP(member, bit) ((callbacks & BIT(bit)) ? all_ops.member : NULL)

struct dma_buf *exporter_export(struct world *world, size_t size, u32 callbacks, u32 storage, int flags)
{
	DEFINE_DMA_BUF_EXPORT_INFO(info);
	struct dma_buf *buffer;

	if (!size || size > MAX_PAGES * PAGE_SIZE || storage >= SPECGEN_STORAGES)
		return ERR_PTR(-EDOM);
	world->ops.attach = KEEP(attach, SPECGEN_CB_ATTACH);
	world->ops.detach = KEEP(detach, SPECGEN_CB_DETACH);
	world->ops.map_dma_buf = KEEP(map_dma_buf, SPECGEN_CB_MAP_DMA_BUF);
	world->ops.unmap_dma_buf = KEEP(unmap_dma_buf, SPECGEN_CB_UNMAP_DMA_BUF);
	world->ops.release = KEEP(release, SPECGEN_CB_RELEASE);
	world->ops.begin_cpu_access = KEEP(begin_cpu_access, SPECGEN_CB_BEGIN_CPU_ACCESS);
	world->ops.end_cpu_access = KEEP(end_cpu_access, SPECGEN_CB_END_CPU_ACCESS);
	world->ops.mmap = KEEP(mmap, SPECGEN_CB_MMAP);
	world->ops.vmap = KEEP(vmap, SPECGEN_CB_VMAP);
	world->ops.vunmap = KEEP(vunmap, SPECGEN_CB_VUNMAP);
	world->storage = storage;
	world->size = size;
	world->pages = DIV_ROUND_UP(size, PAGE_SIZE);
	if (has_own_file(world)) {
		loff_t length = (offset_in_file(world) + world->pages) << PAGE_SHIFT;
		struct file *file = shmem_file_setup("specgen", length, 0);

		if (IS_ERR(file))
			return ERR_CAST(file);
		world->file = file;
	}
	info.ops = &world->ops;
	info.size = size;
	info.flags = flags & (O_ACCMODE | O_CLOEXEC);
	info.priv = world;
	/* The buffer's own reference; before it can be used, and so be released, by anybody. */
	world_get(world);
	buffer = dma_buf_export(&info);
	if (IS_ERR(buffer))
		world_put(world);
	return buffer;
}

void exporter_zap(struct world *world, struct dma_buf *buffer, u64 first, u64 count, bool shared)
{
	struct address_space *mapping = buffer->file->f_mapping;

	if (first >= world->pages || count > world->pages)
		return;
	if (!shared && world->file) {
		mapping = world->file->f_mapping;
		first += offset_in_file(world);
	}
	unmap_mapping_range(mapping, first << PAGE_SHIFT, count << PAGE_SHIFT, 1);
}
