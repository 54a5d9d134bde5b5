import Clauses
import KernelDoc
import PlainText

/// What the page's script works on, as compact JSON: a string and a line of test source are written once, however
/// often they occur.
struct PageData {
    private let report: ComplianceReport
    private let testSources: [String: String]
    private let history: ClauseHistory?
    private var strings = Table()
    private var lines = Table()

    private struct Table {
        private(set) var all: [String] = []
        private var places: [String: Int] = [:]

        mutating func index(of text: String) -> Int {
            if let place = places[text] { return place }
            places[text] = all.count
            all.append(text)
            return all.count - 1
        }
    }

    init(_ report: ComplianceReport, testSources: [String: String], history: ClauseHistory?) {
        self.report = report
        self.testSources = testSources
        self.history = history
        _ = strings.index(of: "")
    }

    /// What a clause's row holds, in order. A string is its index, and 0 stands for nothing.
    private static let fields = [
        "status", "section", "text", "sentence", "modality", "bearer", "file", "line", "endLine", "patchLine",
        "estimated", "leadIn", "reason", "condition", "quantity", "errors", "symbols", "unbound", "kind", "force",
        "pattern", "matched", "parameters", "test", "own", "killed", "history",
        "linux",
    ]

    /// JSON that can stand in a `script` element: no `<` in it is one.
    ///
    /// - Parameter sections: as the text has them; clauses elsewhere get sections of their own behind them.
    mutating func json(sections known: [PageSection]) -> String {
        var sectionPlaces = Dictionary(known.enumerated().map { ($1, $0) }) { first, _ in first }
        var sections = known
        var writer = JSONWriter()
        writer.beginObject()
        writer.name("statuses")
        writer.array(ClauseStatus.allCases.map(\.rawValue)) { $0.string($1) }
        writer.name("fields")
        writer.array(PageData.fields) { $0.string($1) }
        let files = testSources.mapValues { $0.split(separator: "\n", omittingEmptySubsequences: false) }
        let mutantPlaces = Dictionary(report.mutants.enumerated().map { ($1.name, $0) }) { first, _ in first }
        let own = ownMutants
        writer.name("clauses")
        writer.beginArray()
        for reported in report.clauses {
            let section = PageSection(reported.clause.block, file: reported.clause.source.file)
            let place = sectionPlaces[section] ?? sections.count
            if place == sections.count {
                sectionPlaces[section] = place
                sections.append(section)
            }
            writer.beginArray()
            writer.integer(ClauseStatus.allCases.firstIndex(of: reported.status) ?? 0)
            writer.integer(place)
            write(reported.clause, &writer)
            write(reported.clause.rule, &writer)
            write(reported.test, files, &writer)
            list(own[reported.clause.id] ?? [], &writer)
            list(reported.killed.compactMap { mutantPlaces[$0] }, &writer)
            write(history?[reported.clause.id] ?? [], &writer)
            writer.integer(index(of: reported.linux.map(words) ?? "", keepingBreaks: true))
            writer.endArray()
        }
        writer.endArray()
        write(sections, &writer)
        writeMutants(&writer)
        writer.name("strings")
        writer.array(strings.all) { $0.string($1) }
        writer.name("lines")
        writer.array(lines.all) { $0.string($1) }
        writer.endObject()
        return String(decoding: writer.bytes, as: UTF8.self).replacing("<", with: "\\u003c")
    }

    /// The mutants that break each clause's promise, by clause id.
    private var ownMutants: [String: [Int]] {
        var own: [String: [Int]] = [:]
        for (index, mutant) in report.mutants.enumerated() {
            for id in mutant.breaks { own[id, default: []].append(index) }
        }
        return own
    }

    // MARK: - Parts of a clause's row

    private mutating func write(_ clause: Clause, _ writer: inout JSONWriter) {
        let source = clause.source
        for text in [clause.text, clause.sentence, clause.modality.rawValue, clause.bearer, source.file] {
            writer.integer(index(of: text))
        }
        writer.integer(source.line)
        writer.integer(source.endLine > source.line ? source.endLine : 0)
        writer.integer(source.patchLine ?? 0)
        writer.integer(source.estimated == true ? 1 : 0)
        let quantity = clause.quantity.map { [$0.bound, $0.unit].compactMap { $0 }.joined(separator: " ") }
        for text in [clause.leadIn, clause.reason, clause.condition, quantity] {
            writer.integer(index(of: text ?? ""))
        }
        for texts in [clause.errors, clause.symbols, clause.unbound ?? []] {
            list(texts.map { index(of: $0) }, &writer)
        }
    }

    private mutating func write(_ rule: Clause.RuleReference?, _ writer: inout JSONWriter) {
        for text in [rule?.kind.rawValue, rule?.force.rawValue, rule?.pattern, rule?.matched] {
            writer.integer(index(of: text ?? ""))
        }
        let parameters = (rule?.parameters ?? [:]).sorted { $0.key < $1.key }
        list(parameters.flatMap { [index(of: $0.key), index(of: $0.value.words)] }, &writer)
    }

    /// Name, file, line, microseconds, message, and the lines of its source.
    private mutating func write(
        _ test: ReportedClause.Test?, _ files: [String: [Substring]], _ writer: inout JSONWriter
    ) {
        guard let test else { return writer.integer(0) }
        let source = files[test.file].map { TestSource.lines(at: test.line, in: $0) } ?? []
        list(
            [
                index(of: test.name), index(of: test.file), test.line,
                Int((max(0, min(test.seconds, 1e6)) * 1e6).rounded()),
                index(of: test.message ?? "", keepingBreaks: true),
            ] + source.map { lines.index(of: InertText.line($0)) }, &writer)
    }

    /// For each event date, status, revision and former words.
    private mutating func write(_ events: [ClauseHistory.Event], _ writer: inout JSONWriter) {
        let numbers = events.flatMap { event in
            [
                index(of: event.date), ClauseStatus.allCases.firstIndex(of: event.status) ?? 0,
                index(of: event.revision), index(of: event.formerWords ?? ""),
            ]
        }
        list(numbers, &writer)
    }

    // MARK: - The rest

    private mutating func write(_ sections: [PageSection], _ writer: inout JSONWriter) {
        let titles = sections.map { index(of: $0.title) }
        writer.name("sections")
        writer.array(titles) { $0.integer($1) }
    }

    /// For each mutant its name, and what it says.
    private mutating func writeMutants(_ writer: inout JSONWriter) {
        let pairs = report.mutants.map { [index(of: $0.name), index(of: $0.says)] }
        writer.name("mutants")
        writer.array(pairs) { writer, pair in writer.array(pair) { $0.integer($1) } }
    }

    private func words(_ verdict: Verdict) -> String {
        verdict.outcome.words + (verdict.reason.map { ": \($0)" } ?? "")
    }

    // MARK: - Values

    private mutating func index(of text: String, keepingBreaks: Bool = false) -> Int {
        strings.index(of: keepingBreaks ? InertText.lines(text) : InertText.line(text))
    }

    private func list(_ numbers: [Int], _ writer: inout JSONWriter) {
        if numbers.isEmpty { writer.integer(0) } else { writer.array(numbers) { $0.integer($1) } }
    }
}

extension JSONWriter {
    fileprivate mutating func array<Element>(
        _ elements: [Element], _ write: (inout JSONWriter, Element) -> Void
    ) {
        beginArray()
        for element in elements { write(&self, element) }
        endArray()
    }
}

extension Value {
    /// As a reader writes it.
    var words: String {
        switch self {
        case .number(let number): String(number)
        case .flag(let flag): flag ? "yes" : "no"
        case .word(let word): word
        case .words(let words): words.joined(separator: ", ")
        }
    }
}
