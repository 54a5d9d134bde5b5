import Foundation
import Testing

@testable import specgen

@Suite("Differences")
struct UnifiedDiffTests {
    private func diff(_ old: String, _ new: String) -> String {
        UnifiedDiff.text(from: old, named: "a", to: new, named: "b")
    }

    @Test("The same text has no difference")
    func same() {
        #expect(diff("a\nb\n", "a\nb\n").isEmpty)
        #expect(diff("", "").isEmpty)
    }

    @Test("A changed line stands with three lines of context")
    func oneLine() {
        #expect(
            diff("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n") == """
                --- a
                +++ b
                @@ -2,7 +2,7 @@
                 2
                 3
                 4
                -5
                +five
                 6
                 7
                 8

                """)
    }

    @Test(
        "It is what diff -u prints, and patch would take",
        arguments: [
            ("", "a\n"), ("a\n", ""), ("a", "a\n"), ("a\n", "a"), ("a\nb\n", "b\n"), ("b\n", "a\nb\n"),
            ("a\r\nb\n", "a\nb\n"), ("\u{E9}\n", "e\u{301}\n"),
            ("1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n", "one\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\ntwelve\n"),
            ("1\n2\n3\n4\n5\n6\n7\n8\n", "one\n2\n3\n4\n5\n6\n7\neight\n"),
        ])
    func asDiff(_ old: String, _ new: String) throws {
        let folder = try TemporaryFolder()
        try folder.file("a", old)
        try folder.file("b", new)
        let expected = try Run(shell: "diff -u a b | sed 's/^\\(---\\|+++\\) \\(.\\)\t.*/\\1 \\2/'", in: folder.url)
        #expect(diff(old, new) == expected.output)
    }

    @Test("A thousand lines that are all different are no trouble")
    func allDifferent() {
        let old = (0..<1000).map { "old \($0)\n" }.joined()
        let new = (0..<1000).map { "new \($0)\n" }.joined()
        #expect(diff(old, new).split(separator: "\n").count == 2003)
    }
}
