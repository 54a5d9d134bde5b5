import Clauses
import Compliance
import KernelDoc
import Rules
import TestGenerator

/// What documentation says, bound to the words of a testbed: its clauses, and the tests generated for them.
struct Specification {
    /// Every clause, tested or not, in source order.
    private(set) var clauses: [Clause] = []
    /// The generated files, by path relative to `Generated/`.
    private(set) var files: [String: [UInt8]] = [:]
    /// The modules that the tests need.
    private(set) var testbeds: [String] = []
    private(set) var waivers: [Waiver] = []
    /// Where the words cannot be kept as they stand, and what the testbed keeps in their place.
    private(set) var remarks: [Diagnostic] = []
    /// What is likely to be a mistake in a vocabulary, and leaves clauses without a word unbound, or bound to another.
    private(set) var slips: [Diagnostic] = []
    /// At the testbed of a vocabulary: what `Package.swift` lacks, so that no test of it could be compiled.
    private(set) var manifestGaps: [Diagnostic] = []
    /// `findings` when some inputs could not be used.
    private(set) var status = ExitStatus.fine
    /// Whether `Spec/` holds documents for which there is no vocabulary; said, and nothing of them is in here.
    private(set) var leavesOutDocuments = false
    /// The ids, and the names of suites, that the subsystems before have taken.
    private var ids = ClauseIDRegister()
    private var suites = TestNames()

    /// The package's own documentation, every subsystem in `Spec/`.
    ///
    /// - Throws: `ExitStatus.unusable` when nothing can be read, `Failure` when a vocabulary is wrong.
    init(of package: SpecgenPackage, printer: DiagnosticPrinter) throws {
        let subsystems = try package.subsystems()
        let strays = package.strayDocuments(beside: subsystems)
        strays.forEach(printer.print)
        leavesOutDocuments = !strays.isEmpty
        for subsystem in subsystems {
            let vocabulary = try self.vocabulary(subsystem.vocabulary, in: package)
            var documents = try Documents(of: subsystem, printer: printer)
            slips += try VocabularyReview(displayed(subsystem.vocabulary), of: documents.all).warnings
            // Generated files must not depend on where the program was started.
            for index in documents.all.indices {
                documents.all[index].file = package.relative(documents.all[index].file)
            }
            try add(documents, vocabulary, folder: subsystems.count > 1 ? subsystem.name + "/" : "")
            try add(waiversIn: subsystem, printer)
        }
    }

    /// Documentation named in the call.
    init(of documents: Documents, vocabulary path: String, in package: SpecgenPackage) throws {
        try add(documents, try vocabulary(path, in: package), folder: "")
    }

    /// Reads a vocabulary and holds its names against what the testbed declares.
    private mutating func vocabulary(_ path: String, in package: SpecgenPackage) throws -> Vocabulary {
        let file = try VocabularyFile.read(displayed(path))
        let declarations: TestbedDeclarations
        guard let sources = package.sources(of: file.vocabulary.testbed) else {
            throw file.diagnostic(
                at: file.testbedPlace, "there is no testbed '\(file.vocabulary.testbed)'",
                advice: "name a module of the package that conforms to Testbed: its sources are a folder of that name")
        }
        do {
            declarations = try TestbedDeclarations(folder: sources)
        } catch {
            throw Failure("cannot be read: \(error.reason)", file: displayed(sources))
        }
        let unknown = declarations.check(file)
        guard unknown.isEmpty else { throw Failure(unknown) }
        let missing = PackageManifest(of: package).lines(missingFor: file.vocabulary.testbed)
        if !missing.isEmpty {
            var gap = file.diagnostic(
                at: file.testbedPlace,
                "Package.swift does not build the testbed '\(file.vocabulary.testbed)' for its tests",
                advice: "add " + missing.joined(separator: "; and "))
            gap.severity = .warning
            manifestGaps.append(gap)
        }
        return file.vocabulary
    }

    private mutating func add(_ documents: Documents, _ vocabulary: Vocabulary, folder: String) throws {
        let extractor = ClauseExtractor(parties: vocabulary.grammarParties)
        var found = documents.all.flatMap { extractor.clauses(in: $0) }
        ids.enter(&found)
        let output = TestGenerator(vocabulary: vocabulary).output(for: found, suites: &suites)
        clauses += output.clauses
        for file in output.files { files[folder + file.path] = Array(file.contents.utf8) }
        var remarked: Set<[String]> = []
        for (clause, text) in output.remarks {
            // Several clauses of one line are remarked on once.
            guard remarked.insert([clause.source.place, text]).inserted else { continue }
            remarks.append(
                Diagnostic(
                    .note, file: clause.source.file, line: clause.source.line, message: text, excerpt: clause.text))
        }
        files[Self.clauseFile] = ClauseJSON(clauses).indented()
        if !testbeds.contains(vocabulary.testbed) { testbeds.append(vocabulary.testbed) }
        status = max(status, documents.status)
    }

    private mutating func add(waiversIn subsystem: Subsystem, _ printer: DiagnosticPrinter) throws {
        let file = subsystem.readWaivers(printer)
        if !file.diagnostics.isEmpty { status = max(status, .findings) }
        waivers += file.waivers
    }

    private static let clauseFile = "clauses.json"

    /// The folder that the files belong into.
    static func folder(in root: String) -> GeneratedFolder {
        GeneratedFolder(path: "\(root)/Generated") { path, contents in
            path == clauseFile || contents.starts(with: TestGenerator.header.utf8)
        }
    }

    var hasTests: Bool { clauses.contains { $0.testName != nil } }

    /// One line: "96 clauses, 41 of them with a test".
    var summary: String {
        "\(clauses.count) clauses, \(clauses.count { $0.testName != nil }) of them with a test"
    }
}
