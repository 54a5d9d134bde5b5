import Clauses
import KernelDoc
import PageFiles
import PlainText

/// A report as one HTML file that needs nothing else: the documentation itself to read, each clause in it marked by
/// where it stands, with filters, a table, and everything known of a clause that is opened.
///
/// What the documentation says is text everywhere in it, whatever it holds.
public struct HTMLReport: CustomStringConvertible {
    private let report: ComplianceReport
    private let title: String
    private let run: String
    private let documents: [Document]
    private let testSources: [String: String]
    private let history: ClauseHistory?

    /// - Parameters:
    ///   - title: the page's.
    ///   - run: which run of the tests it is about, in words.
    ///   - documents: the documentation; of a file that is not among them, only the sentences are shown.
    ///   - testSources: the contents of the tests' files, by name as in `ReportedClause.Test.file`.
    ///   - history: what became of the clauses before.
    public init(
        _ report: ComplianceReport, title: String = "What the documentation promises, and who checks it",
        run: String = "", documents: [Document] = [], testSources: [String: String] = [:],
        history: ClauseHistory? = nil
    ) {
        self.report = report
        self.title = title
        self.run = run
        self.documents = documents
        self.testSources = testSources
        self.history = history
    }

    public var description: String {
        let anchors = anchors
        let text = text(anchors)
        var data = PageData(report, testSources: testSources, history: history)
        let json = data.json(sections: text.sections)
        return """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="generator" content="specgen">
            <title>\(escaped(title))</title>
            <style>
            \(String(cString: page_css()))</style>
            </head>
            <body>
            \(head(anchors))
            <div class="body">
            \(side(text))
            <main class="main">
            \(tools)
            <div class="text" id="text">
            \(text.html)</div>
            \(table)
            <p class="empty" id="empty" hidden>No clause passes these filters.</p>
            <div id="end"></div>
            </main>
            </div>
            \(panel)
            <script type="application/json" id="data">\(json)</script>
            <script>
            \(String(cString: page_js()))</script>
            </body>
            </html>

            """
    }

    /// What a link to each clause ends with: its id, without what would end an attribute or a link early.
    private var anchors: [String] {
        var seen: Set<String> = []
        return report.clauses.map { reported in
            var anchor = InertText.line(reported.clause.id).replacing(" ", with: "-").replacing("?", with: "-")
            while !seen.insert(anchor).inserted { anchor += "-again" }
            return anchor
        }
    }

    // MARK: - Parts

    /// The documentation, file after file, in the order in which the clauses come from them.
    private func text(_ anchors: [String]) -> DocumentText {
        var own: [String: [Int]] = [:]
        var files: [String] = []
        for (index, reported) in report.clauses.enumerated() {
            let file = reported.clause.source.file
            if own[file] == nil { files.append(file) }
            own[file, default: []].append(index)
        }
        let documents = Dictionary(documents.map { ($0.file, $0) }) { first, _ in first }
        var text = DocumentText(report.clauses, anchors: anchors)
        for file in files {
            let indices = own[file] ?? []
            if let document = documents[file] {
                text.add(document, own: indices)
            } else {
                text.add(indices, file: file)
            }
        }
        return text
    }

    private func head(_ anchors: [String]) -> String {
        let totals = report.totals
        let (alive, unspoken) = report.unnoticed
        let asked = report.mutants.count - unspoken.count
        var figures =
            "<p><b>\(SummaryLine.percent(totals))</b>verified: \(totals.verified) of \(totals.normative) clauses that can hold or be broken</p>"
        if !report.mutants.isEmpty {
            let beside = unspoken.isEmpty ? "" : "; \(unspoken.count) more break what is not promised here"
            figures += "<p><b>\(asked - alive.count)</b>of \(asked) faults noticed by a test\(beside)</p>"
        }
        let present = ClauseStatus.allCases.filter { totals[$0] > 0 }
        let legend = present.map { status in
            """
            <li><button type="button" data-status="\(status.rawValue)" title="\(escaped(status.meaning))">\
            <span class="dot \(status.rawValue)"></span>\(totals[status]) <span>\(status.rawValue)</span></button></li>
            """
        }
        let notes = notes.isEmpty ? "" : "<ul class=\"notes\">\(notes.map { "<li>\(escaped($0))</li>" }.joined())</ul>"
        return """
            <header class="head">
            <h1>\(escaped(title))</h1>
            <p class="run">\(escaped(run))</p>
            <div class="figures">\(figures)</div>
            \(bar(totals, label: true))
            <ul class="legend" id="legend">\(legend.joined())</ul>
            \(linux(anchors))\(unnoticed)\(notes)
            </header>
            """
    }

    /// The faults in what is promised that no test notices, folded away.
    private var unnoticed: String {
        let alive = report.unnoticed.promised
        guard !alive.isEmpty else { return "" }
        let items = alive.map { "<li><code>\(escaped($0.name))</code>: \(escaped($0.says))</li>" }
        let title = alive.count == 1 ? "1 fault that no test notices" : "\(alive.count) faults that no test notices"
        return folded(items, under: title)
    }

    /// What the same tests did on Linux; and where one of it and the reference does something else, folded away.
    private func linux(_ anchors: [String]) -> String {
        guard let linux = report.linux else { return "" }
        let summary = "<p class=\"run\">The same tests on \(escaped(linux.summary))</p>\n"
        let items = zip(report.clauses, anchors).compactMap { reported, anchor -> String? in
            guard let difference = reported.difference else { return nil }
            let link =
                "<a href=\"#\(escaped(anchor).replacing("%", with: "%25"))\">\(escaped(reported.clause.text))</a>"
            let evidence = difference.evidence.split(separator: "\n").first.map { ": \($0)" } ?? ""
            return "<li>\(link): \(escaped(difference.who + evidence))</li>"
        }
        guard !items.isEmpty else { return summary }
        let noun = items.count == 1 ? "clause" : "clauses"
        return summary + folded(items, under: "\(items.count) \(noun) on which Linux and the reference differ")
    }

    private func folded(_ items: [String], under title: String) -> String {
        "<details class=\"folded\"><summary>\(title)</summary><ul>\(items.joined())</ul></details>\n"
    }

    private var notes: [String] {
        var notes: [String] = []
        if report.run == nil { notes.append("No tests were run.") }
        if report.run?.scope == .filtered { notes.append("The run was filtered: not every test was run.") }
        if let run = report.run, run.finished == nil { notes.append("The run did not end.") }
        notes += report.idleWaivers.map { "\($0.cause.rawValue) waiver: \($0.waiver.clause): \($0.advice)" }
        notes += report.unknownClauses.map { "A test names the clause \($0), which the documentation has not." }
        return notes
    }

    private func bar(_ totals: ComplianceReport.Totals, label: Bool = false) -> String {
        let parts = ClauseStatus.allCases.filter { $0.isNormative && totals[$0] > 0 }
        let segments = parts.map { "<i class=\"\($0.rawValue)\" style=\"flex:\(totals[$0])\"></i>" }.joined()
        guard label else { return "<span class=\"bar\" aria-hidden=\"true\">\(segments)</span>" }
        let words = parts.map { "\(totals[$0]) \($0.rawValue)" }.joined(separator: ", ")
        return "<div class=\"bar\" role=\"img\" aria-label=\"\(words)\">\(segments)</div>"
    }

    private func side(_ text: DocumentText) -> String {
        var statuses: [PageSection: [ClauseStatus]] = [:]
        for reported in report.clauses {
            statuses[PageSection(reported.clause.block, file: reported.clause.source.file), default: []]
                .append(reported.status)
        }
        let entries = text.sections.compactMap { section -> String? in
            guard let own = statuses[section], let id = text.sectionIDs[section] else { return nil }
            let totals = ComplianceReport.Totals(own)
            return
                "<li><a href=\"#\(id)\">\(breakable(section.title))\(totals.normative > 0 ? bar(totals) : "")</a></li>"
        }
        return """
            <nav class="side" id="side" aria-label="Filters and sections">
            <label class="visually-hidden" for="search">Search</label>
            <input type="search" id="search" placeholder="Search clauses" autocomplete="off" spellcheck="false">
            <button type="button" class="unfold" id="unfold" aria-expanded="false">Filters and sections</button>
            <div class="fold">
            <div id="facets"></div>
            <button type="button" class="clear" id="clear" hidden>Clear all filters</button>
            <h2>Contents</h2>
            <ul class="toc">
            \(entries.joined(separator: "\n"))
            </ul>
            </div>
            </nav>
            """
    }

    private var tools: String {
        """
        <div class="tools" role="tablist">
        <button type="button" role="tab" id="tab-text" aria-selected="true" aria-controls="text">Text</button>
        <button type="button" role="tab" id="tab-table" aria-selected="false" aria-controls="table">Table</button>
        <span class="keys">/ search · j k next, previous · t table · Esc close</span>
        <span class="count" id="count" role="status"></span>
        </div>
        """
    }

    private var table: String {
        let columns = [
            ("status", "Status"), ("modality", "Modality"), ("bearer", "Kept by"), ("clause", "Clause"),
            ("place", "Source"),
        ]
        let heads = columns.map {
            "<th scope=\"col\" data-by=\"\($0.0)\"><button type=\"button\">\($0.1)</button></th>"
        }
        return """
            <table class="table" id="table" hidden>
            <thead><tr>\(heads.joined())</tr></thead>
            <tbody id="rows"></tbody>
            </table>
            """
    }

    private var panel: String {
        """
        <aside class="panel" id="panel" tabindex="-1" aria-labelledby="panel-title" hidden>
        <div class="strip"><button type="button" data-act="previous">← previous</button>\
        <button type="button" data-act="next">next →</button>\
        <button type="button" class="close" data-act="close">close</button></div>
        <div id="clause"></div>
        </aside>
        """
    }

    /// Long names of C may be broken behind an underscore or a dot.
    private func breakable(_ name: String) -> String {
        escaped(name).replacing("_", with: "_<wbr>").replacing(".", with: ".<wbr>")
    }

    private func escaped(_ text: String) -> String { XMLText.escaped(InertText.line(text)) }
}

extension ClauseStatus {
    /// For those who see the word for the first time.
    var meaning: String {
        switch self {
        case .verified: "its test passes, and was seen to fail on a fault that breaks the clause"
        case .unproven: "its test passes, and no fault has shown that it can fail for the clause's sake"
        case .failing: "its test fails"
        case .untested: "there is nothing to observe, or nothing was run"
        case .unbound: "words of it are missing in the vocabulary"
        case .waived: "left open on purpose, with a reason"
        case .informative: "nothing in it can hold or be broken"
        }
    }
}
