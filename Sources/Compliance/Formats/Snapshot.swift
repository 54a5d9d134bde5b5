import KernelDoc
import PlainText

/// The status of every clause, one a line, made to be committed: a change in coverage shows up in review as a diff.
///
/// Lines are ordered by clause id, so that moving text changes none of them, and hold no line numbers.
public struct Snapshot: Sendable, Equatable, CustomStringConvertible {
    /// The first line of every snapshot.
    public static let header =
        "# specgen.snapshot/1: status, clause and words of every clause that can hold or be broken"

    /// One line.
    public struct Entry: Sendable, Equatable {
        /// How the clause stood when the snapshot was made.
        public var status: ClauseStatus
        /// The clause's id.
        public var clause: String
        /// The clause's words, on one line.
        public var words: String

        public init(status: ClauseStatus, clause: String, words: String) {
            self.status = status
            self.clause = clause
            self.words = words
        }
    }

    /// Ordered by clause id.
    public private(set) var entries: [Entry]

    public init(_ report: ComplianceReport) {
        entries = report.clauses.filter { $0.status.isNormative }.map {
            Entry(
                status: $0.status, clause: InertText.line($0.clause.id).replacing(" ", with: "-"),
                words: InertText.line($0.clause.text))
        }
        entries.sort { $0.clause < $1.clause }
    }

    /// Reads what `description` wrote.
    ///
    /// - Parameter file: its name, for messages.
    /// - Throws: `Diagnostic` with the first line that is none of a snapshot.
    public init(reading text: String, file: String) throws(Diagnostic) {
        entries = []
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            guard !line.isEmpty, !line.hasPrefix("#") else { continue }
            let parts = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
            let rest = parts.count > 1 ? parts[1].drop { $0 == " " } : ""
            guard let status = parts.first.flatMap({ ClauseStatus(rawValue: String($0)) }), !rest.isEmpty else {
                throw Diagnostic(
                    .error, file: file, line: index + 1, message: "not a line of a snapshot: STATUS CLAUSE-ID WORDS",
                    advice: "write the snapshot anew: specgen report --format snapshot", excerpt: String(line))
            }
            let clause = rest.prefix { $0 != " " }
            let words = rest.dropFirst(clause.count).drop { $0 == " " }
            entries.append(Entry(status: status, clause: String(clause), words: String(words)))
        }
        entries.sort { $0.clause < $1.clause }
    }

    /// The snapshot as it is committed: its header, and one line an entry.
    public var description: String {
        let width = ClauseStatus.allCases.map(\.rawValue.count).max() ?? 0
        let lines = entries.map { entry in
            let status = entry.status.rawValue
            return status + String(repeating: " ", count: width + 1 - status.count) + "\(entry.clause)  \(entry.words)"
        }
        return ([Snapshot.header] + lines).joined(separator: "\n") + "\n"
    }

    // MARK: - The ratchet

    /// A clause that was verified, and is so no more.
    public struct Loss: Sendable, Equatable {
        /// As it was verified.
        public var before: Entry
        /// What it is now: of the same id, or the clause that stands in its place with other words.
        public var now: Entry
        /// The clause stands there in other words, and so under another id.
        public var isReworded: Bool { before.clause != now.clause }
    }

    /// The coverage lost since an earlier snapshot. A clause that the documentation no longer makes is no loss of
    /// coverage; one that it makes in other words is, until it is verified again.
    public func losses(since old: Snapshot) -> [Loss] {
        let current = Dictionary(entries.map { ($0.clause, $0) }) { first, _ in first }
        let known = Set(old.entries.map(\.clause))
        var added = Counterparts(entries.filter { !known.contains($0.clause) })
        var losses: [Loss] = []
        for before in old.entries where before.status == .verified {
            if let now = current[before.clause] {
                if now.status != .verified { losses.append(Loss(before: before, now: now)) }
            } else if let now = added.take(for: before), now.status != .verified {
                losses.append(Loss(before: before, now: now))
            }
        }
        return losses
    }
}
