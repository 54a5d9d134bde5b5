import Clauses
import Promises
import Testing
import Widget
@testable import Rules

@Suite("The registry of rule kinds")
struct RegistryTests {
    @Test("Every kind stands in the registry once", arguments: RuleKind.allCases)
    func once(kind: RuleKind) {
        #expect(Registry.kinds.filter { $0.kind == kind }.count == 1)
    }

    @Test("Each kind reads its examples", arguments: Registry.kinds.indices)
    func examples(index: Int) {
        let kind = Registry.kinds[index]
        for example in kind.examples {
            #expect(
                kind.patterns.contains { Match.find($0, in: reading(example)).flatMap { try? kind.init($0) } != nil },
                "\(kind) does not read: \(example)")
        }
    }

    @Test(
        "Each pattern of a kind makes a rule of an example, or of a sentence of its own words",
        arguments: Registry.kinds.indices)
    func patterns(index: Int) {
        let kind = Registry.kinds[index]
        for pattern in kind.patterns {
            func makesRule(_ text: String) -> Bool {
                [
                    text, "Read" + text, text + " during access to the window", text + " or fails",
                    text + " after -EINTR",
                ].contains { text in
                    ["begin", nil].contains { member in
                        Match.find(pattern, in: inList(reading(text, member: member))).flatMap { try? kind.init($0) }
                            != nil
                    }
                }
            }
            #expect(
                (kind.examples + sentences(of: pattern)).contains { makesRule($0) }, "\(kind): nothing for \(pattern)")
        }
    }

    /// The same, in a list of steps.
    private func inList(_ reading: Reading) -> Reading {
        var surroundings = reading.surroundings
        surroundings.steps = SequenceOfSteps.Steps(
            ["Call widget_map().", "Call widget_unmap()."], of: clause("", leadIn: "Follow these steps:"), Self.glossary
        )
        return Reading(reading.clause, glossary: Self.glossary, surroundings: surroundings)
    }

    private static let glossary = Glossary(.example)

    /// Sentences in which a pattern's words stand side by side: it can make nothing of any other, if not of these.
    private func sentences(of pattern: Pattern) -> [String] {
        var result = [""]
        for piece in pattern.source.split(separator: " ") where !["…", "~"].contains(piece) && !piece.hasSuffix("?") {
            let words =
                piece.hasPrefix("{")
                ? Self.phrases[String(piece.dropFirst().dropLast())] ?? []
                : piece.split(separator: "|").map(String.init)
            result = Array(result.flatMap { start in words.map { "\(start) \($0)" } }.prefix(200))
        }
        return result
    }

    /// What can stand in each slot, in the words of the example.
    private static let phrases = [
        "api": ["widget_map()", "widget_unmap()", "widget_begin()", "widget_attach()"],
        "callback": ["map callback", "unmap"],
        "resource": ["window", "session"], "bracket": ["session"], "mapping": ["window"], "supply": ["window space"],
        "lock": ["widget->lock"], "observation": ["sticky flag"], "party": ["caller", "driver"], "step": ["polished"],
        "this": ["this callback"], "unit": ["page"], "object": ["widget"], "number": ["2"], "error": ["-EINTR"],
    ]

    @Test("No kind reads its counter-examples", arguments: Registry.kinds.indices)
    func counterExamples(index: Int) {
        let kind = Registry.kinds[index]
        for example in kind.counterExamples {
            #expect(
                !kind.patterns.contains { Match.find($0, in: reading(example)).flatMap { try? kind.init($0) } != nil },
                "\(kind) reads: \(example)")
        }
    }

    @Test(
        "Each kind answers every force with steps or with a reason", arguments: Registry.kinds.indices, Force.allCases)
    func forces(index: Int, force: Force) {
        let kind = Registry.kinds[index]
        for example in kind.examples {
            for pattern in kind.patterns {
                guard let match = Match.find(pattern, in: reading(example)), let rule = try? kind.init(match) else {
                    continue
                }
                switch rule.plan(force) {
                case .plan(let plan): #expect(!plan.steps.isEmpty)
                case .nothing(let reason): #expect(!reason.isEmpty)
                }
                break
            }
        }
    }
}
