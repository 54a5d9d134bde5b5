/// The CPU's data cache: lines that may be older than memory (stale) or newer (dirty). It is as large as it needs
/// to be, so nothing is evicted by chance and every run is the same.
struct CPUCache: Sendable {
    static let lineSize = 64

    /// The lines of one page, a bit for each: there are as many as a word has bits.
    fileprivate struct Lines {
        var bytes: [UInt8] = []
        var present: UInt64 = 0
        var dirty: UInt64 = 0
    }
    /// By page frame.
    private var pages: [Int: Lines] = [:]

    private static func bit(_ line: Int) -> UInt64 { 1 << UInt64(line) }
    fileprivate static func range(_ line: Int) -> Range<Int> { line * lineSize..<(line + 1) * lineSize }

    /// What the CPU reads at some places of a page, each value once: lines are filled from memory when they are not
    /// there yet.
    mutating func read(_ page: Page, at offsets: [Int], from memory: PhysicalMemory) -> Set<UInt8> {
        pages[page.frame, default: Lines()].read(offsets) { memory.bytes(of: page) }
    }

    /// What the CPU writes stays in the lines until somebody writes them back.
    mutating func write(_ value: UInt8, _ page: Page, at offsets: [Int], from memory: PhysicalMemory) {
        pages[page.frame, default: Lines()].write(value, offsets) { memory.bytes(of: page) }
    }

    /// Writes the dirty lines of a page to memory; they stay, clean.
    ///
    /// - Parameter spared: a line that a fault forgets.
    mutating func writeBack(_ page: Page, to memory: inout PhysicalMemory, but spared: Int? = nil) {
        guard let lines = pages[page.frame], lines.dirty != 0 else { return }
        let left = lines.dirty & (spared.map(Self.bit) ?? 0)
        Self.copy(lines.dirty ^ left, of: lines.bytes, page, to: &memory)
        pages[page.frame]?.dirty = left
    }

    /// Forgets the lines of a page: what was dirty is lost.
    ///
    /// - Parameter spared: a line that a fault forgets.
    mutating func invalidate(_ page: Page, but spared: Int? = nil) {
        let left = spared.map(Self.bit) ?? 0
        guard let lines = pages[page.frame], lines.present & left != 0 else {
            pages[page.frame] = nil
            return
        }
        pages[page.frame]?.present &= left
        pages[page.frame]?.dirty &= left
    }

    /// Writes the lines of some places back and forgets them, as a snooped bus does before another agent uses them.
    mutating func snoop(_ page: Page, at offsets: [Int], to memory: inout PhysicalMemory) {
        guard let lines = pages[page.frame] else { return }
        let snooped = offsets.reduce(into: 0) { $0 |= Self.bit($1 / Self.lineSize) }
        Self.copy(lines.dirty & snooped, of: lines.bytes, page, to: &memory)
        pages[page.frame]?.present &= ~snooped
        pages[page.frame]?.dirty &= ~snooped
    }

    /// Whether any line of the page is newer than memory.
    func isDirty(_ page: Page) -> Bool { pages[page.frame].map { $0.dirty != 0 } ?? false }

    private static func copy(_ lines: UInt64, of bytes: [UInt8], _ page: Page, to memory: inout PhysicalMemory) {
        if lines == .max { return memory.write(bytes, page, at: 0) }
        var left = lines
        while left != 0 {
            let line = left.trailingZeroBitCount
            left &= left - 1
            memory.write(Array(bytes[range(line)]), page, at: line * lineSize)
        }
    }
}

extension CPUCache.Lines {
    /// - Parameter memory: the page's bytes, asked for when a line is not there.
    fileprivate mutating func read(_ offsets: [Int], _ memory: () -> [UInt8]) -> Set<UInt8> {
        fill(offsets, memory)
        return bytes.values(at: offsets)
    }

    fileprivate mutating func write(_ value: UInt8, _ offsets: [Int], _ memory: () -> [UInt8]) {
        dirty |= fill(offsets, memory)
        for offset in offsets { bytes[offset] = value }
    }

    /// Sees to it that the lines of these places are there.
    ///
    /// - Returns: which these are.
    @discardableResult
    private mutating func fill(_ offsets: [Int], _ memory: () -> [UInt8]) -> UInt64 {
        var asked: UInt64 = 0
        for offset in offsets { asked |= 1 << UInt64(offset / CPUCache.lineSize) }
        var missing = asked & ~present
        guard missing != 0 else { return asked }
        if present == 0 {
            // The lines that nobody asked for have no bit, and are taken anew when somebody does.
            bytes = memory()
        } else {
            let source = memory()
            while missing != 0 {
                let range = CPUCache.range(missing.trailingZeroBitCount)
                missing &= missing - 1
                bytes.replaceSubrange(range, with: source[range])
            }
        }
        present |= asked
        return asked
    }
}

extension [UInt8] {
    /// The bytes at some places, each value once.
    func values(at offsets: [Int]) -> Set<UInt8> {
        var found: Set<UInt8> = []
        var last: UInt8?
        for offset in offsets {
            let byte = self[offset]
            // Most bytes are as the one before.
            if byte != last { found.insert(byte) }
            last = byte
        }
        return found
    }
}
