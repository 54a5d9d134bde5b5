import ArgumentParser
import Clauses
import Compliance
import Foundation
import KernelDoc
import Rules

/// `specgen diff`: what a change of documentation does to its promises.
struct Diff: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        _superCommandName: Specgen.name,
        abstract: "Say what a change of documentation does to what it promises.",
        discussion: """
            Compares two texts sentence by sentence, or the two sides of a patch: what was added, removed and \
            reworded, what that does to who must do what, and which tests and mutants it touches, where a run of the \
            tests is at hand. Text that merely moved, or was wrapped again, is only counted.

            EXAMPLES
              specgen diff change.patch
              specgen diff --tree ~/linux series/
              specgen diff v1.patch v2.patch
              git show | specgen diff -
              specgen diff old/dma-buf.rst new/dma-buf.rst
              specgen diff HEAD~1:Documentation/driver-api Documentation/driver-api
              specgen diff --format markdown v6.1:mm/slab.h HEAD:mm/slab.h
              specgen diff --fail-on weakened change.patch
              specgen diff --fail-on unsure v6.1:include/linux HEAD:include/linux
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, markdown, json
    }

    enum Finding: String, ExpressibleByArgument, CaseIterable {
        case weakened, unsure, changed
    }

    @Argument(
        help: ArgumentHelp(
            "One patch, a folder of them, or - for standard input; or the old and the new text: files, folders, or git's REV:PATH.",
            valueName: "input"),
        completion: .file())
    var inputs: [String]

    @Option(help: "The form: text for a mail, markdown for a comment, json is specgen.diff/1.")
    var format = Format.text

    @Option(
        help:
            "Exit with 1 when a duty or a promise was removed, made softer, reversed or rewritten (weakened), or also when the words do not tell whether one was, so that a person has to read it (unsure), or when any meaning changed, also by what was added (changed)."
    )
    var failOn: Finding?

    @Flag(help: "List the sentences that merely moved, too.")
    var all = false

    @Option(
        help: ArgumentHelp(
            "The vocabulary, for its parties; default: the one in Spec/ whose interfaces the texts name.",
            valueName: "file"),
        completion: .file())
    var vocabulary: String?

    @Option(help: ArgumentHelp("The tree that a patch applies to.", valueName: "folder"), completion: .directory)
    var tree: String?

    @Flag(name: .shortAndLong, help: "Say errors alone, and no warnings of how the documentation is written.")
    var quiet = false

    @OptionGroup var color: ColorOptions
    @OptionGroup var location: PackageOptions

    func validate() throws {
        guard inputs.count == 1 || inputs.count == 2 else {
            throw ValidationError(
                "Name one patch, or the old and the new text; of a series of patches, the folder in which they are.")
        }
        if all, format != .text {
            throw ValidationError("--all chooses what the text lists; JSON has it all, and Markdown only counts moves.")
        }
        if let tree, !isFolder(tree) {
            throw ValidationError("--tree is the root of a tree of sources, and '\(tree)' is no folder.")
        }
        if tree != nil, inputs.count == 2 {
            throw ValidationError("--tree is what a patch applies to; two texts are compared as they are.")
        }
    }

    func run() throws {
        let texts = try DiffInputs(inputs, tree: tree, printer: color.messages.quiet(quiet))
        let words =
            try vocabulary.map { try VocabularyFile.read($0).vocabulary } ?? ownVocabulary(for: texts.old + texts.new)
        let extractor = ClauseExtractor(parties: words?.grammarParties ?? .general)
        let diff = ClauseDiff(
            from: texts.old.flatMap(extractor.clauses), to: texts.new.flatMap(extractor.clauses), names: texts.names)
        let tests = DiffTests(newestReport)
        let isWhole = texts.status == .fine
        switch format {
        case .text:
            // A mail is narrower than a terminal.
            let text = DiffText(
                diff, tests: tests, title: texts.title, width: Wrapped.width() ?? 72,
                isColored: color.output.isColored, isComplete: all, isWhole: isWhole)
            try StandardOutput.write(text.description)
        case .markdown:
            try StandardOutput.write(DiffMarkdown(diff, tests: tests, title: texts.title, isWhole: isWhole).description)
        case .json:
            try StandardOutput.write(try DiffJSON(diff, tests: tests, isWhole: isWhole).text())
        }
        switch failOn {
        case .weakened where !diff.weakened.isEmpty: throw ExitStatus.findings
        case .unsure where !diff.weakened.isEmpty || !diff.unsure.isEmpty: throw ExitStatus.findings
        case .changed where diff.changesMeaning: throw ExitStatus.findings
        default: break
        }
        if texts.status != .fine { throw texts.status }
    }

    /// Of the package at hand, if any: the first one that knows a function which the documents name.
    private func ownVocabulary(for documents: [Document]) -> Vocabulary? {
        let subsystems = (try? location.package().subsystems()) ?? []
        guard !subsystems.isEmpty else { return nil }
        let named = documents.reduce(into: Set<String>()) { names, document in
            names.formUnion(document.prose.blocks.compactMap(\.symbol))
            for span in document.prose.spans where span.kind == .symbol {
                names.insert(String(decoding: document.prose.bytes[span.range], as: UTF8.self))
            }
        }
        for subsystem in subsystems {
            guard let words = try? VocabularyFile.read(subsystem.vocabulary).vocabulary else { continue }
            if words.apis.contains(where: { !named.isDisjoint(with: $0.symbols) }) { return words }
        }
        return nil
    }

    /// Where a run of the tests is at hand; without one, a diff is still a diff.
    private var newestReport: ComplianceReport? {
        guard let package = try? location.package(),
            let run = try? FinishedRun.newest(of: .anything, in: package, printer: nil),
            let clauses = try? run.clauses()
        else { return nil }
        return ComplianceReport(clauses: clauses, result: run.result)
    }
}
