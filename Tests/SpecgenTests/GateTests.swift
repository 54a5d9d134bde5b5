import Clauses
import Compliance
import Foundation
import Promises
import Testing

extension PackagesOfTheirOwn {
    /// A second subsystem, in words and with a testbed of its own, goes through all stages: its documentation is read,
    /// its tests are generated, compiled, run and proven, and its clauses reported.
    @Suite("The toy subsystem")
    struct GateTests {
        static let verified = Result {
            let spec = Run.package.appendingPathComponent("Tests/Fixtures/Gate/Spec").path
            return try Run(
                "verify", spec, "--vocabulary", "\(spec)/vocabulary.yaml", "--format", "json", "--package-path",
                Run.package.path, "--scratch-path", Run.scratch.path)
        }

        @Test("goes through all stages, and most of its promises are proven")
        func allStages() throws {
            let run = try Self.verified.get()
            #expect(run.status == 0, "\(run.errors)")
            let report = try run.report()
            #expect(report.totals.failing == 0)
            #expect(report.totals.unproven == 0)
            let proven = Set(report.clauses.filter { $0.status == .verified }.compactMap(\.clause.promise))
            #expect(
                proven.isSuperset(of: [
                    Promise(.callbackPresence, named: "open"), Promise(.callbackPresence, named: "close"),
                    Promise(.calledFrom, named: "open"), Promise(.calledFrom, named: "close"),
                    Promise(.canFail, named: "create"), Promise(.canFail, named: "open"),
                    Promise(.maxHeld, named: "pass"),
                    Promise(.pairs, named: "pass"), Promise(.protectedByLock, named: "gate"),
                    Promise(.referenceCounted, named: "pass"), Promise(.returns, named: "enter"),
                ]))
            for reported in report.clauses where reported.status.isNormative && reported.status != .verified {
                #expect(reported.clause.reason?.isEmpty == false, "\(reported.clause.text)")
            }
        }
    }
}
