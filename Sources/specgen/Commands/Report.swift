import ArgumentParser
import Compliance
import Foundation

/// `specgen report`: the newest finished run of the tests, as a compliance report.
struct Report: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say where each clause of the documentation stands.",
        discussion: """
            Reads what the newest finished run of the tests left behind, be it of `swift test` or of `specgen verify`, \
            and runs nothing.

            EXAMPLES
              specgen report
              specgen report --status unproven --status failing
              specgen report --section "cpu access" --bearer importer
              specgen report --format json > report.json
              specgen report --summary --fail-under 90
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case terminal, json
    }

    @Option(help: "The form of the report.")
    var format = Format.terminal

    @Flag(help: "One line: how many clauses are verified, and how many are not for which cause.")
    var summary = false

    @Option(help: ArgumentHelp("Only clauses of this status; may be given several times.", valueName: "status"))
    var status: [ClauseStatus] = []

    @Option(help: ArgumentHelp("Only clauses that this party keeps; may be given several times.", valueName: "party"))
    var bearer: [String] = []

    @Option(help: ArgumentHelp("Only sections with this text in their title.", valueName: "text"))
    var section: String?

    @OptionGroup var coverage: CoverageOptions
    @OptionGroup var color: ColorOptions
    @OptionGroup var location: PackageOptions

    func run() throws {
        let package = try location.package()
        let run = try FinishedRun.newest(in: package, printer: color.messages)
        let report = ComplianceReport(clauses: try run.clauses(), result: run.result)
        if summary {
            try StandardOutput.write("\(SummaryLine(report))\n")
        } else {
            let filter = ReportFilter(statuses: Set(status), bearers: Set(bearer), section: section)
            try Self.write(report, as: format, filter: filter, style: color.output, source: run.title)
        }
        try coverage.judge(report)
    }

    /// - Parameter source: what the report was made from, for its last line.
    static func write(
        _ report: ComplianceReport, as format: Format, filter: ReportFilter = ReportFilter(), style: Style,
        source: String
    ) throws {
        switch format {
        case .terminal:
            let text = TerminalReport(
                report, filter: filter, width: Terminal.width(of: STDOUT_FILENO), isColored: style.isColored)
            try StandardOutput.write("\(text)from \(InertText.line(source))\n")
        case .json:
            try StandardOutput.write(try JSONReport(report).text())
        }
    }
}

extension ClauseStatus: ExpressibleByArgument {}
