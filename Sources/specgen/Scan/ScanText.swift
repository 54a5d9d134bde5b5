import Clauses
import Compliance
import PlainText

/// A scan as tables for a person.
struct ScanText {
    private let result: ScanResult
    private let style: Style
    private var text = ""

    /// How many folders and error codes are listed; the JSON has all.
    private static let most = 24

    static func text(of result: ScanResult, _ style: Style) -> String {
        var text = ScanText(result: result, style: style)
        text.write()
        return text.text
    }

    private init(result: ScanResult, style: Style) {
        self.result = result
        self.style = style
    }

    private mutating func write() {
        let modalities = result.modalities
        line(style(InertText.line(result.tree), .bold))
        line("  \(number(result.items)) items in \(number(result.files.count)) of \(number(result.fileCount)) files")
        line("  \(number(modalities.total)) clauses, \(number(modalities.normative)) of them normative")
        if result.warnings > 0 { line("  \(number(result.warnings)) warnings: see specgen parse FILE") }
        table(
            "folder", ["items", "clauses", "normative", "duties"],
            result.folders.prefix(Self.most).map { folder in
                let counts = folder.modalities
                return (folder.name, [folder.items, counts.total, counts.normative, counts.duties])
            })
        rest(result.folders.count, "folders")
        table("modality", ["clauses"], Modality.allCases.map { ($0.rawValue, [modalities[$0]]) })
        table("bearer", ["clauses"], result.bearers.map { ($0.name, [$0.count]) })
        table("kind of item", ["items"], result.kinds.map { ($0.name, [$0.count]) })
        table("error code", ["clauses"], result.errors.prefix(Self.most).map { ($0.name, [$0.count]) })
        rest(result.errors.count, "error codes")
        table(
            "most duties", ["duties", "clauses", "items"],
            result.dutiful.map { file in
                (file.path, [file.modalities.duties, file.modalities.total, file.items])
            })
    }

    private mutating func table(_ title: String, _ columns: [String], _ rows: [(name: String, figures: [Int])]) {
        guard !rows.isEmpty else { return }
        let names = rows.map { InertText.line($0.name) }
        let width = names.map(\.count).reduce(title.count, max)
        line("")
        line(style(pad(title, width) + columns.map { right($0) }.joined(), .bold))
        for (name, row) in zip(names, rows) {
            line(pad(name, width) + row.figures.map { right(number($0)) }.joined())
        }
    }

    private mutating func rest(_ count: Int, _ what: String) {
        guard count > Self.most else { return }
        line(style("and \(number(count - Self.most)) more \(what): --format json lists all", .faint))
    }

    private mutating func line(_ text: String) { self.text += text + "\n" }

    private func pad(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    private func right(_ text: String) -> String {
        String(repeating: " ", count: max(1, 11 - text.count)) + text
    }

    /// With commas between thousands.
    private func number(_ value: Int) -> String {
        var digits = String(value)
        var place = digits.count - 3
        while place > 0 {
            digits.insert(",", at: digits.index(digits.startIndex, offsetBy: place))
            place -= 3
        }
        return digits
    }
}
