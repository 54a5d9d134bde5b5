extension Prose {
    /// The units for which `isKept` holds, in the same storage.
    func keeping(_ isKept: (Unit) -> Bool) -> Prose {
        var kept = self
        kept.units.removeAll()
        var places = [Int](repeating: -1, count: units.count)
        for (index, unit) in units.enumerated() where isKept(unit) {
            var unit = unit
            if unit.parent >= 0 { unit.parent = places[unit.parent] }
            places[index] = kept.units.count
            kept.units.append(unit)
        }
        return kept
    }

    /// The line marks of a unit: the first one may stand before it.
    func lineMarks(of unit: Unit) -> ArraySlice<LineMark> {
        let first = firstMark(behind: unit.range.lowerBound)
        return lineMarks[max(0, first - 1)..<firstMark(behind: max(unit.range.lowerBound, unit.range.upperBound - 1))]
    }

    /// The marks of the lines that begin within `range`, behind its first byte.
    public func lineMarks(within range: Range<Int>) -> ArraySlice<LineMark> {
        guard !range.isEmpty else { return [] }
        return lineMarks[firstMark(behind: range.lowerBound)..<firstMark(behind: range.upperBound - 1)]
    }

    /// The line that the text at `offset` comes from; nil in an empty prose.
    public func lineMark(at offset: Int) -> LineMark? {
        let next = firstMark(behind: offset)
        return next == 0 ? lineMarks.first : lineMarks[next - 1]
    }

    /// The index of the first mark with a greater offset.
    private func firstMark(behind offset: Int) -> Int { lineMarks.partitioningIndex { $0.offset > offset } }
}
