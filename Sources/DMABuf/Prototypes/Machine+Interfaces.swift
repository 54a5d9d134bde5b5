extension Machine {
    /// The prototype in C of an interface of dma-buf, derived from the type of the function that implements it;
    /// nil when there is none of that name.
    public func prototype(named name: String) -> String? {
        interfaces[name]
    }

    private var interfaces: [String: String] {
        var all = [
            "dma_buf_fd": Prototype.of(DMABuffer.fd),
            "dma_buf_get": Prototype.of(function: { [self] (fd: Int32) in DMABuffer.get(self, fd: fd) }),
            "dma_buf_put": Prototype.of(DMABuffer.put),
            "dma_buf_attach": Prototype.of(DMABuffer.attach),
            "dma_buf_detach": Prototype.of(DMABuffer.detach),
            "dma_buf_map_attachment": Prototype.of(function: DMABuffer.map(_:_:)),
            "dma_buf_unmap_attachment": Prototype.of(function: DMABuffer.unmap(_:_:_:)),
            "dma_buf_begin_cpu_access": Prototype.of(DMABuffer.beginCPUAccess),
            "dma_buf_end_cpu_access": contract == .before
                ? Prototype.of(DMABuffer.finishCPUAccess) : Prototype.of(DMABuffer.endCPUAccess),
            "dma_buf_kmap": Prototype.of(DMABuffer.kmap),
            "dma_buf_kunmap": Prototype.of(DMABuffer.kunmap),
            "dma_buf_kmap_atomic": Prototype.of(DMABuffer.kmapAtomic),
            "dma_buf_kunmap_atomic": Prototype.of(DMABuffer.kunmapAtomic),
            "dma_buf_mmap": Prototype.of(DMABuffer.mmap),
            "dma_buf_vmap": Prototype.of(DMABuffer.vmap),
            "dma_buf_vunmap": Prototype.of(DMABuffer.vunmap),
        ]
        alter(&all)
        alterSharing(&all)
        return all
    }

    /// Faults: interfaces that are missing, or other than documented.
    private func alter(_ all: inout [String: String]) {
        if has(.kmapAtomicIsMissing) { all["dma_buf_kmap_atomic"] = nil }
        if has(.kunmapAtomicIsMissing) { all["dma_buf_kunmap_atomic"] = nil }
        if has(.kmapTakesNoPage) { all["dma_buf_kmap"] = Prototype.of(DMABuffer.vmap) }
        if has(.kunmapTakesNoPage) { all["dma_buf_kunmap"] = Prototype.of(DMABuffer.vunmap) }
        if has(.vmapTakesPage) { all["dma_buf_vmap"] = Prototype.of(DMABuffer.kmap) }
        if has(.vunmapTakesPage) { all["dma_buf_vunmap"] = Prototype.of(DMABuffer.kunmap) }
        if has(.mmapTakesNoOffset) {
            all["dma_buf_mmap"] = Prototype.of { (buffer: DMABuffer) in { (vma: VMA) in buffer.mmap(vma, 0) } }
        }
        if has(.beginReturnsNothing) { all["dma_buf_begin_cpu_access"] = Prototype.of(DMABuffer.finishCPUAccess) }
        if has(.endHasOtherContract) {
            all["dma_buf_end_cpu_access"] =
                contract == .before
                ? Prototype.of(DMABuffer.endCPUAccess) : Prototype.of(DMABuffer.finishCPUAccess)
        }
    }

    /// The same, of descriptors, references and attachments.
    private func alterSharing(_ all: inout [String: String]) {
        if has(.attachTakesNoDevice) {
            all["dma_buf_attach"] = Prototype.of { (buffer: DMABuffer) in { buffer.attach(Device("none")) } }
        }
        if has(.detachTakesNoBuffer) {
            all["dma_buf_detach"] = Prototype.of(function: { (left: Attachment) in left.buffer.detach(left) })
        }
        if has(.mapAttachmentTakesNoDirection) {
            all["dma_buf_map_attachment"] = Prototype.of(function: { (joined: Attachment) in
                DMABuffer.map(joined, .bidirectional)
            })
        }
        if has(.unmapAttachmentTakesNoDirection) {
            all["dma_buf_unmap_attachment"] = Prototype.of(function: { (joined: Attachment, table: SGTable) in
                DMABuffer.unmap(joined, table, .bidirectional)
            })
        }
        if has(.fdTakesNoFlags) { all["dma_buf_fd"] = Prototype.of { (buffer: DMABuffer) in { buffer.fd([]) } } }
        if has(.getIsMissing) { all["dma_buf_get"] = nil }
        if has(.putReturnsStatus) {
            all["dma_buf_put"] = Prototype.of { (buffer: DMABuffer) in
                {
                    buffer.put()
                    return Status(0)
                }
            }
        }
    }
}
