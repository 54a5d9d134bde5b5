/// How the world is set up before anything is called.
public struct Arrangement<Bed: Testbed>: Sendable {
    /// Which implementation; nil: the plain one.
    public var variant: Bed.Variant?
    /// Callbacks that the implementer leaves out.
    public var without: Set<Bed.Callback>
    /// Whether devices see the CPU's cache.
    public var isCoherent: Bool
    /// A size that is not a multiple of the chunk's.
    public var isPartial: Bool

    public init(
        variant: Bed.Variant? = nil, without: Set<Bed.Callback> = [], isCoherent: Bool = false, isPartial: Bool = false
    ) {
        self.variant = variant
        self.without = without
        self.isCoherent = isCoherent
        self.isPartial = isPartial
    }
}
