import Clauses

extension Clause {
    /// Its text without the parts that only say when, why or what for, and these parts.
    var ownText: (main: String, parts: String) {
        guard let subordinate else {
            return (condition.map { text.replacing($0, with: "") } ?? text, condition ?? "")
        }
        var (main, parts): ([UInt8], [UInt8]) = ([], [])
        for (place, byte) in text.utf8.enumerated() {
            if subordinate.contains(where: { $0.range.contains(place) }) {
                parts.append(byte)
            } else {
                main.append(byte)
            }
        }
        return (String(decoding: main, as: UTF8.self), String(decoding: parts, as: UTF8.self))
    }

    /// Without the words of clauses within it, which are told of by themselves.
    func without(_ others: [Clause]) -> Clause {
        var clause = self
        for other in others where other.text != text { clause.text = clause.text.replacing(other.text, with: "") }
        // The places of its parts are those of the whole text.
        if clause.text != text { clause.subordinate = nil }
        return clause
    }
}
