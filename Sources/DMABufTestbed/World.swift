import ClauseTesting

/// What a backend of the testbed does: the steps of a test, carried out by one implementation of dma-buf for one run.
///
/// The members are those of `Testbed`, and mean what stands there.
protocol World: AnyObject, Sendable {
    typealias Bed = DMABufTestbed
    typealias API = Bed.API
    typealias Callback = Bed.Callback
    typealias Resource = Bed.Resource
    typealias Supply = Bed.Supply
    typealias Lock = Bed.Lock
    typealias Variant = Bed.Variant
    typealias Action = Bed.Action
    typealias Observation = Bed.Observation

    var setUp: Outcome { get }
    var size: Int { get }
    var chunkSize: Int { get }
    var reachedMutants: Set<String>? { get }
    var trace: [String] { get }

    func prepare(for api: API) throws
    func call(_ api: API, _ arguments: Arguments) throws -> Outcome
    func has(_ resource: Resource) -> Bool
    func hold(_ resource: Resource, _ arguments: Arguments) throws -> Outcome
    func holdOnceOfAnother(_ resource: Resource, in context: ProcessContext) throws
    func release(_ resource: Resource, _ arguments: Arguments) throws -> Outcome

    func read(_ resource: Resource, at offset: Int, in context: ProcessContext) throws -> UInt8?
    func read(_ resource: Resource, address: UInt64?) throws -> UInt8?
    func write(_ value: UInt8, _ resource: Resource, at offset: Int, in context: ProcessContext) throws -> Bool
    var places: [Int] { get }
    func bytes(_ resource: Resource, in context: ProcessContext) throws -> Set<UInt8?>
    func fill(_ value: UInt8, _ resource: Resource, in context: ProcessContext) throws
    func deviceBytes() throws -> Set<UInt8>
    func startDeviceFill(_ value: UInt8) throws
    func deviceRead(at offset: Int) throws -> UInt8
    func deviceWrite(_ value: UInt8, at offset: Int) throws
    func startDeviceWrite(_ value: UInt8, at offset: Int) throws
    func startDeviceRead(at offset: Int) throws
    func finishDeviceRead() throws -> UInt8

    func make(_ callback: Callback, return status: Int32, times: Int?) throws
    func make(_ callback: Callback, sleep: Bool) throws
    func calls(to callback: Callback) -> [Invocation<Bed>]
    func overlapped(_ callbacks: [Callback]) -> Bool

    func sleep(in context: ProcessContext, for cause: Wait) throws
    func exhaust(_ supply: Supply, _ exhausted: Bool) throws
    func interrupt(_ context: ProcessContext) throws
    func contend(_ lock: Lock, _ interference: @escaping @Sendable () throws -> Void) throws

    func perform(_ action: Action) throws -> Outcome
    func observe(_ observation: Observation) throws -> Bool
    func prototype(named name: String) -> String?

    func pendingReports() -> [Report]
    func takeReport(_ violation: Violation, about subject: String?) -> Report?
    func finish()

    /// Adds a line to the trace, where there is one.
    func note(_ line: @autoclosure () -> String)
}

extension World {
    func has(_ resource: Resource) -> Bool { true }

    func holdOnceOfAnother(_ resource: Resource, in context: ProcessContext) throws {
        let arguments = Arguments(context: context)
        if try hold(resource, arguments).succeeded { _ = try release(resource, arguments) }
    }

    /// The first and the last byte of the buffer, and one in the middle of each page.
    var places: [Int] { [0] + stride(from: chunkSize / 2, to: size, by: chunkSize) + [size - 1] }

    func bytes(_ resource: Resource, in context: ProcessContext) throws -> Set<UInt8?> {
        Set(try places.map { try read(resource, at: $0, in: context) })
    }
    func fill(_ value: UInt8, _ resource: Resource, in context: ProcessContext) throws {
        for place in places { _ = try write(value, resource, at: place, in: context) }
    }
    func deviceBytes() throws -> Set<UInt8> { Set(try places.map(deviceRead)) }
    func startDeviceFill(_ value: UInt8) throws { for place in places { try startDeviceWrite(value, at: place) } }

    /// Adds a call to the trace, with what it came back with.
    func note(_ call: @autoclosure () -> String, in context: ProcessContext = .first, _ outcome: Outcome) {
        note("\(context.rawValue): \(call()) = \(outcome.words)")
    }

    /// A call that acquires or gives back, as the trace shows it.
    func words(_ verb: String, _ resource: Resource, _ arguments: Arguments) -> String {
        switch resource {
        case .cpuAccess, .syncAccess, .dmaMapping: "\(verb) \(resource.rawValue) (\(arguments.direction.rawValue))"
        case .kmap, .atomicKmap: "\(verb) \(resource.rawValue) (page \(arguments.chunk))"
        default: "\(verb) \(resource.rawValue)"
        }
    }
}

extension Outcome {
    /// As the trace shows it.
    fileprivate var words: String {
        if let error { return "\(error)" }
        if let address { return "0x" + String(address, radix: 16) }
        return returnsPointer ? "NULL" : "\(status)"
    }
}
