import Compliance
import Foundation
import KernelDoc
import PlainText

/// Says on standard error what is wrong, where, and what to do, in the form that compilers use, so that editors
/// jump to it:
///
///     file:line:column: error: message
///        12 | the line itself
///           |     ^
///       what to do
struct DiagnosticPrinter {
    var style: Style
    /// Says errors alone.
    var isQuiet = false
    /// In columns; nil: lines are as long as they are.
    var width: Int?

    init(style: Style, isQuiet: Bool = false, width: Int? = nil) {
        self.style = style
        self.isQuiet = isQuiet
        self.width = width
    }

    /// For messages, on whatever standard error is.
    init(_ color: ColorChoice) {
        self.init(style: Style(for: STDERR_FILENO, choice: color), width: Wrapped.width(of: STDERR_FILENO))
    }

    func quiet(_ isQuiet: Bool) -> DiagnosticPrinter {
        DiagnosticPrinter(style: style, isQuiet: isQuiet, width: width)
    }

    func print(_ diagnostic: Diagnostic) {
        guard !isQuiet || diagnostic.severity == .error else { return }
        StandardError.write(text(for: diagnostic))
    }

    func text(for diagnostic: Diagnostic) -> String {
        var text = ""
        if !diagnostic.file.isEmpty {
            var place = InertText.line(diagnostic.file)
            if diagnostic.line > 0 { place += ":\(diagnostic.line)" }
            if diagnostic.line > 0, diagnostic.column > 0 { place += ":\(diagnostic.column)" }
            text += style(place + ":", .bold) + " "
        } else {
            text += style("specgen:", .bold) + " "
        }
        switch diagnostic.severity {
        case .error: text += style("error:", .error)
        case .warning: text += style("warning:", .warning)
        case .note: text += style("note:", .note)
        }
        text = Wrapped.line(text + " " + InertText.line(diagnostic.message), indent: 4, to: width) + "\n"
        if let excerpt = diagnostic.excerpt, diagnostic.line > 0 {
            text += Self.excerpt(excerpt, line: diagnostic.line, column: diagnostic.column)
        }
        if let advice = diagnostic.advice {
            let help = "  " + style("help:", .note) + " " + InertText.line(advice)
            text += Wrapped.line(help, indent: 4, to: width) + "\n"
        }
        return text
    }

    /// The line with a caret under its column; of a very long line, only the part around it.
    private static func excerpt(_ line: String, line number: Int, column: Int) -> String {
        let bytes = Array(line.utf8)
        let place = min(max(column - 1, 0), bytes.count)
        let before = InertText.line(String(decoding: bytes[max(0, place - 4 * reach)..<place], as: UTF8.self))
        let after = InertText.line(String(decoding: bytes[place..<min(bytes.count, place + 8 * reach)], as: UTF8.self))
        let isCutBefore = before.count > reach || place > 4 * reach
        let isCutAfter = after.count > 2 * reach || bytes.count > place + 8 * reach
        let shownBefore = (isCutBefore ? "…" : "") + before.suffix(reach)
        let shownAfter = after.prefix(2 * reach) + (isCutAfter ? "…" : "")
        let margin = String(number).count + 2
        var text = "  \(number) | \(shownBefore)\(shownAfter)\n"
        if column > 0 {
            text +=
                String(repeating: " ", count: margin) + " | " + String(repeating: " ", count: shownBefore.count) + "^\n"
        }
        return text
    }

    /// How many characters are shown before the column, and half of how many after it.
    private static let reach = 48
}
