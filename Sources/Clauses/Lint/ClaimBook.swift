import KernelDoc

/// Claims by topic, over all documents.
struct ClaimBook {
    private var byTopic: [String: [Claim]] = [:]
    private var order: [String] = []

    mutating func add(_ claim: Claim) {
        if byTopic[claim.topic] == nil { order.append(claim.topic) }
        byTopic[claim.topic, default: []].append(claim)
    }

    /// One finding a topic: its first claim, and the first against it.
    func contradictions() -> [LintFinding] {
        order.compactMap { topic in
            guard let claims = byTopic[topic], let first = claims.first,
                let against = claims.first(where: { $0.holds != first.holds })
            else { return nil }
            return LintFinding(
                kind: first.kind == .failure ? .deniedError : .contradiction, source: against.source,
                text: against.text, why: "on \(topic), “\(first.text)” says the opposite",
                suggestion: "keep one of the two, or say under which condition each holds", other: first.source)
        }
    }
}
