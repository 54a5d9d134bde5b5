import Clauses
import Promises
import Testing
import Widget

@testable import Rules

@Suite("Words that turn a sentence")
struct TurnedWordsTests {
    private static func reading(_ text: String, _ modality: Modality, condition: String? = nil) -> Reading {
        var clause = clause(text, modality)
        clause.condition = condition
        var surroundings = Reading.Surroundings()
        surroundings.recent = ["map", "unmap"]
        surroundings.recentResources = ["session", "window"]
        surroundings.prototypes = ["void *widget_map(struct widget *, unsigned long);"]
        return Reading(clause, lexicon: Lexicon(.example), surroundings: surroundings)
    }

    private static func rule(_ kind: RuleKind, _ reading: Reading) -> (any RuleDefinition)? {
        guard let type = Registry.kinds.first(where: { $0.kind == kind }) else { return nil }
        return type.patterns.lazy.compactMap { Match.find($0, in: reading).flatMap { type.init($0) } }.first
    }

    @Test(
        "turn the force of its rule",
        arguments: [
            ("There are no variants of these calls.", .guarantee, .prototype, .forbidden),
            ("There is a limit on how often a window can be mapped.", .guarantee, .repeatable, .forbidden),
            ("There is no limit on how often a window can be mapped.", .permission, .repeatable, .permitted),
            ("widget_map() is protected without taking widget->lock.", .guarantee, .protectedByLock, .forbidden),
            ("widget_map() is protected by taking widget->lock.", .guarantee, .protectedByLock, .required),
            ("Mapping a page, which returns NULL.", .outcome, .maps, .forbidden),
            ("The core drops windows each time.", .guarantee, .referenceCounted, .forbidden),
            ("widget_map() needs to fail on the partial page.", .obligation, .alwaysSucceeds, .forbidden),
            ("The map callback is not optional.", .obligation, .callbackPresence, .required),
            ("The map callback is obligatory.", .obligation, .callbackPresence, .required),
        ] as [(String, Modality, RuleKind, Force)])
    func force(text: String, modality: Modality, kind: RuleKind, force: Force) throws {
        let reading = Self.reading(text, modality)
        #expect(try #require(Self.rule(kind, reading)).force(of: reading) == force)
    }

    @Test(
        "leave it to no rule of that kind",
        arguments: [
            ("A window unmaps itself.", .guarantee, .unmaps), ("Unmaps all pages of the widget.", .guarantee, .unmaps),
            ("Maps a page of the widget into user address space.", .guarantee, .maps),
            ("Coherency is kept by bracketing accesses with widget_attach().", .guarantee, .coherentWhenBracketed),
            ("Drivers ensure that access is coherent for the opposite direction.", .guarantee, .coherentWhenBracketed),
            ("Coherency is kept by bracketing access with one of the calls.", .guarantee, .coherentWhenBracketed),
            ("widget_map() may fail on an aligned page.", .outcome, .unitSized),
        ] as [(String, Modality, RuleKind)])
    func unread(text: String, modality: Modality, kind: RuleKind) {
        #expect(Self.rule(kind, Self.reading(text, modality)) == nil)
    }

    @Test("What stands in a condition is no promise")
    func condition() {
        let text = "When the widget is polished, callers may go on."
        #expect(Self.rule(.domainStep, Self.reading(text, .permission)) != nil)
        let condition = "When the widget is polished"
        #expect(Self.rule(.domainStep, Self.reading(text, .permission, condition: condition)) == nil)
    }

    @Test("What is asked of somebody who never does it is not tested, and the report says why")
    func another() throws {
        let book = RuleBook(vocabulary: .example)
        var asked = clause("Callers must call widget_begin() before widget_map().")
        asked.bearer = "caller"
        #expect(book.bound([asked])[0].rule?.kind == .order)
        let other = book.bound([clause("Drivers must call widget_begin() before widget_map().")])[0]
        #expect(other.rule == nil)
        #expect(other.reason == "the words speak of driver, who does not do this")
    }

    @Test("What holds only now and then is not tested")
    func sometimes() {
        var clause = clause("Callers sometimes have to call widget_begin() before widget_map().")
        clause.bearer = "caller"
        let bound = RuleBook(vocabulary: .example).read([clause])[0]
        #expect(bound.plan == nil)
        #expect(bound.clause.reason == "what holds only now and then cannot be seen missing")
    }
}
