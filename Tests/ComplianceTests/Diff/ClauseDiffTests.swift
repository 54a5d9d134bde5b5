import Clauses
import Foundation
import KernelDoc
import Testing

@testable import Compliance

@Suite("What a change of documentation does") struct ClauseDiffTests {
    private func clauses(_ text: String, _ file: String = "gates.md") -> [Clause] {
        DocumentReader().read(Array(text.utf8), named: file).documents.flatMap { ClauseExtractor().clauses(in: $0) }
    }

    private func diff(_ old: String, _ new: String, files: (String, String) = ("gates.md", "gates.md")) -> ClauseDiff {
        ClauseDiff(from: clauses(old, files.0), to: clauses(new, files.1))
    }

    private func only(_ diff: ClauseDiff, _ kind: ClauseDiff.Kind) throws -> ClauseDiff.Change {
        let changes = diff[kind]
        try #require(changes.count == 1, "\(diff.changes.map { ($0.kind, $0.old?.text, $0.new?.text) })")
        return changes[0]
    }

    static let gates = """
        # Gates

        A driver must open the gate before it enters. The gate keeper counts every visitor who comes in.

        Visitors may bring a lantern. The gate can fail to open with -EBUSY.
        """

    @Test("The same text has no changes.")
    func same() {
        let diff = diff(Self.gates, Self.gates)
        #expect(diff.changes.allSatisfy { $0.kind == .unchanged && !$0.isMoved })
        #expect(diff.oldCount == 4)
        #expect(DiffText(diff, title: "gates").description == "gates: 4 sentences before, 4 after: 4 unchanged.\n")
    }

    @Test("Text that is wrapped again, or gets other capitals and markup, has not changed.")
    func wrapped() {
        let wrapped = """
            # Gates

            A driver must open the *gate* before
            it enters.
            The gate keeper counts every
            visitor who comes in.

            Visitors may bring a `lantern`.  The gate can fail to open with -EBUSY.
            """
        #expect(diff(Self.gates, wrapped).changes.allSatisfy { $0.kind == .unchanged })
    }

    @Test("Text that moves to another file, or under another heading, has moved and not changed.")
    func moved() {
        let other = diff(Self.gates, Self.gates.replacing("# Gates", with: "# Doors"), files: ("a.md", "b.md"))
        #expect(other.changes.allSatisfy { $0.kind == .moved })
        let text = DiffText(other, title: "a.md to b.md").description
        #expect(text.contains("4 sentences from a.md to b.md, Doors"))
        #expect(!text.contains("lantern"))
    }

    @Test("What is removed, and what is added, is named.")
    func removed() throws {
        let diff = diff(
            Self.gates,
            Self.gates.replacing(" The gate keeper counts every visitor who comes in.", with: "")
                + "\nNobody may sleep under the arch.\n")
        #expect(try only(diff, .removed).old?.text == "The gate keeper counts every visitor who comes in.")
        #expect(try only(diff, .added).new?.text == "Nobody may sleep under the arch.")
        #expect(diff[.unchanged].count == 3)
        let text = DiffText(diff, title: "gates").description
        #expect(text.contains("Removed, without a successor (1)"))
        #expect(text.contains("The gate keeper counts every visitor who comes in."))
    }

    @Test(
        "Each change of meaning is told for what it is.",
        arguments: [
            ("A driver must open", "A driver should open", Effect.Kind.modality, "obligation", "recommendation", true),
            ("A driver must open", "A driver must not open", .modality, "obligation", "prohibition", true),
            ("before it enters", "after it enters", .polarity, "before", "after", true),
            ("with -EBUSY", "with -EAGAIN", .errors, "-EBUSY", "-EAGAIN", false),
            ("may bring", "may not bring", .modality, "permission", "prohibition", false),
            ("counts every", "never counts any", .polarity, "", "never", true),
            ("A driver must", "Userspace must", .bearer, "driver", "userspace", false),
        ] as [(String, String, Effect.Kind, String, String, Bool)])
    func meaning(
        _ before: String, _ after: String, _ kind: Effect.Kind, _ old: String, _ new: String, _ isWeakening: Bool
    ) throws {
        let change = try only(diff(Self.gates, Self.gates.replacing(before, with: after)), .changed)
        let effect = try #require(change.effects.first { $0.kind == kind }, "\(change.effects)")
        #expect(effect.new == new || kind == .polarity && effect.new.contains(new))
        #expect(effect.old == old || kind == .polarity && effect.old.contains(old))
        #expect(change.isWeakening == isWeakening)
    }

    @Test(
        "Another name in C, another number and an opposite are changes of meaning; the order of the words is none.",
        arguments: [
            ("The core calls gate_open() at night.", "The core calls gate_shut() at night.", [.symbols]),
            ("A caller holds gate->lock there.", "A caller holds gate->mutex there.", [.symbols]),
            (
                "Callers call gate_lock() before gate_open().", "Callers call gate_open() before gate_lock().",
                [.symbols]
            ),
            ("The core calls gate_open() at night.", "The core calls gate_open() and gate_shut() at night.", [.words]),
            ("It shuts the gate only once.", "It shuts the gate only twice.", [.quantity]),
            ("Once it is shut, nobody enters.", "When it is shut, nobody enters.", []),
            ("The core rejects every pass.", "The core accepts every pass.", [.polarity]),
            ("Wagons that are too large are stopped.", "Wagons that are too small are stopped.", [.polarity]),
            ("A caller must not rest there.", "A caller may rest there.", [.modality]),
            ("A caller must knock when it is dark.", "A caller must knock when it is raining.", [.condition]),
            ("A caller must knock when it is dark.", "A caller must knock when it is already dark.", [.condition]),
            ("A caller must knock when using a gate.", "A caller must knock when it uses the gate.", []),
            ("A caller must knock at one of the gates.", "One caller must knock at one of the gates.", [.words]),
        ] as [(String, String, [Effect.Kind])])
    func kinds(_ before: String, _ after: String, _ kinds: [Effect.Kind]) throws {
        let change = try #require(diff("# Gates\n\n\(before)\n", "# Gates\n\n\(after)\n").changes.first)
        #expect(change.effects.map(\.kind) == kinds, "\(change.effects)")
        #expect(change.kind == (kinds.isEmpty ? .reworded : .changed))
    }

    @Test("A sentence that was written anew in its place is one, and has to be read; another one in its place is not.")
    func rewritten() throws {
        func page(_ sentence: String) -> String { "# Gates\n\nGates creak. \(sentence) Hinges squeal.\n" }
        let old = page("A caller must not hold more than 2 passes at once.")
        let anew = diff(old, page("At any time a wagon has two passes at its disposal, and a caller no third one."))
        let change = try only(anew, .changed)
        #expect(change.effects.contains { $0.kind == .wording })
        #expect(change.isWeakening)
        #expect(DiffText(anew, title: "x").description.contains("* written anew: read whether it still says as much\n"))
        let other = diff(old, page("Dogs need a collar."))
        #expect(other[.removed].count == 1 && other[.added].count == 1)
        // Nor elsewhere: what speaks for it is the place.
        let moved = diff(old, "# Gates\n\nGates creak. Hinges squeal. A wagon has two passes at its disposal.\n")
        #expect(moved[.removed].count == 1 && moved[.added].count == 1)
    }

    @Test("What goes with a clause is told of that clause alone.")
    func within() throws {
        let change = try only(
            diff(
                "# Gates\n\nThere are small variants of both gates for wagons that must not wait:\n",
                "# Gates\n\nThere are small variants of both gates:\n"), .changed)
        #expect(change.lostClauses.map(\.modality) == [.prohibition])
        #expect(change.effects.isEmpty)
    }

    @Test("A promise of which only the condition is left is gone; the condition is not what was taken from it.")
    func leftCondition() throws {
        let (whole, rest) = ("The gate is washed before the visitor is greeted.", "The visitor is greeted.")
        func page(_ text: String) -> String { "# Gates\n\nGates creak. \(text)\n" }
        let change = try #require(diff(page(whole), page(rest)).weakened.first)
        #expect(change.lostClauses.map(\.text) == [whole])
        #expect(change.effects.isEmpty)
        let text = DiffText(diff(page(whole), page(rest)), title: "x").description
        #expect(text.contains("no longer says: The gate is washed before the visitor is greeted."))
        #expect(!text.contains("no longer only"))
        // Nor is a promise kept that became the condition of another.
        #expect(diff(page(rest), page(whole)).weakened.count == 1)
        #expect(diff(page(rest), page("The visitor is greeted warmly.")).weakened.isEmpty)
        #expect(diff(page("The visitor is greeted before it is dark."), page(rest)).weakened.isEmpty)
    }

    @Test("Another prototype is one, and is told as such.")
    func prototype() throws {
        func text(_ type: String) -> String { "# Gates\n\n    \(type) gate_open(struct gate *gate);\n" }
        let diff = diff(text("int"), text("void"))
        #expect(try only(diff, .changed).effects.map(\.kind) == [.prototype])
        #expect(DiffText(diff, title: "x").description.contains("* another prototype (softer or firmer: read it)\n"))
    }

    @Test("A bound that lets more pass is softer, one that lets less pass is not.")
    func bounds() throws {
        func clause(_ limit: Int) -> [Clause] {
            [
                Clause(
                    id: "gates/\(limit)", block: .init(kind: .doc, title: "gates"),
                    source: .init(file: "gates.md", line: 1, endLine: 1),
                    sentence: "Hold at most \(limit) passes at a time.",
                    text: "Hold at most \(limit) passes at a time.", modality: .obligation, bearer: "caller",
                    quantity: .init(relation: .atMost, value: limit, unit: "pass"))
            ]
        }
        let softer = try only(ClauseDiff(from: clause(2), to: clause(4)), .changed)
        #expect(softer.effects.map(\.new) == ["at most 4"])
        #expect(softer.isWeakening)
        #expect(!(try only(ClauseDiff(from: clause(4), to: clause(2)), .changed).isWeakening))
    }

    @Test(
        "What drops a bound, or turns a duty or a promise into its opposite, weakens it.",
        arguments: [
            ("A caller must lock the gate.", "A caller must unlock the gate."),
            ("A caller must lock the gate.", "A caller must not lock the gate."),
            ("A caller must not lock the gate.", "A caller must lock the gate."),
            ("A caller must call it with the lock held.", "A caller must call it without the lock held."),
            ("The function does not sleep.", "The function sleeps."),
            ("The function does not sleep and does not fail.", "The function sleeps and fails."),
            ("The gate is always shut at night.", "The gate is never shut at night."),
            ("A caller must hold at most 2 passes.", "A caller must hold passes."),
            ("A caller should hold at most 2 passes.", "A caller should hold passes."),
            ("A caller must hold no more than 2 passes.", "A caller must hold more than 2 passes."),
            ("A caller must hold at most 2 passes.", "A caller must hold at least 2 passes."),
            ("A caller must hold exactly 2 passes.", "A caller must hold at most 2 passes."),
            ("A caller must not hold more than 2 passes.", "A caller must not hold passes at night."),
            ("A caller must not hold more than 2 passes.", "A caller must not hold more than 4 passes."),
        ])
    func weakenings(_ before: String, _ after: String) throws {
        let diff = diff("# Gates\n\n\(before)\n", "# Gates\n\n\(after)\n")
        #expect(try only(diff, .changed).isWeakening)
        #expect(diff.changesMeaning)
        #expect(!DiffText(diff, title: "x").description.contains("“”"))
    }

    @Test(
        "A word that became its opposite is seen where the same word, or the opposite, stands in the sentence twice.",
        arguments: [
            (
                "A gate must be oiled before opening (so that it swings before any visitor pushes).",
                "A gate must be oiled after opening (so that it swings before any visitor pushes).", "before", "after"
            ),
            (
                "A caller must wait before the bell and rest after it.",
                "A caller must wait after the bell and rest after it.", "before", "after"
            ),
            (
                "A caller must knock before the bell and before leaving.",
                "A caller must knock after the bell and before leaving.", "before", "after"
            ),
            (
                "A caller must knock before entering, and bow after leaving.",
                "A caller must knock after entering, and bow before leaving.", "before", "after"
            ),
            (
                "The first gate must be locked and the second gate must be unlocked.",
                "The first gate must be unlocked and the second gate must be unlocked.", "locked", "unlocked"
            ),
        ])
    func opposites(_ before: String, _ after: String, _ old: String, _ new: String) throws {
        let change = try only(diff("# Gates\n\n\(before)\n", "# Gates\n\n\(after)\n"), .changed)
        #expect(change.isWeakening)
        #expect(change.effects.contains { $0.kind == .polarity && $0.old == old && $0.new == new }, "\(change.effects)")
    }

    @Test("Two parts of a sentence that changed places turn nothing into its opposite.")
    func changedPlaces() {
        let diff = diff(
            "# Gates\n\nThe keeper must oil a gate before opening it and wash a gate after closing it.\n",
            "# Gates\n\nThe keeper must wash a gate after closing it and oil a gate before opening it.\n")
        #expect(diff.weakened.isEmpty, "\(diff.weakened.map(\.effects))")
    }

    @Test(
        "What is as strong in other words, or stronger, is no weakening.",
        arguments: [
            ("A caller must hold no more than 2 passes.", "A caller must hold at most 2 passes."),
            ("A caller must not hold more than 4 passes.", "A caller must not hold more than 2 passes."),
            ("A caller must hold at most 4 passes.", "A caller must hold exactly 3 passes."),
            ("A caller must not hold any pass.", "A caller must hold no pass."),
            ("Visitors may bring at most 2 dogs.", "Visitors may bring dogs."),
            ("Visitors may bring dogs.", "Visitors must not bring dogs."),
            ("A caller should lock the gate.", "A caller must lock the gate."),
            ("The function does not sleep.", "The function must not sleep."),
        ])
    func noWeakenings(_ before: String, _ after: String) {
        let diff = diff("# Gates\n\n\(before)\n", "# Gates\n\n\(after)\n")
        #expect(diff.weakened.isEmpty, "\(diff.weakened.map(\.effects))")
    }

    @Test("A bound that is gone, and a “not” that is gone, became nothing, and nobody keeps what is not there.")
    func nothing() {
        func text(_ before: String, _ after: String) -> String {
            DiffText(diff("# G\n\n\(before)\n", "# G\n\n\(after)\n"), title: "x").description
        }
        #expect(
            text("The function does not sleep.", "The function sleeps.").contains("* the opposite: “not” is gone\n")
        )
        #expect(
            text("The function sleeps.", "The function does not sleep.").contains("* the opposite: “not” came in (")
        )
        #expect(
            text("A caller must hold at most 2 passes.", "A caller must hold passes.").contains(
                "* “at most 2” is gone (softer)\n"))
        #expect(
            text("A caller must lock the gate.", "A caller must not lock the gate.").contains(
                "* was an obligation, is a prohibition (the opposite)\n"))
    }

    @Test("A clause is not said elsewhere where it is said there of fewer.")
    func softerSuccessor() throws {
        func header(_ text: String) -> String {
            "/**\n * gate_open() - opens a gate\n *\n\(text) */\nint gate_open(void);\n"
        }
        let duty = "The caller must hold at most 2 passes of the warden"
        func weakened(_ after: String) -> Int {
            let (old, new) = (header(" * Gates creak, and the hinges squeal; \(duty).\n"), header(after))
            return diff(old, new, files: ("gate.h", "gate.h")).weakened.count
        }
        let rest = " * Gates creak, and the hinges squeal.\n *\n"
        #expect(weakened("\(rest) * \(duty).\n") == 0)
        #expect(weakened("\(rest) * \(duty.replacing("at most 2 ", with: "")).\n") == 1)
    }

    @Test(
        "A meaning changes with a duty that comes or goes, and not with words that ask nothing.",
        arguments: [
            ("", "Nobody may sleep under the arch.", true), ("Nobody may sleep under the arch.", "", true),
            ("", "Arches are older than gates.", false), ("Arches are older than gates.", "", false),
        ])
    func meanings(_ before: String, _ after: String, _ isChange: Bool) {
        #expect(diff(Self.gates + "\n\n\(before)\n", Self.gates + "\n\n\(after)\n").changesMeaning == isChange)
    }

    @Test("Colours mark what was edited, and nothing that merely looks like it.")
    func colours() {
        let diff = diff(
            "# G\n\nThe gate must close. It returns [-EBUSY {+x while a visitor is in it.\n",
            "# G\n\nThe gate should be closed. It returns [-EBUSY {+x while some small visitor is in it.\n")
        func text(isColored: Bool) -> String {
            DiffText(diff, title: "[-x", width: 72, isColored: isColored).description
        }
        let colored = text(isColored: true)
        #expect(colored.contains("It returns [-EBUSY {+x while"))
        #expect(colored.contains("\u{1B}[31m[-a-]\u{1B}[0m \u{1B}[32m{+some small+}\u{1B}[0m visitor"))
        let bare = colored.replacing(/\u{1B}\[\d+m/, with: "").replacing("\u{1B}[0m", with: "")
        #expect(bare == text(isColored: false))
    }

    @Test("An edit that spans lines is coloured on each of them.")
    func longEdit() {
        let words = String(repeating: "long and ", count: 12)
        let text = DiffText(
            diff(Self.gates, Self.gates.replacing("bring a lantern", with: "bring a \(words)lasting lantern")),
            title: "x", width: 40, isColored: true
        ).description
        let lines = text.split(separator: "\n").filter { $0.contains("long and") }
        #expect(lines.count > 2)
        #expect(lines.allSatisfy { $0.contains("\u{1B}[32m") && $0.contains("\u{1B}[0m") })
    }

    @Test("A sentence that takes the old one back by a prefix is its successor, and its opposite.")
    func opposite() throws {
        func header(_ text: String) -> String {
            "/**\n * struct gate - a gate\n * @hinge: \(text)\n */\nstruct gate { int hinge; };\n"
        }
        let diff = diff(
            header(
                "The bearing must be visible. If dust is about, the keeper needs to wipe the glass in front of it daily."
            ),
            header("The bearing must be invisible, strangers are expected to ring the bell of the main house instead."),
            files: ("gate.h", "gate.h"))
        let change = try #require(diff[.changed].first)
        #expect(change.effects.contains { $0.kind == .polarity && $0.old == "visible" && $0.new == "invisible" })
    }

    @Test("A duty that is gone, while its opposite is asked elsewhere, says so.")
    func contradiction() throws {
        let diff = diff(
            "# A\n\nAs old visitors might expect visible bearings, the keeper of each house needs to set up a visible bearing.\n",
            "# B\n\nThe bearing has to be invisible.\n")
        let change = try only(diff, .removed)
        #expect(change.contradiction?.newWord == "invisible")
        #expect(change.isWeakening)
        #expect(DiffText(diff, title: "x").description.contains("“visible” became “invisible”"))
    }

    @Test(
        "Words that are not known to say the same are a change of meaning.",
        arguments: [
            ("The gate is shut by the keeper.", "The gate is kept by the keeper.", false),
            ("The passes are sorted in ascending order.", "The passes are sorted in descending order.", false),
            ("The gate may be opened from any side.", "The gate may be opened from the inner side.", false),
            ("A pass must be at least 4 inches long.", "A pass must be at least 4 feet long.", false),
            ("The hinge must be 4-bolt mounted.", "The hinge must be 8-bolt mounted.", false),
            ("All drivers must knock at the gate.", "Some drivers must knock at the gate.", true),
            ("Drivers must knock at the gate.", "Drivers must usually knock at the gate.", true),
            ("Only the owner may unlock it.", "Everyone may unlock it.", true),
            ("Returns -EBUSY only if the gate is in use.", "Returns -EBUSY if the gate is in use.", true),
            ("Returns NULL on failure.", "Returns ERR_PTR on failure.", false),
            ("Returns -1 on failure.", "Returns 1 on failure.", false),
            ("The callback must return a value > 0.", "The callback must return a value < 0.", false),
            ("The caller must hold the lock.", "The caller must hold the mutex.", false),
            ("The core calls the keeper.", "The core is called by the keeper.", false),
            ("Userspace can rely on the order.", "Userspace cannot rely on the order.", true),
            ("Drivers must knock unless in a hurry.", "Drivers must knock if in a hurry.", true),
            ("No gate is opened by the core.", "The gate is not opened by the core.", false),
            ("No gate is opened and shut.", "A gate is opened and not shut.", false),
        ])
    func otherWords(_ before: String, _ after: String, _ isWeakening: Bool) throws {
        let diff = diff("# Gates\n\nGates creak. \(before)\n", "# Gates\n\nGates creak. \(after)\n")
        #expect(diff.changesMeaning)
        #expect(!diff.weakened.isEmpty || !isWeakening)
        #expect(diff[.reworded].isEmpty)
    }

    @Test(
        "What is known to say the same is reworded: function words, synonyms, spelling, contractions, order of parts.",
        arguments: [
            ("The caller must hold the lock.", "The caller has to hold a lock."),
            ("The caller must always hold the lock.", "Always, the caller must hold the lock."),
            ("When the gate is gone, the caller must wait.", "The caller must wait once the gate is gone."),
            ("It is invoked by the core.", "It's called by the core."),
            ("Userspace must ensure that it is mapped.", "User space must make sure that it has been mapped."),
            ("The gate doesn't synchronise its hinges.", "The gate does not synchronize its hinges."),
            ("Each hinge must be oiled.", "Every hinge must be oiled."),
            ("The hinge must be oiled before the call.", "The hinge must be oiled prior to the call."),
            ("The function returns 0 on success.", "Returns zero on success."),
            ("No gate is opened by the core.", "A gate is not opened by the core."),
            ("No gate_open() is called here.", "gate_open() is not called here."),
            ("The caller must release it when it is finished.", "The caller must release it when it finishes."),
        ])
    func sameWords(_ before: String, _ after: String) throws {
        let diff = diff("# Gates\n\nGates creak. \(before)\n", "# Gates\n\nGates creak. \(after)\n")
        #expect(!diff.changesMeaning, "\(diff.changes.map(\.effects))")
        #expect(diff[.reworded].count == 1)
    }

    @Test("Other words that ask nothing of anybody are told apart, below, and are no change of meaning.")
    func informativeWords() {
        let diff = diff("# Gates\n\nArches are older than gates.\n", "# Gates\n\nArches are older than walls.\n")
        #expect(!diff.changesMeaning)
        #expect(DiffText(diff, title: "x").description.contains("In other words, and informative only (1)"))
    }

    @Test("The summary says how many of a kind stand under other headings, being informative.")
    func counts() {
        let diff = diff(
            "# Gates\n\nNobody may sleep under the arch. Arches are older than walls. Gates creak.\n",
            "# Gates\n\nGates creak.\n\nHinges of brass squeal. A driver must oil them.\n")
        let text = DiffText(diff, title: "x", width: 200).description
        #expect(text.contains("2 removed (1 informative), 2 added (1 informative), 1 unchanged"), "\(text)")
        #expect(
            text.contains("Removed, without a successor (1)") && text.contains("Removed, and was informative only (1)"))
    }

    @Test("Sentences with other words are shown word by word.")
    func reworded() throws {
        let diff = diff(
            Self.gates,
            Self.gates.replacing("Visitors may bring a lantern", with: "Visitors may bring a small brass lantern"))
        let change = try only(diff, .changed)
        #expect(change.effects.map(\.kind) == [.words])
        #expect(change.words.map(\.kind) == [.same, .added, .same])
        #expect(change.words.map(\.text) == ["Visitors may bring a", "small brass", "lantern."])
        #expect(DiffText(diff, title: "x").description.contains("Visitors may bring a {+small brass+} lantern."))
        #expect(
            DiffMarkdown(diff, title: "x").description.contains("Visitors may bring a <ins>small brass</ins> lantern."))
    }

    @Test("“This callback is optional”, said of one callback, is not what was said of another.")
    func ofItsPlace() {
        func header(_ members: String...) -> String {
            "/**\n * struct ops - operations\n"
                + members.map { " * @\($0): This callback is optional.\n" }.joined() + " */\nstruct ops {"
                + members.map { " int \($0);" }.joined() + " };\n"
        }
        let diff = diff(header("open"), header("close"), files: ("ops.h", "ops.h"))
        #expect(diff[.moved].isEmpty)
        #expect(!diff[.unchanged].contains { $0.new?.text.contains("optional") == true })
        #expect(diff[.removed].contains { $0.old?.block.member == "open" })
        #expect(diff[.added].contains { $0.new?.block.member == "close" })
    }

    @Test("The tests and mutants that a change touches are named.")
    func tests() throws {
        let (old, new) = (clauses(Self.gates), clauses(Self.gates.replacing("must open", with: "should open")))
        let result = Samples.result([Samples.test(old[0].id, killed: ["allowsFourPasses"])])
        var known = old
        known[0].rule = .init(kind: .maxHeld, force: .required, parameters: ["subject": .word("pass")])
        let tests = DiffTests(ComplianceReport(clauses: known, result: result))
        let text = DiffText(ClauseDiff(from: old, to: new), tests: tests, title: "x").description
        #expect(text.contains("touches the test test(), which kills allowsFourPasses"))
        let same = DiffText(ClauseDiff(from: old, to: old), tests: tests, title: "x").description
        #expect(!same.contains("touches"))
    }

    @Test("JSON names its schema and every sentence.")
    func json() throws {
        let text = try DiffJSON(diff(Self.gates, Self.gates.replacing("must open", with: "should open"))).text()
        let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(object["schema"] as? String == "specgen.diff/1")
        #expect(
            (object["changes"] as? [[String: Any]])?.map { $0["kind"] as? String } == [
                "changed", "unchanged", "unchanged", "unchanged",
            ])
        #expect(object["weakened"] as? Int == 1)
    }

    @Test("JSON says where a duty went, and what took it back.")
    func jsonOfSuccessors() throws {
        func changes(_ diff: ClauseDiff) throws -> [[String: Any]] {
            let text = try DiffJSON(diff).text()
            let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
            return try #require(object["changes"] as? [[String: Any]])
        }
        let opposite = try changes(
            diff(
                "# A\n\nAs old visitors might expect visible bearings, the keeper of each house needs to set up a visible bearing.\n",
                "# B\n\nThe bearing has to be invisible.\n"))
        let contradiction = try #require(opposite[0]["contradiction"] as? [String: Any])
        #expect(contradiction["newWord"] as? String == "invisible")
        #expect((contradiction["sentence"] as? [String: Any])?["text"] as? String == "The bearing has to be invisible.")
        #expect(opposite[0]["isMerged"] as? Bool == false)
        func header(_ text: String) -> String {
            "/**\n * gate_open() - opens a gate\n *\n\(text) */\nint gate_open(void);\n"
        }
        let duty = "The caller must hold at most 2 passes of the warden"
        let split = try changes(
            diff(
                header(" * Gates creak, and the hinges squeal; \(duty).\n"),
                header(" * Gates creak, and the hinges squeal.\n *\n * \(duty).\n"), files: ("gate.h", "gate.h")))
        let successors = split.flatMap { $0["successors"] as? [[String: Any]] ?? [] }
        #expect(successors.map { $0["text"] as? String } == ["\(duty)."])
    }

    @Test("No text of the documentation becomes markup or an escape sequence.")
    func inert() {
        let evil = "A driver must not \u{1B}[2J <img src=x> @all | `x` \u{202E} open."
        let diff = diff(Self.gates, "# G\n\n\(evil)\n")
        #expect(!DiffText(diff, title: evil).description.contains("\u{1B}"))
        let markdown = DiffMarkdown(diff, title: "x").description
        for mark in ["<img", "@all"] { #expect(!markdown.contains(mark)) }
        #expect(!markdown.contains("\u{1B}") && !markdown.contains("\u{202E}"))
    }

    @Test("Sentences are compared in a time that grows as their number does.")
    func large() {
        func text(_ count: Int, _ word: String) -> [Clause] {
            (0..<count).map { index in
                let sentence =
                    "The keeper number \(index) \(word) lock door \(index * 7 % count) of house \(index / 10) every evening."
                return Clause(
                    id: "\(index)", block: .init(kind: .doc, title: "house \(index / 10)"),
                    source: .init(file: "houses.md", line: index + 1, endLine: index + 1), sentence: sentence,
                    text: sentence,
                    modality: .obligation, bearer: "keeper")
            }
        }
        // The processor time of this thread, so that others on the machine do not count.
        func processorTime() -> Double {
            var time = timespec()
            clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
            return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
        }
        func seconds(_ count: Int) -> Double {
            let (old, new) = (text(count, "must"), text(count, "shall"))
            let start = processorTime()
            #expect(ClauseDiff(from: old, to: new)[.reworded].count == count)
            return processorTime() - start
        }
        let (small, large) = (seconds(125), seconds(1000))
        // Eight times the text: quadratic work would take 64 times as long.
        #expect(large < small * 30)
    }
}
