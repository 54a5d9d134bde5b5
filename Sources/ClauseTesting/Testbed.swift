import Promises

/// The world in which a subsystem's clauses are tested: one implementation (the reference, a mutant of
/// it, or a real kernel behind a probe) with the parties around it, a contract checker that reports
/// whoever breaks a duty, and observers.
///
/// Everything here is neutral; what can be called, filled in, held and locked are the conforming type's own
/// enumerations. A testbed is made for one run of one test, holds no process-wide state, and never traps:
/// misuse ends as a `Report` or an error. What a backend cannot show throws `NotObservable`.
public protocol Testbed: AnyObject, Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The documented interfaces that somebody calls.
    associatedtype API: TestbedName
    /// What whoever implements the subsystem fills in.
    associatedtype Callback: TestbedName
    /// What is held and released again: a mapping, a bracket around accesses, a reference.
    associatedtype Resource: TestbedName
    /// What can run out: memory for allocations, slots, address space.
    associatedtype Supply: TestbedName
    /// What one process context holds at a time, and others wait for.
    associatedtype Lock: TestbedName
    /// Implementations that differ as real ones do; the first case is the plain one.
    associatedtype Variant: TestbedName
    /// Phrases of the domain, bound by the vocabulary: arrangements and actions …
    associatedtype Action: TestbedName
    /// … and observations, which answer yes or no.
    associatedtype Observation: TestbedName

    /// Every fault that can be switched on, with the promise that it breaks.
    static var mutants: [Mutant] { get }

    /// The names of the mutants whose faults could have changed what happened so far: those whose switch this world
    /// came past. Nil when the testbed does not keep count: any could.
    ///
    /// Asked of the reference: a test need not be run on a mutant that could not change anything in it.
    var reachedMutants: Set<String>? { get }

    /// Sets up one object, as its implementer would. A refusal (a missing callback, say) is not thrown:
    /// it is the `setUp` outcome.
    ///
    /// - Parameter mutant: the fault to switch on, or nil for the reference.
    init(_ arrangement: Arrangement<Self>, mutant: Mutant?) throws

    /// How the set-up call went.
    var setUp: Outcome { get }
    /// The size of the object in bytes.
    var size: Int { get }
    /// The size of one chunk (page) in bytes.
    var chunkSize: Int { get }

    /// Brings the world to the state in which `api` can be called without breaking any duty
    /// (opens the bracket that it needs, acquires what it releases, maps what it unmaps).
    func prepare(for api: API) throws

    /// Calls a documented interface, as the party whose interface it is.
    func call(_ api: API, _ arguments: Arguments) throws -> Outcome

    /// Whether the implementation has what it takes to acquire this, in whichever state it is.
    func has(_ resource: Resource) -> Bool

    /// Acquires (maps, begins, takes) a resource by its own interface.
    func hold(_ resource: Resource, _ arguments: Arguments) throws -> Outcome

    /// Acquires the same of another object of this world, and gives it back at once. A world of one object takes that.
    func holdOnceOfAnother(_ resource: Resource, in context: ProcessContext) throws

    /// Releases (unmaps, ends, puts) the resource held last, in the given process context.
    func release(_ resource: Resource, _ arguments: Arguments) throws -> Outcome

    /// Reads a byte by CPU in the way that `resource` gives (through a mapping: the one held last; for a
    /// bracket: the access which it brackets, open or not). Nil when the access faults.
    func read(_ resource: Resource, at offset: Int, in context: ProcessContext) throws -> UInt8?

    /// Reads a byte by CPU at an address that a mapping of this sort was given, and that may be gone; nil when it faults.
    func read(_ resource: Resource, address: UInt64?) throws -> UInt8?

    /// Writes a byte by CPU in that way; false when the access faults.
    @discardableResult
    func write(_ value: UInt8, _ resource: Resource, at offset: Int, in context: ProcessContext) throws -> Bool

    /// Offsets all over the object, from its first byte to its last, so close together that whatever is brought up to
    /// date by itself (a line of a cache) has one of them.
    var places: [Int] { get }
    /// What the CPU reads in that way at all places; nil stands for those that fault.
    func bytes(_ resource: Resource, in context: ProcessContext) throws -> Set<UInt8?>
    /// Writes by CPU in that way, at all places.
    func fill(_ value: UInt8, _ resource: Resource, in context: ProcessContext) throws

    /// Reads a byte as a device does: memory, behind the CPU's cache.
    func deviceRead(at offset: Int) throws -> UInt8

    /// Writes a byte as a device does.
    func deviceWrite(_ value: UInt8, at offset: Int) throws

    /// What a device reads at all places.
    func deviceBytes() throws -> Set<UInt8>

    /// Gives a device the work to write a byte, and does not wait for it: it is done when somebody waits for the device
    /// who has to, and at the latest before the device is given other work. It may be done at once.
    func startDeviceWrite(_ value: UInt8, at offset: Int) throws
    /// Gives a device the work to write at all places. No context of the test's does it: they may hold what forbids
    /// waiting.
    func startDeviceFill(_ value: UInt8) throws
    /// Gives a device the work to read a byte, and does not wait for it either.
    func startDeviceRead(at offset: Int) throws
    /// What a device read in the work that it was last given of that sort. It is done by now.
    func finishDeviceRead() throws -> UInt8

    /// Makes a callback return `status` for the next `times` calls (nil: from now on), instead of doing its work.
    func make(_ callback: Callback, return status: Int32, times: Int?) throws
    /// Makes a callback sleep (or stop sleeping) when it runs.
    func make(_ callback: Callback, sleep: Bool) throws
    /// The calls that reached a callback, in order.
    func calls(to callback: Callback) -> [Invocation<Self>]

    /// Blocks in `context`, as waiting for an event would.
    func sleep(in context: ProcessContext) throws
    /// Waits in `context` for something in particular.
    func sleep(in context: ProcessContext, for cause: Wait) throws

    /// Nothing more can be had of `supply` from now on (false: it can be had again).
    func exhaust(_ supply: Supply, _ exhausted: Bool) throws
    /// Delivers a signal to `context`: its next interruptible wait is interrupted.
    func interrupt(_ context: ProcessContext) throws

    /// When `lock` is next asked for, another process context gets it first and runs `interference`.
    func contend(_ lock: Lock, _ interference: @escaping @Sendable (Self) throws -> Void) throws
    /// Whether any two calls of these callbacks ever overlapped in time.
    func overlapped(_ callbacks: [Callback]) -> Bool

    /// Arranges or does what a phrase of the domain says.
    func perform(_ action: Action) throws -> Outcome
    /// Whether what a phrase of the domain says is so now.
    func observe(_ observation: Observation) throws -> Bool

    /// The prototype in C of a documented interface, derived from its Swift type, white space folded and
    /// without parameter names (`int (struct a *, enum b)`); nil when the implementation has none of that name.
    func prototype(named name: String) -> String?

    /// Reports of the contract checker that no test has taken yet, oldest first.
    func pendingReports() -> [Report]
    /// Takes the oldest pending report of this violation (about `subject`, when given); nil when there is none.
    func takeReport(_ violation: Violation, about subject: String?) -> Report?

    /// Ends the world: every reference the testbed itself holds is dropped, in order, so that leaks show as reports.
    /// Called by the trait when the test's body has returned; resources that the test still holds are leaks. Another
    /// call does nothing: a test that is about leaks has ended its world itself.
    func finish()
    /// The calls so far, newest last, one line each, as a failing test prints them. Asked for at any time.
    var trace: [String] { get }
}

/// A world is named and not shown: a failing expectation would otherwise print all of its memory, once for each
/// mutant that a test is proven on.
extension Testbed {
    public var description: String { "\(Self.self)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
