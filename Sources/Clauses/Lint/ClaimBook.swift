import KernelDoc

/// Claims by topic, over all documents.
struct ClaimBook {
    private struct Topic: Hashable {
        var words: String
        var file: String?
    }

    private var byTopic: [Topic: [Claim]] = [:]
    private var order: [Topic] = []

    mutating func add(_ claim: Claim) {
        let topic = Topic(words: claim.topic, file: claim.file)
        if byTopic[topic] == nil { order.append(topic) }
        byTopic[topic, default: []].append(claim)
    }

    /// One finding a topic: its first claim, and the first against it.
    func contradictions() -> [LintFinding] {
        order.compactMap { topic in
            guard let claims = byTopic[topic], let first = claims.first,
                let against = claims.first(where: { $0.holds != first.holds })
            else { return nil }
            return LintFinding(
                kind: first.kind == .failure ? .deniedError : .contradiction, source: against.source,
                text: against.text, why: "on \(topic.words), “\(first.text)” says the opposite",
                suggestion: "keep one of the two, or say under which condition each holds", other: first.source)
        }
    }
}
