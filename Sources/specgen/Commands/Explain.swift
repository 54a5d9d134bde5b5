import ArgumentParser
import Clauses
import Compliance
import Foundation
import KernelDoc
import Rules

/// `specgen explain`: how a sentence came to be read as it is.
struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        _superCommandName: Specgen.name,
        abstract: "Say why a clause, or a sentence typed in, is read as it is.",
        discussion: """
            Shows the cut into parts, the words that could have decided and why those that did not lost, the clauses \
            with their bearers, and with a vocabulary the rule of each, or the reason for none.

            A clause is given by its id, or a part of it, or by FILE:LINE, and looked for in the files named with --in, or \
            in Spec/. Anything with a blank in it, or a period at its end, is a sentence: with --in it is looked for in \
            these files, otherwise it is read as if it stood in the place that --kind, --symbol, --member and --section \
            describe, with which one word is a sentence, too. Where it begins with a dash, as error codes do, -- goes \
            before it. specgen extract --ids lists ids.

            EXAMPLES
              specgen explain 2f9c01ab
              specgen explain include/linux/dma-buf.h:227
              specgen explain --member stop Optional.
              specgen explain "The caller must hold the lock, or -EBUSY is returned."
              specgen explain --kind struct --member stop "This may sleep."
              specgen explain --in Spec "must not sleep"
              specgen explain --kind function -- "-EINTR if a signal arrives"
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Argument(
        help: ArgumentHelp("A clause's id, its FILE:LINE, or a sentence.", valueName: "id or sentence"),
        completion: ClauseIDCompletion.kind)
    var subject: String

    @Option(
        name: .customLong("in"),
        help: ArgumentHelp("A file or folder to look in; may be given several times.", valueName: "input"),
        completion: .file())
    var inputs: [String] = []

    @Option(help: "Of a sentence typed in: what the text around it documents.")
    var kind: Prose.Block.Kind?

    @Option(help: ArgumentHelp("… the symbol that it documents.", valueName: "name"))
    var symbol: String?

    @Option(help: ArgumentHelp("… the parameter, member or constant.", valueName: "name"))
    var member: String?

    @Option(help: ArgumentHelp("… the section it stands in, such as Return.", valueName: "title"))
    var section: String?

    @Option(help: "The form; json is specgen.explanation/1.")
    var format = Format.text

    @Option(help: ArgumentHelp("The vocabulary of the subsystem.", valueName: "file"), completion: .file())
    var vocabulary: String?

    @OptionGroup var reading: ReadingOptions
    @OptionGroup var color: ColorOptions
    @OptionGroup var location: PackageOptions

    /// As if it were typed in: a place is said for it, or it does not look like an id.
    private var isSentence: Bool {
        if hasPlace || subject.contains(where: \.isWhitespace) { return true }
        return [".", "?", "!", ";", ","].contains { subject.hasSuffix($0) }
    }

    private var hasPlace: Bool { kind != nil || symbol != nil || member != nil || section != nil }

    private var place: LinePlace? { isSentence ? nil : LinePlace(subject) }

    /// A file that is named by its line is looked in, too.
    private var namedInputs: [String] {
        guard inputs.isEmpty, let file = place?.file, FileManager.default.fileExists(atPath: file) else {
            return inputs
        }
        return [file]
    }

    func validate() throws {
        if subject.allSatisfy(\.isWhitespace) { throw ValidationError("Give a clause's id, or a sentence.") }
        if !inputs.isEmpty, hasPlace {
            throw ValidationError(
                "--kind, --symbol, --member and --section are for a sentence typed in; one that is looked up has its place."
            )
        }
    }

    func run() throws {
        var status = ExitStatus.fine
        let explained = try explanations(&status)
        switch format {
        case .text:
            let text = ExplanationText(width: min(Terminal.width(of: STDOUT_FILENO), 120), style: color.output)
            try StandardOutput.write(explained.map(text.text).joined(separator: "\n"))
        case .json:
            try StandardOutput.write(try ExplanationJSON(explanations: explained).text())
        }
        if status != .fine { throw status }
    }

    /// - Parameter status: `findings` when some inputs could not be used.
    private func explanations(_ status: inout ExitStatus) throws -> [RuledExplanation] {
        if isSentence, inputs.isEmpty {
            let book = try namedBook()
            let extractor = ClauseExtractor(parties: book?.vocabulary.grammarParties ?? .general)
            let found = extractor.explain(subject, in: block)
            guard !found.isEmpty else { throw Failure("there is no sentence in '\(subject)'") }
            let clauses = book?.read(found.flatMap(\.clauses))
            return found.map { RuledExplanation($0, among: clauses) }
        }
        var found: [RuledExplanation] = []
        var register = ClauseIDRegister()
        for source in try sources() {
            status = max(status, source.documents.status)
            let extractor = ClauseExtractor(parties: source.book?.vocabulary.grammarParties ?? .general)
            // What one document says bears on the rules of another, and on its ids.
            let isNeeded = source.book != nil || !isSentence
            var all = isNeeded ? source.documents.all.flatMap(extractor.clauses) : []
            let places = all.map(ClausePlace.init)
            register.enter(&all)
            let ids = Dictionary(zip(places, all.map(\.id))) { first, _ in first }
            func entered(_ clause: Clause) -> Clause {
                var clause = clause
                clause.id = ids[ClausePlace(clause)] ?? clause.id
                return clause
            }
            let wanted = source.documents.all.flatMap { document in
                extractor.explain(document) { isWanted(entered($0)) }
            }
            guard !wanted.isEmpty else { continue }
            let bound = source.book?.read(all)
            found += wanted.map { explanation in
                var explanation = explanation
                explanation.clauses = explanation.clauses.map(entered)
                return RuledExplanation(explanation, among: bound)
            }
        }
        return try narrowed(found)
    }

    private var block: Prose.Block {
        let usual: Prose.Block.Kind = member != nil ? .struct : symbol != nil ? .function : .doc
        return Prose.Block(kind: kind ?? usual, symbol: symbol, member: member, section: section)
    }

    private func isWanted(_ clause: Clause) -> Bool {
        if let place { return place.holds(clause) }
        return isSentence ? clause.sentence.lowercased().contains(subject.lowercased()) : clause.id.contains(subject)
    }

    /// One clause has the id; a sentence may stand in several places.
    private func narrowed(_ found: [RuledExplanation]) throws(Failure) -> [RuledExplanation] {
        guard !found.isEmpty else {
            if let place {
                // It may be a file of Spec/ that was named in short, so that only now it is known to be none.
                let isThere = !inputs.isEmpty || !namedInputs.isEmpty
                throw Failure(
                    "no clause stands on line \(place.line) of '\(place.file)'"
                        + (isThere ? "" : ", and there is no such file here"),
                    advice: "specgen extract lists the clauses with their lines")
            }
            let advice = inputs.isEmpty ? "specgen extract --ids lists the ids" : "give other files with --in"
            throw Failure(
                isSentence ? "no sentence has the words '\(subject)'" : "no clause has an id like '\(subject)'",
                advice: isSentence ? advice : "\(advice); \(Self.oneWord)")
        }
        if isSentence || place != nil { return found }
        if let exact = found.first(where: { $0.explanation.clauses.contains { $0.id == subject } }) { return [exact] }
        guard found.count == 1 else {
            let ids = found.flatMap(\.explanation.clauses).map(\.id).filter { $0.contains(subject) }
            let some = ids.prefix(6).joined(separator: ", ") + (ids.count > 6 ? " …" : "")
            throw Failure(
                "\(ids.count) clauses have an id like '\(subject)'",
                advice: "give more of it: \(some); \(Self.oneWord)")
        }
        return found
    }

    /// The documents named in the call, or the package's own, each with its vocabulary.
    private func sources() throws -> [(documents: Documents, book: RuleBook?)] {
        let printer = color.messages.quiet(reading.quiet)
        if !namedInputs.isEmpty {
            let book = try namedBook()
            return [(try Documents(namedInputs, with: reading.reader, printer: printer), book)]
        }
        return try package().subsystems().map { subsystem in
            let file = try VocabularyFile.read(vocabulary ?? displayed(subsystem.vocabulary))
            return (try Documents(of: subsystem, printer: printer), RuleBook(vocabulary: file.vocabulary))
        }
    }

    /// The rules by the vocabulary that the call names.
    private func namedBook() throws(Diagnostic) -> RuleBook? {
        guard let vocabulary else { return nil }
        return RuleBook(vocabulary: try VocabularyFile.read(vocabulary).vocabulary)
    }

    private static let oneWord =
        "one word is taken for an id: end it with a period to have it read as a sentence"

    private func package() throws(Failure) -> SpecgenPackage {
        do throws(Failure) {
            return try location.package()
        } catch {
            guard location.packagePath == nil, place == nil else { throw error }
            var failure = error
            for index in failure.diagnostics.indices {
                failure.diagnostics[index].advice =
                    "name the files to look for the id in with --in, or a package with --package-path; \(Self.oneWord)"
            }
            throw failure
        }
    }
}

extension Prose.Block.Kind: ExpressibleByArgument {
    public static var allValueStrings: [String] {
        ["doc", "function", "macro", "struct", "union", "enum", "typedef", "member", "markdown"]
    }

    public static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }
}
