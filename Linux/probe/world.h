/* SPDX-License-Identifier: GPL-2.0 */
/* What a world of the probe has: a buffer, the exporter's storage, what the importer holds, and the records. */
#ifndef SPECGEN_WORLD_H
#define SPECGEN_WORLD_H

#include <linux/completion.h>
#include <linux/dma-fence.h>
#include <linux/kref.h>
#include <linux/mutex.h>
#include <linux/platform_device.h>
#include <linux/spinlock.h>

#include "kernel.h"

#define MAX_PAGES 64
#define MAX_HANDLES 64
#define MAX_RECORDS 4096
#define MAX_THREADS 32

/* A callback does its own work. No status of a kernel function is that large. */
#define SPECGEN_NOT_FORCED (1 << 30)

/* What a test asked a callback to do instead of, or beside, its work. */
struct behaviour {
	int status;
	u64 times;
	bool sleeps;
	unsigned int running;
	u32 overlaps;
};

/* An attachment, or a mapping of one. */
struct handle {
	struct dma_buf_attachment *attachment;
	struct sg_table *table;
	enum dma_data_direction direction;
};

struct work_of_device {
	struct dma_fence fence;
	spinlock_t lock;
	struct timer_list timer;
};

struct world {
	/* One reference of the open file, one of the buffer, one of each mapping in userspace. */
	struct kref references;

	/* The exporter's. */
	struct dma_buf_ops ops;
	enum specgen_storage storage;
	size_t size;
	unsigned int pages;
	struct mutex storing;
	struct page *cpu[MAX_PAGES];
	struct page *device[MAX_PAGES];
	/* What the CPU's pages held when they were last copied, from or to the device's: what differs was written since. */
	struct page *copied[MAX_PAGES];
	/* Accesses that are open and write; guarded by `storing`. */
	unsigned int writers;
	struct file *file;
	void *lasting_vmap;
	/* A device has written since the CPU last looked; an exporter with a file of its own then zaps its mappings. */
	bool is_stale;
	unsigned long spent;

	/* The importer's. */
	struct mutex importing;
	struct dma_buf *buffer;
	bool owns_export;
	unsigned int gets;
	/* References that attachments and mappings have: the buffer is there as long as they are. */
	unsigned int references_held;
	struct handle handles[MAX_HANDLES];
	unsigned int vmaps;
	void *vmap_address;
	unsigned long mmap_offset;
	/* Guards what follows up to `lock`. */
	struct mutex contending;
	struct work_of_device *device_work;
	struct task_struct *holder;
	enum specgen_lock held_lock;
	struct completion held, let_go;

	/* Guards what follows; taken in callbacks, never held over anything else. */
	spinlock_t lock;
	struct behaviour behaviours[SPECGEN_CALLBACKS];
	struct {
		pid_t pid;
		u64 does;
	} who[MAX_THREADS];
	struct specgen_record *records;
	unsigned int recorded;
};

extern struct platform_device *specgen_device;

struct world *world_new(void);
void world_get(struct world *world);
void world_put(struct world *world);

/* The records and what callbacks are asked to do. */
int world_who(struct world *world, u64 does);
struct specgen_record *world_enter(struct world *world, enum specgen_callback callback, int *forced);
void world_leave(struct world *world, enum specgen_callback callback);
long world_records(struct world *world, u64 __user *to, u64 capacity, u64 *count);

/* The exporter. */
struct dma_buf *exporter_export(struct world *world, size_t size, u32 callbacks, u32 storage, int flags);
void exporter_free(struct world *world);
void exporter_zap(struct world *world, struct dma_buf *buffer, u64 first, u64 count, bool shared);

/* The importer, and whoever else holds something of the buffer. */
long importer_step(struct world *world, struct specgen_step *step);
int importer_mmap(struct world *world, struct vm_area_struct *vma);
void importer_leave(struct world *world);

#endif
