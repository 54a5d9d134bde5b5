import Promises
import Rules

/// What is expected.
extension PlanRenderer {
    private enum Expectation {
        case that(String)
        case equal(String, String)
        /// The same, on lines of their own whatever their length.
        case equalBelow(String, String)
    }

    /// An expectation, on three lines where it is too long for one.
    func lines(expecting check: TestPlan.Check) -> [String] {
        switch expectation(check) {
        case .that(let condition): return ["#expect(\(condition))"]
        case .equal(let value, let expected):
            let line = "#expect(\(value) == \(expected))"
            // The formatter leaves room for a comma behind a closure, and behind a list that it could break.
            let room = Self.width.line - (value.hasSuffix("}") || expected.hasSuffix("]") ? 1 : 0)
            return Self.width.body + 4 * indent + line.count > room ? below(value, expected) : [line]
        case .equalBelow(let value, let expected): return below(value, expected)
        }
    }

    private func below(_ value: String, _ expected: String) -> [String] {
        ["#expect(", "    \(value)", "        == \(expected))"]
    }

    private func calls(_ callback: String) -> String { "\(world).calls(to: .\(callback))" }

    private func prototype(named name: String) -> String { "\(world).prototype(named: \(SwiftLiteral.string(name)))" }

    private func reported(_ violation: Violation, _ subject: String, _ category: Name.Category) -> String {
        "\(world).reported(.\(violation.rawValue), \(self.subject(subject, category)))"
    }

    private func expectation(_ check: TestPlan.Check) -> Expectation {
        switch check {
        case .succeeds(let action): .that("try \(call(action)).succeeded")
        case .fails(let action): .that("try !\(call(action)).succeeded")
        case .failsWith(let action, let error): .that("try \(call(action)).error == \(rendered(error))")
        case .failsNotWith(let action, let error): .that("try \(call(action)).error != \(rendered(error))")
        case .failsWithAnyError(let action): .that("try \(call(action)).error != nil")
        case .failsWithOneOf(let action, let errors): .that("try \(call(action)).fails(with: \(cases(errors)))")
        case .returnsNull(let action): .that("try \(call(action)) == .null")
        case .returns(let action, let value): .that("try \(call(action)).status == \(value)")
        case .doesNotReturn(let action, let value): .that("try \(call(action)).status != \(value)")
        case .reads(let action, let value): .equal("try \(call(action))", rendered(value))
        case .doesNotRead(let action, let value): .that("try \(call(action)) != \(rendered(value))")
        case .readsOnly(let action, let value): .that("try \(call(action)) == [\(rendered(value))]")
        case .doesNotReadOnly(let action, let value): .that("try \(call(action)) != [\(rendered(value))]")
        case .saw(let action, let value): .equal("try \(call(action))", seen(value))
        case .failsAsOften(let action, let callback, let error):
            .equal("try \(call(.attempts(action, callback, error)))", "[\(rendered(error)), \(rendered(error)), nil]")
        case .succeedsWhenUsed(let action): .that("try \(call(action)) != nil")
        case .reportedBy(let action, let violation, let subject, let category):
            .that("try \(reported(violation, subject, category)) { \(statement(action)) }")
        case .notReportedBy(let action, let violation, let subject, let category):
            .that("try !\(reported(violation, subject, category)) { \(statement(action)) }")
        case .addressFaults(let name, let bound):
            .that("try \(world).read(\(resource(name)), address: \(bound).address) == nil")
        case .faults(let action):
            if case .write = action { .that("try !\(call(action))") } else { .that("try \(call(action)) == nil") }
        case .faultsEverywhere(let name, let context): .that("try \(call(.readAll(name, context))) == [nil]")
        case .reported(let violation, let subject, let category): .that(reported(violation, subject, category))
        case .notReported(let violation): .that("!\(world).reported(.\(violation.rawValue))")
        case .isClean: .that("\(world).isClean")
        case .setUpSucceeded: .that("\(world).setUp.succeeded")
        case .setUpFails: .that("!\(world).setUp.succeeded")
        case .setUpFailsWithError: .that("\(world).setUp.error != nil")
        case .callCount(let callback, let count): .that("\(calls(callback)).count == \(count)")
        case .callCountOfChunks(let callback, let times):
            .that("\(calls(callback)).count == \(times == 1 ? "" : "\(times) * ")\(world).chunks")
        case .callCountsEqual(let one, let other): .that("\(calls(one)).count == \(calls(other)).count")
        case .lastCallFrom(let callback, let api): .that("\(calls(callback)).last?.from == .\(api)")
        case .callDirections(let callback, let directions):
            .equal(
                "\(calls(callback)).map(\\.direction)", "[\(directions.map(rendered).joined(separator: ", "))]")
        case .lastCallDirection(let callback, let direction):
            .that("\(calls(callback)).last?.direction == \(rendered(direction))")
        case .lastCallChunk(let callback, let chunk): .that("\(calls(callback)).last?.chunk == \(rendered(chunk))")
        case .lastCallAddress(let callback, let bound): .that("\(calls(callback)).last?.address == \(bound).address")
        case .everyCallHolds(let callback, let lock):
            .that("\(calls(callback)).allSatisfy { $0.locksHeld.contains(.\(lock)) }")
        case .noCallHolds(let callback, let lock):
            .that("\(calls(callback)).allSatisfy { !$0.locksHeld.contains(.\(lock)) }")
        case .neverOverlapped(let callbacks): .that("!\(world).overlapped([\(cases(callbacks))])")
        case .sameAddress(let one, let other): .that("\(one).address == \(other).address")
        case .alignedAddress(let bound): .that("\(bound).address.map { $0 % UInt64(\(world).chunkSize) } == 0")
        case .observed(let observation): .that("try \(world).observe(.\(observation))")
        case .notObserved(let observation): .that("try !\(world).observe(.\(observation))")
        case .prototype(let name, let expected): .equalBelow(prototype(named: name), SwiftLiteral.string(expected))
        case .noPrototype(let name): .that("\(prototype(named: name)) == nil")
        case .called(let callback): .that("!\(calls(callback)).isEmpty")
        case .isNotClean: .that("\(world).isReported")
        case .observedAsChosen(let observation): .that("try \(world).observe(.\(observation)) == chosen")
        case .unitIs(let size): .that("\(world).chunkSize == \(size)")
        case .sizeIs(let bound): .that("\(world).size == \(bound)")
        }
    }
}
