/// The pages of a buffer as a device sees them (`struct sg_table`): a device reaches memory through one, and only
/// while it is mapped.
public final class SGTable: @unchecked Sendable {
    private let machine: Machine
    public let pages: [Page]
    /// Length in bytes.
    public let length: Int
    private var mapped = true

    public init(_ machine: Machine, pages: [Page], length: Int) {
        self.machine = machine
        self.pages = pages
        self.length = length
    }

    /// Ends the device's access (`dma_unmap_sg`).
    public func unmap() { machine.atomically { mapped = false } }

    /// Reads a byte as the device does, behind the CPU's cache; nil past the end or when it is no longer mapped
    /// (a DMA fault).
    public func load(at offset: Int) -> UInt8? { load(at: [0], from: offset)?.first }

    /// Reads some bytes of one page, at offsets from `start`, each value once.
    public func load(at offsets: [Int], from start: Int) -> Set<UInt8>? {
        guard reaches(start, offsets) else { return nil }
        return machine.deviceLoad(pages[start >> Page.shift], at: offsets.map { start % Page.size + $0 })
    }

    /// Writes a byte as the device does; false when it cannot.
    @discardableResult
    public func store(_ value: UInt8, at offset: Int) -> Bool { store(value, at: [0], from: offset) }

    /// Writes the same to some bytes of one page, at offsets from `start`.
    @discardableResult
    public func store(_ value: UInt8, at offsets: [Int], from start: Int) -> Bool {
        guard reaches(start, offsets) else { return false }
        machine.deviceStore(value, pages[start >> Page.shift], at: offsets.map { start % Page.size + $0 })
        return true
    }

    /// Whether the device has a way to all of these places, which must lie in one page.
    private func reaches(_ start: Int, _ offsets: [Int]) -> Bool {
        let places = (offsets.min() ?? 0)...(offsets.max() ?? 0)
        guard machine.atomically({ mapped }), start >= 0, places.lowerBound >= 0,
            start + places.upperBound < min(length, (start >> Page.shift + 1) << Page.shift),
            pages.indices.contains(start >> Page.shift)
        else {
            machine.checker.report(
                .accessedOutside, .dmaMapping, by: .importer, "a device reaches for memory that is not mapped for it")
            return false
        }
        return true
    }
}
