import Clauses

/// What became of each clause over the revisions of a committed snapshot: when it came, when its status changed, and
/// what words it had before.
public struct ClauseHistory: Sendable, Equatable {
    /// A snapshot as it was committed.
    public struct Revision: Sendable, Equatable {
        /// Short: what one would type to see it.
        public var name: String
        /// As it is shown.
        public var date: String
        /// What was committed.
        public var snapshot: Snapshot

        public init(name: String, date: String, snapshot: Snapshot) {
            self.name = name
            self.date = date
            self.snapshot = snapshot
        }
    }

    /// A change of one clause.
    public struct Event: Sendable, Equatable, Codable {
        /// When the revision was committed, as it is shown.
        public var date: String
        /// The revision's name.
        public var revision: String
        /// Since then.
        public var status: ClauseStatus
        /// The words that the clause had until then; nil where they did not change.
        public var formerWords: String?
    }

    private var events: [String: [Event]] = [:]

    /// - Parameter revisions: oldest first.
    public init(_ revisions: [Revision]) {
        var previous: [String: Snapshot.Entry] = [:]
        for revision in revisions {
            let entries = revision.snapshot.entries
            let current = Dictionary(entries.map { ($0.clause, $0) }) { first, _ in first }
            var gone = Counterparts(
                previous.values.filter { current[$0.clause] == nil }.sorted { $0.clause < $1.clause })
            for entry in entries {
                if let before = previous[entry.clause] {
                    guard before.status != entry.status else { continue }
                    add(entry, revision)
                } else if let before = gone.take(for: entry) {
                    // The same clause in other words has another id, and the same past.
                    events[entry.clause] = events[before.clause]
                    add(entry, revision, formerWords: before.words)
                } else {
                    add(entry, revision)
                }
            }
            previous = current
        }
    }

    /// What became of a clause, newest first; empty for one that was never in a snapshot.
    public subscript(_ clause: String) -> [Event] { (events[clause] ?? []).reversed() }

    private mutating func add(_ entry: Snapshot.Entry, _ revision: Revision, formerWords: String? = nil) {
        events[entry.clause, default: []].append(
            Event(date: revision.date, revision: revision.name, status: entry.status, formerWords: formerWords))
    }
}
