import PlainText

/// Text for Markdown.
enum MarkdownEscape {
    /// Text that stays text: neither markup, nor HTML, nor a mention of somebody.
    static func text(_ text: String) -> String {
        var result = ""
        for scalar in InertText.line(text).unicodeScalars {
            switch scalar {
            case "&", "<", ">", "@", "#": result += "&#\(scalar.value);"
            case "\\", "`", "*", "_", "{", "}", "[", "]", "(", ")", "+", "!", "|", "~", "$": result += "\\\(scalar)"
            default: result.unicodeScalars.append(scalar)
            }
        }
        // At the start of a list item, these would begin a list or a heading of their own.
        if let mark = result.firstIndex(where: { !("0"..."9").contains($0) }), "-=.".contains(result[mark]) {
            result.insert("\\", at: mark)
        }
        return result
    }

    /// A code span around text of any sort: its fence is longer than any row of backticks in it.
    static func code(_ text: String) -> String {
        let text = InertText.line(text)
        let longest = text.split { $0 != "`" }.map(\.count).max() ?? 0
        let fence = String(repeating: "`", count: longest + 1)
        return longest > 0 ? "\(fence) \(text) \(fence)" : "\(fence)\(text)\(fence)"
    }
}
