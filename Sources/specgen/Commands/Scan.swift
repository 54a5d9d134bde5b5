import ArgumentParser
import Clauses
import Foundation
import KernelDoc

/// `specgen scan`: what a whole tree promises.
struct Scan: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scan",
        _superCommandName: Specgen.name,
        abstract: "Count what a whole tree promises: items and clauses, by folder, modality and bearer.",
        discussion: """
            Reads every C file, header, Markdown, reStructuredText and plain text file of the tree, and extracts every \
            clause. Duties are obligations and prohibitions. Hidden folders are left out, and folders named translations, \
            since clauses are read from English.

            EXAMPLES
              specgen scan ~/linux
              specgen scan --format json ~/linux > scan.json
              specgen scan --only comments ~/linux
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Argument(
        help: ArgumentHelp("The root of the tree.", valueName: "tree"), completion: .directory)
    var tree: String

    @Option(help: "The form of the counts; json is specgen.scan/1, with every file.")
    var format = Format.text

    @Option(help: "Read kernel-doc comments alone (.c, .h), or books alone (.md, .rst, .txt). Default: both.")
    var only: TreeScan.Part?

    @Option(help: ArgumentHelp("How many threads read. Default: one for each processor.", valueName: "number"))
    var threads: Int?

    @OptionGroup var color: ColorOptions

    func validate() throws {
        guard let threads, !(1...1024).contains(threads) else { return }
        throw ValidationError("--threads takes a number from 1 to 1024, and was given \(threads).")
    }

    func run() throws {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: tree, isDirectory: &isFolder) else {
            throw Failure("no such folder", file: tree, advice: "name the root of a source tree")
        }
        guard isFolder.boolValue else {
            throw Failure("is no folder", file: tree, advice: "specgen extract reads single files")
        }
        let result = read()
        for diagnostic in result.diagnostics { color.messages.print(diagnostic) }
        let isDamaged = result.diagnostics.contains { $0.severity == .error }
        guard !result.files.isEmpty else {
            // What could not be read is said, and may have had some.
            if isDamaged { throw ExitStatus.unusable }
            throw nothingToRead
        }
        switch format {
        case .text: try StandardOutput.write(ScanText.text(of: result, color.output))
        case .json: try ScanJSON.write(result) { try StandardOutput.write($0) }
        }
        if isDamaged { throw ExitStatus.findings }
    }

    private var nothingToRead: Failure {
        switch only {
        case nil:
            Failure(
                "no documentation in this folder", file: tree,
                advice: "documentation is read from .c, .h, .md, .rst and .txt files")
        case .comments:
            Failure(
                "no kernel-doc comments in this folder", file: tree, advice: "they are read from .c and .h files")
        case .books:
            Failure("no books in this folder", file: tree, advice: "they are .md, .rst and .txt files")
        }
    }

    private func read() -> ScanResult {
        let progress = Progress()
        defer { progress.clear() }
        let workers = threads ?? ProcessInfo.processInfo.activeProcessorCount
        let scan = TreeScan(root: tree, workers: workers, part: only) { count in progress.show("\(count) files read") }
        return ScanResult(scan.run(ScanTally()), tree: tree)
    }
}

extension TreeScan.Part: ExpressibleByArgument {}
