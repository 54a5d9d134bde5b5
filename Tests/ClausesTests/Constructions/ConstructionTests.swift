import KernelDoc
import Testing

@testable import Clauses

/// Each sentence of `Constructions`, read where it is said to stand.
@Suite("Constructions")
struct ConstructionTests {
    @Test("In an overview") func overview() {
        check(Constructions.overview, .paragraph, .init(kind: .doc, title: "Ring"))
    }

    @Test("In a function's description") func function() {
        check(Constructions.function, .paragraph, .init(kind: .function, symbol: "ring_go"))
    }

    @Test("In a member's description") func member() {
        check(Constructions.member, .parameter, .init(kind: .struct, symbol: "ring", member: "slots"))
    }

    @Test("In a parameter's description") func parameter() {
        check(Constructions.parameter, .parameter, .init(kind: .function, symbol: "ring_go", member: "ring"))
    }

    @Test("In a function's purpose") func purpose() {
        check(Constructions.purpose, .purpose, .init(kind: .function, symbol: "ring_go"))
    }

    @Test("In a book") func book() {
        check(Constructions.book, .paragraph, .init(kind: .markdown, title: "Ring"))
    }

    private func check(_ table: String, _ role: Prose.Role, _ block: Prose.Block) {
        var expected: Modality?
        var count = 0
        for line in table.split(separator: "\n") {
            if line.hasPrefix("= ") {
                expected = Modality(rawValue: String(line.dropFirst(2)))
                continue
            }
            // A name may stand before: "the slot. Must be free."
            var modalities = Set(Page([(role, String(line))], block).modalities)
            if expected != .informative { modalities.remove(.informative) }
            #expect(modalities == Set([expected].compactMap(\.self)), "\(line)")
            count += 1
        }
        #expect(count > 50)
    }
}
