import Clauses
import Compliance
import GateTestbed
import Synchronization
import Testing

@testable import ClauseTesting

@Suite("The clause trait") struct ClauseTraitTests {
    typealias Bed = GateTestbed
    let rehearsal = Rehearsal()

    @Sendable static func holdAtMostThree() throws {
        let bed = try Bed()
        for _ in 1...3 { try bed.hold(.pass) }
        #expect(bed.isClean)
        try bed.hold(.pass)
        #expect(bed.reported(.tooManyHeld, Bed.Resource.pass))
        for _ in 1...4 { try bed.release(.pass) }
    }

    @Test("A test that passes kills the mutants on which it fails, and shows nothing of them.")
    func provesPassingTest() async throws {
        let trait = rehearsal.trait("gates/hold", .init(.maxHeld, Bed.Resource.pass))
        let result = try #require(try await rehearsal.run(trait, Self.holdAtMostThree))
        #expect(result.outcome == .passed)
        #expect(result.killed == ["allowsFourPasses"])
        #expect(result.message == nil)
        #expect(rehearsal.issues.isEmpty)
    }

    @Test("A test that cannot fail kills nothing.")
    func findsTestThatCannotFail() async throws {
        let trait = rehearsal.trait("gates/nothing", .init(.maxHeld, Bed.Resource.pass))
        let result = try #require(try await rehearsal.run(trait) { _ = try Bed() })
        #expect(result.outcome == .passed)
        #expect(result.killed.isEmpty)
    }

    @Test("A failing test tells the sentence, its place, what was expected and seen, and the calls.")
    func failureSpeaks() async throws {
        let trait = rehearsal.trait("gates/fails", .init(.maxHeld, Bed.Resource.pass))
        let result = try #require(
            try await rehearsal.run(trait) {
                let bed = try Bed()
                try bed.hold(.pass)
                let outcome = try bed.call(.create)
                #expect(outcome.error == .EBUSY)
                try bed.release(.pass)
            })
        #expect(result.outcome == .failed)
        #expect(result.killed.isEmpty)
        for text in [rehearsal.output, result.message ?? ""] {
            #expect(text.contains("outcome.error"))
            #expect(text.contains("-EBUSY"))
            #expect(text.contains("Spec/gate.md:12"))
            #expect(text.contains("A failing test tells the sentence"))
            #expect(text.contains("maxHeld(pass)"))
            #expect(text.contains("gate_enter() in first: 0\n    gate_create() in first: 0"))
        }
        #expect(rehearsal.issues.count == 1)
    }

    @Test("What a call gave is told where the expectation cannot show it.")
    func lastCall() async throws {
        let trait = rehearsal.trait("gates/fails", .init(.maxHeld, Bed.Resource.pass))
        let result = try #require(
            try await rehearsal.run(trait) {
                let bed = try Bed()
                #expect(try bed.call(.create).error == .EBUSY)
                try bed.call(.create)
            })
        for text in [rehearsal.output, result.message ?? ""] {
            #expect(text.contains("the last call: gate_create() in first: 0"))
        }
    }

    @Test("Every failed expectation is shown, and the story once.")
    func showsEachIssue() async throws {
        let trait = rehearsal.trait("gates/fails", .init(.maxHeld, Bed.Resource.pass))
        try await rehearsal.run(trait) {
            let bed = try Bed()
            #expect(bed.chunks == 1000)
            #expect(bed.size == 1001)
            try #require(bed.size == 1002)
            #expect(bed.size == 1003)
        }
        #expect(rehearsal.issues.count == 3)
        #expect(rehearsal.issues.map { $0.comments.count } == [1, 0, 0])
    }

    @Test("The calls are told of each world, the newest of them when there are many.")
    func tellsEachWorld() async throws {
        let trait = rehearsal.trait("gates/worlds", .init(.maxHeld, Bed.Resource.pass))
        try await rehearsal.run(trait) {
            let (first, second) = (try Bed(), try Bed())
            try first.call(.create)
            for _ in 1...21 { try second.call(.create) }
            #expect(first.size == second.size + 1)
        }
        #expect(rehearsal.output.contains("The calls of world 1 of 2, newest last:\n    gate_create() in first: 0\n"))
        #expect(
            rehearsal.output.contains(
                "The calls of world 2 of 2, newest last:\n    … 1 earlier ones\n    gate_create()"))
        #expect(rehearsal.output.ranges(of: "\n    gate_create()").count == 21)
    }

    @Test("A report that the test did not take fails it.")
    func failsOnUnexpectedReport() async throws {
        let trait = rehearsal.trait("gates/leaks", .init(.pairs, Bed.API.enter))
        let result = try await rehearsal.run(trait) { try Bed().hold(.pass) }
        #expect(result?.outcome == .failed)
        #expect(rehearsal.issues.count == 1)
        #expect(rehearsal.output.contains("leaked (pass, by visitor)"))
    }

    @Test("An error that the test throws fails it, with the story.")
    func failsOnThrownError() async throws {
        struct Surprise: Error {}
        let trait = rehearsal.trait("gates/throws", .init(.pairs, Bed.API.enter))
        let result = try await rehearsal.run(trait) { throw Surprise() }
        #expect(result?.outcome == .failed)
        #expect(rehearsal.issues.first?.error is Surprise)
        #expect(rehearsal.output.contains("Spec/gate.md:12"))
    }

    @Test("On a mutant, a failed expectation, a thrown error and an unexpected report are each a kill.")
    func killsInThreeWays() async throws {
        struct Surprise: Error {}
        let mutants = Bed.mutants.filter { ["entersAnyway", "neverOpens", "allowsMissingOpen"].contains($0.name) }
        let trait = rehearsal.trait("gates/three", .init(.canFail, Bed.Callback.open), mutants: mutants)
        let result = try await rehearsal.run(trait) {
            let bed = try Bed()
            try bed.call(.enter)
            if bed.calls(to: .open).isEmpty { throw Surprise() }
            try bed.call(.leave)
            try bed.make(.open, return: .EAGAIN)
            // Entered all the same, on a mutant; then nobody leaves.
            try bed.call(.enter)
            let incomplete = try Bed(without: [.open])
            #expect(!incomplete.setUp.succeeded)
        }
        #expect(result?.killed == ["allowsMissingOpen", "entersAnyway", "neverOpens"])
    }

    @Test("A failed expectation does not show what a world holds.")
    func hidesTheWorld() throws {
        #expect(Mirror(reflecting: try Bed()).children.isEmpty)
        let bed: any Testbed = try Bed()
        #expect(Mirror(reflecting: bed).children.isEmpty)
    }

    @Test("A mutant that could not change anything in a test is not tried on it.")
    func triesReachedMutantsOnly() async throws {
        let tried = Mutex<Set<String>>([])
        let trait = rehearsal.trait("gates/reached", .init(.canFail, Bed.API.create))
        try await rehearsal.run(trait) {
            if let mutant = ClauseRun.current?.mutant { tried.withLock { _ = $0.insert(mutant.name) } }
            let bed = try Bed()
            try bed.exhaust(.memory, true)
            #expect(try bed.call(.create).error == .ENOMEM)
        }
        #expect(
            tried.withLock { $0 } == ["allowsMissingOpen", "refusesMissingClose", "refusesWithEIO", "ignoresMemory"])
    }

    @Test("What cannot be observed is no failure, and no proof.")
    func notObservable() async throws {
        let trait = rehearsal.trait("gates/device", .init(.coherentWhenBracketed, Bed.Resource.pass))
        let result = try await rehearsal.run(trait) { _ = try Bed().deviceRead(at: 0) }
        #expect(result?.outcome == .notObservable)
        #expect(result?.message == "this testbed has no device")
        #expect(result?.killed.isEmpty == true)
        #expect(rehearsal.issues.isEmpty)

        let onMutant = rehearsal.trait("gates/mutant-device", .init(.calledFrom, Bed.Callback.open))
        let other = try await rehearsal.run(onMutant) {
            if ClauseRun.current?.mutant != nil { _ = try Bed().deviceRead(at: 0) }
        }
        #expect(other?.outcome == .passed)
        #expect(other?.killed.isEmpty == true)
    }

    @Test("A test with arguments passes when all cases pass, and kills what any of them kills.")
    func joinsCases() async throws {
        let trait = rehearsal.trait("gates/cases", .init(.canFail, Bed.Callback.open))
        try await rehearsal.run(trait, Self.holdAtMostThree)
        let both = try await rehearsal.run(trait) {
            let bed = try Bed()
            try bed.make(.open, return: .EINTR)
            #expect(try bed.call(.enter).error == .EINTR)
        }
        #expect(both?.outcome == .passed)
        #expect(both?.killed == ["allowsFourPasses", "entersAnyway", "neverOpens", "returnsEIO"])
        let withFailure = try await rehearsal.run(trait) { #expect(Bool(false)) }
        #expect(withFailure?.outcome == .failed)
    }

    @Test("Mutants follow the test into its task groups.")
    func reachesTaskGroups() async throws {
        let trait = rehearsal.trait("gates/tasks", .init(.calledFrom, Bed.Callback.open))
        let result = try await rehearsal.run(trait) {
            await withTaskGroup(of: Void.self) { group in
                for _ in 1...4 {
                    group.addTask {
                        let bed = try? Bed()
                        _ = try? bed?.call(.enter)
                        _ = try? bed?.call(.leave)
                        #expect(bed?.calls(to: .open).count == 1)
                    }
                }
            }
        }
        #expect(result?.outcome == .passed)
        #expect(result?.killed == ["neverOpens"])
    }

    @Test("The proofs of 200 tests that run in parallel do not mix.")
    func provesInParallel() async throws {
        let rehearsal = rehearsal
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<200 {
                group.addTask {
                    let trait = rehearsal.trait("gates/\(number)", .init(.maxHeld, Bed.Resource.pass))
                    try await rehearsal.run(trait) {
                        if number.isMultiple(of: 2) { try Self.holdAtMostThree() } else { _ = try Bed() }
                    }
                }
            }
            try await group.waitForAll()
        }
        let tests = try #require(rehearsal.recorder.finish()).result.tests
        #expect(tests.count == 200)
        for test in tests {
            let isEven = Int(test.clause.dropFirst("gates/".count))?.isMultiple(of: 2) == true
            #expect(test.outcome == .passed)
            #expect(test.killed == (isEven ? ["allowsFourPasses"] : []))
        }
        #expect(rehearsal.issues.isEmpty)
    }

    @Test("What goes wrong after a backend has come to the end of what it can show does not count.")
    func limitIsNoFailure() async throws {
        let trait = rehearsal.trait("gates/limit", .init(.maxHeld, Bed.Resource.pass))
        let result = try #require(
            try await rehearsal.run(trait) {
                NotObservable("nobody watches here").note()
                #expect(1 == 2)
            })
        #expect(result.outcome == .notObservable)
        #expect(result.message == "nobody watches here")
        #expect(rehearsal.issues.isEmpty)
    }

    @Test("What went wrong before counts.")
    func failureBeforeLimit() async throws {
        let trait = rehearsal.trait("gates/broken", .init(.maxHeld, Bed.Resource.pass))
        let result = try #require(
            try await rehearsal.run(trait) {
                #expect(1 == 2)
                NotObservable("nobody watches here").note()
            })
        #expect(result.outcome == .failed)
    }

    @Test("An interface that is not there is told from one that cannot be observed.")
    func absence() async throws {
        let trait = rehearsal.trait("gates/absent", .init(.maxHeld, Bed.Resource.pass))
        let result = try #require(
            try await rehearsal.run(trait) { throw NotObservable.absent("there is no such gate") })
        #expect(result.outcome == .absent)
        #expect(result.message == "there is no such gate")
    }
}
