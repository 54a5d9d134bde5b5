import ArgumentParser
import Compliance
import Foundation

/// `specgen report`: the newest finished run of the tests, as a compliance report.
struct Report: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        _superCommandName: Specgen.name,
        abstract: "Say where each clause of the documentation stands.",
        discussion: """
            Reads what the newest finished run of the tests left behind, be it of `swift test` or of `specgen verify`, \
            and runs nothing. Which run it was is said at the end.

            EXAMPLES
              specgen report
              specgen report --status unproven --status failing
              specgen report --section locking --bearer caller
              specgen report --format json > report.json
              specgen report --format html > report.html
              specgen report --format snapshot > Spec/compliance.snapshot
              specgen report --format spdx --subject "GPIO SUBSYSTEM" > gpio.txt
              specgen report --summary --fail-under 90
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case terminal, json, html, markdown, snapshot, junit, sarif, lcov, github, compiler, needs, strictdoc, spdx
    }

    @Option(
        help: ArgumentHelp(
            "The form of the report.",
            discussion: """
                json is specgen.report/1; html one file to read and to print; snapshot one line a clause, to be \
                committed; github and compiler mark lines of the documentation; needs (Sphinx-Needs), strictdoc and \
                spdx (the SPDX-Req tags of ELISA's template) hand the clauses to tools for requirements.
                """))
    var format = Format.terminal

    @Flag(help: "Only a run about Spec/: not one of specgen verify with other documents. Snapshots are always of it.")
    var spec = false

    @Flag(help: "One line: how many clauses are verified, and how many are not for which cause.")
    var summary = false

    @Option(help: ArgumentHelp("Only clauses of this status; may be given several times.", valueName: "status"))
    var status: [ClauseStatus] = []

    @Option(help: ArgumentHelp("Only clauses that this party keeps; may be given several times.", valueName: "party"))
    var bearer: [String] = []

    @Option(help: ArgumentHelp("Only sections with this text in their title.", valueName: "text"))
    var section: String?

    @Option(
        help: ArgumentHelp(
            "What the clauses are about, for the head of html, needs, strictdoc, spdx and junit.",
            discussion: """
                Default: the subsystem in Spec/, or the documents that were verified. In spdx it is SPDX-Req-Sys: the \
                subsystem as MAINTAINERS names it.
                """, valueName: "name"))
    var subject: String?

    @OptionGroup var coverage: CoverageOptions
    @OptionGroup var color: ColorOptions
    @OptionGroup var location: PackageOptions

    func validate() throws {
        if summary, format != .terminal { throw ValidationError("--summary is a line of its own; it has no --format.") }
        guard summary || format != .terminal, !status.isEmpty || !bearer.isEmpty || section != nil else { return }
        throw ValidationError(
            "--status, --bearer and --section choose what the terminal shows; "
                + (summary ? "--summary counts every clause." : "other forms have it all."))
    }

    func run() throws {
        // What is committed is about what is committed.
        let runs: FinishedRun.Subject = spec || format == .snapshot ? .specification : .anything
        let run = try ReviewedRun(newestOf: runs, in: try location.package(), printer: color.messages)
        if summary {
            try StandardOutput.write("\(SummaryLine(run.report))\n")
        } else {
            let filter = ReportFilter(statuses: Set(status), bearers: Set(bearer), section: section)
            try check(run.report)
            try Self.write(run, as: format, about: subject, filter: filter, style: color.output)
        }
        try coverage.judge(run.report)
    }

    /// What no clause has is a slip: nothing shown would read like nothing found.
    private func check(_ report: ComplianceReport) throws(Failure) {
        let bearers = Set(report.clauses.map(\.clause.bearer))
        if let unknown = bearer.first(where: { !bearers.contains($0) }) {
            throw Failure(
                "no clause is kept by '\(unknown)'", advice: "there are: \(bearers.sorted().joined(separator: ", "))")
        }
        if let section, !report.clauses.contains(where: ReportFilter(section: section).includes) {
            throw Failure(
                "no section has '\(section)' in its title", advice: "specgen report shows all sections")
        }
    }

    static func write(
        _ run: ReviewedRun, as format: Format, about subject: String? = nil, filter: ReportFilter = ReportFilter(),
        style: Style
    ) throws {
        let report = run.report
        let subject = subject ?? run.subject
        let text =
            switch format {
            case .terminal:
                TerminalReport(
                    report, filter: filter, width: Terminal.width(of: STDOUT_FILENO), isColored: style.isColored,
                    run: run.title
                ).description
            case .json: try JSONReport(report).text()
            case .html:
                HTMLReport(
                    report, title: "\(subject): what its documentation promises, and who checks it", run: run.title,
                    documents: run.documents, testSources: run.testSources,
                    history: run.history
                ).description
            case .markdown: MarkdownReport(report).description
            case .snapshot: Snapshot(report).description
            case .junit: JUnitReport(report, name: subject).description
            case .sarif: try SARIFReport(report, version: Specgen.version).text()
            case .lcov: LCOVReport(report).description
            case .github: GitHubReport(report).description
            case .compiler: CompilerReport(report).description
            case .needs: try NeedsJSON(report, project: subject).text()
            case .strictdoc: StrictDocReport(report, title: "\(subject): what its documentation promises").description
            case .spdx: SPDXRequirements(report, subsystem: subject).description
            }
        try StandardOutput.write(text)
    }
}

extension ClauseStatus: ExpressibleByArgument {}
