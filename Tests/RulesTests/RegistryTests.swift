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
