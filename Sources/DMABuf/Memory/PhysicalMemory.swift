/// Memory as the bus sees it: page frames, without any cache in front.
struct PhysicalMemory: Sendable {
    /// Frames below this number are lowmem: they have a permanent kernel address.
    static let lowmemFrames = 1024
    /// Frames in all: 16 MiB.
    static let frames = 4096

    private var contents: [Int: [UInt8]] = [:]
    private var freeLowmem: [Int] = []
    private var freeHighmem: [Int] = []
    private var nextLowmem = 1
    private var nextHighmem = PhysicalMemory.lowmemFrames

    /// How many pages can still be allocated; nil: as many as there are.
    var pagesLeft: Int?
    /// True while every allocation fails.
    var isExhausted: Bool { pagesLeft == 0 }

    /// A zeroed page, or nil when there is none (`alloc_page`).
    mutating func allocate(highmem: Bool) -> Page? {
        guard !isExhausted, let frame = highmem ? takeHighmem() : takeLowmem() else { return nil }
        pagesLeft = pagesLeft.map { $0 - 1 }
        contents[frame] = [UInt8](repeating: 0, count: Page.size)
        return Page(frame: frame, isHighmem: highmem)
    }

    private mutating func takeLowmem() -> Int? {
        if let frame = freeLowmem.popLast() { return frame }
        guard nextLowmem < Self.lowmemFrames else { return nil }
        defer { nextLowmem += 1 }
        return nextLowmem
    }

    private mutating func takeHighmem() -> Int? {
        if let frame = freeHighmem.popLast() { return frame }
        guard nextHighmem < Self.frames else { return nil }
        defer { nextHighmem += 1 }
        return nextHighmem
    }

    /// Gives a page back (`__free_page`).
    mutating func free(_ page: Page) {
        guard contents.removeValue(forKey: page.frame) != nil else { return }
        if page.isHighmem { freeHighmem.append(page.frame) } else { freeLowmem.append(page.frame) }
    }

    /// Reads `count` bytes of a page; zeroes where there is no memory.
    func read(_ page: Page, at offset: Int, count: Int) -> [UInt8] {
        guard let bytes = contents[page.frame] else { return [UInt8](repeating: 0, count: count) }
        return Array(bytes[offset..<offset + count])
    }

    /// All bytes of a page; zeroes where there is no memory.
    func bytes(of page: Page) -> [UInt8] { contents[page.frame] ?? [UInt8](repeating: 0, count: Page.size) }

    /// Writes the same at some places of a page.
    mutating func write(_ value: UInt8, _ page: Page, at offsets: [Int]) {
        guard var bytes = contents.removeValue(forKey: page.frame) else { return }
        for offset in offsets { bytes[offset] = value }
        contents[page.frame] = bytes
    }

    mutating func write(_ bytes: [UInt8], _ page: Page, at offset: Int) {
        contents[page.frame]?.replaceSubrange(offset..<offset + bytes.count, with: bytes)
    }

    /// Pages that are in use now.
    var pagesInUse: Int { contents.count }
}
