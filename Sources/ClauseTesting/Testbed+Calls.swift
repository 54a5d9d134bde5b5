/// The calls as tests write them: every argument has the default of a plain, correct call.
extension Testbed {
    /// Calls a documented interface, as the party whose interface it is.
    ///
    /// - Parameters:
    ///   - direction: which way the data go.
    ///   - chunk: the chunk (page) that is meant, from 0.
    ///   - extent: the part of the object, in chunks; nil: all of it.
    ///   - context: the process context that calls.
    ///   - flag: a choice of the caller's that the interface carries through.
    /// - Returns: what it came back with; a refusal is an outcome, too.
    /// - Throws: `NotObservable` where the backend cannot make the call; and an error of the run's own that ends it, on a
    ///   mutant in which something was found wrong already.
    @discardableResult
    public func call(
        _ api: API, direction: Direction = .bidirectional, chunk: Int = 0, extent: Extent? = nil,
        in context: ProcessContext = .first, flag: Bool = false
    ) throws -> Outcome {
        try ClauseRun.current?.goOn()
        return try call(
            api, Arguments(direction: direction, chunk: chunk, extent: extent, context: context, flag: flag))
    }

    /// Acquires a resource by its own interface: maps, begins, takes.
    ///
    /// - Parameters: as of `call`.
    /// - Returns: what the acquiring call came back with.
    /// - Throws: as `call`.
    @discardableResult
    public func hold(
        _ resource: Resource, direction: Direction = .bidirectional, chunk: Int = 0, extent: Extent? = nil,
        in context: ProcessContext = .first
    ) throws -> Outcome {
        try ClauseRun.current?.goOn()
        return try hold(resource, Arguments(direction: direction, chunk: chunk, extent: extent, context: context))
    }

    /// Releases the resource of this sort that was held last: unmaps, ends, puts.
    ///
    /// - Parameters: as of `call`; the context is the one that releases.
    /// - Returns: what the releasing call came back with.
    /// - Throws: as `call`.
    @discardableResult
    public func release(
        _ resource: Resource, direction: Direction = .bidirectional, chunk: Int = 0, extent: Extent? = nil,
        in context: ProcessContext = .first
    ) throws -> Outcome {
        try ClauseRun.current?.goOn()
        return try release(resource, Arguments(direction: direction, chunk: chunk, extent: extent, context: context))
    }

    /// Reads a byte by CPU through what is held, in the first process context.
    ///
    /// - Parameter offset: in bytes from the start of the object, or of the mapping.
    /// - Returns: the byte; nil when the access faults.
    /// - Throws: `NotObservable` where the backend has no memory to look at.
    public func read(_ resource: Resource, at offset: Int = 0) throws -> UInt8? {
        try read(resource, at: offset, in: .first)
    }

    /// Reads the first byte in a given process context; otherwise as above.
    public func read(_ resource: Resource, in context: ProcessContext) throws -> UInt8? {
        try read(resource, at: 0, in: context)
    }

    /// Writes a byte by CPU through what is held, in the first process context.
    ///
    /// - Parameter offset: in bytes from the start of the object, or of the mapping.
    /// - Returns: false when the access faults.
    /// - Throws: `NotObservable` where the backend has no memory to look at.
    @discardableResult
    public func write(_ value: UInt8, _ resource: Resource, at offset: Int = 0) throws -> Bool {
        try write(value, resource, at: offset, in: .first)
    }

    /// Writes the first byte in a given process context; otherwise as above.
    @discardableResult
    public func write(_ value: UInt8, _ resource: Resource, in context: ProcessContext) throws -> Bool {
        try write(value, resource, at: 0, in: context)
    }

    /// What the CPU reads at all `places` in the first process context; nil stands for those that fault.
    public func bytes(_ resource: Resource) throws -> Set<UInt8?> { try bytes(resource, in: .first) }

    /// Writes a byte by CPU at all `places`, in the first process context.
    public func fill(_ value: UInt8, _ resource: Resource) throws { try fill(value, resource, in: .first) }

    /// Makes a callback fail instead of doing its work.
    ///
    /// - Parameters:
    ///   - error: the code, which it returns with a minus sign.
    ///   - times: for so many of the next calls; nil: from now on.
    public func make(_ callback: Callback, return error: Errno, times: Int? = nil) throws {
        try make(callback, return: -error.rawValue, times: times)
    }

    /// The chunks of the object, a partial last one counted whole.
    public var chunks: Int { (size + chunkSize - 1) / chunkSize }

    /// Chunks that lie in the object with all of their bytes.
    public var wholeChunks: Int { size / chunkSize }

    /// The offset in bytes of the middle of a chunk, counted from the start of the object (or of a mapping).
    public func middle(of chunk: Int) -> Int { chunk * chunkSize + chunkSize / 2 }

    /// Takes a report of this violation; true when there was one.
    public func reported(_ violation: Violation) -> Bool { takeReport(violation, about: nil) != nil }

    /// Takes a report of this violation about one resource, callback, interface or supply; true when there was one.
    public func reported(_ violation: Violation, _ subject: some TestbedName) -> Bool {
        takeReport(violation, about: subject.rawValue) != nil
    }

    /// True when anything at all is reported: by whichever duty, somebody has broken one.
    public var isReported: Bool { !isClean || reported(.undefinedBehaviour) }

    /// Takes every pending report of this violation: it is beside the point of the test.
    public func ignore(_ violation: Violation) {
        while pendingReports().contains(where: { $0.violation == violation }), takeReport(violation, about: nil) != nil
        {}
    }

    /// Takes every pending report.
    public func ignoreAll() {
        for violation in Violation.allCases { ignore(violation) }
    }

    /// Does the same in every process context at once, again and again.
    ///
    /// - Parameter rounds: how often each context does it.
    /// - Throws: the first error of any of them, once all have ended.
    public func concurrently(
        rounds: Int = 16, _ body: @escaping @Sendable (Self, ProcessContext) throws -> Void
    ) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for context in ProcessContext.allCases {
                group.addTask { for _ in 0..<rounds { try body(self, context) } }
            }
            try await group.waitForAll()
        }
    }

    /// Makes a callback return a number, for the next `times` calls.
    public func make(_ callback: Callback, return value: Int32, times: Int) throws {
        try make(callback, return: value, times: Optional(times))
    }

    /// True when no report is pending.
    public var isClean: Bool { pendingReports().isEmpty }
}
