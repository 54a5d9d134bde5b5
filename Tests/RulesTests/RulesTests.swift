import Clauses
import KernelDoc
import Testing

@testable import Rules

extension Vocabulary {
    /// A subsystem that exists only in the examples of the rule kinds.
    static let example: Vocabulary = {
        let yaml = """
            subsystem: widget
            testbed: WidgetTestbed
            parties:
              driver: {role: implementer, nouns: [drivers]}
              caller: {role: caller, nouns: [callers]}
              core: {role: framework, nouns: []}
            apis:
              begin: {symbols: [widget_begin], calls: [begin], by: caller}
              end: {symbols: [widget_end], calls: [end], by: caller}
              map: {symbols: [widget_map], calls: [map], by: caller}
              unmap: {symbols: [widget_unmap], calls: [unmap], by: caller}
              attach: {symbols: [widget_attach], calls: [map], by: caller}
            callbacks:
              begin: {members: [begin]}
              end: {members: [end]}
              map: {members: [map], nouns: [map callback]}
              unmap: {members: [unmap]}
            resources:
              session: {nature: bracket, nouns: [session, access], acquire: begin, release: end}
              window:
                nature: mapping
                nouns: [window, windows]
                acquire: map
                release: unmap
                within: session
                per: chunk
            supplies: {space: [window space]}
            locks: {widgetLock: [widget->lock]}
            units: [page, pages]
            objects: [widget]
            steps:
              polished: {action: polish, observation: isShiny}
              sticky flag: {observation: isSticky}
            """
        do { return try VocabularyFile.decode(yaml, path: "widget.yaml").vocabulary } catch {
            Issue.record(error)
            return Vocabulary(subsystem: "widget", testbed: "WidgetTestbed")
        }
    }()
}

/// A clause as the grammar would make it of a sentence in the `begin` member's description.
func clause(
    _ text: String, _ modality: Modality = .obligation, negated: Bool = false, member: String? = nil,
    symbol: String? = nil, leadIn: String? = nil
) -> Clause {
    let block = Prose.Block(kind: member == nil ? .doc : .member, title: "widgets", symbol: symbol, member: member)
    return Clause(
        id: "widgets/\(text.hashValue)", block: block, source: .init(file: "widget.h", line: 1, endLine: 1),
        sentence: text, text: text, modality: modality, bearer: "driver",
        errors: Word.words(of: text).compactMap(\.error), negated: negated, leadIn: leadIn)
}

func reading(_ text: String, member: String? = "begin") -> Reading {
    let lexicon = Lexicon(.example)
    var surroundings = Reading.Surroundings()
    surroundings.callback = member
    surroundings.recent = ["map", "unmap"]
    surroundings.recentResources = ["window", "session"]
    surroundings.prototypes = ["void *widget_map(struct widget *, unsigned long);"]
    return Reading(clause(text, member: member), lexicon: lexicon, surroundings: surroundings)
}

@Suite("The registry of rule kinds")
struct RegistryTests {
    @Test("Every kind stands in the registry once", arguments: RuleKind.allCases)
    func once(kind: RuleKind) {
        let unbuilt: Set<RuleKind> = [.invariant, .sharedBy]
        #expect(Registry.kinds.filter { $0.kind == kind }.count == (unbuilt.contains(kind) ? 0 : 1))
    }

    @Test("Each kind reads its examples", arguments: Registry.kinds.indices)
    func examples(index: Int) {
        let kind = Registry.kinds[index]
        for example in kind.examples {
            #expect(
                kind.patterns.contains { Match.find($0, in: reading(example)).flatMap { kind.init($0) } != nil },
                "\(kind) does not read: \(example)")
        }
    }

    @Test("No kind reads its counter-examples", arguments: Registry.kinds.indices)
    func counterExamples(index: Int) {
        let kind = Registry.kinds[index]
        for example in kind.counterExamples {
            #expect(
                !kind.patterns.contains { Match.find($0, in: reading(example)).flatMap { kind.init($0) } != nil },
                "\(kind) reads: \(example)")
        }
    }

    @Test(
        "Each kind answers every force with steps or with a reason", arguments: Registry.kinds.indices, Force.allCases)
    func forces(index: Int, force: Force) {
        let kind = Registry.kinds[index]
        for example in kind.examples {
            for pattern in kind.patterns {
                guard let match = Match.find(pattern, in: reading(example)), let rule = kind.init(match) else {
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
