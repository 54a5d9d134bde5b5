import ArgumentParser
import Clauses
import Compliance
import Foundation
import KernelDoc
import PlainText
import Rules

/// `specgen extract`: every clause of some documentation.
struct Extract: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract",
        _superCommandName: Specgen.name,
        abstract: "List every clause: what can hold or be broken, how strongly, and who keeps it.",
        discussion: """
            Works on any documentation. A vocabulary adds the names of a subsystem's parties, and the rule that each \
            clause becomes.

            EXAMPLES
              specgen extract drivers/dma-buf include/linux/dma-buf.h
              specgen extract --format json change.patch > clauses.json
              specgen extract --ids include/linux/dma-buf.h
              specgen extract --side old --tree ~/linux change.patch
              specgen extract --vocabulary Spec/dma-buf/vocabulary.yaml dma-buf.rst
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @OptionGroup var input: InputOptions

    @Option(help: "The form of the list; json is specgen.clauses/1.")
    var format = Format.text

    @Flag(help: "Put each clause's id behind it, for specgen explain; JSON has them always.")
    var ids = false

    @Option(help: ArgumentHelp("The vocabulary of the subsystem.", valueName: "file"), completion: .file())
    var vocabulary: String?

    @OptionGroup var color: ColorOptions

    func run() throws {
        let words = try vocabulary.map { try VocabularyFile.read($0).vocabulary }
        let documents = try Documents(
            input.inputs, with: input.reading.reader, printer: color.messages.quiet(input.reading.quiet),
            silence: .ofCode)
        let extractor = ClauseExtractor(parties: words?.grammarParties ?? .general)
        var clauses = extractor.clauses(in: documents.all)
        if let words { clauses = RuleBook(vocabulary: words).bound(clauses) }
        switch format {
        case .text:
            let style = color.output
            let width = Wrapped.width()
            try StandardOutput.write(clauses.map { line(for: $0, style, width: width) }.joined())
        case .json:
            try StandardOutput.write(ClauseJSON(clauses).finished())
        }
        if documents.status != .fine { throw documents.status }
    }

    private func line(for clause: Clause, _ style: Style, width: Int?) -> String {
        let place = style(InertText.line("\(clause.source.place):"), .faint)
        let bearer = clause.bearer == "none" ? "" : " (\(InertText.line(clause.bearer)))"
        let id = ids ? " " + style("[\(InertText.line(clause.id))]", .faint) : ""
        let head = "\(place) \(style(clause.modality.rawValue, .bold))\(bearer):"
        return Wrapped.line("\(head) \(InertText.line(clause.text))\(id)", indent: 4, to: width) + "\n"
    }
}
