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
            ("A driver must open", "A driver must not open", .modality, "obligation", "prohibition", false),
            ("before it enters", "after it enters", .polarity, "before", "after", false),
            ("with -EBUSY", "with -EAGAIN", .errors, "-EBUSY", "-EAGAIN", false),
            ("may bring", "may not bring", .modality, "permission", "prohibition", false),
            ("counts every", "never counts any", .polarity, "", "never", false),
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
        #expect(softer.effects.map(\.new) == ["atMost 4"])
        #expect(softer.isWeakening)
        #expect(!(try only(ClauseDiff(from: clause(4), to: clause(2)), .changed).isWeakening))
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

    @Test("Reworded sentences are shown word by word.")
    func reworded() throws {
        let diff = diff(
            Self.gates,
            Self.gates.replacing("Visitors may bring a lantern", with: "Visitors may bring a small brass lantern"))
        let change = try only(diff, .reworded)
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

    @Test("No text of the documentation becomes markup or an escape sequence.")
    func inert() {
        let evil = "A driver must not \u{1B}[2J <img src=x> @all | `x` \u{202E} open."
        let diff = diff(Self.gates, "# G\n\n\(evil)\n")
        #expect(!DiffText(diff, title: evil).description.contains("\u{1B}"))
        let markdown = DiffMarkdown(diff, title: "x").description
        for mark in ["<img", "@all"] { #expect(!markdown.contains(mark)) }
        #expect(!markdown.contains("\u{1B}") && !markdown.contains("\u{202E}"))
    }

    @Test("Ten thousand sentences are compared in a time that grows as they do.")
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
        func seconds(_ count: Int) -> Duration {
            let (old, new) = (text(count, "must"), text(count, "shall"))
            let clock = ContinuousClock()
            return clock.measure { #expect(ClauseDiff(from: old, to: new)[.reworded].count == count) }
        }
        let (small, large) = (seconds(250), seconds(2000))
        // Eight times the text: quadratic work would take 64 times as long.
        #expect(large < small * 30)
    }
}
