/// Memory that is filled anew again and again and only grows: an array that nobody else can hold, so that nobody has to
/// ask, each time that something is added, who does.
struct Scratch<Element>: ~Copyable {
    private var start: UnsafeMutablePointer<Element>
    private var capacity: Int
    private(set) var count = 0

    init(capacity: Int) {
        self.capacity = max(1, capacity)
        start = .allocate(capacity: self.capacity)
    }

    deinit {
        start.deinitialize(count: count)
        start.deallocate()
    }

    /// What it holds; good until something is added, and as long as this lives.
    @inline(__always)
    var elements: UnsafeMutableBufferPointer<Element> { UnsafeMutableBufferPointer(start: start, count: count) }

    /// A part of it; good as long.
    @inline(__always)
    subscript(range: Range<Int>) -> UnsafeMutableBufferPointer<Element> {
        UnsafeMutableBufferPointer(rebasing: elements[range])
    }

    @inline(__always)
    var last: Element? { count > 0 ? start[count - 1] : nil }

    @inline(__always)
    mutating func append(_ element: Element) {
        if count == capacity { grow() }
        (start + count).initialize(to: element)
        count &+= 1
    }

    @inline(__always)
    mutating func removeLast() {
        guard count > 0 else { return }
        count -= 1
        (start + count).deinitialize(count: 1)
    }

    @inline(__always)
    mutating func clear() {
        start.deinitialize(count: count)
        count = 0
    }

    @inline(never)
    private mutating func grow() {
        let larger = UnsafeMutablePointer<Element>.allocate(capacity: 2 * capacity)
        larger.moveInitialize(from: start, count: count)
        start.deallocate()
        start = larger
        capacity *= 2
    }
}
