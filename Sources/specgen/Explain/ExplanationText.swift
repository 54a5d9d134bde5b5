import Clauses
import Compliance
import KernelDoc
import PlainText
import Rules

/// An explanation for a person at a terminal.
struct ExplanationText {
    /// In columns.
    var width: Int
    var style: Style

    func text(_ ruled: RuledExplanation) -> String {
        let explanation = ruled.explanation
        var lines = flowed(explanation.sentence, indent: 0) { style($0, .bold) }
        lines += flowed(place(of: explanation), indent: 0) { style($0, .faint) }
        lines += heading("the parts (* makes a clause)")
        for part in explanation.parts {
            let mark = part.counts ? "*" : " "
            lines += flowed("\(mark) \(part.kind): “\(part.text)”", indent: 2, hanging: 4)
            // Of a part that only belongs to another one, the verdict would read as if it said something by itself.
            guard part.counts || part.kind.hasSuffix("main clause") || part.kind == "further predicate" else {
                continue
            }
            lines += flowed("\(part.modality.rawValue): \(part.why)", indent: 6, hanging: 2) { style($0, .faint) }
        }
        if !explanation.candidates.isEmpty { lines += heading("what could decide") }
        for candidate in explanation.candidates { lines += rows(for: candidate) }
        for (index, clause) in explanation.clauses.enumerated() {
            lines += heading("clause \(index + 1) of \(explanation.clauses.count)")
            for (name, words) in facts(of: clause, bearing: explanation.bearers[index]) { lines += row(name, words) }
            for (name, words) in rule(of: clause, ruled.candidates?[index], readAs: ruled.readAs?[index] ?? nil) {
                lines += row(name, words)
            }
            for (name, words) in refusals(ruled, index) { lines += row(name, words) }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func place(of explanation: Explanation) -> String {
        let block = explanation.block
        let member = block.member.map { block.symbol == nil ? "member \($0)" : $0 }
        let names = [block.symbol, member].compactMap(\.self).joined(separator: ".")
        var words =
            explanation.source.file.isEmpty ? "typed in, as if in" : "\(explanation.source.place),"
        words += block.kind == .doc ? " a DOC section" : " \(block.kind.rawValue)"
        if !names.isEmpty { words += " \(names)" }
        if let title = block.title { words += " “\(title)”" }
        if let section = block.section { words += ", section \(section)" }
        return words
    }

    private func rows(for candidate: Explanation.Candidate) -> [String] {
        let verdict = candidate.lostBecause == nil ? style("decides", .good) : style("loses  ", .faint)
        let origin =
            candidate.phrase.map { "the phrase \(PhraseInWords(candidate.pattern ?? "")) (\($0))" } ?? "its verb"
        var lines = flowed(
            "“\(candidate.words)”: \(candidate.modality.rawValue), by \(origin)", indent: 10, hanging: 2)
        if let first = lines.first { lines[0] = "  " + verdict + " " + first.drop { $0 == " " } }
        if candidate.phrase == nil { lines += flowed(candidate.why, indent: 12) { style($0, .faint) } }
        if let reason = candidate.lostBecause {
            lines += flowed("lost: \(reason)", indent: 12, hanging: 2) { style($0, .faint) }
        }
        return lines
    }

    private func facts(of clause: Clause, bearing: String) -> [(String, String)] {
        var rows = [("id", clause.id), ("words", clause.text)]
        if let leadIn = clause.leadIn { rows.append(("under", leadIn)) }
        // A prohibition is negated by nature, and "negated" would read as its opposite.
        let isNegated = clause.negated && clause.modality != .prohibition
        rows.append(("says", clause.modality.rawValue + (isNegated ? ", in negated words" : "")))
        rows.append(("kept by", "\(clause.bearer) (\(bearing))"))
        if let condition = clause.condition { rows.append(("when", condition)) }
        if let quantity = clause.quantity {
            rows.append(("bound", [quantity.bound, quantity.unit].compactMap(\.self).joined(separator: " ")))
        }
        if !clause.symbols.isEmpty { rows.append(("symbols", clause.symbols.joined(separator: ", "))) }
        if !clause.errors.isEmpty { rows.append(("errors", clause.errors.map { "-\($0)" }.joined(separator: ", "))) }
        return rows
    }

    private func rule(
        of clause: Clause, _ candidates: [RuleBook.Candidate]?, readAs: String?
    ) -> [(String, String)] {
        guard let candidates else { return [("rule", "none without a vocabulary: name one with --vocabulary")] }
        var rows: [(String, String)] = []
        if let rule = clause.rule {
            let parameters = rule.parameters.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
            rows.append(
                ("rule", "\(rule.kind.rawValue), \(rule.force.rawValue) (\(parameters.joined(separator: ", ")))"))
        } else {
            rows.append(
                ("rule", "none" + (clause.modality == .informative ? ": it can be neither kept nor broken" : "")))
        }
        if let reason = clause.reason { rows.append(("because", reason)) }
        if let readAs { rows.append(("read as", "“\(readAs)”, in other words")) }
        for (index, candidate) in candidates.enumerated() {
            let words = "\(candidate.pattern), in “\(candidate.words)”"
            rows.append(
                index == 0 ? ("read by", words) : ("also by", "\(candidate.kind.rawValue): \(words), and stands behind")
            )
        }
        return rows
    }

    /// What a kind lacks is worth a line only where none reads the clause.
    private func refusals(_ ruled: RuledExplanation, _ index: Int) -> [(String, String)] {
        guard let refused = ruled.refused?[index] else { return [] }
        let isRead = ruled.candidates?[index].isEmpty == false
        return refused.filter { !isRead || $0.tellsOtherwise }.map {
            (
                "not by",
                "\($0.candidate.kind.rawValue): \($0.candidate.pattern), in “\($0.candidate.words)”, but \($0.refusal.reason)"
            )
        }
    }

    // MARK: Lines

    private func heading(_ words: String) -> [String] { ["", style(words, .note)] }

    private func row(_ name: String, _ words: String) -> [String] {
        var lines = flowed(words, indent: 11)
        let label = style(name, .faint) + String(repeating: " ", count: max(1, 9 - name.count))
        if let first = lines.first { lines[0] = "  " + label + first.drop { $0 == " " } }
        return lines
    }

    /// Words of unknown origin, made harmless and broken at blanks to the width.
    private func flowed(
        _ text: String, indent: Int, hanging: Int = 0, _ tone: (String) -> String = { $0 }
    ) -> [String] {
        var lines: [String] = []
        var line = ""
        var margin = indent
        for word in InertText.line(text).split(separator: " ") {
            if !line.isEmpty, margin + line.count + 1 + word.count > max(40, width) {
                lines.append(String(repeating: " ", count: margin) + tone(line))
                line = ""
                margin = indent + hanging
            }
            line += (line.isEmpty ? "" : " ") + word
        }
        if !line.isEmpty { lines.append(String(repeating: " ", count: margin) + tone(line)) }
        return lines
    }
}
