/// The address space for `vmap`: first fit, and it can run out.
struct VmallocArea: Sendable {
    /// Free runs of pages, in order.
    private var holes: [Range<Int>]

    init(pages: Int) { holes = [0..<pages] }

    /// The first page of a free run of `count` pages; nil when there is none that long.
    mutating func allocate(_ count: Int) -> Int? {
        guard let index = holes.firstIndex(where: { $0.count >= count }) else { return nil }
        let hole = holes[index]
        let start = hole.lowerBound
        if hole.count == count {
            holes.remove(at: index)
        } else {
            holes[index] = start + count..<hole.upperBound
        }
        return start
    }

    mutating func free(_ start: Int, count: Int) {
        var freed = start..<start + count
        let next = holes.firstIndex { $0.lowerBound >= freed.upperBound } ?? holes.endIndex
        if next < holes.endIndex, holes[next].lowerBound == freed.upperBound {
            freed = freed.lowerBound..<holes[next].upperBound
            holes.remove(at: next)
        }
        if next > 0, holes[next - 1].upperBound == freed.lowerBound {
            holes[next - 1] = holes[next - 1].lowerBound..<freed.upperBound
        } else {
            holes.insert(freed, at: next)
        }
    }
}
