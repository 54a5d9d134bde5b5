/// A page of physical memory (`struct page`).
public struct Page: Sendable, Hashable {
    /// Bytes in a page (`PAGE_SIZE`).
    public static let size = 4096
    /// Its binary logarithm (`PAGE_SHIFT`).
    public static let shift = 12

    /// The page frame number.
    public let frame: Int
    /// Whether it lies in highmem, where pages have no permanent kernel address.
    public let isHighmem: Bool

    /// The physical address of a byte of the page.
    func address(of offset: Int) -> Int { frame << Page.shift + offset }

    /// Pages that `bytes` need, a partial last one counted whole.
    public static func count(for bytes: Int) -> Int { (bytes + size - 1) >> shift }
}
