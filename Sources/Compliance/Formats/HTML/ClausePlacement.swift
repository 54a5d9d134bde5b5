import Clauses
import KernelDoc

/// Where the words of clauses stand in a document's prose.
///
/// A clause knows its file, its lines and its words; the document may have changed since it was read, so the words
/// are looked for where the lines say, and a clause that is not found there is said to be missing.
struct ClausePlacement {
    /// A stretch of a unit's text that one clause makes, or several that have no words to themselves.
    struct Mark: Equatable {
        /// In `Prose.bytes`.
        var range: Range<Int>
        /// Indices into the clauses, in order.
        var clauses: [Int]
    }

    /// By unit, in order of place, none overlapping.
    private(set) var marks: [[Mark]]
    /// Indices of the clauses that were not found, in order.
    private(set) var missing: [Int] = []

    /// - Parameters:
    ///   - clauses: all clauses of a report.
    ///   - own: indices of those in `prose`'s file.
    init(of own: [Int], in clauses: [ReportedClause], prose: Prose) {
        marks = Array(repeating: [], count: prose.units.count)
        let lines = ClausePlacement.lines(of: prose)
        // The units that begin at a line or before it, nearest first: a clause is rarely far from where it was.
        let order = prose.units.indices.filter { prose.units[$0].role != .heading }
            .sorted { (lines[$0].lowerBound, $0) < (lines[$1].lowerBound, $1) }
        for index in own {
            let clause = clauses[index].clause
            let start = order.partitioningIndex { lines[$0].lowerBound > clause.source.line }
            let near = order[max(0, start - 8)..<start].reversed().filter { lines[$0].contains(clause.source.line) }
            let isPlaced = near.contains { place(index, clause, in: $0, of: prose) }
            if !isPlaced { missing.append(index) }
        }
    }

    private mutating func place(_ index: Int, _ clause: Clause, in unit: Int, of prose: Prose) -> Bool {
        let range = prose.units[unit].range
        let sentence: Range<Int>
        if prose.units[unit].role == .literal {
            guard clause.unit == .interface, let found = prototype(clause, in: range, of: prose) else { return false }
            sentence = found
        } else {
            guard let found = prose.bytes.range(of: Array(clause.sentence.utf8), in: range) else { return false }
            sentence = found
        }
        // Words that an earlier clause has not taken; else the sentence's, shared.
        var free = sentence
        if let last = marks[unit].last, last.range.upperBound > sentence.lowerBound {
            free = min(last.range.upperBound, sentence.upperBound)..<sentence.upperBound
        }
        let words = clause.unit == .interface ? sentence : prose.bytes.range(of: Array(clause.text.utf8), in: free)
        if let words, words.lowerBound >= free.lowerBound {
            marks[unit].append(Mark(range: words, clauses: [index]))
        } else if let last = marks[unit].last, last.range.upperBound > sentence.lowerBound {
            marks[unit][marks[unit].count - 1].clauses.append(index)
        } else {
            marks[unit].append(Mark(range: sentence, clauses: [index]))
        }
        return true
    }

    /// A prototype in a literal block, whose white space is not folded: found by its words in their order.
    private func prototype(_ clause: Clause, in range: Range<Int>, of prose: Prose) -> Range<Int>? {
        func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 }
        let wanted = Array(clause.sentence.utf8).filter { !isSpace($0) }
        guard let first = wanted.first else { return nil }
        for start in range where prose.bytes[start] == first {
            var (at, matched) = (start, 0)
            while at < range.upperBound, matched < wanted.count {
                let byte = prose.bytes[at]
                if byte == wanted[matched] { matched += 1 } else if !isSpace(byte) { break }
                at += 1
            }
            if matched == wanted.count { return start..<at }
        }
        return nil
    }

    /// The source lines of each unit, first to last.
    private static func lines(of prose: Prose) -> [ClosedRange<Int>] {
        var mark = 0
        return prose.units.map { unit in
            while mark + 1 < prose.lineMarks.count, prose.lineMarks[mark + 1].offset <= unit.range.lowerBound {
                mark += 1
            }
            guard mark < prose.lineMarks.count else { return 0...0 }
            let first = prose.lineMarks[mark].line
            var last = first
            var next = mark + 1
            while next < prose.lineMarks.count, prose.lineMarks[next].offset < unit.range.upperBound {
                last = max(last, prose.lineMarks[next].line)
                next += 1
            }
            return first...last
        }
    }
}

extension Array where Element == UInt8 {
    /// The first place in `range` at which `words` stand.
    fileprivate func range(of words: [UInt8], in range: Range<Int>) -> Range<Int>? {
        guard let first = words.first, words.count <= range.count else { return nil }
        for start in range.lowerBound...(range.upperBound - words.count) where self[start] == first {
            if self[start..<start + words.count].elementsEqual(words) { return start..<start + words.count }
        }
        return nil
    }
}
