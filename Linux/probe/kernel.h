/* SPDX-License-Identifier: GPL-2.0 */
/* What differs between the kernels that the probe is built for: 6.1 and later, without PREEMPT_RT. */
#ifndef SPECGEN_KERNEL_H
#define SPECGEN_KERNEL_H

#include <linux/dma-buf.h>
#include <linux/dma-resv.h>
#include <linux/iosys-map.h>
#include <linux/mm.h>
#include <linux/mutex.h>
#include <linux/timer.h>
#include <linux/version.h>

#include "specgen_probe.h"

#if LINUX_VERSION_CODE < KERNEL_VERSION(6, 1, 0)
#error "the probe needs Linux 6.1 or later"
#endif
#ifdef CONFIG_PREEMPT_RT
#error "the probe looks at who has a mutex and who waits for it, which PREEMPT_RT keeps elsewhere"
#endif

/* Since 6.2 the core's interfaces want the reservation lock held, or are the ones that take it themselves. */
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 2, 0)
#define HAS_BUFFER_LOCK 0
#define dma_buf_map_attachment dma_buf_map_attachment_unlocked
#define dma_buf_unmap_attachment dma_buf_unmap_attachment_unlocked
#define dma_buf_vmap dma_buf_vmap_unlocked
#define dma_buf_vunmap dma_buf_vunmap_unlocked
#define del_timer_sync timer_delete_sync
#else
#define HAS_BUFFER_LOCK 1
#endif

#if LINUX_VERSION_CODE < KERNEL_VERSION(6, 3, 0)
/* By a name of its own: some kernels before have it from later ones. */
static inline void set_vm_flags(struct vm_area_struct *vma, vm_flags_t flags)
{
	vma->vm_flags |= flags;
}
#else
#define set_vm_flags vm_flags_set
#endif

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 16, 0)
#define from_timer timer_container_of
#endif

/* The name of a namespace of symbols is a string since 6.13. */
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 13, 0)
#define IMPORT_DMA_BUF MODULE_IMPORT_NS("DMA_BUF")
#else
#define IMPORT_DMA_BUF MODULE_IMPORT_NS(DMA_BUF)
#endif

/* A lock of a buffer; NULL for one that this kernel has not. */
static inline struct mutex *lock_of(struct dma_buf *buffer, enum specgen_lock lock)
{
	switch (lock) {
#if HAS_BUFFER_LOCK
	case SPECGEN_LOCK_BUFFER:
		return &buffer->lock;
#endif
	case SPECGEN_LOCK_RESERVATION:
		return &buffer->resv->lock.base;
	default:
		return NULL;
	}
}

#endif
