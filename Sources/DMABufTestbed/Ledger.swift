import ClauseTesting

/// What is held, by whom, and how: what a backend of the testbed keeps of it.
struct Ledger<Thing> {
    typealias Resource = DMABufTestbed.Resource

    /// Something that is held.
    struct Hold {
        var thing: Thing
        var chunk = 0
        var direction = Direction.bidirectional
        /// Held by the testbed, which will release it.
        var isOwn = false
    }

    /// A resource in a process context.
    private struct Holder: Hashable {
        var resource: Resource
        var context: ProcessContext
    }

    /// Oldest first.
    private var holds: [Holder: [Hold]] = [:]
    /// What was released last.
    private var last: [Holder: Hold] = [:]

    mutating func add(_ hold: Hold, _ resource: Resource, in context: ProcessContext) {
        holds[Holder(resource: resource, context: context), default: []].append(hold)
    }

    /// Takes out what was acquired last, of this chunk and for this direction where there is such a one; nil when nothing
    /// is held.
    ///
    /// - Parameter own: of the testbed's own.
    mutating func take(
        _ resource: Resource, in context: ProcessContext, chunk: Int = 0, direction: Direction = .bidirectional,
        own: Bool = false
    ) -> Hold? {
        let holder = Holder(resource: resource, context: context)
        guard var held = holds[holder], !held.isEmpty else { return nil }
        let ofChunk = held.indices.filter { held[$0].chunk == chunk && (!own || held[$0].isOwn) }
        let index = ofChunk.last { held[$0].direction == direction } ?? ofChunk.last ?? held.endIndex - 1
        let hold = held.remove(at: index)
        holds[holder] = held
        last[holder] = hold
        return hold
    }

    func held(_ resource: Resource, in context: ProcessContext) -> [Hold] {
        holds[Holder(resource: resource, context: context)] ?? []
    }

    /// The thing that is held, or that was released last: where its bytes were.
    func newest(_ resource: Resource, in context: ProcessContext) -> Thing? {
        let holder = Holder(resource: resource, context: context)
        return (holds[holder]?.last ?? last[holder])?.thing
    }

    /// Everything that is held, in no order.
    var all: [Hold] { holds.values.flatMap { $0 } }

    mutating func removeAll() { holds = [:] }
}
