/// Which clauses of a report are shown; the figures stay those of all.
public struct ReportFilter: Sendable, Equatable {
    /// Empty: every status.
    public var statuses: Set<ClauseStatus>
    /// Empty: every bearer.
    public var bearers: Set<String>
    /// Part of a section's title or symbol, in any case; nil: every section.
    public var section: String?

    public init(statuses: Set<ClauseStatus> = [], bearers: Set<String> = [], section: String? = nil) {
        self.statuses = statuses
        self.bearers = bearers
        self.section = section
    }

    /// Whether the clause is shown.
    public func includes(_ reported: ReportedClause) -> Bool {
        (statuses.isEmpty || statuses.contains(reported.status))
            && (bearers.isEmpty || bearers.contains(reported.clause.bearer))
            && (section.map { ReportSection.title(of: reported.clause).lowercased().contains($0.lowercased()) } ?? true)
    }
}
