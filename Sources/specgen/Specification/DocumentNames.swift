import KernelDoc
import PlainText
import Rules

/// The names of C in some documents: those that they speak of, and those that they document.
struct DocumentNames {
    private(set) var names: Set<String> = []

    init(_ documents: [Document]) {
        for document in documents {
            for block in document.prose.blocks { names.formUnion([block.symbol, block.member].compactMap(\.self)) }
            for unit in document.prose.units {
                names.formUnion(Self.identifiers(in: document.prose.bytes[unit.range]))
            }
        }
    }

    /// How many of a vocabulary's interfaces, callbacks and locks have their names here.
    func count(of vocabulary: Vocabulary) -> Int {
        vocabulary.apis.count { !names.isDisjoint(with: $0.symbols) }
            + vocabulary.callbacks.count { callback in
                // Half of all structures have an open().
                !names.isDisjoint(with: callback.members) && callback.structure.map(names.contains) ?? true
            } + vocabulary.locks.count { $0.nouns.contains(where: has) }
    }

    /// Whether a lock stands here by its name in C; "list lock" may be that of any list.
    private func has(lock noun: String) -> Bool {
        let parts = Self.identifiers(in: noun.utf8)
        return noun.contains { "_.>".contains($0) } && parts.allSatisfy(names.contains)
    }

    private static func identifiers(in text: some Collection<UInt8>) -> [String] {
        text.split { !$0.isNamePart }.map { String(decoding: $0, as: UTF8.self) }
    }
}
