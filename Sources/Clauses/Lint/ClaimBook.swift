import KernelDoc

/// Claims by topic, over all documents.
struct ClaimBook {
    private var byTopic: [Claim.Topic: [Claim]] = [:]
    private var order: [Claim.Topic] = []

    /// So many claims on one topic are held against all others of it, so that time grows with their number alone.
    private static let comparable = 64

    mutating func add(_ claim: Claim) {
        if byTopic[claim.topic] == nil { order.append(claim.topic) }
        byTopic[claim.topic, default: []].append(claim)
    }

    /// One finding a topic: the first claim that another one is against.
    func contradictions() -> [LintFinding] {
        order.compactMap { topic in
            let claims = byTopic[topic] ?? []
            for first in claims.prefix(Self.comparable) {
                if let against = claims.first(where: first.opposes) { return finding(first, against) }
            }
            return nil
        }
    }

    private func finding(_ first: Claim, _ against: Claim) -> LintFinding {
        LintFinding(
            kind: first.kind == .failure ? .deniedError : .contradiction, source: against.source,
            text: against.text, why: "on \(first.topic.words), “\(first.text)” says the opposite", other: first.source)
    }
}
