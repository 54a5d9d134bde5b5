import Promises

/// What tests do over and over, in one word. Each is made of the testbed's own calls, which its trace shows one by one.
extension Testbed {
    /// Begins an access, makes use of it, and ends it; see `use`.
    ///
    /// - Returns: what the CPU saw; nil when the access could not be begun, or not be ended.
    @discardableResult
    public func access(
        _ bracket: Resource, _ direction: Direction = .bidirectional, in context: ProcessContext = .first,
        writing value: UInt8? = nil
    ) throws -> Set<UInt8?>? {
        guard try hold(bracket, direction: direction, in: context).succeeded else { return nil }
        let seen = try use(bracket, direction, in: context, writing: value)
        return try release(bracket, direction: direction, in: context).succeeded ? seen : nil
    }

    /// Reads by CPU at all places, and then writes there, as far as the direction of the access allows.
    ///
    /// - Parameter value: nil: nothing is written.
    /// - Returns: what was read; empty for a direction in which nothing may be.
    public func use(
        _ bracket: Resource, _ direction: Direction = .bidirectional, in context: ProcessContext = .first,
        writing value: UInt8? = nil
    ) throws -> Set<UInt8?> {
        let seen = direction.reachesCPU ? try bytes(bracket, in: context) : []
        if let value, direction.reachesDevice { try fill(value, bracket, in: context) }
        return seen
    }

    /// The same once more, between the beginning and the end of an access by the third context, which is for reading.
    public func reuse(
        _ bracket: Resource, _ direction: Direction = .bidirectional, in context: ProcessContext = .first,
        writing value: UInt8? = nil
    ) throws -> Set<UInt8?> {
        try hold(bracket, direction: .fromDevice, in: .third)
        let seen = try use(bracket, direction, in: context, writing: value)
        try release(bracket, direction: .fromDevice, in: .third)
        return seen
    }

    /// Acquires, and gives back at once.
    ///
    /// - Returns: what came of acquiring.
    @discardableResult
    public func holdOnce(_ resource: Resource, chunk: Int = 0, in context: ProcessContext = .first) throws -> Outcome {
        let outcome = try hold(resource, chunk: chunk, in: context)
        if outcome.succeeded { try release(resource, chunk: chunk, in: context) }
        return outcome
    }

    /// Acquires, in order, those of the resources that the implementation has.
    public func hold(_ resources: [Resource], in context: ProcessContext = .first) throws {
        for resource in resources where has(resource) { try hold(resource, in: context) }
    }

    /// Gives them back, in the other order.
    public func release(_ resources: [Resource], in context: ProcessContext = .first) throws {
        for resource in resources.reversed() where has(resource) { try release(resource, in: context) }
    }

    /// Does something while the other contexts hold all that there is to hold, which makes no difference to it. What these
    /// must not do then is beside the point.
    public func besideOthers(_ body: () throws -> Void) throws {
        let (others, all) = (ProcessContext.allCases.dropFirst(), Array(Resource.allCases))
        for context in others { try hold(all, in: context) }
        try body()
        for context in others.reversed() { try release(all, in: context) }
        ignore(.slept)
    }

    /// What an action fails with while a callback returns an error, twice, and what when it is then done once more: nil
    /// stands for success, 0 for a failure without a code.
    public func errors(
        failing callback: Callback, _ error: Errno, _ action: () throws -> Outcome
    ) throws -> [Errno?] {
        try make(callback, return: error, times: 2)
        return try (1...3).map { _ in
            let outcome = try action()
            return outcome.succeeded ? nil : outcome.error ?? Errno(rawValue: 0)
        }
    }

    /// Whether there is a report when an action is done, and was none before: that one would not be the action's.
    public func reported(
        _ violation: Violation, _ subject: some TestbedName, _ action: () throws -> Void
    ) throws -> Bool {
        let isOld = pendingReports().contains { $0.violation == violation && $0.subject == subject.rawValue }
        try action()
        return !isOld && reported(violation, subject)
    }
}
