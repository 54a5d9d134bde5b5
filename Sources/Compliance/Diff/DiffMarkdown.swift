/// A diff of clauses in Markdown: a comment that one would post under a patch of documentation.
public struct DiffMarkdown: CustomStringConvertible {
    private let story: DiffStory
    private let title: String

    /// - Parameters:
    ///   - title: what was compared.
    ///   - isWhole: whether all of both texts was read.
    public init(_ diff: ClauseDiff, tests: DiffTests = DiffTests(nil), title: String, isWhole: Bool = true) {
        story = DiffStory(diff: diff, tests: tests, isWhole: isWhole)
        self.title = title
    }

    public var description: String {
        var lines = ["### What this changes in the documentation's promises", ""]
        lines.append("\(MarkdownEscape.code(title)): \(MarkdownEscape.text(story.summary)).")
        for chapter in story.chapters {
            let head = "\(chapter.title) (\(chapter.changes.count))"
            lines += chapter.isFolded ? ["", "<details><summary>\(head)</summary>", ""] : ["", "#### \(head)", ""]
            for change in chapter.changes { lines += entry(change) }
            if chapter.isFolded { lines += ["", "</details>"] }
        }
        let moves = story.moves
        if !moves.isEmpty {
            lines += ["", "#### Moved, word for word (\(story.diff[.moved].count))", ""]
            lines += moves.map { "- \(MarkdownEscape.text($0))" }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func entry(_ change: ClauseDiff.Change) -> [String] {
        let clauses = change.new?.clauses ?? change.old?.clauses ?? []
        var lines = [
            "- \(sentence(change))  ",
            "  \(MarkdownEscape.code(story.place(of: change))) "
                + "*\(MarkdownEscape.text(story.force(of: clauses)))*",
        ]
        lines += (story.effects(of: change) + story.tests(of: change)).map { "  - \(MarkdownEscape.text($0))" }
        return lines
    }

    private func sentence(_ change: ClauseDiff.Change) -> String {
        guard !change.words.isEmpty else {
            return MarkdownEscape.text(change.new?.text ?? change.old?.text ?? "")
        }
        return change.words.map { edit in
            let text = MarkdownEscape.text(edit.text)
            return switch edit.kind {
            case .same: text
            case .removed: "<del>\(text)</del>"
            case .added: "<ins>\(text)</ins>"
            }
        }.joined(separator: " ")
    }
}
