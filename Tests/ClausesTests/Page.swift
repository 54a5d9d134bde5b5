import KernelDoc

@testable import Clauses

/// A small document, made by hand: what the readers would hand over for a comment with this text.
struct Page {
    var prose = Prose()

    static func function(_ text: String, section: String? = nil) -> Page {
        Page([(.paragraph, text)], Prose.Block(kind: .function, symbol: "ring_take", section: section))
    }

    /// - Parameter parent: the unit that leads into those behind it, or -1.
    init(_ units: [(Prose.Role, String)], _ block: Prose.Block, parent: Int = -1) {
        prose.blocks = [block]
        for (role, text) in units {
            let start = prose.bytes.count
            prose.bytes += text.utf8
            prose.lineMarks.append(.init(offset: start, line: prose.units.count + 1))
            var unit = Prose.Unit(role: role, range: start..<prose.bytes.count, block: 0)
            if prose.units.count > parent { unit.parent = parent }
            prose.units.append(unit)
        }
    }

    var modalities: [Modality] { clauses.map(\.modality) }
    var clauses: [Clause] { ClauseExtractor().clauses(in: Document(file: "ring.c", prose: prose)) }
}
