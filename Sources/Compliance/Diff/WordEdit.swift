/// A run of words that one sentence has and the other has not, or that both have.
public struct WordEdit: Sendable, Equatable, Codable {
    public enum Kind: String, Sendable, Codable { case same, removed, added }

    public var kind: Kind
    /// As written; of the new sentence where both have them.
    public var text: String

    /// What changes from one sentence to another, word by word. Capitals and punctuation are no change.
    static func edits(from old: [DiffWord], to new: [DiffWord]) -> [WordEdit] {
        // A sentence of thousands of words is damage; its words in order would take too long to compare.
        guard old.count + new.count < 4000 else {
            return [WordEdit(.removed, old[...]), WordEdit(.added, new[...])]
        }
        var removed = Array(repeating: false, count: old.count)
        var added = Array(repeating: false, count: new.count)
        for change in new.map(\.key).difference(from: old.map(\.key)) {
            switch change {
            case .remove(let offset, _, _): removed[offset] = true
            case .insert(let offset, _, _): added[offset] = true
            }
        }
        var edits: [WordEdit] = []
        var (i, j) = (0, 0)
        while i < old.count || j < new.count {
            let (startI, startJ) = (i, j)
            while i < old.count, removed[i] { i += 1 }
            while j < new.count, added[j] { j += 1 }
            if i > startI { edits.append(WordEdit(.removed, old[startI..<i])) }
            if j > startJ { edits.append(WordEdit(.added, new[startJ..<j])) }
            let same = j
            while i < old.count, j < new.count, !removed[i], !added[j] { (i, j) = (i + 1, j + 1) }
            if j > same { edits.append(WordEdit(.same, new[same..<j])) }
            if i == startI, j == startJ { break }
        }
        // Dashes and the like that stand alone are no words.
        return edits.filter { $0.kind == .same || $0.hasWords }
    }

    private var hasWords: Bool { text.utf8.contains { $0 >= 0x80 || $0.isWordByte } }

    private init(_ kind: Kind, _ words: ArraySlice<DiffWord>) {
        self.kind = kind
        text = words.map(\.text).joined(separator: " ")
    }
}

extension UInt8 {
    fileprivate var isWordByte: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}
