/// The calls as tests write them: every argument has its default.
extension Testbed {
    @discardableResult
    public func call(
        _ api: API, direction: Direction = .bidirectional, chunk: Int = 0, extent: Extent? = nil,
        in context: ProcessContext = .first, flag: Bool = false
    ) throws -> Outcome {
        try ClauseRun.current?.goOn()
        return try call(
            api, Arguments(direction: direction, chunk: chunk, extent: extent, context: context, flag: flag))
    }

    @discardableResult
    public func hold(
        _ resource: Resource, direction: Direction = .bidirectional, chunk: Int = 0, extent: Extent? = nil,
        in context: ProcessContext = .first
    ) throws -> Outcome {
        try ClauseRun.current?.goOn()
        return try hold(resource, Arguments(direction: direction, chunk: chunk, extent: extent, context: context))
    }

    @discardableResult
    public func release(
        _ resource: Resource, direction: Direction = .bidirectional, chunk: Int = 0, extent: Extent? = nil,
        in context: ProcessContext = .first
    ) throws -> Outcome {
        try ClauseRun.current?.goOn()
        return try release(resource, Arguments(direction: direction, chunk: chunk, extent: extent, context: context))
    }

    public func read(_ resource: Resource, at offset: Int = 0) throws -> UInt8? {
        try read(resource, at: offset, in: .first)
    }
    public func read(_ resource: Resource, in context: ProcessContext) throws -> UInt8? {
        try read(resource, at: 0, in: context)
    }

    @discardableResult
    public func write(_ value: UInt8, _ resource: Resource, at offset: Int = 0) throws -> Bool {
        try write(value, resource, at: offset, in: .first)
    }
    @discardableResult
    public func write(_ value: UInt8, _ resource: Resource, in context: ProcessContext) throws -> Bool {
        try write(value, resource, at: 0, in: context)
    }

    public func bytes(_ resource: Resource) throws -> Set<UInt8?> { try bytes(resource, in: .first) }
    public func fill(_ value: UInt8, _ resource: Resource) throws { try fill(value, resource, in: .first) }

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

/// What a backend cannot show is said, not skipped: every part that a simple testbed has no use for.
extension Testbed {
    public var chunkSize: Int { max(size, 1) }
    public var reachedMutants: Set<String>? { nil }
    public func prepare(for api: API) throws {}
    public func has(_ resource: Resource) -> Bool { true }
    public func holdOnceOfAnother(_ resource: Resource, in context: ProcessContext) throws {
        try holdOnce(resource, in: context)
    }
    public var places: [Int] { [0] + (0..<chunks).map(middle).filter { $0 < size } + [size - 1] }
    public func bytes(_ resource: Resource, in context: ProcessContext) throws -> Set<UInt8?> {
        Set(try places.map { try read(resource, at: $0, in: context) })
    }
    public func fill(_ value: UInt8, _ resource: Resource, in context: ProcessContext) throws {
        for place in places { try write(value, resource, at: place, in: context) }
    }
    public func deviceBytes() throws -> Set<UInt8> { Set(try places.map(deviceRead)) }
    public func startDeviceFill(_ value: UInt8) throws {
        for place in places { try startDeviceWrite(value, at: place) }
    }
    public func read(_ resource: Resource, at offset: Int, in context: ProcessContext) throws -> UInt8? {
        throw NotObservable("this testbed has no memory")
    }
    public func read(_ resource: Resource, address: UInt64?) throws -> UInt8? {
        throw NotObservable("this testbed has no addresses")
    }
    public func write(_ value: UInt8, _ resource: Resource, at offset: Int, in context: ProcessContext) throws -> Bool {
        throw NotObservable("this testbed has no memory")
    }
    public func deviceRead(at offset: Int) throws -> UInt8 { throw NotObservable("this testbed has no device") }
    public func deviceWrite(_ value: UInt8, at offset: Int) throws { throw NotObservable("this testbed has no device") }
    public func startDeviceWrite(_ value: UInt8, at offset: Int) throws { try deviceWrite(value, at: offset) }
    public func startDeviceRead(at offset: Int) throws { throw NotObservable("this testbed has no device") }
    public func finishDeviceRead() throws -> UInt8 { throw NotObservable("this testbed has no device") }
    public func sleep(in context: ProcessContext) throws {
        throw NotObservable("this testbed has no sleeping contexts")
    }
    public func sleep(in context: ProcessContext, for cause: Wait) throws { try sleep(in: context) }
    public func exhaust(_ supply: Supply, _ exhausted: Bool) throws {
        throw NotObservable("this testbed has no supply that can run out")
    }
    public func interrupt(_ context: ProcessContext) throws { throw NotObservable("this testbed has no signals") }
    public func contend(_ lock: Lock, _ interference: @escaping @Sendable (Self) throws -> Void) throws {
        throw NotObservable("this testbed cannot make a lock contended")
    }
    public func overlapped(_ callbacks: [Callback]) -> Bool { false }
    public func perform(_ action: Action) throws -> Outcome { throw NotObservable("this testbed has no such action") }
    public func observe(_ observation: Observation) throws -> Bool {
        throw NotObservable("this testbed has no such observation")
    }
    public func prototype(named name: String) -> String? { nil }
}
