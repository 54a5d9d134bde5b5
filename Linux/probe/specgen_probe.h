/* SPDX-License-Identifier: GPL-2.0 WITH Linux-syscall-note */
/*
 * How a testbed speaks to the probe: every step is one ioctl on /dev/specgen-probe.
 *
 * An open file of the device is a world: one exported buffer with its exporter and importer. Closing it gives back
 * whatever the world still holds. The ioctl itself fails for what is not understood (-EINVAL), for what cannot be
 * done without stopping the kernel (-EPERM), and where memory is short; what the kernel answered to the step is in
 * `status`.
 */
#ifndef SPECGEN_PROBE_H
#define SPECGEN_PROBE_H

#include <linux/ioctl.h>
#include <linux/types.h>

#define SPECGEN_PROBE_VERSION 2

/* One step. What `arg` holds, in and out, is said at each. */
struct specgen_step {
	__u32 step;
	__s32 status;
	__u64 arg[4];
};

#define SPECGEN_PROBE_STEP _IOWR('S', 0x51, struct specgen_step)

enum specgen_step_name {
	/* out: 0 = version of this interface, 1 = locks that a buffer of this kernel has (bits of enum specgen_lock) */
	SPECGEN_HELLO,
	/* in: 0 = size in bytes, 1 = callbacks (bits), 2 = enum specgen_storage, 3 = flags of the file */
	SPECGEN_EXPORT,
	/* in: 0 = flags; status: the descriptor */
	SPECGEN_FD,
	/* in: 0 = descriptor */
	SPECGEN_GET,
	/* in: 0 = 0: a reference from GET, 1: the one of the export */
	SPECGEN_PUT,
	/* status: a handle */
	SPECGEN_ATTACH,
	/* in: 0 = handle */
	SPECGEN_DETACH,
	/* in: 0 = handle of the attachment, 1 = direction; status: a handle */
	SPECGEN_MAP,
	/* in: 0 = handle of the mapping, 1 = direction */
	SPECGEN_UNMAP,
	/* in: 0 = direction */
	SPECGEN_BEGIN,
	SPECGEN_END,
	/* out: 0 = address */
	SPECGEN_VMAP,
	/* in: 0 = address */
	SPECGEN_VUNMAP,
	/* in: 0 = kernel address; out: 0 = the byte there. Status -EFAULT when nothing is mapped there. */
	SPECGEN_LOAD,
	/* in: 0 = kernel address, 1 = byte */
	SPECGEN_STORE,
	/* in: 0 = handle of the mapping, 1 = offset; out: 0 = the byte in the device's memory */
	SPECGEN_DEVICE_LOAD,
	/* in: 0 = handle of the mapping, 1 = offset, 2 = byte */
	SPECGEN_DEVICE_STORE,
	/* in: 0 = callback, 1 = status that it returns, 2 = how often (0: no more; all ones: from now on) */
	SPECGEN_RETURN,
	/* in: 0 = callback, 1 = whether it sleeps */
	SPECGEN_SLEEP,
	/* in: 0 = what the calling thread does from now on, for the records of callbacks; 0 for nothing */
	SPECGEN_WHO,
	/* in: 0 = address of struct specgen_record, 1 = how many fit; out: 0 = how many there are */
	SPECGEN_RECORDS,
	/* in: 0 = callback; out: 0 = callbacks (bits) that ever ran at the same time */
	SPECGEN_OVERLAPS,
	/* in: 0 = supplies that are spent (bits of enum specgen_supply) */
	SPECGEN_SPEND,
	/* in: 0 = enum specgen_lock. Another thread takes that lock, and holds it until UNLOCK, or for a few seconds. */
	SPECGEN_LOCK,
	/* out: 0 = how many wait for the lock that LOCK named last */
	SPECGEN_WAITERS,
	SPECGEN_UNLOCK,
	/* in: 0 = first page, 1 = number of pages, 2 = 0: in the file that mappings have, 1: in the buffer's own.
	 * Takes the ptes away. */
	SPECGEN_ZAP,
	/* The device has work that is not done: a fence for whoever waits. Done after 0 = milliseconds. */
	SPECGEN_FENCE,
	/* out: 0 = whether that work is done */
	SPECGEN_FENCE_DONE,
	/* in: 0 = where in the buffer the importer's own file is mapped next, in pages */
	SPECGEN_MMAP_OFFSET,
	SPECGEN_STEPS
};

/* The members of struct dma_buf_ops, as bits and as numbers. */
enum specgen_callback {
	SPECGEN_CB_ATTACH,
	SPECGEN_CB_DETACH,
	SPECGEN_CB_MAP_DMA_BUF,
	SPECGEN_CB_UNMAP_DMA_BUF,
	SPECGEN_CB_RELEASE,
	SPECGEN_CB_BEGIN_CPU_ACCESS,
	SPECGEN_CB_END_CPU_ACCESS,
	SPECGEN_CB_MMAP,
	SPECGEN_CB_VMAP,
	SPECGEN_CB_VUNMAP,
	SPECGEN_CALLBACKS
};

enum specgen_storage {
	/* The device sees other memory than the CPU: begin and end copy, as far as their direction asks for it. */
	SPECGEN_STORAGE_COPIED,
	/* Both see the same. */
	SPECGEN_STORAGE_COHERENT,
	/*
	 * As COPIED, and mappings in userspace refer to a file of the exporter's, at an offset. After a device has
	 * written, their ptes are zapped, and the next access copies.
	 */
	SPECGEN_STORAGE_OWN_FILE,
	/* In a shmem file, to which mappings in userspace refer, at offset 0. */
	SPECGEN_STORAGE_SHMEM,
	SPECGEN_STORAGES
};

/* Where the buffer begins in the exporter's own file, in pages. */
#define SPECGEN_OWN_FILE_OFFSET 16

enum specgen_supply {
	SPECGEN_SUPPLY_MEMORY,
	SPECGEN_SUPPLY_VMALLOC,
};

enum specgen_lock {
	SPECGEN_LOCK_BUFFER,
	SPECGEN_LOCK_RESERVATION,
	SPECGEN_LOCKS
};

/* A call that reached a callback. */
struct specgen_record {
	__u32 callback;
	/* The locks of the buffer that the calling thread held (bits). */
	__u32 locks;
	/* What that thread was doing, as WHO said. */
	__u64 who;
	/* The direction, or -1. */
	__s64 direction;
	/* The kernel address that it was given or returned, or where userspace maps to. */
	__u64 address;
	/* The part that is mapped, in pages. */
	__u64 offset;
	__u64 length;
};

#endif
