import Clauses
import KernelDoc

/// What a fuzzer does with its input: everything that specgen does with a file of that name.
public struct FuzzTarget: Sendable {
    private let name: String

    /// - Parameter name: of the file in which the input would stand; it says which reader reads it.
    public init(name: String) { self.name = name }

    /// Reads the input, on both sides of a patch, and takes out its clauses, in all the ways in which commands do.
    public func run(_ start: UnsafePointer<UInt8>?, _ count: Int) {
        let input = Array(UnsafeBufferPointer(start: start, count: count))
        for side in DocumentReader.Side.allCases {
            let reading = DocumentReader(options: .init(side: side)).read(input, named: name)
            var items = KernelDocJSON()
            var clauses = ClauseJSON()
            for document in reading.documents {
                Soundness.check(document.prose)
                items.append(document)
                for clause in ClauseExtractor().clauses(in: document) { clauses.append(clause) }
            }
            precondition(!items.finished().contains { $0 < 0x20 && $0 != 0x0A })
            precondition(!clauses.finished().contains { $0 < 0x20 && $0 != 0x0A })
        }
    }
}
