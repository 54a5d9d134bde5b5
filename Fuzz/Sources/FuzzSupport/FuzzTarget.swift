import Clauses
import KernelDoc

/// What a fuzzer does with its input: everything that specgen does with a file of that name.
public struct FuzzTarget: Sendable {
    private let name: String

    /// - Parameter name: of the file in which the input would stand; it says which reader reads it.
    public init(name: String) { self.name = name }

    /// Reads the input, on both sides of a patch, and does with its documents what the commands do.
    public func run(_ start: UnsafePointer<UInt8>?, _ count: Int) {
        let input = Array(UnsafeBufferPointer(start: start, count: count))
        for side in DocumentReader.Side.allCases {
            let reading = DocumentReader(options: .init(side: side)).read(input, named: name)
            for document in reading.documents { Soundness.check(document.prose) }
            var items = KernelDocJSON()
            for document in reading.documents { items.append(document) }
            precondition(!items.finished().contains { $0 < 0x20 && $0 != 0x0A })
            Self.read(reading.documents)
        }
    }

    /// Takes out the clauses, as `extract` does, and as `scan`, `explain` and `lint` do; they agree on them.
    public static func read(_ documents: [Document]) {
        let extractor = ClauseExtractor()
        var all: [Clause] = []
        for document in documents {
            let clauses = extractor.clauses(in: document)
            all += clauses
            var count = 0
            extractor.visit(document) { finding in
                if case .error = finding { return }
                count += 1
            }
            precondition(count == clauses.count, "a visit meets other clauses")
            let explained = extractor.explain(document) { _ in true }
            precondition(explained.flatMap(\.clauses) == clauses, "what is explained is not what is extracted")
        }
        precondition(!ClauseJSON(all).finished().contains { $0 < 0x20 && $0 != 0x0A })
        _ = Linter(extractor: extractor).findings(in: documents)
    }
}
