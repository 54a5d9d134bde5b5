import KernelDoc

/// What holds of every prose, whatever was read.
enum Soundness {
    static func check(_ prose: Prose) {
        var end = 0
        for unit in prose.units {
            precondition(unit.range.lowerBound >= end && unit.range.upperBound <= prose.bytes.count, "units overlap")
            precondition(!unit.range.isEmpty, "an empty unit")
            precondition(prose.blocks.indices.contains(unit.block), "a unit without a block")
            precondition(unit.parent < prose.units.count, "a unit under one that is not there")
            end = unit.range.upperBound
        }
        var offset = 0
        for mark in prose.lineMarks {
            precondition(mark.offset >= offset && mark.line >= 0, "line marks out of order")
            offset = mark.offset
        }
        var start = 0
        for span in prose.spans {
            precondition(span.range.lowerBound >= start && span.range.upperBound <= prose.bytes.count, "spans overlap")
            start = span.range.lowerBound
        }
    }
}
