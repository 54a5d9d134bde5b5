import Clauses
import Foundation
import KernelDoc
import Yams

/// Reads a vocabulary from YAML, with the place of every identifier, so that a wrong one can be pointed at.
///
/// Every error is a `Diagnostic` with file, line, column and the line itself. Unknown keys are errors: a
/// mistyped key would otherwise leave clauses unbound without a word.
public struct VocabularyFile: Sendable {
    /// An identifier of the testbed that the file names, and where.
    public struct Reference: Sendable, Equatable {
        public var name: Name
        public var line: Int
        public var column: Int
    }

    public var path: String
    public var vocabulary: Vocabulary
    public var references: [Reference]
    private var text: String

    /// Reads and decodes the file at `path`.
    public static func read(_ path: String) throws(Diagnostic) -> VocabularyFile {
        let data: Data
        do {
            data = try Data(contentsOf: URL(fileURLWithPath: path))
        } catch {
            throw Diagnostic(
                .error, file: path, message: "cannot read the vocabulary: \(error.localizedDescription)",
                advice: "name an existing vocabulary.yaml with --vocabulary")
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw Diagnostic(.error, file: path, message: "the vocabulary is not UTF-8", advice: "save it as UTF-8")
        }
        return try decode(text, path: path)
    }

    /// Decodes a vocabulary from YAML text; `path` is only for messages.
    public static func decode(_ text: String, path: String) throws(Diagnostic) -> VocabularyFile {
        var decoder = VocabularyDecoder(text: text, path: path)
        let vocabulary = try decoder.vocabulary()
        return VocabularyFile(path: path, vocabulary: vocabulary, references: decoder.references, text: text)
    }

    /// An error at a reference, showing its line.
    public func diagnostic(at reference: Reference, _ message: String, advice: String) -> Diagnostic {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let excerpt = reference.line >= 1 && reference.line <= lines.count ? String(lines[reference.line - 1]) : nil
        return Diagnostic(
            .error, file: path, line: reference.line, column: reference.column, message: message, advice: advice,
            excerpt: excerpt)
    }
}
