import ClauseTesting
import DMABuf
import Foundation

/// The world of dma-buf: an exporter, an importer and its device, and userspace, for one run of one test.
///
/// The same tests run on two backends: the reference, on a simulated machine, and the Linux on which the tests
/// run, by way of the probe in `Linux/probe`. `SPECGEN_BACKEND=linux` in the environment chooses the second.
///
/// Offsets of `read` and `write` count from the start of the mapping for a mapping, and from the start of the
/// buffer for a bracket. The testbed closes what it has opened by itself (in `prepare`, for an access in a bracket,
/// by `call`s that make a mapping in userspace or take a reference) when it finishes; what a test holds is its own to release.
public final class DMABufTestbed: Testbed {
    /// Who carries out the steps.
    enum Backend: String, Sendable {
        /// The reference implementation, and its mutants.
        case reference
        /// The kernel that the tests run on.
        case linux
    }

    /// The backend of this process.
    static let backend =
        Backend(rawValue: ProcessInfo.processInfo.environment["SPECGEN_BACKEND"] ?? "") ?? .reference

    /// The contract that references keep which are made in this task; `SPECGEN_CONTRACT=before` in the environment
    /// chooses the one before the patch.
    @TaskLocal public static var contract =
        Contract(rawValue: ProcessInfo.processInfo.environment["SPECGEN_CONTRACT"] ?? "") ?? .current

    private let world: any World

    public init(_ arrangement: Arrangement<DMABufTestbed>, mutant: Mutant?) throws {
        switch Self.backend {
        case .reference: world = try ReferenceWorld(arrangement, mutant: mutant)
        case .linux: world = try LinuxWorld(arrangement)
        }
    }

    public var setUp: Outcome { world.setUp }
    public var size: Int { world.size }
    public var chunkSize: Int { world.chunkSize }
    public var reachedMutants: Set<String>? { world.reachedMutants }
    public var trace: [String] { world.trace }

    public func prepare(for api: API) throws { try world.prepare(for: api) }
    public func call(_ api: API, _ arguments: Arguments) throws -> Outcome { try world.call(api, arguments) }
    public func has(_ resource: Resource) -> Bool { world.has(resource) }
    public func hold(_ resource: Resource, _ arguments: Arguments) throws -> Outcome {
        try world.hold(resource, arguments)
    }
    public func holdOnceOfAnother(_ resource: Resource, in context: ProcessContext) throws {
        try world.holdOnceOfAnother(resource, in: context)
    }
    public func release(_ resource: Resource, _ arguments: Arguments) throws -> Outcome {
        try world.release(resource, arguments)
    }

    public func read(_ resource: Resource, at offset: Int, in context: ProcessContext) throws -> UInt8? {
        try world.read(resource, at: offset, in: context)
    }
    public func read(_ resource: Resource, address: UInt64?) throws -> UInt8? {
        try world.read(resource, address: address)
    }
    @discardableResult
    public func write(
        _ value: UInt8, _ resource: Resource, at offset: Int, in context: ProcessContext
    ) throws -> Bool {
        try world.write(value, resource, at: offset, in: context)
    }
    public var places: [Int] { world.places }
    public func bytes(_ resource: Resource, in context: ProcessContext) throws -> Set<UInt8?> {
        try world.bytes(resource, in: context)
    }
    public func fill(_ value: UInt8, _ resource: Resource, in context: ProcessContext) throws {
        try world.fill(value, resource, in: context)
    }
    public func deviceBytes() throws -> Set<UInt8> { try world.deviceBytes() }
    public func startDeviceFill(_ value: UInt8) throws { try world.startDeviceFill(value) }
    public func deviceRead(at offset: Int) throws -> UInt8 { try world.deviceRead(at: offset) }
    public func deviceWrite(_ value: UInt8, at offset: Int) throws { try world.deviceWrite(value, at: offset) }
    public func startDeviceWrite(_ value: UInt8, at offset: Int) throws {
        try world.startDeviceWrite(value, at: offset)
    }
    public func startDeviceRead(at offset: Int) throws { try world.startDeviceRead(at: offset) }
    public func finishDeviceRead() throws -> UInt8 { try world.finishDeviceRead() }

    public func make(_ callback: Callback, return status: Int32, times: Int?) throws {
        try world.make(callback, return: status, times: times)
    }
    public func make(_ callback: Callback, sleep: Bool) throws { try world.make(callback, sleep: sleep) }
    public func calls(to callback: Callback) -> [Invocation<DMABufTestbed>] { world.calls(to: callback) }
    public func overlapped(_ callbacks: [Callback]) -> Bool { world.overlapped(callbacks) }

    public func sleep(in context: ProcessContext) throws { try world.sleep(in: context, for: .event) }
    public func sleep(in context: ProcessContext, for cause: Wait) throws { try world.sleep(in: context, for: cause) }
    public func exhaust(_ supply: Supply, _ exhausted: Bool) throws { try world.exhaust(supply, exhausted) }
    public func interrupt(_ context: ProcessContext) throws { try world.interrupt(context) }
    public func contend(
        _ lock: Lock, _ interference: @escaping @Sendable (DMABufTestbed) throws -> Void
    ) throws {
        try world.contend(lock) { [weak self] in if let self { try interference(self) } }
    }

    public func perform(_ action: Action) throws -> Outcome { try world.perform(action) }
    public func observe(_ observation: Observation) throws -> Bool { try world.observe(observation) }
    public func prototype(named name: String) -> String? { world.prototype(named: name) }

    public func pendingReports() -> [ClauseTesting.Report] { world.pendingReports() }
    public func takeReport(_ violation: Violation, about subject: String?) -> ClauseTesting.Report? {
        world.takeReport(violation, about: subject)
    }
    public func finish() { world.finish() }
}
