import ArgumentParser
import Compliance
import Foundation
import KernelDoc
import Promises

/// `specgen verify`: from documentation to a compliance report in one step.
struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        _superCommandName: Specgen.name,
        abstract: "Read documentation, test every clause against the reference, and report.",
        discussion: """
            Generates the tests into a package of its own under .build, compiles them against the testbed, runs them \
            on the reference and on its mutants, and reports. Without an input it verifies Spec/.

            With --on linux, or both, the same tests run on a Linux kernel, too: Debian's 6.1 in an emulated machine, \
            or one of your own. What is missing for that is fetched into .build/linux, without root. No mutants run \
            there, so a clause's status does not depend on it: what Linux does is a second column.

            EXAMPLES
              specgen verify
              specgen verify change.patch
              specgen verify --side old change.patch
              specgen verify --fail-under 90 drivers/dma-buf/dma-buf.c
              specgen verify --format json change.patch > report.json
              specgen verify --on both change.patch
              specgen verify --on linux --kernel bzImage --headers /lib/modules/6.1.0/build
            """)

    /// Which of the published contracts the reference keeps.
    enum Contract: String, ExpressibleByArgument, CaseIterable {
        case current, before
    }

    /// What the tests are run on.
    enum Implementation: String, ExpressibleByArgument, CaseIterable {
        case reference, linux, both
    }

    @Argument(
        help: ArgumentHelp("Files and folders; default: the documentation in Spec/.", valueName: "input"),
        completion: .file())
    var inputs: [String] = []

    @OptionGroup var reading: ReadingOptions

    @Option(
        help: ArgumentHelp(
            "The vocabulary for the inputs; default: the one beside them, or the one in Spec/ whose interfaces they name.",
            valueName: "file"),
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

    @Option(name: .customLong("on"), help: "What the tests are run on.")
    var implementation = Implementation.reference

    @Option(
        help: ArgumentHelp("A kernel of your own for --on linux: a bzImage for x86-64.", valueName: "file"),
        completion: .file())
    var kernel: String?

    @Option(
        help: ArgumentHelp("The headers of that kernel, prepared for building modules.", valueName: "folder"),
        completion: .directory)
    var headers: String?

    @Option(help: "The form of the report.")
    var format = Report.Format.terminal

    @OptionGroup var coverage: CoverageOptions
    @OptionGroup var color: ColorOptions
    @OptionGroup var location: PackageOptions

    func validate() throws {
        guard (kernel == nil) == (headers == nil) else {
            throw ValidationError("--kernel and --headers belong together: a probe is built for one kernel only.")
        }
        guard kernel == nil || implementation != .reference else {
            throw ValidationError("--kernel is for --on linux or --on both; the reference needs no kernel.")
        }
        guard coverage.failUnder == nil || implementation != .linux else {
            throw ValidationError("--fail-under is about what the reference proves; use --on both.")
        }
    }

    func run() throws {
        let package = try location.package()
        let progress = Progress()
        let specification = try specification(in: package)
        specification.remarks.forEach(color.messages.print)
        let scratch = ScratchPackage(
            host: package, name: ScratchPackage.name(for: inputs, side: reading.side.rawValue),
            testbeds: specification.testbeds,
            folder: scratchPath.map { URL(fileURLWithPath: $0).standardizedFileURL.path } ?? package.verifyFolder)
        try scratch.lock(progress)
        // Before anything that takes long: it may be that something is missing.
        let machine = try linux(package, progress)
        try scratch.write(specification)
        try VerifiedInputs(inputs, side: reading.side, tree: reading.tree).write(in: scratch.root)
        var (result, onLinux): (RunResult?, RunResult?)
        if specification.hasTests {
            try build(specification, in: scratch, progress)
            if implementation != .linux {
                result = try scratch.test(progress, contract: (contract ?? defaultContract).rawValue)
            }
            if let machine { onLinux = try scratch.test(on: machine, progress) }
        }
        let report = ComplianceReport(
            clauses: specification.clauses, result: result, linux: onLinux, waivers: specification.waivers)
        let run = ReviewedRun(
            report, title: "the tests in \(displayed(scratch.root))/Generated", root: scratch.root, package: package)
        try Report.write(run, as: format, style: color.output)
        try coverage.judge(report)
        if specification.status != .fine { throw specification.status }
    }

    /// What the package manager says of a testbed that it does not build names nothing that one has written.
    private func build(
        _ specification: Specification, in scratch: ScratchPackage, _ progress: Progress
    ) throws(Failure) {
        do throws(Failure) {
            try scratch.build(progress)
        } catch {
            throw Failure(error.diagnostics + specification.manifestGaps)
        }
    }

    private func linux(_ package: SpecgenPackage, _ progress: Progress) throws -> LinuxMachine? {
        guard implementation != .reference else { return nil }
        let own = kernel.flatMap { kernel in headers.map { LinuxMachine.Kernel(image: kernel, headers: $0) } }
        return try LinuxMachine(for: package, kernel: own, progress)
    }

    private var defaultContract: Contract { reading.side == .old ? .before : .current }

    private func specification(in package: SpecgenPackage) throws -> Specification {
        let printer = color.messages.quiet(reading.quiet)
        guard !inputs.isEmpty else { return try Specification(of: package, printer: printer) }
        let documents = try Documents(inputs, with: reading.reader, printer: printer)
        return try Specification(
            of: documents, vocabulary: try vocabularyPath(for: documents, in: package), in: package)
    }

    private func vocabularyPath(for documents: Documents, in package: SpecgenPackage) throws -> String {
        if let vocabulary { return vocabulary }
        let choice = try VocabularyChoice(for: inputs, of: documents.all, in: package)
        choice.doubt.map(color.messages.print)
        return choice.path
    }
}
