import KernelDoc
import Testing
import Widget

@testable import Rules

/// By which names of C the vocabulary knows a callback.
@Suite("Names of callbacks")
struct CallbackNameTests {
    private func vocabulary(_ callbacks: String) throws -> Vocabulary {
        try VocabularyFile.decode("subsystem: s\ntestbed: T\ncallbacks: \(callbacks)\n", path: "v.yaml").vocabulary
    }

    @Test("A member of the structure that is named is the callback, and one of another structure is none")
    func structures() throws {
        let known = try vocabulary("{any: {members: [open, close]}, own: {members: [ring_ops.open]}}")
        #expect(known.callback(member: "open", of: "ring_ops")?.name == "own")
        #expect(known.callback(member: "open", of: "file_operations")?.name == "any")
        let only = try vocabulary("{own: {members: [ring_ops.open]}}")
        #expect(only.callback(member: "open", of: "file_operations") == nil)
        #expect(only.callback(member: "open", of: nil)?.name == "own")
    }

    @Test(
        "What is no member is refused at its place",
        arguments: [
            ("[ring_ops.]", "'ring_ops.' is no member"), ("[a.b.c]", "'a.b.c' is no member"),
            ("[ring_ops.open, close]", "members of several structures, or of one and of any"),
        ])
    func refused(members: String, message: String) {
        do {
            _ = try vocabulary("{own: {members: \(members)}}")
            Issue.record("taken: \(members)")
        } catch {
            #expect((error as? Diagnostic)?.message == message, "\(error)")
        }
    }

    @Test("A function's parameter is no callback of its name")
    func parameter() {
        func plans(_ kind: Prose.Block.Kind) -> Int {
            var clause = clause("This callback is optional.", .permission, member: "map", symbol: "widget_ops")
            clause.block.kind = kind
            return RuleBook(vocabulary: .example).read([clause]).compactMap(\.plan).count
        }
        #expect(plans(.struct) == 1)
        #expect(plans(.function) == 0)
    }
}
