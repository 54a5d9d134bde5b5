import ClauseTesting

@testable import DMABufTestbed

typealias Bed = DMABufTestbed

/// The testbeds of one run of a scenario: on the reference, or on one mutant.
final class World {
    private let mutant: Mutant?
    private var beds: [Bed] = []

    init(_ mutant: Mutant?) { self.mutant = mutant }

    func bed(
        _ variant: Bed.Variant? = nil, without: Set<Bed.Callback> = [], coherent: Bool = false, partial: Bool = false
    ) throws -> Bed {
        let arrangement = Arrangement<Bed>(
            variant: variant, without: without, isCoherent: coherent, isPartial: partial)
        let bed = try Bed(arrangement, mutant: mutant)
        beds.append(bed)
        return bed
    }

    /// Ends all testbeds; throws what nobody took.
    func finish() throws {
        for bed in beds {
            bed.finish()
            if let report = bed.pendingReports().first { throw Broken(words: "\(report)", trace: bed.trace) }
        }
    }

    /// The mutants that could have made a difference so far.
    private var reached: Set<String> { beds.reduce(into: []) { $0.formUnion($1.reachedMutants ?? []) } }

    /// The mutants that could make a difference in a scenario: the reference comes past their faults.
    static func reached(by scenario: (World) throws -> Void) -> Set<String> {
        let world = World(nil)
        try? scenario(world)
        try? world.finish()
        return world.reached
    }

    /// Runs a scenario; nil when it went as it must.
    static func broken(_ scenario: (World) throws -> Void, by mutant: Mutant?) -> (any Error)? {
        let world = World(mutant)
        do {
            try scenario(world)
            try world.finish()
            return nil
        } catch {
            for bed in world.beds { bed.finish() }
            return error
        }
    }
}

/// Something was not as it must be.
struct Broken: Error, CustomStringConvertible {
    var words: String
    var trace: [String] = []
    var description: String { words + trace.map { "\n  " + $0 }.joined() }
}

/// Goes on when the condition holds.
func require(_ isSo: Bool, _ words: @autoclosure () -> String, line: Int = #line) throws {
    if !isSo { throw Broken(words: "line \(line): \(words())") }
}

extension Bed {
    /// Every one of these was reported.
    func requireReport(_ violation: Violation, _ subject: some TestbedName, line: Int = #line) throws {
        try require(
            reported(violation, subject), "no report \(violation.rawValue)(\(subject.rawValue))\n\(trace)", line: line)
    }

    func requireClean(line: Int = #line) throws {
        try require(isClean, "\(pendingReports())\n\(trace)", line: line)
    }
}
