import Clauses
import KernelDoc
import Yams

/// Reads a vocabulary from YAML, with the place of every identifier, so that a wrong one can be pointed at.
///
/// Every error is a `Diagnostic` with file, line, column and the line itself. Unknown keys are errors: a
/// mistyped key would otherwise leave clauses unbound without a word.
public struct VocabularyFile: Sendable {
    /// An identifier of the testbed that the file names, and where.
    public struct Reference: Sendable, Equatable {
        /// The identifier, and what it has to be in the testbed.
        public var name: Name
        /// From 1.
        public var line: Int
        /// From 1.
        public var column: Int
    }

    /// A line and a column, each from 1.
    public struct Place: Sendable, Equatable {
        /// From 1.
        public var line: Int
        /// From 1.
        public var column: Int
    }

    /// The file as it was named; for messages.
    public var path: String
    /// What it says.
    public var vocabulary: Vocabulary
    /// The identifiers in it, in the order of the file, to be looked up in the testbed.
    public var references: [Reference]
    /// Where the file names its testbed.
    public var testbedPlace: Place
    private var text: String

    /// Reads and decodes the file at `path`.
    ///
    /// - Throws: `Diagnostic` with the place in the file, wherever there is one.
    public static func read(_ path: String) throws(Diagnostic) -> VocabularyFile {
        // As a stream, since it may be one: --vocabulary <(…).
        try decode(StreamInput(reading: path).text(), path: path)
    }

    /// Decodes a vocabulary from YAML text; `path` is only for messages.
    public static func decode(_ text: String, path: String) throws(Diagnostic) -> VocabularyFile {
        var decoder = VocabularyDecoder(text: text, path: path)
        let vocabulary = try decoder.vocabulary()
        return VocabularyFile(
            path: path, vocabulary: vocabulary, references: decoder.references, testbedPlace: decoder.testbedPlace,
            text: text)
    }

    /// An error at a reference, showing its line.
    public func diagnostic(at reference: Reference, _ message: String, advice: String) -> Diagnostic {
        diagnostic(at: Place(line: reference.line, column: reference.column), message, advice: advice)
    }

    /// An error at a place, showing its line.
    public func diagnostic(at place: Place, _ message: String, advice: String) -> Diagnostic {
        Diagnostic(at: place, of: text, in: path, message, advice: advice)
    }
}

extension Diagnostic {
    /// An error at a place of a vocabulary's text, showing its line.
    init(at place: VocabularyFile.Place, of text: String, in path: String, _ message: String, advice: String) {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        self.init(
            .error, file: path, line: place.line, column: place.column, message: message, advice: advice,
            excerpt: lines.indices.contains(place.line - 1) ? String(lines[place.line - 1]) : nil)
    }
}
