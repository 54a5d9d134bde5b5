import DMABuf

/// Where to look in a page of the buffer: at a byte of every line of the cache, each further in its line than the one
/// before, so that the first and the last byte of the page are among them.
struct PagePlaces {
    /// The page's first byte, counted from the start of the buffer.
    var start: Int
    /// Counted from there.
    var offsets: [Int]

    /// Of a buffer of whole pages, and of one that ends within a page. Both are asked for over and over.
    static let whole = all(to: ReferenceWorld.size(isPartial: false))
    static let partial = all(to: ReferenceWorld.size(isPartial: true))

    private static func all(to size: Int) -> [PagePlaces] {
        stride(from: 0, to: size, by: Page.size).map { start in
            let end = min(Page.size, size - start)
            let inLines = stride(from: 0, to: end, by: Machine.cacheLineSize + 1)
            return PagePlaces(start: start, offsets: Set(inLines + [end - 1]).sorted())
        }
    }
}
