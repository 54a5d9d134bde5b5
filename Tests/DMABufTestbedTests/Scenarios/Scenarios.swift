@testable import DMABufTestbed

/// For each promise that a fault can break, a scenario that cannot go well where it is broken.
enum Scenarios {
    typealias Scenario = @Sendable (World) throws -> Void

    static let all: [String: Scenario] = [brackets, errors, mappings, userMappings, callbacks, sharing, steps]
        .reduce(into: [:]) { all, some in all.merge(some) { first, _ in first } }
}
