import ClauseTesting
import Testing

@testable import DMABufTestbed

@Suite("Faults of the reference")
struct FaultTests {
    @Test("The reference keeps each promise", arguments: Scenarios.all.keys.sorted())
    func reference(promise: String) throws {
        let scenario = try #require(Scenarios.all[promise])
        if let broken = World.broken(scenario, by: nil) { Issue.record("\(broken)") }
    }

    @Test("Each fault breaks the promise that it names, where a test can see it", arguments: DMABufTestbed.mutants)
    func faults(mutant: Mutant) throws {
        let scenario = try #require(Scenarios.all["\(mutant.breaks)"], "no scenario for \(mutant.breaks)")
        #expect(World.broken(scenario, by: mutant) != nil, "\(mutant.says): nothing notices")
    }

    @Test("No fault breaks more than a few promises at once")
    func reach() {
        let reached = Scenarios.all.mapValues(World.reached)
        for mutant in DMABufTestbed.mutants {
            let broken = Scenarios.all.filter { promise, scenario in
                reached[promise]?.contains(mutant.name) ?? true && World.broken(scenario, by: mutant) != nil
            }
            #expect(broken.count * 4 <= Scenarios.all.count, "\(mutant.name) breaks \(broken.keys.sorted())")
        }
    }
}
