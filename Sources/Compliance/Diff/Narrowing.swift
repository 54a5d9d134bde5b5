import Clauses

/// A word or a few that came into a clause, or went from it, and make it ask or promise less: one of two things that
/// "and" joins is gone, "or" stands for "and", or what was meant of all is meant of some.
///
/// Only what is plain by the words is one: anything else is for a person to read.
struct Narrowing {
    /// The words that are gone; empty where none is.
    let old: String
    /// The words that came; empty where none did.
    let new: String

    /// Nil where the clause is as firm as before, or where the words do not tell.
    init?(from before: Clause, to after: Clause) {
        guard before.modality.isBinding, after.modality.isBinding else { return nil }
        let (old, new) = (before.ownText, after.ownText)
        // Of a part that says when it holds, less is more.
        guard Narrowing.words(old.parts).map(\.key) == Narrowing.words(new.parts).map(\.key),
            let edit = Edit(from: Narrowing.words(old.main), to: Narrowing.words(new.main))
        else { return nil }
        let isForbidden = before.modality == .prohibition || before.negated
        guard isForbidden == (after.modality == .prohibition || after.negated) else { return nil }
        let isSofter =
            if edit.new.isEmpty {
                edit.drops(isForbidden ? "or" : "and")
            } else if edit.old.isEmpty {
                edit.restrictsSubject || isForbidden && edit.restrictsWhatIsForbidden
            } else {
                edit.old.map(\.key) == [isForbidden ? "or" : "and"]
                    && edit.new.map(\.key) == [isForbidden ? "and" : "or"]
            }
        guard isSofter else { return nil }
        self.old = edit.old.map(\.text).joined(separator: " ")
        self.new = edit.new.map(\.text).joined(separator: " ")
    }

    /// Takes effects that tell of the same words for softer, or adds one that tells of them.
    func judge(_ effects: inout [Effect]) {
        guard !effects.contains(where: \.isWeakening) else { return }
        let same = effects.indices.filter { [.errors, .symbols, .quantity].contains(effects[$0].kind) }
        for place in same { effects[place].judgement = .weaker }
        if same.isEmpty { effects.append(Effect(.words, old, new, .weaker)) }
    }

    private static func words(_ text: String) -> [DiffWord] { DiffWord.words(of: text).filter { !$0.key.isEmpty } }

    /// The one place in which two texts differ.
    private struct Edit {
        /// The words before that place, which both texts have.
        var lead: ArraySlice<DiffWord>
        var old: ArraySlice<DiffWord>
        var new: ArraySlice<DiffWord>
        /// All of the text that the words went from, or came into.
        var whole: [DiffWord]

        /// Nil where they differ in no place.
        init?(from before: [DiffWord], to after: [DiffWord]) {
            let shorter = min(before.count, after.count)
            let start = zip(before, after).prefix { $0.key == $1.key }.count
            let end = zip(before.reversed(), after.reversed()).prefix { $0.key == $1.key }.count
            let tail = min(end, shorter - start)
            (lead, old, new) = (
                before[..<start], before[start..<before.count - tail], after[start..<after.count - tail]
            )
            whole = before.count > after.count ? before : after
            guard !old.isEmpty || !new.isEmpty else { return nil }
        }

        /// Whether one of two things that this word joins is gone: "and the other", or "the one and".
        func drops(_ joint: String) -> Bool {
            places(of: old).contains { whole[$0].first?.key == joint || whole[$0].last?.key == joint }
        }

        /// "All drivers with DMA must": of those who had to, some have to.
        var restrictsSubject: Bool {
            guard let first = lead.first?.key, Edit.wholes.contains(first) || first.hasSuffix("s") && first != "this",
                !lead.contains(where: { Edit.modals.contains($0.key) }),
                whole[new.endIndex...].contains(where: { Edit.modals.contains($0.key) })
            else { return false }
            return isRestriction
        }

        /// "Must not sleep for long": what was forbidden is allowed but for this.
        var restrictsWhatIsForbidden: Bool { !lead.isEmpty && isRestriction }

        private var isRestriction: Bool {
            guard !new.contains(where: { Edit.emphasis.contains($0.key) }) else { return false }
            return places(of: new).contains { whole[$0].first.map { Edit.restrictors.contains($0.key) } ?? false }
        }

        /// Where in the whole text the words may stand: of "map the page and map the ring", "map the page and" may be
        /// gone as well as "the page and map".
        private func places(of words: ArraySlice<DiffWord>) -> [Range<Int>] {
            var places = [words.indices]
            while let place = places.last, place.lowerBound > 0,
                whole[place.lowerBound - 1].key == whole[place.upperBound - 1].key
            {
                places.append(place.lowerBound - 1..<place.upperBound - 1)
            }
            return places
        }

        private static let modals: Set<String> = ["must", "shall", "should", "have", "has", "need", "needs", "will"]
        private static let wholes: Set<String> = ["all", "every", "each", "any"]
        /// Make a denial stronger, or are at home in such words: "at all", "in any case".
        private static let emphasis: Set<String> = ["all", "any", "ever", "whatsoever", "either", "nor", "or"]
        private static let restrictors: Set<String> = [
            "with", "without", "that", "which", "who", "whose", "of", "for", "in", "on", "under", "from", "during",
            "by",
            "while", "longer", "more", "except", "outside", "inside", "through",
        ]
    }
}
