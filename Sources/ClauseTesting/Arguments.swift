/// What a call is given, beside what the testbed fills in by itself. The defaults are those of a plain, correct call.
public struct Arguments: Sendable, Equatable {
    /// Which way the data go. What is mapped for data from the device alone is to be read, and not written.
    public var direction: Direction
    /// The chunk (page) that is meant, from 0.
    public var chunk: Int
    /// The part of the object, in chunks; nil: all of it.
    public var extent: Extent?
    /// Who calls.
    public var context: ProcessContext
    /// A choice of the caller's that the interface carries through (a flag asked for, or not).
    public var flag: Bool

    public init(
        direction: Direction = .bidirectional, chunk: Int = 0, extent: Extent? = nil, context: ProcessContext = .first,
        flag: Bool = false
    ) {
        self.direction = direction
        self.chunk = chunk
        self.extent = extent
        self.context = context
        self.flag = flag
    }
}
