import ArgumentParser
import Clauses
import Compliance
import Foundation
import KernelDoc
import Rules

/// `specgen lint`: what a reviewer of documentation wants to be told.
struct Lint: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint",
        _superCommandName: Specgen.name,
        abstract: "Find what contradicts itself, is ambiguous, or stands in the wrong place.",
        discussion: """
            Says little, so that what it says is read: two clauses that cannot both hold (mandatory and optional, \
            coherent and incoherent, must and must not), within a document and across those given; error codes \
            that another sentence denies, or that neither the kernel nor a file beside has; “may not” where it may forbid; a duty for \
            which nobody is named; a call that must be restarted, without a word on how; a parameter's description \
            that belongs to another one, or of one that the function does not have; a result that it cannot have by its \
            prototype.

            Exits with 1 when there is a finding.

            EXAMPLES
              specgen lint include/linux/dma-buf.h drivers/dma-buf
              specgen lint --only contradiction Documentation/driver-api
              specgen lint --format github change.patch
              specgen lint --format sarif include/linux > lint.sarif
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, sarif, github
    }

    @OptionGroup var input: InputOptions

    @Option(help: "Findings of this kind only; may be given several times.")
    var only: [LintFinding.Kind] = []

    @Option(
        help:
            "The form: text as compilers complain, json is specgen.lint/1, sarif is for code review and editors, github annotates a pull request."
    )
    var format = Format.text

    @Option(
        help: ArgumentHelp("The vocabulary of the subsystem, for its parties.", valueName: "file"), completion: .file())
    var vocabulary: String?

    @OptionGroup var color: ColorOptions

    private func isAsked(_ kind: LintFinding.Kind) -> Bool { only.isEmpty || only.contains(kind) }

    func run() throws {
        let words = try vocabulary.map { try VocabularyFile.read($0).vocabulary }
        let documents = try Documents(
            input.inputs, with: input.reading.reader, printer: color.messages.quiet(input.reading.quiet),
            silence: .ofFiles,
            unless: { $0.message.hasPrefix(Diagnostic.excessParameter) && isAsked(.absentParameter) })
        let codes = LocalCodes(inputs: documents.all.map(\.file))
        let linter = Linter(
            extractor: ClauseExtractor(parties: words?.grammarParties ?? .general), isDefined: codes.isDefined)
        let found = linter.findings(in: documents.all).filter { isAsked($0.kind) }
        let findings = PlacedFinding.placed(found, streams: documents.streams)
        switch format {
        case .text:
            let text = LintText(
                findings: findings, printer: DiagnosticPrinter(style: color.output, width: Wrapped.width()))
            try StandardOutput.write(text.description)
        case .json: try StandardOutput.write(try LintJSON(findings).text())
        case .sarif: try StandardOutput.write(try LintSARIF(findings).text())
        case .github: try StandardOutput.write(LintAnnotations(findings).description)
        }
        if !findings.isEmpty { throw ExitStatus.findings }
        if documents.status != .fine { throw documents.status }
    }
}

extension LintFinding.Kind: ExpressibleByArgument {}
