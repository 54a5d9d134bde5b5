import Synchronization

/// Walks that wait for the next document, so that all documents of a thread are read in the same memory.
final class WalkPool: Sendable {
    /// Whoever has taken it is the only one who knows of it.
    final class Loan: @unchecked Sendable {
        var walk: DocumentWalk

        fileprivate init(_ grammar: Grammar) { walk = DocumentWalk(grammar: grammar) }
    }

    private let idle = Mutex<[Loan]>([])

    func take(_ grammar: Grammar) -> Loan { idle.withLock { $0.popLast() } ?? Loan(grammar) }

    func giveBack(_ loan: Loan) { idle.withLock { $0.append(loan) } }
}
