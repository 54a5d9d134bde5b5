// SPDX-License-Identifier: GPL-2.0
/* A world's life, the records of its callbacks, and what tests ask these to do. */
#include <linux/delay.h>
#include <linux/mm.h>
#include <linux/sched/signal.h>
#include <linux/slab.h>
#include <linux/uaccess.h>

#include "world.h"

struct world *world_new(void)
{
	struct world *world = kvzalloc(sizeof(*world), GFP_KERNEL);

	if (!world)
		return NULL;
	world->records = kvcalloc(MAX_RECORDS, sizeof(*world->records), GFP_KERNEL);
	if (!world->records) {
		kvfree(world);
		return NULL;
	}
	kref_init(&world->references);
	mutex_init(&world->storing);
	mutex_init(&world->importing);
	mutex_init(&world->contending);
	spin_lock_init(&world->lock);
	return world;
}

void world_get(struct world *world)
{
	kref_get(&world->references);
}

static void world_free(struct kref *references)
{
	struct world *world = container_of(references, struct world, references);

	exporter_free(world);
	kvfree(world->records);
	kvfree(world);
}

void world_put(struct world *world)
{
	kref_put(&world->references, world_free);
}

/* Notes what the calling thread does from now on. */
int world_who(struct world *world, u64 does)
{
	int place = -1, i;

	spin_lock(&world->lock);
	for (i = 0; i < MAX_THREADS; i++) {
		if (world->who[i].does && world->who[i].pid == current->pid) {
			place = i;
			break;
		}
		if (!world->who[i].does && place < 0)
			place = i;
	}
	if (place >= 0) {
		world->who[place].pid = current->pid;
		world->who[place].does = does;
	}
	spin_unlock(&world->lock);
	return place < 0 ? -ENOSPC : 0;
}

static u64 who(struct world *world)
{
	int i;

	for (i = 0; i < MAX_THREADS; i++)
		if (world->who[i].does && world->who[i].pid == current->pid)
			return world->who[i].does;
	return 0;
}

static bool holds(struct mutex *mutex)
{
	/* The low bits are flags of the mutex. */
	return (atomic_long_read(&mutex->owner) & ~7UL) == (unsigned long)current;
}

static u32 locks_held(struct dma_buf *buffer)
{
	enum specgen_lock lock;
	u32 locks = 0;

	for (lock = 0; buffer && lock < SPECGEN_LOCKS; lock++)
		if (lock_of(buffer, lock) && holds(lock_of(buffer, lock)))
			locks |= BIT(lock);
	return locks;
}

/*
 * A call has reached a callback: writes it down, and does what a test asked for. The record is the caller's to
 * complete; it is a spare one when there are too many. `forced` is the status to return instead of doing the
 * callback's work, or SPECGEN_NOT_FORCED when it shall do that.
 */
struct specgen_record *world_enter(struct world *world, enum specgen_callback callback, int *forced)
{
	struct behaviour *behaviour = &world->behaviours[callback];
	struct specgen_record *record;
	bool sleeps;
	int i;

	spin_lock(&world->lock);
	record = &world->records[min_t(unsigned int, world->recorded, MAX_RECORDS - 1)];
	memset(record, 0, sizeof(*record));
	record->callback = callback;
	record->direction = -1;
	record->who = who(world);
	record->locks = locks_held(callback == SPECGEN_CB_RELEASE ? NULL : world->buffer);
	if (world->recorded < MAX_RECORDS)
		world->recorded++;
	for (i = 0; i < SPECGEN_CALLBACKS; i++) {
		if (!world->behaviours[i].running)
			continue;
		world->behaviours[i].overlaps |= BIT(callback);
		behaviour->overlaps |= BIT(i);
	}
	behaviour->running++;
	sleeps = behaviour->sleeps;
	*forced = SPECGEN_NOT_FORCED;
	if (behaviour->times) {
		*forced = behaviour->status;
		if (behaviour->times != U64_MAX)
			behaviour->times--;
	}
	spin_unlock(&world->lock);
	/* Who restarts an ioctl has been given a signal: without one, Linux would hand the number to the program. */
	if (*forced == -ERESTARTSYS && (callback == SPECGEN_CB_BEGIN_CPU_ACCESS || callback == SPECGEN_CB_END_CPU_ACCESS) &&
	    !(current->flags & PF_KTHREAD))
		send_sig(SIGUSR2, current, 0);
	if (sleeps)
		msleep(2);
	return record;
}

void world_leave(struct world *world, enum specgen_callback callback)
{
	spin_lock(&world->lock);
	world->behaviours[callback].running--;
	spin_unlock(&world->lock);
}

long world_records(struct world *world, u64 __user *to, u64 capacity, u64 *count)
{
	struct specgen_record *copy;
	unsigned int recorded;
	long failed = 0;

	spin_lock(&world->lock);
	recorded = world->recorded;
	spin_unlock(&world->lock);
	*count = recorded;
	recorded = min_t(u64, recorded, capacity);
	if (!recorded)
		return 0;
	copy = kvmalloc_array(recorded, sizeof(*copy), GFP_KERNEL);
	if (!copy)
		return -ENOMEM;
	spin_lock(&world->lock);
	memcpy(copy, world->records, recorded * sizeof(*copy));
	spin_unlock(&world->lock);
	if (copy_to_user(to, copy, recorded * sizeof(*copy)))
		failed = -EFAULT;
	kvfree(copy);
	return failed;
}
