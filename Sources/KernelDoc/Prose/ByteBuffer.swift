import Synchronization

/// Bytes that are put together from many short runs: nobody else can hold them, so that nobody has to ask, each time
/// that something is added, who does. An array takes four times the steps to add a run.
struct ByteBuffer: ~Copyable {
    private var start: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private(set) var count = 0
    /// What holds an atomic is lent by its address. Without one, whoever holds a buffer would be copied for each call that
    /// only looks at it.
    private let address = Atomic(false)

    init() {
        capacity = 256
        start = .allocate(capacity: capacity)
    }

    init(_ bytes: some Collection<UInt8>) {
        self.init()
        if capacity < bytes.count { grow(to: bytes.count) }
        count = UnsafeMutableBufferPointer(start: start, count: capacity).initialize(fromContentsOf: bytes)
    }

    deinit { start.deallocate() }

    var isEmpty: Bool { count == 0 }

    /// What it holds; good until something is added, and as long as this lives.
    @inline(__always)
    var bytes: Bytes { Bytes(start: start, count: count) }

    @inline(__always)
    mutating func append(_ byte: UInt8) {
        if count == capacity { grow(to: count + 1) }
        (start + count).initialize(to: byte)
        count &+= 1
    }

    /// The run lies in other memory: this one may move.
    @inline(__always)
    mutating func append(contentsOf run: Bytes) {
        guard let source = run.baseAddress else { return }
        assert(source + run.count <= start || start + capacity <= source, "a run of its own memory")
        if capacity - count < run.count { grow(to: count + run.count) }
        (start + count).initialize(from: source, count: run.count)
        count &+= run.count
    }

    mutating func append(contentsOf text: StaticString) { text.withUTF8Buffer { append(contentsOf: $0) } }

    /// Leaves only the first `count` bytes, if there are more.
    mutating func truncate(to count: Int) { self.count = min(self.count, max(0, count)) }

    @inline(never)
    private mutating func grow(to size: Int) {
        capacity = max(size, 2 * capacity)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        larger.moveInitialize(from: start, count: count)
        start.deallocate()
        start = larger
    }
}
