import Clauses
import Promises

/// What a test does, in neutral steps: arrangement, action, expectation. `TestGenerator` turns it into Swift
/// and decides nothing.
public struct TestPlan: Sendable, Equatable {
    /// What the test is run over, one run each.
    public enum Cases: Sendable, Equatable {
        case none
        /// Error codes, without the minus sign; bound to `error`.
        case errors([String])
        /// A few error codes that callers must tell apart; bound to `error`.
        case anyErrors
        /// Every direction of transfer; bound to `direction`.
        case directions
        /// The two directions that go one way only; bound to `direction`.
        case oneWayDirections
        /// A choice, made and not made; bound to `chosen`.
        case choices
        /// Everything that one can wait for; bound to `cause`.
        case waits
    }

    /// What it is run over.
    public var cases: Cases
    /// In their order.
    public var steps: [Step]

    /// A plan of these steps, run once for each case.
    public init(_ cases: Cases = .none, _ steps: [Step]) {
        self.cases = cases
        self.steps = steps
    }

    /// An error code among the cases that the kernel does not have, or nil.
    var unknownError: String? {
        guard case .errors(let errors) = cases else { return nil }
        return errors.first { ErrorCode.number($0) == nil }
    }

    /// True when a step needs other tasks to run beside it.
    public var isConcurrent: Bool {
        func any(_ steps: [Step]) -> Bool {
            steps.contains { step in
                switch step {
                case .concurrently: true
                case .repeating(_, let inner), .forEachExtent(_, let inner), .when(_, let inner),
                    .forEachChunk(let inner), .forEachChunkOfExtent(let inner), .forEachContext(let inner),
                    .forEachDirection(let inner), .forEachChoice(let inner), .whenErrorIsPlain(let inner),
                    .forEachResource(_, let inner), .forEachCompany(_, let inner), .forEachAPI(_, let inner),
                    .forEachCallback(_, let inner), .forEachResourceByError(_, let inner),
                    .forEachAPIByError(_, let inner),
                    .forEachContextOf(_, let inner), .forEachDirectionOf(_, let inner), .inCompany(let inner),
                    .besideOthers(let inner):
                    any(inner)
                default: false
                }
            }
        }
        return any(steps)
    }
}

extension TestPlan {
    /// One step of a test, or several that are done over and over.
    public indirect enum Step: Sendable, Equatable {
        /// A new world. A test with two of them names the second.
        case world(World)
        /// An action whose result does not matter.
        case act(Action)
        case expect(Check)
        /// Remembers what an action came back with.
        case bind(String, Action)
        /// Remembers the object's size.
        case bindSize(String)
        case repeating(Int, [Step])
        /// For each extent that fits, or is too large; bound to `extent`.
        case forEachExtent(Extents, [Step])
        /// For each chunk; bound to `chunk`.
        case forEachChunk([Step])
        /// For each chunk of the extent that `forEachExtent` binds; bound to `chunk`.
        case forEachChunkOfExtent([Step])
        /// In one process context after the other; bound to `context`.
        case forEachContext([Step])
        /// In these process contexts, one after the other; bound to `context`.
        case forEachContextOf([Context], [Step])
        /// In every direction; bound to `direction`.
        case forEachDirection([Step])
        /// In these directions, one after the other, as `way`.
        case forEachDirectionOf([DirectionArgument], [Step])
        /// Only where `forEachCompany` has something held beside.
        case inCompany([Step])
        /// While the other contexts hold all that there is to hold.
        case besideOthers([Step])
        /// As the test's case chooses, then the other way, then as it chooses again; bound to `chosen`.
        case forEachChoice([Step])
        /// Only where the test's case is an error that nobody makes anything else of.
        case whenErrorIsPlain([Step])
        /// For each of these resources, as `boundName`.
        case forEachResource([String], [Step])
        /// With nothing, and then with these resources, as `companyName` in `holdAll` and `releaseAll`.
        case forEachCompany([String], [Step])
        /// For each of these callbacks, as `boundName`.
        case forEachCallback([String], [Step])
        /// For each of these interfaces, as `boundName`.
        case forEachAPI([String], [Step])
        /// For each of these resources where the test's case is an error that nobody makes anything else of, and for the
        /// first of them where it is another; as `boundName`.
        case forEachResourceByError([String], [Step])
        /// The same with interfaces.
        case forEachAPIByError([String], [Step])
        /// Only for those of the test's cases.
        case when(Condition, [Step])
        /// In every process context at once, again and again; the context is bound.
        case concurrently([Step])
        /// Why the next step is there.
        case note(String)
    }

    /// Stands for the resource, the callback or the interface that a loop goes over.
    public static let boundName = "{bound}"

    /// Resources that are held beside what a test is about.
    public enum Company: Sendable, Equatable {
        /// What `forEachCompany` goes over.
        case bound
        /// Everything that can be held.
        case everything
        /// These resources.
        case named([String])
    }

    /// A byte that is written or read.
    public enum Byte: Sendable, Equatable, ExpressibleByIntegerLiteral {
        case value(UInt8)
        /// The number of the chunk that a loop goes over, from 1.
        case ofChunk
        /// The same, where the chunk is counted from the start of the extent that `forEachExtent` binds.
        case ofChunkOfExtent
        /// The first where the test's case reaches the device, else the second.
        case reachingDevice(UInt8, else: UInt8)

        public init(integerLiteral value: UInt8) { self = .value(value) }
    }

    /// How the world is set up.
    public struct World: Sendable, Equatable {
        /// What the test calls it.
        public var name = "bed"
        /// Which implementation; nil: the plain one.
        public var variant: String?
        /// The callbacks that are left out.
        public var without: [String] = []
        /// The callbacks that are there; nil: all but those that are left out.
        public var with: [String]?
        /// On a machine whose CPU and devices see the same.
        public var isCoherent = false
        /// The object ends within a chunk.
        public var isPartial = false

        /// A world; the plain one, where nothing else is said.
        public init(
            _ name: String = "bed", variant: String? = nil, without: [String] = [], with: [String]? = nil,
            isCoherent: Bool = false, isPartial: Bool = false
        ) {
            self.name = name
            self.variant = variant
            self.without = without
            self.with = with
            self.isCoherent = isCoherent
            self.isPartial = isPartial
        }
    }

    /// Extents of a mapping: within the object, or past its end.
    public enum Extents: String, Sendable { case fitting, tooLarge }

    /// Which of the test's directions.
    public enum Condition: String, Sendable {
        case reachesCPU, reachesDevice
    }

    /// Which chunk of the object.
    public enum Chunk: Sendable, Equatable {
        case first, last, pastEnd
        /// A chunk by its number.
        case number(Int)
        /// The one that `forEachChunk` binds.
        case bound
    }

    /// What a call is given, where it differs from the defaults.
    public struct Arguments: Sendable, Equatable {
        /// The direction bound by the cases, when true.
        public var direction: DirectionArgument = .none
        /// The chunk that is mapped.
        public var chunk: Chunk = .first
        /// The extent bound by `forEachExtent`, when true.
        public var extent = false
        /// Who calls.
        public var context: Context = .first
        /// The choice bound by the cases, when true.
        public var flag = false

        /// Arguments; the defaults, where nothing else is said.
        public init(
            direction: DirectionArgument = .none, chunk: Chunk = .first, extent: Bool = false,
            context: Context = .first,
            flag: Bool = false
        ) {
            self.direction = direction
            self.chunk = chunk
            self.extent = extent
            self.context = context
            self.flag = flag
        }
    }

    /// Which way the data go.
    public enum DirectionArgument: String, Sendable {
        /// The default: both ways.
        case none
        /// The test's case.
        case bound
        /// One that differs from it.
        case another
        /// The one that `forEachDirectionOf` binds.
        case way
        case toDevice, fromDevice
    }

    /// Which process context does it.
    public enum Context: String, Sendable {
        case first, second, third
        /// The one that `concurrently` or `forEachContext` binds.
        case bound

        /// How many there are.
        static let count = 3
    }

    /// Which error code.
    public enum ErrorArgument: Sendable, Equatable {
        /// The test's case.
        case bound
        case code(String)
    }

    /// What is done in a world.
    public indirect enum Action: Sendable, Equatable {
        case prepare(String)
        /// Begins an access, makes use of it, and ends it; what it saw.
        case access(String, Arguments = .init(), writing: Byte? = nil)
        /// Reads everywhere and then writes everywhere, as far as the direction allows; what it saw.
        ///
        /// Amid a reader: another context began an access for reading before, and ends it afterwards.
        case use(String, Arguments = .init(), writing: Byte? = nil, isAmidReader: Bool = false)
        /// Acquired and given back at once.
        case holdOnce(String, Arguments = .init())
        /// The same, of another object.
        case holdOnceOfAnother(String, Context)
        /// Everything of this company that the implementation has, in order.
        case holdAll(Company, Context = .first)
        /// In the other order.
        case releaseAll(Company, Context = .first)
        case call(String, Arguments = .init())
        case hold(String, Arguments = .init())
        case release(String, Arguments = .init())
        /// By CPU, in the way a resource gives; offset in bytes.
        case read(String, Offset = .start, Context = .first)
        case write(Byte, String, Offset = .start, Context = .first)
        /// By CPU, all over the object; what is read is a set of bytes.
        case readAll(String, Context = .first)
        case fill(Byte, String, Context = .first)
        case deviceReadAll
        /// A device is given the work to write all over the object.
        case startDeviceFill(Byte)
        case deviceRead(Offset = .start)
        case deviceWrite(Byte, Offset = .start)
        /// A device is given the work to write, and is not waited for.
        case startDeviceWrite(Byte, Offset = .start)
        case startDeviceRead(Offset = .start)
        /// What was read then.
        case finishDeviceRead
        /// A callback that returns an error, so many times (nil: from now on).
        case makeReturn(String, ErrorArgument, times: Int?)
        /// What an action fails with, tried while a callback returns an error twice, and once more.
        case attempts(Action, String, ErrorArgument)
        /// A callback that returns a number.
        case makeReturnValue(String, Int)
        case makeSleep(String)
        case sleep(Context)
        /// Waits for what the test's case says.
        case wait(Context)
        /// A signal arrives.
        case interrupt(Context)
        case exhaust(String, Bool)
        case contend(String, Action)
        case perform(String)
        case finish
        /// Reports of this sort are beside the point of the test.
        case ignore(Violation)
        case ignoreAll
    }

    /// Where in the object.
    public enum Offset: Sendable, Equatable {
        case start
        /// In the middle of the chunk of this number.
        case chunk(Int)
        /// The last byte of the object.
        case end
        /// The first byte of the extent that `forEachExtent` binds.
        case startOfExtent
        /// The first byte behind one chunk.
        case pastChunk
        /// The object's last byte, counted from the start of its last chunk.
        case endInLastChunk
        /// The first byte of the chunk that `forEachChunk` binds.
        case startOfChunk
        /// In the middle of the chunk that `forEachChunk` binds.
        case inChunk
    }

    /// What is expected of an action, or of all that has happened so far.
    public indirect enum Check: Sendable, Equatable {
        case succeeds(Action)
        case fails(Action)
        /// Fails with a negative error code (never NULL, never 0).
        case failsWith(Action, ErrorArgument)
        case failsWithAnyError(Action)
        /// Fails with one of these error codes.
        case failsWithOneOf(Action, [String])
        /// Succeeds, or fails with any other error.
        case failsNotWith(Action, ErrorArgument)
        case returnsNull(Action)
        /// The status is exactly this.
        case returns(Action, Int)
        case doesNotReturn(Action, Int)
        case reads(Action, Byte)
        case doesNotRead(Action, Byte)
        /// All that is read is this.
        case readsOnly(Action, Byte)
        case doesNotReadOnly(Action, Byte)
        /// An access saw this, where its direction lets it see anything, and nothing else.
        case saw(Action, Byte)
        /// An access could begin and end.
        case succeedsWhenUsed(Action)
        /// As often as a callback returns the error, and not once more.
        case failsAsOften(Action, String, ErrorArgument)
        /// The action is what this report is about.
        case reportedBy(Action, Violation, String, Name.Category)
        case notReportedBy(Action, Violation, String, Name.Category)
        case faults(Action)
        /// There is nothing to be read anywhere.
        case faultsEverywhere(String, Context = .first)
        /// An address that a mapping was given.
        case addressFaults(String, ofBound: String)
        case reported(Violation, String, Name.Category)
        case notReported(Violation)
        case isClean
        case setUpSucceeded
        case setUpFails
        /// With a negative error code.
        case setUpFailsWithError
        case callCount(String, Int)
        /// So many for each chunk.
        case callCountOfChunks(String, times: Int = 1)
        /// As many of the one callback as of the other.
        case callCountsEqual(String, String)
        case lastCallFrom(String, api: String)
        case lastCallDirection(String, DirectionArgument = .bound)
        /// The directions that all calls so far were made with, oldest first.
        case callDirections(String, [DirectionArgument])
        case lastCallChunk(String, Chunk)
        case lastCallAddress(String, ofBound: String)
        case everyCallHolds(String, lock: String)
        case noCallHolds(String, lock: String)
        case neverOverlapped([String])
        case sameAddress(String, String)
        case alignedAddress(String)
        case observed(String)
        case notObserved(String)
        case prototype(name: String, is: String)
        case noPrototype(name: String)
        case called(String)
        case isNotClean
        /// An observation holds exactly when the case's choice was made.
        case observedAsChosen(String)
        case sizeIs(String)
        /// The size of a chunk, in bytes.
        case unitIs(Int)
    }
}
