/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The contract of dma-buf, of its attachments and of CPU access: functions and callbacks. The facts are those
 * of the kernel's documentation, the words are specgen's.
 */

struct dma_buf;
struct dma_buf_attachment;
struct sg_table;
struct device;
struct vm_area_struct;
enum dma_data_direction;

/**
 * struct dma_buf_ops - what an exporter fills in
 *
 * @kmap_atomic: maps one page of the buffer into kernel address space. Users
 *   must not block until they unmap it. This callback must not sleep.
 * @kunmap_atomic: [optional] unmaps a page of the buffer. This callback must
 *   not sleep.
 * @kmap: maps one page of the buffer into kernel address space. This callback
 *   may sleep.
 * @kunmap: [optional] unmaps a page of the buffer.
 * @vmap: [optional] creates a virtual mapping for the whole buffer in kernel
 *   address space.
 * @vunmap: [optional] unmaps the vmap of the buffer.
 */
struct dma_buf_ops {
	/**
	 * @attach:
	 *
	 * This is called from dma_buf_attach().
	 *
	 * This callback is optional.
	 *
	 * Returns:
	 *
	 * 0 on success or a negative error code on failure.
	 */
	int (*attach)(struct dma_buf *, struct device *, struct dma_buf_attachment *);

	/**
	 * @detach:
	 *
	 * This is called by dma_buf_detach() for each attachment.
	 *
	 * This callback is optional.
	 */
	void (*detach)(struct dma_buf *, struct dma_buf_attachment *);

	/**
	 * @map_dma_buf:
	 *
	 * This is called by dma_buf_map_attachment(). This callback is
	 * mandatory. It may sleep.
	 *
	 * Returns:
	 *
	 * A negative error code on failure. It can fail when the backing
	 * storage cannot be allocated. It can also return -EINTR when a signal
	 * came.
	 */
	struct sg_table *(*map_dma_buf)(struct dma_buf_attachment *, enum dma_data_direction);

	/**
	 * @unmap_dma_buf:
	 *
	 * This is called by dma_buf_unmap_attachment(). This callback is
	 * mandatory.
	 */
	void (*unmap_dma_buf)(struct dma_buf_attachment *, struct sg_table *, enum dma_data_direction);

	/**
	 * @release:
	 *
	 * This is called after the last dma_buf_put(). This callback is
	 * mandatory.
	 */
	void (*release)(struct dma_buf *);

	/**
	 * @begin_cpu_access:
	 *
	 * This is called from dma_buf_begin_cpu_access(). An exporter may
	 * allocate, swap in or pin the backing storage here. The exporter
	 * must make sure that the CPU's access is coherent for the direction
	 * of the access. The direction can be used by the exporter to skip
	 * cache flushes. An access in a different direction may see stale or
	 * bogus data.
	 *
	 * This callback is optional.
	 *
	 * The callback is also called through DMA_BUF_IOCTL_SYNC. The
	 * storage must be pinned for the atomic mappings of the kernel. On behalf of the ioctl storage should not be pinned.
	 *
	 * Returns:
	 *
	 * 0 on success or a negative error code on failure. It can fail when
	 * the backing storage cannot be allocated. It can also return
	 * -ERESTARTSYS or -EINTR when it was interrupted. The call must then
	 * be restarted after -ERESTARTSYS or -EINTR.
	 */
	int (*begin_cpu_access)(struct dma_buf *, enum dma_data_direction);

	/**
	 * @end_cpu_access:
	 *
	 * This is called from dma_buf_end_cpu_access(). An exporter can use
	 * it to flush caches and to unpin what begin_cpu_access has pinned.
	 * The result of a dma_buf_kmap() after end_cpu_access is undefined.
	 *
	 * This callback is optional.
	 *
	 * Returns:
	 *
	 * 0 on success or a negative error code on failure. It can return
	 * -ERESTARTSYS or -EINTR when it was interrupted. The call must then
	 * be restarted after -ERESTARTSYS or -EINTR.
	 */
	int (*end_cpu_access)(struct dma_buf *, enum dma_data_direction);

	void *(*kmap_atomic)(struct dma_buf *, unsigned long);
	void (*kunmap_atomic)(struct dma_buf *, unsigned long, void *);
	void *(*kmap)(struct dma_buf *, unsigned long);
	void (*kunmap)(struct dma_buf *, unsigned long, void *);

	/**
	 * @mmap:
	 *
	 * This callback is called by dma_buf_mmap(). The mapping has to be
	 * incoherent. Userspace is expected to bracket its access with
	 * DMA_BUF_IOCTL_SYNC.
	 *
	 * Because the size of a buffer is invariant, the core rejects every
	 * vma that is too large. The exporter does not need to repeat that check.
	 *
	 * This callback is optional.
	 *
	 * Returns:
	 *
	 * 0 on success or a negative error code on failure.
	 */
	int (*mmap)(struct dma_buf *, struct vm_area_struct *);

	void *(*vmap)(struct dma_buf *);
	void (*vunmap)(struct dma_buf *, void *vaddr);
};

/**
 * dma_buf_begin_cpu_access - begin of an access by the CPU
 * @dmabuf: [in] the buffer
 * @direction: [in] the direction of the access
 *
 * When the access is over the caller should call dma_buf_end_cpu_access(). Only
 * access that is bracketed by dma_buf_begin_cpu_access() and
 * dma_buf_end_cpu_access() is guaranteed to be coherent with devices.
 *
 * Returns 0 on success or a negative error code.
 */
int dma_buf_begin_cpu_access(struct dma_buf *dmabuf, enum dma_data_direction direction);

/**
 * dma_buf_end_cpu_access - end of an access by the CPU
 * @dmabuf: [in] the buffer
 * @direction: [in] the direction of the access
 *
 * This ends the access started with dma_buf_begin_cpu_access().
 *
 * Returns 0 on success or a negative error code.
 */
int dma_buf_end_cpu_access(struct dma_buf *dmabuf, enum dma_data_direction direction);
