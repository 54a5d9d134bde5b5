import Clauses

/// Applies waivers to clauses, and says which of them do nothing.
struct WaiverDesk {
    private var waivers: [Waiver]
    private var today: Day

    init(_ waivers: [Waiver], today: Day) {
        self.waivers = waivers
        self.today = today
    }

    func apply(to clauses: [ReportedClause]) -> ([ReportedClause], [IdleWaiver]) {
        var waived = clauses
        var idle: [IdleWaiver] = []
        let positions = Dictionary(clauses.indices.map { (clauses[$0].clause.id, $0) }) { first, _ in first }
        let successors = Dictionary(clauses.map { (ClauseIDRegister.stem(of: $0.clause.id), $0.clause.id) }) {
            first, _ in first
        }
        var seen: Set<String> = []
        for waiver in waivers {
            guard seen.insert(waiver.clause).inserted else {
                idle.append(IdleWaiver(waiver, .repeated, advice: "remove it: an earlier line waives the same clause"))
                continue
            }
            guard let position = positions[waiver.clause] else {
                idle.append(missing(waiver, successors))
                continue
            }
            if let expires = waiver.expires, expires < today {
                idle.append(
                    IdleWaiver(waiver, .expired, advice: "renew it, or test the clause: it ended on \(expires)"))
                continue
            }
            switch waived[position].status {
            case .verified, .informative:
                let status = waived[position].status
                idle.append(IdleWaiver(waiver, .unused, advice: "remove it: the clause is \(status.rawValue)"))
            default:
                waived[position].status = .waived
                waived[position].clause.reason = "\(waiver.reason) (waived on \(waiver.date))"
            }
        }
        return (waived, idle)
    }

    private func missing(_ waiver: Waiver, _ successors: [String: String]) -> IdleWaiver {
        guard let now = successors[ClauseIDRegister.stem(of: waiver.clause)] else {
            return IdleWaiver(waiver, .unknown, advice: "remove it: there is no such clause (any more)")
        }
        let advice = "the clause's words have changed: read them again, and waive \(now) if that still holds"
        return IdleWaiver(waiver, .stale, advice: advice)
    }
}
