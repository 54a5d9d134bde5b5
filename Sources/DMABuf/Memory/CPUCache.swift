/// The CPU's data cache: lines that may be older than memory (stale) or newer (dirty). It is as large as it needs
/// to be, so nothing is evicted by chance and every run is the same.
struct CPUCache: Sendable {
    static let lineSize = 64

    private struct Line {
        var bytes: [UInt8]
        var isDirty = false
    }
    /// Lines by page frame, then by their place in the page.
    private var lines: [Int: [Int: Line]] = [:]

    /// What the CPU reads: the line, filled from memory when it is not there yet.
    mutating func read(_ page: Page, at offset: Int, from memory: PhysicalMemory) -> UInt8 {
        let index = offset / Self.lineSize
        if let line = lines[page.frame]?[index] { return line.bytes[offset % Self.lineSize] }
        let bytes = memory.read(page, at: index * Self.lineSize, count: Self.lineSize)
        lines[page.frame, default: [:]][index] = Line(bytes: bytes)
        return bytes[offset % Self.lineSize]
    }

    /// What the CPU writes stays in the line until somebody writes it back.
    mutating func write(_ value: UInt8, _ page: Page, at offset: Int, from memory: PhysicalMemory) {
        let index = offset / Self.lineSize
        var line =
            lines[page.frame]?.removeValue(forKey: index)
            ?? Line(bytes: memory.read(page, at: index * Self.lineSize, count: Self.lineSize))
        line.bytes[offset % Self.lineSize] = value
        line.isDirty = true
        lines[page.frame, default: [:]][index] = line
    }

    /// Writes the dirty lines of a page to memory; they stay, clean.
    ///
    /// - Parameter spared: a line that a fault forgets.
    mutating func writeBack(_ page: Page, to memory: inout PhysicalMemory, but spared: Int? = nil) {
        guard var pageLines = lines[page.frame] else { return }
        for (index, line) in pageLines where line.isDirty && index != spared {
            memory.write(line.bytes, page, at: index * Self.lineSize)
            pageLines[index]?.isDirty = false
        }
        lines[page.frame] = pageLines
    }

    /// Forgets the lines of a page: what was dirty is lost.
    ///
    /// - Parameter spared: a line that a fault forgets.
    mutating func invalidate(_ page: Page, but spared: Int? = nil) {
        lines[page.frame] = spared.flatMap { index in lines[page.frame]?[index].map { [index: $0] } }
    }

    /// Writes one line back and forgets it, as a snooped bus does before another agent uses it.
    mutating func snoop(_ page: Page, at offset: Int, to memory: inout PhysicalMemory) {
        let index = offset / Self.lineSize
        guard let line = lines[page.frame]?.removeValue(forKey: index), line.isDirty else { return }
        memory.write(line.bytes, page, at: index * Self.lineSize)
    }

    /// Whether any line of the page is newer than memory.
    func isDirty(_ page: Page) -> Bool { lines[page.frame]?.values.contains { $0.isDirty } ?? false }
}
