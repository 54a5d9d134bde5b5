/// A light stemmer: enough that the forms of one verb or noun meet, and no more.
enum Stem {
    static func of(_ word: String) -> String { Spelling.corrected(asWritten(word)) }

    /// Before its spelling is looked at.
    static func asWritten(_ word: String) -> String {
        if let base = irregular[word] { return base }
        // Names from C are no English words.
        if word.utf8.contains(UInt8(ascii: "_")) || word.utf8.contains(UInt8(ascii: ">")) { return word }
        var stem = Substring(word)
        if stem.hasSuffix("'") { stem = stem.dropLast() }
        if stem.hasSuffix("'s") { stem = stem.dropLast(2) }
        if stem.count > 6, stem.hasSuffix("ings") { stem = stem.dropLast() }
        if stem.count > 5, stem.hasSuffix("ing") {
            stem = undoubled(stem.dropLast(3))
        } else if stem.count > 4, stem.hasSuffix("ied") || stem.hasSuffix("ies") {
            return stem.dropLast(3) + "y"
        } else if stem.count > 4, stem.hasSuffix("ed") {
            stem = undoubled(stem.dropLast(2))
        } else if stem.count > 4, ["sses", "shes", "ches", "xes", "zes"].contains(where: { stem.hasSuffix($0) }) {
            stem = stem.dropLast(2)
        } else if stem.count > 3, stem.hasSuffix("s"), !stem.hasSuffix("ss"), !stem.hasSuffix("us"),
            !stem.hasSuffix("is")
        {
            stem = stem.dropLast(1)
        }
        if stem.count > 3, stem.hasSuffix("e") { stem = stem.dropLast(1) }
        return String(stem)
    }

    /// `mapp` to `map`, and `cancell` to `cancel`, but `call` and `access` stay.
    private static func undoubled(_ stem: Substring) -> Substring {
        if doubled.contains(String(stem)) { return stem.dropLast() }
        guard stem.count > 3, let last = stem.last, stem.dropLast().last == last, !"lsz".contains(last) else {
            return stem
        }
        return stem.dropLast()
    }

    /// Verbs in a single l that double it.
    private static let doubled: Set<String> = [
        "cancell", "channell", "controll", "labell", "levell", "marshall", "modell", "propell", "signall", "totall",
        "tunnell",
    ]

    private static let irregular: [String: String] = [
        "is": "be", "are": "be", "was": "be", "were": "be", "been": "be", "being": "be", "has": "have", "had": "have",
        "does": "do", "did": "do", "done": "done", "held": "hold", "kept": "keep", "taken": "take", "took": "take",
        "given": "give", "gave": "give", "written": "writ", "wrote": "writ", "write": "writ", "writes": "writ",
        "made": "make", "got": "get", "seen": "see", "known": "know", "left": "leave", "lost": "lose", "sent": "send",
        "slept": "sleep", "began": "begin", "begun": "begin", "ran": "run", "shot": "shoot", "set": "set",
        "need": "need", "needs": "need", "needed": "need", "this": "this", "its": "its", "as": "as",
        "used": "use", "using": "use", "uses": "use", "use": "use", "goes": "go", "went": "go", "gone": "go",
        "sharing": "shar", "shared": "shar",
        "guarantee": "guarantee", "guarantees": "guarantee", "guaranteed": "guarantee",
        // The forms above, and their own verbs.
        "have": "have", "having": "have", "take": "take", "takes": "take", "taking": "take", "give": "give",
        "gives": "give", "giving": "give", "make": "make", "makes": "make", "making": "make", "leave": "leave",
        "leaves": "leave", "leaving": "leave", "lose": "lose", "loses": "lose", "losing": "lose",
        "non-coherent": "incoherent", "noncoherent": "incoherent",
        "succeed": "succeed", "succeeds": "succeed", "succeeded": "succeed", "succeeding": "succeed",
        "exceed": "exceed", "exceeds": "exceed", "exceeded": "exceed", "exceeding": "exceed",
        "note": "note", "notes": "note", "noted": "note",
        "accesses": "access", "addresses": "address", "processes": "process",
    ]
}
