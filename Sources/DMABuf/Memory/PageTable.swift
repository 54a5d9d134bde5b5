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
    /// Where each page is mapped.
    private var places: [Page: Set<UInt64>] = [:]

    subscript(virtualPage: UInt64) -> Entry? {
        get { entries[virtualPage] }
        set {
            if let old = entries[virtualPage] {
                places[old.page]?.remove(virtualPage)
                if places[old.page]?.isEmpty ?? false { places[old.page] = nil }
            }
            entries[virtualPage] = newValue
            if let newValue { places[newValue.page, default: []].insert(virtualPage) }
        }
    }

    /// Takes away every entry that points at a page.
    mutating func remove(_ page: Page) {
        for place in places.removeValue(forKey: page) ?? [] { entries[place] = nil }
    }
}
