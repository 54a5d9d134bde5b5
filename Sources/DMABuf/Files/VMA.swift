/// A range of a process's addresses that maps a range of a file (`struct vm_area_struct`).
///
/// Guarded by the machine's lock, like the page table that it is a view of.
public final class VMA: @unchecked Sendable {
    let machine: Machine
    let id: Int
    /// The process whose addresses they are (`vm_mm`).
    public let process: Process
    /// The first address (`vm_start`).
    public let start: UInt64
    /// How many pages it is long.
    public let pageCount: UInt64
    public let isWritable: Bool
    private var filePage: UInt64
    private var backing: File?
    private var cached = true
    private var fault: (@Sendable (VMA, UInt64) -> Page?)?
    /// The buffer that is mapped, as the core saw it.
    private(set) weak var buffer: DMABuffer?

    init(_ process: Process, start: UInt64, pageCount: UInt64, filePage: UInt64, file: File?, isWritable: Bool) {
        machine = process.machine
        id = process.machine.makeID()
        self.process = process
        self.start = start
        self.pageCount = pageCount
        self.filePage = filePage
        self.isWritable = isWritable
        backing = file
    }

    /// The page of the file that lies at the start (`vm_pgoff`).
    public var pageOffset: UInt64 {
        get { machine.atomically { filePage } }
        set { machine.atomically { filePage = newValue } }
    }

    /// The file whose address space finds this mapping (`vm_file`). Setting it moves no reference: whoever
    /// replaces it gets the new one and puts the old.
    public var file: File? {
        get { machine.atomically { backing } }
        set { machine.atomically { backing = newValue } }
    }

    /// Whether accesses go through the CPU's cache (false: `pgprot_noncached`).
    public var isCached: Bool {
        get { machine.atomically { cached } }
        set { machine.atomically { cached = newValue } }
    }

    /// What a fault is answered with (`vm_ops->fault`): the page for a page of the file; nil: a bus error.
    public var faultHandler: (@Sendable (VMA, UInt64) -> Page?)? {
        get { machine.atomically { fault } }
        set { machine.atomically { fault = newValue } }
    }

    func note(_ buffer: DMABuffer) { machine.atomically { self.buffer = buffer } }

    /// The pages of the file that it maps.
    var filePages: Range<UInt64> {
        let (end, wraps) = filePage.addingReportingOverflow(pageCount)
        return filePage..<(wraps ? .max : end)
    }
    private var firstVirtualPage: UInt64 { start >> UInt64(Page.shift) }

    /// Enters a pte for a page of the mapping, counted from its start (`vm_insert_pfn`, `remap_pfn_range`).
    public func insert(_ page: Page, at index: UInt64) {
        machine.atomically {
            guard index < pageCount else { return }
            process.set(
                PageTable.Entry(page: page, isWritable: isWritable, isCached: cached), at: firstVirtualPage + index)
        }
    }

    /// Turns the order of the pages round; a fault of `dma_buf_mmap`.
    func reverse() {
        machine.atomically {
            let pages = (0..<pageCount).map { firstVirtualPage + $0 }
            let entries = pages.map { process.pageTable[$0] }
            for (page, entry) in zip(pages, entries.reversed()) { process.set(entry, at: page) }
        }
    }

    /// Shows a page in another's place, too; a fault of `dma_buf_mmap`.
    func repeatPage(_ index: UInt64, at other: UInt64) {
        machine.atomically {
            guard other < pageCount else { return }
            process.set(process.pageTable[firstVirtualPage + index], at: firstVirtualPage + other)
        }
    }

    /// Has all accesses bypass the cache; a fault of `dma_buf_mmap`.
    func bypassCache() {
        machine.atomically {
            cached = false
            for page in (0..<pageCount).map({ firstVirtualPage + $0 }) {
                guard var entry = process.pageTable[page] else { continue }
                entry.isCached = false
                process.set(entry, at: page)
            }
        }
    }

    /// Takes the ptes of a range of the file away.
    func zap(_ range: Range<UInt64>) {
        let zapped = filePages.clamped(to: range)
        guard !zapped.isEmpty else { return }
        for page in zapped { process.set(nil, at: firstVirtualPage + (page - filePage)) }
    }

    /// The pages of the mapping, counted from its start, that have a pte now.
    public var presentPages: [UInt64] {
        machine.atomically { (0..<pageCount).filter { process.pageTable[firstVirtualPage + $0] != nil } }
    }
}
