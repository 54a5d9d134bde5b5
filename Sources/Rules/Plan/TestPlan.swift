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
    }

    public var cases: Cases
    public var steps: [Step]

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
                case .repeating(_, let inner), .forEachExtent(_, let inner), .when(_, let inner): any(inner)
                default: false
                }
            }
        }
        return any(steps)
    }
}

extension TestPlan {
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
        /// Only for those of the test's cases.
        case when(Condition, [Step])
        /// In every process context at once, again and again; the context is bound.
        case concurrently([Step])
        /// Why the next step is there.
        case note(String)
    }

    /// How the world is set up.
    public struct World: Sendable, Equatable {
        public var name = "bed"
        public var variant: String?
        public var without: [String] = []
        public var isCoherent = false
        public var isPartial = false

        public init(
            _ name: String = "bed", variant: String? = nil, without: [String] = [], isCoherent: Bool = false,
            isPartial: Bool = false
        ) {
            self.name = name
            self.variant = variant
            self.without = without
            self.isCoherent = isCoherent
            self.isPartial = isPartial
        }
    }

    public enum Extents: String, Sendable { case fitting, tooLarge }

    public enum Condition: String, Sendable {
        case reachesCPU, reachesDevice
    }

    public enum Chunk: Sendable, Equatable {
        case first, last, pastEnd
        /// A chunk by its number.
        case number(Int)
    }

    /// What a call is given, where it differs from the defaults.
    public struct Arguments: Sendable, Equatable {
        /// The direction bound by the cases, when true.
        public var direction: DirectionArgument = .none
        public var chunk: Chunk = .first
        /// The extent bound by `forEachExtent`, when true.
        public var extent = false
        public var context: Context = .first
        /// The choice bound by the cases, when true.
        public var flag = false

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

    public enum DirectionArgument: String, Sendable {
        /// The default: both ways.
        case none
        /// The test's case.
        case bound
    }

    public enum Context: String, Sendable {
        case first, second
        /// The one that `concurrently` binds.
        case bound
    }

    public enum ErrorArgument: Sendable, Equatable {
        /// The test's case.
        case bound
        case code(String)
    }

    public indirect enum Action: Sendable, Equatable {
        case prepare(String)
        case call(String, Arguments = .init())
        case hold(String, Arguments = .init())
        case release(String, Arguments = .init())
        /// By CPU, in the way a resource gives; offset in bytes.
        case read(String, Offset = .start)
        case write(UInt8, String, Offset = .start)
        case deviceRead(Offset = .start)
        case deviceWrite(UInt8, Offset = .start)
        /// A callback that returns an error, so many times (nil: from now on).
        case makeReturn(String, ErrorArgument, times: Int?)
        /// A callback that returns a number.
        case makeReturnValue(String, Int)
        case makeSleep(String)
        case sleep(Context)
        case exhaust(String, Bool)
        case contend(String, Action)
        case perform(String)
        case finish
        /// Reports of this sort are beside the point of the test.
        case ignore(Violation)
        case ignoreAll
    }

    public enum Offset: Sendable, Equatable {
        case start
        /// In the middle of the chunk of this number.
        case chunk(Int)
        /// The last byte of the object.
        case end
        /// The first byte behind one chunk.
        case pastChunk
        /// The object's last byte, counted from the start of its last chunk.
        case endInLastChunk
    }

    public indirect enum Check: Sendable, Equatable {
        case succeeds(Action)
        case fails(Action)
        /// Fails with a negative error code (never NULL, never 0).
        case failsWith(Action, ErrorArgument)
        case failsWithAnyError(Action)
        /// Succeeds, or fails with any other error.
        case failsNotWith(Action, ErrorArgument)
        case returnsNull(Action)
        /// The status is exactly this.
        case returns(Action, Int)
        case reads(Action, UInt8)
        case doesNotRead(Action, UInt8)
        case faults(Action)
        case reported(Violation, String, Name.Category)
        case notReported(Violation)
        case isClean
        case setUpSucceeded
        case setUpFails
        case callCount(String, Int)
        case lastCallFrom(String, api: String)
        case lastCallDirection(String)
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

    /// The broken duties that a plan can expect; named as the testbed's reports are.
    public enum Violation: String, Sendable, CaseIterable {
        case leaked, unbalanced, tooManyHeld, slept, accessedOutside, wrongDirection, undefinedBehaviour, notRestarted
        case invalidReturn, failed, exhausted, notRecommended, disturbedOthers, bug
    }
}
