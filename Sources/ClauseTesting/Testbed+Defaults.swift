/// What a testbed need not write itself. What a backend cannot show is said, not skipped: each part that a simple testbed
/// has no use for throws `NotObservable`, and a clause that needs it is untested for that reason.
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
    public func overlapped(_ callbacks: [Callback]) -> Bool {
        NotObservable("this testbed does not see which calls overlap").note()
        return false
    }
    public func perform(_ action: Action) throws -> Outcome { throw NotObservable("this testbed has no such action") }
    public func observe(_ observation: Observation) throws -> Bool {
        throw NotObservable("this testbed has no such observation")
    }
    public func prototype(named name: String) -> String? {
        NotObservable("this testbed knows no prototypes").note()
        return nil
    }
}
