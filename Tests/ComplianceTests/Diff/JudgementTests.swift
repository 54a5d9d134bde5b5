import Clauses
import KernelDoc
import Testing

@testable import Compliance

@Suite("What a change does to a duty or a promise") struct JudgementTests {
    private func judgements(_ before: String, _ after: String) -> [Judgement] {
        func clauses(_ text: String) -> [Clause] {
            DocumentReader().read(Array("# Gates\n\nGates creak. \(text)\n".utf8), named: "gates.md").documents
                .flatMap { ClauseExtractor().clauses(in: $0) }
        }
        return ClauseDiff(from: clauses(before), to: clauses(after)).changes.map(\.judgement).filter { $0 != .kept }
    }

    @Test(
        "What plainly asks or promises less is weaker.",
        arguments: [
            // One of two things that both had to be.
            ("A caller must hold gate_lock and door_lock.", "A caller must hold gate_lock or door_lock."),
            ("A caller must hold gate_lock and door_lock.", "A caller must hold gate_lock."),
            ("A caller must hold gate_lock and door_lock.", "A caller must hold door_lock."),
            ("The keeper must wash the window and lock the gate.", "The keeper must lock the gate."),
            ("The keeper must wash the window and wash the gate.", "The keeper must wash the gate."),
            ("A caller must knock again on -EINTR and -EAGAIN.", "A caller must knock again on -EINTR."),
            ("A caller must not sing or whistle here.", "A caller must not whistle here."),
            ("A caller must not sing or whistle here.", "A caller must not sing and whistle here."),
            // A result that was certain, and is possible.
            ("The callback must return 0.", "The callback may return 0."),
            ("The callback must return -EBUSY.", "The callback may return -EBUSY."),
            ("The callback must always return true.", "The callback may return true."),
            ("The function returns 0 on success.", "The function may return 0 on success."),
            // A number.
            ("A caller must not rest here.", "A caller must not rest here for more than 1 ms."),
            ("The gate must be aligned to 64 inches.", "The gate must be aligned to 32 inches."),
            ("The gate is aligned to 64 inches.", "The gate is aligned to 32 inches."),
            ("The call completes within 10 ms.", "The call completes within 20 ms."),
            ("The call must complete within 10 ms.", "The call must complete within 20 ms."),
            // Fewer, for whom or in which case.
            ("All drivers must wash the gate.", "All drivers with dogs must wash the gate."),
            ("Drivers must wash the gate.", "Drivers with dogs must wash the gate."),
            ("A caller must not sing here.", "A caller must not sing here in the morning."),
            ("The lock is released on error.", "The lock is kept on error."),
        ])
    func weaker(_ before: String, _ after: String) {
        #expect(judgements(before, after) == [.weaker])
    }

    @Test(
        "What may be softer or firmer is left to a person.",
        arguments: [
            (
                "A caller must call gate_open() before gate_pass().",
                "A caller must call gate_pass() before gate_open()."
            ),
            ("A caller must hold gate_lock.", "A caller must hold door_lock."),
            ("The gate can fail to open with -EBUSY.", "The gate can fail to open with -EAGAIN."),
            ("The gate can fail to open with -EBUSY.", "The gate can fail to open with -EBUSY or -EINTR."),
            ("A caller must knock when it is dark.", "A caller must knock when it is raining."),
            ("A caller must knock when it is dark and cold.", "A caller must knock when it is dark."),
            ("A caller must knock when it is dark and cold.", "A caller must knock when it is dark or cold."),
            ("A driver must wash the gate.", "Userspace must wash the gate."),
            ("A caller must hold the inner lock.", "A caller must hold the lock."),
            ("The gate is aligned to 48 inches.", "The gate is aligned to 32 inches."),
            ("Visitors may bring a lantern.", "Visitors may bring a brass lantern."),
            ("Visitors may bring a lantern. Hinges squeal.", "Hinges squeal."),
            ("A caller must knock.", "A caller must knock, but may leave at once."),
        ])
    func unsure(_ before: String, _ after: String) {
        #expect(judgements(before, after) == [.unsure])
    }

    @Test(
        "What is firmer, as firm, or asked nothing is neither.",
        arguments: [
            ("The call completes within 20 ms.", "The call completes within 10 ms."),
            ("The gate is aligned to 32 inches.", "The gate is aligned to 64 inches."),
            ("A caller should knock.", "A caller must knock."),
            ("A caller must knock when it is dark.", "A caller must knock."),
            ("The callback may return -EBUSY.", "The callback must return -EBUSY."),
            ("The keeper must wash the window.", "The caller has to knock. The keeper must wash the window."),
            ("Arches are older than gates.", "Arches are older than walls."),
            ("Arches are older than gates.", ""),
        ])
    func kept(_ before: String, _ after: String) {
        #expect(judgements(before, after).isEmpty)
    }
}
