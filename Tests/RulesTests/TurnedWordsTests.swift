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
        return Reading(clause, glossary: Glossary(.example), surroundings: surroundings)
    }

    private static func rule(_ kind: RuleKind, _ reading: Reading) -> (any RuleDefinition)? {
        guard let type = Registry.kinds.first(where: { $0.kind == kind }) else { return nil }
        return type.patterns.lazy.compactMap { Match.find($0, in: reading).flatMap { try? type.init($0) } }.first
    }

    @Test(
        "turn the force of its rule",
        arguments: [
            ("There are no variants of these calls.", .guarantee, .prototype, .forbidden),
            ("Both calls have variants.", .guarantee, .prototype, .required),
            (
                "Call widget_begin() before each access, and widget_end() after it.", .obligation, .validBetween,
                .required
            ),
            ("Callers must not access an unmapped window.", .prohibition, .validBetween, .forbidden),
            ("Neither call has a variant.", .guarantee, .prototype, .forbidden),
            ("Windows must not be left mapped.", .prohibition, .pairs, .required),
            ("Windows may be left mapped.", .permission, .pairs, .permitted),
            ("Blocking is allowed neither to callers nor to drivers.", .permission, .sleeping, .forbidden),
            ("Blocking is allowed if neither a window nor a session is held.", .permission, .sleeping, .permitted),
            ("Callers must not call widget_unmap() on what has to stay mapped.", .prohibition, .pairs, .forbidden),
            ("Callers must not unmap a window that others need to remain mapped.", .prohibition, .pairs, .forbidden),
            ("After use a window must not stay: call widget_unmap().", .prohibition, .pairs, .required),
            ("The window space is not limited.", .guarantee, .limitedSupply, .required),
            ("Drivers must not omit the map callback.", .prohibition, .callbackPresence, .required),
            ("There is a limit on how often a window can be mapped.", .guarantee, .repeatable, .forbidden),
            ("There is no limit on how often a window can be mapped.", .permission, .repeatable, .permitted),
            ("widget_map() is protected without taking widget->lock.", .guarantee, .protectedByLock, .forbidden),
            ("widget_map() is protected by taking widget->lock.", .guarantee, .protectedByLock, .required),
            ("Mapping a page, which returns NULL.", .outcome, .maps, .forbidden),
            ("The core drops windows each time.", .guarantee, .referenceCounted, .forbidden),
            ("widget_map() needs to fail on the partial page.", .obligation, .alwaysSucceeds, .forbidden),
            ("The map callback is not optional.", .obligation, .callbackPresence, .required),
            ("The map callback is obligatory.", .obligation, .callbackPresence, .required),
            ("Callers bracket no access with widget_begin() and widget_end().", .obligation, .validBetween, .forbidden),
            ("For no window a reference count is kept.", .guarantee, .referenceCounted, .forbidden),
            (
                "Coherency is lost by bracketing access with widget_begin().", .guarantee, .coherentWhenBracketed,
                .forbidden
            ),
            ("Prepare access, which will never invalidate caches.", .guarantee, .coherentWhenBracketed, .forbidden),
            (
                "Access bracketed by widget_begin() and widget_end() is coherent for no direction.", .guarantee,
                .coherentWhenBracketed, .forbidden
            ),
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
            ("Callers calling widget_attach() will equally achieve that.", .guarantee, .usableThrough),
            (
                "Coherency is kept by bracketing access with widget_end() and widget_begin().", .guarantee,
                .coherentWhenBracketed
            ),
            ("Callers use widget_begin() and widget_end() only before they access it.", .obligation, .validBetween),
            ("widget_begin() must be called before access is denied.", .obligation, .validBetween),
            ("A window must be unmapped twice.", .obligation, .pairs),
            ("A window must be unmapped again while no session is open.", .obligation, .pairs),
            ("A window must be unmapped again while it rains.", .obligation, .pairs),
            ("widget_map() must succeed on the partial page at its beginning.", .obligation, .alwaysSucceeds),
            ("Callers must not call widget_map() beyond the range of the widget.", .prohibition, .usableThrough),
            ("After widget_begin(), widget_map() never fails.", .outcome, .order),
            ("Callers must call widget_begin() before or after widget_map().", .obligation, .order),
            ("widget_map() calls widget_ops.map in turn.", .guarantee, .calledFrom),
            ("Callers must access it through widget_map() around noon.", .obligation, .usableThrough),
            ("widget_map() must be repeated when it fails.", .obligation, .repeatable),
            ("Callers may block after widget_unmap().", .permission, .sleeping),
            ("It drops windows only once, before the last widget_unmap().", .guarantee, .referenceCounted),
            ("Unmapping a window returns its address.", .outcome, .maps),
            ("Unmapping a window gives back its address.", .outcome, .unmaps),
            ("Drivers finish no preparations that can fail in begin.", .obligation, .failsOnlyIn),
            ("It must be restarted before -EINTR.", .obligation, .restartedAfter),
            ("Callers must not use a window after widget_unmap() has been called.", .prohibition, .pairs),
            ("Once widget_unmap() has been called the address is gone.", .guarantee, .pairs),
            ("widget_map() must not precede widget_begin(), which follows widget_attach().", .prohibition, .order),
            ("widget_map() has failed before.", .outcome, .alwaysSucceeds),
            ("widget_map() has succeeded before.", .guarantee, .alwaysSucceeds),
            ("After the access was announced, widget_map() may never fail.", .outcome, .outcomeOutside),
            ("Unmaps the whole window.", .guarantee, .unmaps),
            ("Unmaps two pages of the widget.", .guarantee, .unmaps),
            ("Callers must bracket access with widget_end() and widget_end().", .obligation, .validBetween),
            ("Use widget_begin() and widget_end() before and before access.", .obligation, .validBetween),
            (
                "Coherency is kept by bracketing access with widget_begin() and widget_begin().", .guarantee,
                .coherentWhenBracketed
            ),
            ("Only access that is followed by both calls is coherent.", .guarantee, .coherentWhenBracketed),
            ("The core calls down into map also when no window exists.", .guarantee, .referenceCounted),
            ("This ends the access started with widget_end().", .guarantee, .ends),
            ("Callers must not block unless they hold a window.", .prohibition, .sleeping),
            ("widget_map() can fail when there is no end support in the driver.", .outcome, .canFail),
            ("Drivers finish some preparations that can fail in begin.", .obligation, .failsOnlyIn),
            ("Callers may use widget_begin() only for reading.", .permission, .usableThrough),
            ("The map callback is called by widget_map(), with widget->lock held.", .guarantee, .calledFrom),
            ("The map callback is called by widget_map(), where no page is ever kept.", .guarantee, .calledFrom),
            ("widget_map() is forwarded to the callers' callbacks.", .guarantee, .calledFrom),
            (
                "Coherency is kept by bracketing access with widget_map() and widget_end().", .guarantee,
                .coherentWhenBracketed
            ),
            ("Callers must bracket access with widget_begin() and widget_map().", .obligation, .validBetween),
            (
                "Drivers ensure that the device's access is coherent for its direction.", .guarantee,
                .coherentWhenBracketed
            ),
            ("Mapping a window returns a pointer into the device's address space.", .outcome, .maps),
            ("Mapping a window returns a pointer into the process's address space.", .outcome, .maps),
            ("Once the access was ended, widget_map() must always succeed.", .obligation, .alwaysSucceeds),
            ("Callers must not block before widget_map() and after widget_unmap().", .prohibition, .sleeping),
            ("Callers must not block before widget_map() and after widget_unmap().", .prohibition, .order),
            ("Callers must not block until they map it.", .prohibition, .sleeping),
            ("It drops windows only once, at the last widget_map().", .guarantee, .referenceCounted),
            ("The core does not call down into map when a window exists.", .guarantee, .calledFrom),
            ("The map callback is called from widget_map() for the last window.", .guarantee, .calledFrom),
            ("The map callback is called from widget_begin() for the first access.", .guarantee, .calledFrom),
            ("widget_map() can fail when window space is plentiful.", .outcome, .canFail),
            ("widget_map() can fail if there is map support, or if window space runs out.", .outcome, .canFail),
            ("The core checks whether a window is too large and shortens it.", .guarantee, .rejectsWhen),
            ("Access that is bracketed is always coherent.", .guarantee, .incoherentUnbracketed),
            ("Drivers drop it by unmapping its windows.", .guarantee, .unmaps),
            ("Drivers drop it at unmap time.", .guarantee, .unmaps),
            ("widget_map() always fails with -EINTR.", .outcome, .canFail),
            ("widget_map() always succeeds when window space has run out.", .outcome, .limitedSupply),
            ("The widget is polished when opening it.", .guarantee, .domainStep),
            ("The widget is polished at closing time.", .guarantee, .domainStep),
            ("Callers call widget_map() with an interface of its own.", .guarantee, .usableThrough),
            (
                "widget_map() can fail if there is no map support in the callers or window space runs out.", .outcome,
                .canFail
            ),
            (
                "Only once can a window be mapped, so do not call widget_begin() again before mapping it.", .permission,
                .repeatable
            ),
        ] as [(String, Modality, RuleKind)])
    func unread(text: String, modality: Modality, kind: RuleKind) {
        #expect(Self.rule(kind, Self.reading(text, modality)) == nil)
    }

    @Test(
        "A callback that is called for the first of several, or for the last, is looked for there alone",
        arguments: [
            ("The map callback is called from widget_map() for the first window.", "first"),
            ("The unmap callback is called from widget_unmap() for the last window.", "last"),
        ])
    func oneOfSeveral(text: String, which: String) throws {
        let rule = try #require(Self.rule(.calledFrom, Self.reading(text, .guarantee)))
        #expect(rule.parameters["which"] == .word(which))
        guard case .plan(let plan) = rule.plan(.required) else {
            Issue.record("no test")
            return
        }
        let acts = plan.steps.filter {
            if case .expect(.succeeds) = $0 { true } else { false }
        }
        #expect(acts.count == 2)
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

    @Test(
        "narrow it, whatever kind reads the others",
        arguments: [
            ("Callers sometimes have to call widget_begin() before widget_map().", "only now and then"),
            ("Callers must call widget_begin() before widget_map() unless they only look.", "exception"),
            ("Callers must call widget_begin() before widget_map(), except on Sundays.", "exception"),
            ("Callers must unmap some windows again.", "said of some"),
            ("Callers must unmap few of the windows again.", "said of some"),
            ("Not every window must be unmapped again.", "said of some"),
            ("Every second window must be unmapped again.", "said of some"),
            ("Nobody must call widget_begin() before widget_map().", "none is meant"),
            ("Callers may neglect to call widget_begin() before widget_map().", "leaving it undone"),
            ("No caller must fail to call widget_begin() before widget_map().", "leaving it undone"),
            ("Callers must unmap only the last window again.", "'only' turns"),
            ("Callers must call widget_begin() before widget_map(), without a word.", "'without' turns"),
            ("Callers must call widget_begin() before widget_map(), as widget_tell() has it.", "is named as well"),
            ("Callers must unmap every window but the first again.", "behind 'but'"),
            ("Callers must call widget_begin() before widget_map(), but drivers may end it.", "behind 'but'"),
            ("The whole of it is polished.", "'whole' says how much"),
            (
                "The core calls down into the caller's map callback only when no window exists.",
                "is said to have a callback"
            ),
            (
                "The core calls down into the callers' map callback only when no window exists.",
                "is said to have a callback"
            ),
            ("Drivers polish the frame of every window.", "'every' says how much"),
            ("widget_map() can fail with -EBUSY.", "chooses EBUSY, and any other would do"),
            ("widget_map() can fail with -EINTR or -ENOMEM when a signal comes.", "chooses ENOMEM"),
            ("The widgets stay as they are, hence drivers must have them polished.", "behind 'hence'"),
            ("Callers must call widget_begin() before widget_map() on what is waxed.", "is said of another thing"),
            ("Callers must call widget_begin() before widget_map() for the first window.", "says which is meant"),
            ("Callers must call widget_begin() before widget_map() while it rains.", "'while' says when"),
            ("Callers must call widget_begin() before widget_map() for an unmapped window.", "of what is not mapped"),
            ("Drivers do the frame tuning of the piano.", "'of piano' says what of"),
        ])
    func narrowed(text: String, reason: String) throws {
        var clause = clause(text)
        clause.bearer = "caller"
        let bound = RuleBook(vocabulary: .example).read([clause])[0]
        #expect(bound.clause.rule != nil)
        #expect(bound.plan == nil)
        #expect(try #require(bound.clause.reason).contains(reason))
    }

    @Test(
        "do not narrow it where they bound a number, or stand in a prohibition",
        arguments: [
            ("Callers must hold at most 2 windows at the same time.", Modality.obligation),
            ("Callers must not block unless they hold no window.", .prohibition),
        ])
    func notNarrowed(text: String, modality: Modality) {
        #expect(Self.reading(text, modality).narrowing(.required) == nil)
    }

    @Test(
        "do not narrow it where its kind reads them, or where they tell only when",
        arguments: [
            ("There is no limit on how often a window can be mapped.", Modality.permission),
            ("Callers must hold only at most 2 windows at the same time.", .obligation),
            ("Callers must unmap a window again once it is no longer needed.", .obligation),
            ("Callers must unmap a window again while the session is open.", .obligation),
            ("It drops windows only once, at the last widget_unmap().", .guarantee),
            ("The frame tuning of the widget is done.", .guarantee),
            ("The frame tuning of its own window is done.", .guarantee),
            ("The frame tuning is done on the attached window, to map it.", .guarantee),
            ("Callers must unmap a window again, not even a small one may stay.", .obligation),
            ("widget_map() can fail with -EINVAL when the end callback is missing.", .outcome),
            ("If that's not possible, drivers must have the widget polished.", .obligation),
        ])
    func readByKind(text: String, modality: Modality) throws {
        var clause = clause(text, modality)
        clause.bearer = text.contains("drivers") ? "driver" : "caller"
        if text.hasPrefix("If") { clause.condition = "If that's not possible" }
        let bound = RuleBook(vocabulary: .example).read([clause])[0]
        #expect(bound.plan != nil, "\(bound.clause.reason ?? "")")
    }

    @Test("What a clause of its own tells narrows no other, while that one is tested")
    func toldElsewhere() throws {
        let book = RuleBook(vocabulary: .example)
        let sentence = "Callers must call widget_begin() before widget_map(), where the widget is polished without wax."
        func clauses(_ part: String) -> [Clause] {
            var whole = clause(sentence)
            whole.bearer = "caller"
            var other = clause(sentence, .guarantee)
            other.text = part
            return [whole, other]
        }
        let tested = book.read(clauses("where the widget is polished without wax."))
        #expect(tested[1].plan == nil || tested[0].plan != nil)
        let untested = book.read(clauses("where the widget is painted without wax."))
        #expect(untested[0].plan == nil)
    }

    @Test("Whoever stands before the modal verb is asked, by whatever general noun")
    func asked() {
        let book = RuleBook(vocabulary: .example)
        for text in ["The kernel must call widget_begin() before widget_map().", "Drivers should call widget_end()."] {
            var asked = clause(text)
            asked.bearer = "caller"
            #expect(book.bound([asked])[0].reason?.hasPrefix("the words speak of") == true, "\(text)")
        }
    }

    @Test("Not to be accessed before it is mapped is to be mapped before; to be accessed first is the other way round")
    func accessBeforeMapping() throws {
        let book = RuleBook(vocabulary: .example)
        func plan(_ text: String, _ modality: Modality) throws -> TestPlan {
            var clause = clause(text, modality)
            clause.bearer = "caller"
            return try #require(book.read([clause])[0].plan)
        }
        let asked = try plan("A window must be mapped before it is accessed.", .obligation)
        #expect(try plan("A window must not be accessed before it is mapped.", .prohibition) == asked)
        #expect(try plan("A window must be accessed before it is mapped.", .obligation) != asked)
    }

    @Test("What is coherent even without the calls is not what is coherent between them")
    func evenWithout() throws {
        let book = RuleBook(vocabulary: .example)
        func plan(_ text: String, negated: Bool = false) throws -> TestPlan {
            try #require(book.read([clause(text, .guarantee, negated: negated)])[0].plan)
        }
        let between = try plan(
            "Access that is bracketed by widget_begin() and widget_end() is guaranteed to be coherent.")
        let without = try plan("Access is coherent even without widget_begin() and widget_end().")
        let never = try plan("Access is not coherent without widget_begin() and widget_end().", negated: true)
        #expect(between != without && never != without)
    }

    @Test("More than one page is not what one page is")
    func everyPage() throws {
        let book = RuleBook(vocabulary: .example)
        func plan(_ text: String) throws -> TestPlan {
            try #require(book.read([clause(text, .guarantee, member: "map")])[0].plan)
        }
        let one = try plan("Maps a page of the widget into address space.")
        #expect(try plan("Maps all pages of the widget into address space.") != one)
        #expect(try plan("Maps every page of the widget into address space.") != one)
    }

    @Test("Two interfaces that are said to call it are both asked")
    func joined() throws {
        let book = RuleBook(vocabulary: .example)
        let both = book.bound([
            clause("This is called from widget_begin() and widget_end().", .guarantee, member: "begin")
        ])
        #expect(both[0].rule?.parameters["apis"] == .words(["begin", "end"]))
    }

    @Test("A context is no party, and what is optional need not be done")
    func contextAndOptional() {
        let book = RuleBook(vocabulary: .example)
        var held = clause("At most 2 windows may be held at once by one caller context.", .obligation)
        held.bearer = "core"
        #expect(book.bound([held])[0].rule?.kind == .maxHeld)
        #expect(Self.reading("Polishing it is optional.", .permission).isExemption)
        #expect(!Self.reading("Callers may polish it.", .permission).isExemption)
    }

    @Test("To be unmapped behind the bracket is not to be unmapped inside of it")
    func behindBracket() throws {
        let book = RuleBook(vocabulary: .example)
        func plan(_ text: String) throws -> TestPlan {
            var asked = clause(text)
            asked.bearer = "caller"
            return try #require(book.read([asked])[0].plan)
        }
        let again = try plan("A window must be unmapped again.")
        #expect(try plan("A window must be unmapped again after widget_end().") != again)
        #expect(try plan("A window must be unmapped again while the session is open.") == again)
        #expect(try plan("A window must be unmapped again before widget_end().") == again)
    }

    @Test("What all hold together is counted over them all")
    func together() throws {
        let book = RuleBook(vocabulary: .example)
        func isInTotal(_ text: String) throws -> Value? {
            var clause = clause(text, .prohibition)
            clause.bearer = "caller"
            return try #require(book.bound([clause])[0].rule).parameters["inTotal"]
        }
        #expect(try isInTotal("Callers together must not hold more than 2 windows at once.") == .flag(true))
        #expect(try isInTotal("Callers must not hold more than 2 windows at once.") == nil)
    }

    @Test("A callback that may sleep when it has to is the callback, and not whoever holds what it made")
    func sleepsItself() throws {
        let book = RuleBook(vocabulary: .example)
        let itself = book.bound([clause("This call may sleep, e.g. when pages are moved.", .permission, member: "map")])
        #expect(itself[0].rule?.parameters["callbacks"] == .words(["map"]))
        #expect(itself[0].rule?.parameters["resources"] == .words([]))
    }

    @Test("\"These\" are what was last said to exist")
    func existing() {
        var these = clause("Callers must not block when using these.", .prohibition)
        these.bearer = "caller"
        let there = clause("The functions widget_map() and widget_unmap() exist.", .informative)
        let bound = RuleBook(vocabulary: .example).bound([there, these])[1]
        #expect(bound.rule?.parameters["resources"] == .words(["window"]))
    }

    @Test("What the wrong end is said to do is no promise, though the end is named in the sentence's other clause")
    func wrongEnd() {
        let book = RuleBook(vocabulary: .example)
        func kinds(_ verb: String) -> RuleKind? {
            let sentence = "Call widget_end(), which will \(verb) the caches."
            var whole = clause(sentence)
            whole.bearer = "caller"
            var part = clause(sentence, .guarantee)
            part.text = "which will \(verb) the caches."
            return book.bound([whole, part])[1].rule?.kind
        }
        #expect(kinds("flush") == .coherentWhenBracketed)
        #expect(kinds("invalidate") == nil)
    }

    @Test("An interface is not meant by the callback of the same name")
    func interfaceAndCallback() throws {
        var asked = clause("Callers must call widget_tell() before widget_map(), and begin.")
        asked.bearer = "caller"
        let bound = RuleBook(vocabulary: .example).read([asked])[0]
        #expect(bound.plan == nil)
    }

    @Test("A prohibition that is said of what has to stay is not tested on anything else")
    func stays() {
        for text in [
            "Callers must not call widget_unmap() on a window that has to stay mapped.",
            "A caller must not unmap a window that others need to remain mapped.",
        ] {
            var clause = clause(text, .prohibition)
            clause.bearer = "caller"
            let bound = RuleBook(vocabulary: .example).read([clause])[0]
            #expect(bound.plan == nil, "\(text)")
        }
    }

    @Test("The ordering word right before an interface counts, and no other one")
    func ordering() throws {
        func first(_ text: String) throws -> Value? {
            try #require(Self.rule(.order, Self.reading(text, .obligation))).parameters["first"]
        }
        for text in [
            "widget_begin() must be called, as follows from its description, before widget_map().",
            "widget_begin() must be called in the following order: before widget_map().",
            "After widget_begin(), and in the preceding order, call widget_map().",
        ] {
            #expect(try first(text) == .word("begin"), "\(text)")
        }
        #expect(try first("widget_begin() must be called, as before, after widget_map().") == .word("map"))
    }

    @Test("After what ends a bracket is outside of it, whatever else began; after its beginning is inside")
    func inside() throws {
        func place(_ text: String) throws -> Value? {
            try #require(Self.rule(.outcomeOutside, Self.reading(text, .undefined))).parameters["place"]
        }
        let after = "Results of widget_map() after"
        #expect(try place("\(after) end are undefined, wherever an access began.") == .word("afterBracket"))
        #expect(try place("\(after) widget_end() are undefined, wherever one began.") == .word("afterBracket"))
        #expect(try place("\(after) begin are undefined.") == .word("inBracket"))
        #expect(try place("\(after) the access was announced are undefined.") == .word("inBracket"))
    }

    @Test("Of several callbacks the one beside the word is missing")
    func missing() throws {
        func absent(_ text: String) throws -> Value? {
            try #require(Self.rule(.canFail, Self.reading(text, .outcome))).parameters["absent"]
        }
        let text = "widget_map() can fail with -EINVAL, like begin, when the end callback is missing."
        #expect(try absent(text) == .words(["end"]))
        let lack = "In begin widget_map() can fail with -EINVAL where drivers lack unmap."
        #expect(try absent(lack) == .words(["unmap"]))
    }

    @Test("What succeeds even before an access is not what is told of another time before it")
    func before() throws {
        func before(_ text: String) throws -> Value? {
            try #require(Self.rule(.alwaysSucceeds, Self.reading(text, .obligation))).parameters["before"]
        }
        #expect(try before("widget_map() must always succeed, even before callers call begin.") == .flag(true))
        #expect(try before("widget_map() must always succeed as before, once the access began.") == nil)
    }

    @Test("An undefined result that a call is said to have is nothing to be relied on")
    func undefinedResult() throws {
        let reading = Self.reading("Calls of widget_map() after widget_end() have an undefined result.", .guarantee)
        #expect(try #require(Self.rule(.outcomeOutside, reading)).force(of: reading) == .undefined)
    }

    @Test("What is not defined is undefined, and not turned into a promise")
    func notDefined() throws {
        let reading = Self.reading("What widget_map() gives outside of its range is not defined.", .undefined)
        #expect(try #require(Self.rule(.outcomeOutside, reading)).force(of: reading) == .undefined)
    }

    @Test("\"Must\" in a phrase of the vocabulary is also \"has to\" and \"needs to\"")
    func mustInPhrase() {
        for text in [
            "The widget must be oiled.", "The widget has to be oiled.", "The widget needs to be oiled.",
            "The widget must be oiled so that callers can use it.", "The widget must be oiled to ensure it can turn.",
            "Polish the frame, which callers can ask for and drivers need to do.",
        ] {
            #expect(Self.rule(.domainStep, Self.reading(text, .obligation)) != nil, "\(text)")
        }
    }

    @Test("\"Must not hold less than 2\" asks for 2")
    func atLeast() throws {
        let book = RuleBook(vocabulary: .example)
        func plan(_ text: String, _ modality: Modality) throws -> TestPlan {
            var clause = clause(text, modality)
            clause.bearer = "caller"
            return try #require(book.read([clause])[0].plan)
        }
        #expect(
            try plan("Callers must not hold less than 2 windows.", .prohibition)
                == plan("Callers must hold at least 2 windows.", .obligation))
    }
}
