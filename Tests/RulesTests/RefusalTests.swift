import Clauses
import Promises
import Testing
import Widget

@testable import Rules

@Suite("Kinds that leave a clause alone")
struct RefusalTests {
    private static let book = RuleBook(vocabulary: .example)

    private static func read(_ text: String, _ modality: Modality, member: String? = nil) -> BoundClause {
        book.read([clause(text, modality, member: member)])[0]
    }

    @Test(
        "say what the words tell instead",
        arguments: [
            (
                "This callback may sleep after the access.", .permission, .sleeping,
                "afterwards nothing is held any more"
            ),
            (
                "widget_map() can always fail with -EAGAIN.", .outcome, .canFail,
                "it says that it always does, and not that it can"
            ),
            (
                "The caller may sleep after the access to the window.", .permission, .outcomeOutside,
                "it tells who may sleep, and of no result"
            ),
            (
                "The window is released automatically.", .guarantee, .pairs, "what ends by itself is nobody's duty"
            ),
        ] as [(String, Modality, RuleKind, String)])
    func tellsOtherwise(text: String, modality: Modality, kind: RuleKind, reason: String) {
        let refused = Self.read(text, modality, member: "map").refused
        #expect(refused.first { $0.candidate.kind == kind }?.refusal == .tellsOtherwise(reason))
    }

    @Test("are the reason of a clause that no kind reads")
    func reasonOfClause() {
        let bound = Self.read("The caller may sleep afterwards.", .permission)
        #expect(bound.clause.rule == nil)
        #expect(
            bound.clause.reason
                == "no kind of rule reads these words; the nearest, sleeping, does not, since afterwards nothing is held any more"
        )
    }

    @Test("are not the reason where a name alone is missing, which another sentence may give")
    func lackIsNoReason() {
        let bound = Self.read("Memory is zeroed before it is unmapped.", .guarantee)
        #expect(bound.clause.reason == "no kind of rule reads these words yet")
        #expect(bound.refused.contains { !$0.tellsOtherwise })
    }

    @Test("stand in the order of what they explain: other promises first, then the most words")
    func order() {
        let refused = Self.read("The caller may sleep after the access, and unmaps it.", .permission).refused
        let ranks = refused.map { ($0.tellsOtherwise ? 1 : 0, $0.candidate.weight) }
        #expect(ranks.count > 1)
        #expect(zip(ranks, ranks.dropFirst()).allSatisfy { $0 >= $1 })
    }
}
