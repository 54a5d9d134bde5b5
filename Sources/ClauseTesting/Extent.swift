/// A range of chunks: `offset` and `length` count chunks.
public struct Extent: Sendable, Hashable {
    /// The first chunk, from 0.
    public var offset: UInt64
    /// How many chunks.
    public var length: UInt64

    public init(offset: UInt64, length: UInt64) {
        self.offset = offset
        self.length = length
    }

    /// Extents that fit into an object of `chunks` chunks: all of it, its first, its last, and what lies between them.
    public static func fitting(_ chunks: Int) -> [Extent] {
        let all = UInt64(chunks)
        let inner = all > 2 ? [Extent(offset: 1, length: all - 2)] : []
        return [Extent(offset: 0, length: all), Extent(offset: 0, length: 1), Extent(offset: all - 1, length: 1)]
            + inner
    }

    /// Extents that do not: too long, past the end, across the end, far past it, and some whose end wraps around.
    public static func tooLarge(_ chunks: Int) -> [Extent] {
        let all = UInt64(chunks)
        return [
            Extent(offset: 0, length: all + 1), Extent(offset: all, length: 1), Extent(offset: all - 1, length: 2),
            Extent(offset: 1 << 32, length: 1), Extent(offset: UInt64.max, length: 1),
            Extent(offset: UInt64.max - 1, length: 4),
        ]
    }
}
