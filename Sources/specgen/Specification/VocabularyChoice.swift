import Foundation
import KernelDoc
import Rules

/// The vocabulary for documents that are named in a call: the one beside them, or else the one in `Spec/` whose
/// interfaces, callbacks and locks they name.
struct VocabularyChoice {
    var path: String
    /// What to say where nothing in the documents speaks for it, and there is no other.
    private(set) var doubt: Diagnostic?

    /// - Throws: `Failure` when several are as good, or none of several is.
    init(for inputs: [String], of documents: [Document], in package: SpecgenPackage) throws {
        let neighbours = Set(inputs.compactMap(Self.neighbour)).sorted()
        if let neighbour = neighbours.first {
            guard neighbours.count == 1 else { throw Self.several(neighbours, "stand beside these inputs") }
            path = neighbour
            return
        }
        let paths = try package.subsystems().map { displayed($0.vocabulary) }
        let names = DocumentNames(documents)
        let counts = try paths.map { names.count(of: try VocabularyFile.read($0).vocabulary) }
        let most = counts.max() ?? 0
        let best = zip(paths, counts).filter { $1 == most }.map(\.0)
        guard best.count == 1 else {
            throw Self.several(best, most > 0 ? "fit these inputs equally well" : "fit these inputs not at all")
        }
        path = best[0]
        guard most == 0 else { return }
        doubt = Diagnostic(
            .warning, file: inputs.count == 1 ? inputs[0] : "",
            message: "names no interface, callback or lock of \(path), by which it is judged",
            advice: "if it is about another subsystem, its parties and its coverage are not to be relied on: "
                + "name the vocabulary of that one with --vocabulary")
    }

    /// The vocabulary in the folder that is named, or in that of the file.
    private static func neighbour(of input: String) -> String? {
        guard !StreamInput.isNamed(input) else { return nil }
        let place = URL(fileURLWithPath: input).standardizedFileURL
        let folder = isFolder(input) ? place : place.deletingLastPathComponent()
        let file = folder.appendingPathComponent(Subsystem.vocabularyName).path
        return FileManager.default.fileExists(atPath: file) ? displayed(file) : nil
    }

    private static func several(_ paths: [String], _ how: String) -> Failure {
        Failure("several vocabularies \(how): \(paths.joined(separator: ", "))", advice: "name one with --vocabulary")
    }
}
