/// One call that reached a callback.
public struct Invocation<Bed: Testbed>: Sendable {
    /// The interface that called down; nil when that was none of the documented ones.
    public var from: Bed.API?
    /// Which way the data go, where it is told.
    public var direction: Direction?
    /// The chunk it was called for, where it takes one.
    public var chunk: Int?
    /// The extent it was called for, where it takes one.
    public var extent: Extent?
    /// The address that it was given or returned.
    public var address: UInt64?
    /// The locks that its caller held while it ran.
    public var locksHeld: Set<Bed.Lock>
    /// The process context that it ran in.
    public var context: ProcessContext

    public init(
        from: Bed.API?, direction: Direction? = nil, chunk: Int? = nil, extent: Extent? = nil, address: UInt64? = nil,
        locksHeld: Set<Bed.Lock> = [], context: ProcessContext = .first
    ) {
        self.from = from
        self.direction = direction
        self.chunk = chunk
        self.extent = extent
        self.address = address
        self.locksHeld = locksHeld
        self.context = context
    }
}
