/// The ids that clauses have taken, so that each names one: what is said in the same words, in a block of the same name, of
/// another document gets an ordinal behind its id, as where a block repeats a sentence.
public struct ClauseIDRegister: Sendable {
    private var taken: Set<String> = []
    private var ordinals: [String: Int] = [:]

    public init() {}

    /// Gives each clause an id that no other one has, in their order: its own, where that is free.
    public mutating func enter(_ clauses: inout [Clause]) {
        for index in clauses.indices {
            let id = clauses[index].id
            var ordinal = ordinals[id, default: 1]
            while !taken.insert(clauses[index].id).inserted {
                ordinal += 1
                clauses[index].id = "\(id)-\(ordinal)"
            }
            ordinals[id] = ordinal
        }
    }

    /// An id without its hash, and the ordinal behind it: what stays when the words of a sentence change a little.
    public static func stem(of id: some StringProtocol) -> String {
        var parts = String(id).split(separator: "-" as Character, omittingEmptySubsequences: false).map(String.init)
        if let ordinal = parts.last, !ordinal.isEmpty, ordinal.allSatisfy(\.isNumber),
            parts.dropLast().last.map(isHash) ?? false
        {
            parts.removeLast()
        }
        if parts.count > 1, parts.last.map(isHash) ?? false { parts.removeLast() }
        return parts.joined(separator: "-")
    }

    private static func isHash(_ part: String) -> Bool { part.count == 8 && part.allSatisfy(\.isHexDigit) }
}
