/// A page table: virtual page numbers to page table entries.
struct PageTable: Sendable {
    /// One entry (`pte_t`).
    struct Entry: Sendable, Equatable {
        var page: Page
        var isWritable = true
        /// False for mappings that bypass the CPU's cache (`pgprot_noncached`).
        var isCached = true
    }
    private var entries: [UInt64: Entry] = [:]

    subscript(virtualPage: UInt64) -> Entry? {
        get { entries[virtualPage] }
        set { entries[virtualPage] = newValue }
    }

    var count: Int { entries.count }

    /// Takes away every entry that points at one of these pages.
    mutating func remove(pagesIn pages: Set<Page>) {
        guard !entries.isEmpty else { return }
        entries = entries.filter { !pages.contains($0.value.page) }
    }
}
