/// A diff of clauses as plain text: what one would mail to the list in reply to a patch.
public struct DiffText: CustomStringConvertible {
    private let story: DiffStory
    private let title: String
    private let width: Int
    private let isColored: Bool
    private let isComplete: Bool

    /// - Parameters:
    ///   - title: what was compared.
    ///   - width: in columns; below 40 it is taken as 40.
    ///   - isComplete: sentences that merely moved are listed, too.
    public init(
        _ diff: ClauseDiff, tests: DiffTests = DiffTests(nil), title: String, width: Int = 72, isColored: Bool = false,
        isComplete: Bool = false
    ) {
        story = DiffStory(diff: diff, tests: tests)
        self.title = title
        self.width = max(40, width)
        self.isColored = isColored
        self.isComplete = isComplete
    }

    public var description: String {
        var lines = flowed("\(title): \(story.summary).", indent: 0)
        for chapter in story.chapters {
            lines += ["", styled("\(chapter.title) (\(chapter.changes.count))", "1")]
            for change in chapter.changes { lines += [""] + entry(change) }
        }
        let moves = story.moves
        if !moves.isEmpty {
            lines += ["", styled("Moved, word for word (\(story.diff[.moved].count))", "1"), ""]
            lines += moves.flatMap { flowed($0, indent: 2) }
            if isComplete { for change in story.diff[.moved] { lines += [""] + entry(change) } }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func entry(_ change: ClauseDiff.Change) -> [String] {
        var lines = flowed(story.place(of: change), indent: 2)
        lines = lines.map { styled($0, "2") }
        lines += flowed(sentence(change), indent: 4)
        let clauses = change.new?.clauses ?? change.old?.clauses ?? []
        lines += flowed("[\(story.force(of: clauses))]", indent: 4)
        for effect in story.effects(of: change) + story.tests(of: change) {
            lines += flowed("* " + effect, indent: 4, hanging: 2)
        }
        return lines
    }

    /// The words, with what changed in the marks of `wdiff`.
    private func sentence(_ change: ClauseDiff.Change) -> String {
        guard !change.words.isEmpty else { return change.new?.text ?? change.old?.text ?? "" }
        return change.words.map { edit in
            switch edit.kind {
            case .same: edit.text
            case .removed: "[-\(edit.text)-]"
            case .added: "{+\(edit.text)+}"
            }
        }.joined(separator: " ")
    }

    // MARK: - Lines

    private func flowed(_ text: String, indent: Int, hanging: Int = 0) -> [String] {
        var lines: [String] = []
        var line = String(repeating: " ", count: indent)
        var isEmpty = true
        for word in InertText.line(text).split(separator: " ") {
            if !isEmpty, line.count + 1 + word.count > width {
                lines.append(line)
                line = String(repeating: " ", count: indent + hanging)
                isEmpty = true
            }
            line += (isEmpty ? "" : " ") + word
            isEmpty = false
        }
        if !isEmpty { lines.append(line) }
        guard isColored else { return lines }
        return colored(lines)
    }

    /// Colours what was removed and added, across the lines that it spans.
    private func colored(_ lines: [String]) -> [String] {
        var open: String?
        return lines.map { line in
            var result = ""
            let indent = line.prefix { $0 == " " }
            result += indent
            if let open { result += "\u{1B}[\(open)m" }
            var rest = line.dropFirst(indent.count)
            while !rest.isEmpty {
                if open == nil, rest.hasPrefix("[-") || rest.hasPrefix("{+") {
                    open = rest.hasPrefix("[-") ? "31" : "32"
                    result += "\u{1B}[\(open ?? "")m\(rest.prefix(2))"
                    rest = rest.dropFirst(2)
                } else if open != nil, rest.hasPrefix("-]") || rest.hasPrefix("+}") {
                    result += "\(rest.prefix(2))\u{1B}[0m"
                    open = nil
                    rest = rest.dropFirst(2)
                } else {
                    result.append(rest.removeFirst())
                }
            }
            return open == nil ? result : result + "\u{1B}[0m"
        }
    }

    private func styled(_ text: String, _ code: String) -> String {
        isColored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
