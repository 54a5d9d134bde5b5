import Foundation
import KernelDoc

/// What a verification read: kept beside its result, so that a report made later can show the text.
struct VerifiedInputs: Codable {
    /// Absolute; none: the package's own documentation.
    var inputs: [String]
    var side: DocumentReader.Side
    var tree: String?

    private static func file(in root: String) -> URL { URL(fileURLWithPath: "\(root)/inputs.json") }

    func write(in root: String) throws(Failure) {
        let file = VerifiedInputs.file(in: root)
        do {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            try encoder.encode(self).write(to: file, options: .atomic)
        } catch {
            throw Failure("cannot be written: \(error.reason)", file: displayed(file.path))
        }
    }

    /// Nil where no verification has left any.
    init?(in root: String) {
        guard let data = try? Data(contentsOf: VerifiedInputs.file(in: root)),
            let inputs = try? JSONDecoder().decode(VerifiedInputs.self, from: data)
        else { return nil }
        self = inputs
    }

    init(_ inputs: [String], side: DocumentReader.Side, tree: String?) {
        self.inputs = inputs.map { URL(fileURLWithPath: $0).standardizedFileURL.path }
        self.side = side
        self.tree = tree.map { URL(fileURLWithPath: $0).standardizedFileURL.path }
    }

    /// The text as it is now; what cannot be read (any more) is left out.
    var documents: [Document] {
        DocumentReader(options: .init(side: side, tree: tree)).read(inputs).documents.map { document in
            // As they were named in the call: from the working directory where they are in it.
            var document = document
            document.file = displayed(document.file)
            return document
        }
    }
}
