import ArgumentParser
import Compliance
import Foundation
import KernelDoc

/// `specgen verify`: from documentation to a compliance report in one step.
struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Read documentation, test every clause against the reference, and report.",
        discussion: """
            Generates the tests into a package of its own under .build, compiles them against the testbed, runs them \
            on the reference and on its mutants, and reports. Without an input it verifies Spec/.

            EXAMPLES
              specgen verify
              specgen verify change.patch
              specgen verify --side old change.patch
              specgen verify --fail-under 90 drivers/dma-buf/dma-buf.c
              specgen verify --format json change.patch > report.json
            """)

    /// Which of the published contracts the reference keeps.
    enum Contract: String, ExpressibleByArgument, CaseIterable {
        case current, before
    }

    @Argument(
        help: ArgumentHelp("Files and folders; default: the documentation in Spec/.", valueName: "input"),
        completion: .file())
    var inputs: [String] = []

    @OptionGroup var reading: ReadingOptions

    @Option(
        help: ArgumentHelp("The vocabulary for the inputs; default: the only one in Spec/.", valueName: "file"),
        completion: .file())
    var vocabulary: String?

    @Option(help: "Which contract the reference keeps; default: current, or before with --side old.")
    var contract: Contract?

    @Option(
        help: ArgumentHelp(
            "Where its package is written; default: .build/verify, in which specgen report finds the run.",
            valueName: "folder"),
        completion: .directory)
    var scratchPath: String?

    @Option(help: "The form of the report.")
    var format = Report.Format.terminal

    @OptionGroup var coverage: CoverageOptions
    @OptionGroup var color: ColorOptions
    @OptionGroup var location: PackageOptions

    func run() throws {
        let package = try location.package()
        let progress = Progress()
        let specification = try specification(in: package)
        let scratch = ScratchPackage(
            host: package, name: ScratchPackage.name(for: inputs, side: reading.side.rawValue),
            testbeds: specification.testbeds,
            folder: scratchPath.map { URL(fileURLWithPath: $0).standardizedFileURL.path } ?? package.verifyFolder)
        try scratch.lock(progress)
        try scratch.write(specification)
        try VerifiedInputs(inputs, side: reading.side, tree: reading.tree).write(in: scratch.root)
        var result: RunResult?
        if specification.hasTests {
            try scratch.build(progress)
            result = try scratch.test(progress, contract: (contract ?? defaultContract).rawValue)
        }
        let report = ComplianceReport(clauses: specification.clauses, result: result, waivers: specification.waivers)
        let run = ReviewedRun(
            report, title: "the tests in \(displayed(scratch.root))/Generated", root: scratch.root, package: package)
        try Report.write(run, as: format, style: color.output)
        try coverage.judge(report)
        if specification.status != .fine { throw specification.status }
    }

    private var defaultContract: Contract { reading.side == .old ? .before : .current }

    private func specification(in package: SpecgenPackage) throws -> Specification {
        guard !inputs.isEmpty else { return try Specification(of: package, printer: color.messages) }
        let documents = try Documents(inputs, with: reading.reader, printer: color.messages)
        return try Specification(of: documents, vocabulary: try vocabularyPath(in: package), in: package)
    }

    private func vocabularyPath(in package: SpecgenPackage) throws -> String {
        if let vocabulary { return vocabulary }
        let subsystems = try package.subsystems()
        guard subsystems.count == 1 else {
            throw Failure(
                "there are several vocabularies in Spec/: \(subsystems.map(\.name).joined(separator: ", "))",
                advice: "name the one for these inputs with --vocabulary")
        }
        return subsystems[0].vocabulary
    }
}
