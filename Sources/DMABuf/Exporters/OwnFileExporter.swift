/// An exporter whose mappings in userspace refer to a file of its own, so that it has an address space in which
/// it finds its own ptes and nobody else's. Pages are entered as they are touched.
public class OwnFileExporter: Exporter, @unchecked Sendable {
    /// The exporter's file; it keeps the storage alive as long as anybody maps it.
    public final let ownFile: File
    /// Where the buffer begins in that file, in pages.
    public final let offset: UInt64

    init(_ machine: Machine, size: Int, without absent: Set<Callback>, storage: Storage, file: String, offset: UInt64) {
        self.offset = offset
        ownFile = File(
            machine, inode: Inode(file),
            operations: FileOperations(name: file, release: { $0.storage?.free() }), isWritable: true)
        super.init(machine, size: size, without: absent, storage: storage)
        ownFile.attach(store)
    }

    /// The storage goes with the last reference to the file, which may be a mapping's.
    final override func freeStorage() {
        if machine.has(.releaseFreesMappedStorage) { store.free() }
        ownFile.put()
    }

    /// Moves the mapping to the exporter's own file: takes a reference to that, and drops the one to the buffer's.
    final override func mmap(_ buffer: DMABuffer, _ vma: VMA) -> Status {
        let status = prepare()
        guard status == 0 else { return status }
        if !machine.has(.ownFileIsNotSet) {
            let previous = vma.file
            ownFile.get()
            vma.file = ownFile
            if !machine.has(.ownOffsetIsNotSet) {
                vma.pageOffset = (machine.has(.ownOffsetReplacesOther) ? 0 : vma.pageOffset) &+ offset
            }
            if !machine.has(.replacedFileKeepsReference) { previous?.put() }
        }
        vma.faultHandler = { [self] vma, page in
            let isOffset = vma.file === ownFile && !machine.has(.ownOffsetIsNotSet)
            let number = Int(clamping: isOffset ? page &- offset : page)
            return fault(machine.has(.faultGivesPageBefore) ? max(0, number - 1) : number, of: buffer)
        }
        return 0
    }

    /// The page that answers a fault; nil: there is none of this number.
    func fault(_ number: Int, of buffer: DMABuffer) -> Page? { store.page(number) }

    /// Zaps the ptes of some of the buffer's pages, whoever maps them.
    public final func zap(_ buffer: DMABuffer, _ pages: Range<UInt64>) {
        let isOwn = !machine.has(.zapsThroughSharedFile)
        guard let mapping = isOwn ? ownFile.inode.mapping : buffer.file?.inode.mapping else { return }
        machine.unmapMappingRange(
            mapping, from: pages.lowerBound + (isOwn ? offset : 0), count: UInt64(pages.count))
    }
}
