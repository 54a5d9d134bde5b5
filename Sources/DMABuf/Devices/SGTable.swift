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
    public func load(at offset: Int) -> UInt8? {
        guard reaches(offset) else { return nil }
        return machine.deviceLoad(pages[offset >> Page.shift], at: offset % Page.size)
    }

    /// Writes a byte as the device does; false when it cannot.
    @discardableResult
    public func store(_ value: UInt8, at offset: Int) -> Bool {
        guard reaches(offset) else { return false }
        machine.deviceStore(value, pages[offset >> Page.shift], at: offset % Page.size)
        return true
    }

    private func reaches(_ offset: Int) -> Bool {
        guard machine.atomically({ mapped }), offset >= 0, offset < length else {
            machine.checker.report(
                .accessedOutside, .dmaMapping, by: .importer, "a device reaches for memory that is not mapped for it")
            return false
        }
        return true
    }
}
