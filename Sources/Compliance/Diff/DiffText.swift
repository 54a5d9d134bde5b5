import PlainText

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
    ///   - isWhole: whether all of both texts was read.
    public init(
        _ diff: ClauseDiff, tests: DiffTests = DiffTests(nil), title: String, width: Int = 72, isColored: Bool = false,
        isComplete: Bool = false, isWhole: Bool = true
    ) {
        story = DiffStory(diff: diff, tests: tests, isWhole: isWhole)
        self.title = title
        self.width = max(40, width)
        self.isColored = isColored
        self.isComplete = isComplete
    }

    public var description: String {
        var lines = flowed("\(title): \(story.summary).", indent: 0)
        for chapter in story.chapters {
            lines += ["", styled(Run("\(chapter.title) (\(chapter.changes.count))", .title))]
            for change in chapter.changes { lines += [""] + entry(change) }
        }
        let moves = story.moves
        if !moves.isEmpty {
            lines += ["", styled(Run("Moved, word for word (\(story.diff[.moved].count))", .title)), ""]
            lines += moves.flatMap { flowed($0, indent: 2) }
            if isComplete { for change in story.diff[.moved] { lines += [""] + entry(change) } }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func entry(_ change: ClauseDiff.Change) -> [String] {
        var lines = flowed(story.place(of: change), .faint, indent: 2)
        lines += flowed(sentence(change), indent: 4)
        let clauses = change.new?.clauses ?? change.old?.clauses ?? []
        lines += flowed("[\(story.force(of: clauses))]", indent: 4)
        for effect in story.effects(of: change) + story.tests(of: change) {
            lines += flowed("* " + effect, indent: 4, hanging: 2)
        }
        return lines
    }

    /// The words, with what changed in the marks of `wdiff`.
    private func sentence(_ change: ClauseDiff.Change) -> [Run] {
        guard !change.words.isEmpty else { return [Run(change.new?.text ?? change.old?.text ?? "")] }
        return change.words.map { edit in
            switch edit.kind {
            case .same: Run(edit.text)
            case .removed: Run("[-\(edit.text)-]", .removed)
            case .added: Run("{+\(edit.text)+}", .added)
            }
        }
    }

    // MARK: - Lines

    private enum Tone: String {
        case plain = ""
        case title = "1"
        case faint = "2"
        case removed = "31"
        case added = "32"
    }

    /// Words in one colour.
    private struct Run {
        var text: String
        var tone: Tone

        init(_ text: String, _ tone: Tone = .plain) { (self.text, self.tone) = (InertText.line(text), tone) }
    }

    private func flowed(_ text: String, _ tone: Tone = .plain, indent: Int, hanging: Int = 0) -> [String] {
        flowed([Run(text, tone)], indent: indent, hanging: hanging)
    }

    /// Breaks at spaces. The colour of a run is that of its words, whatever these look like.
    private func flowed(_ runs: [Run], indent: Int, hanging: Int = 0) -> [String] {
        var lines: [String] = []
        var line: [Run] = []
        var (margin, length) = (indent, 0)
        func end() { lines.append(String(repeating: " ", count: margin) + line.map(styled).joined(separator: " ")) }
        for run in runs {
            for word in run.text.split(separator: " ") {
                if !line.isEmpty, margin + length + 1 + word.count > width {
                    end()
                    (line, margin, length) = ([], indent + hanging, 0)
                }
                length += word.count + (line.isEmpty ? 0 : 1)
                if let last = line.last, last.tone == run.tone {
                    line[line.count - 1].text += " " + word
                } else {
                    line.append(Run(String(word), run.tone))
                }
            }
        }
        if !line.isEmpty { end() }
        return lines
    }

    private func styled(_ run: Run) -> String {
        isColored && run.tone != .plain ? "\u{1B}[\(run.tone.rawValue)m\(run.text)\u{1B}[0m" : run.text
    }
}
