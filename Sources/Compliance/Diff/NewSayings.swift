import Clauses

/// What the new text says that the old one did not: where a clause that is gone may have gone to, or what took it
/// back.
struct NewSayings {
    private struct Thing: Hashable {
        var symbol: String
        var member: String?

        init?(_ sentence: DiffSentence) {
            guard let symbol = sentence.block.symbol else { return nil }
            (self.symbol, member) = (symbol, sentence.block.member)
        }
    }

    private struct Duty {
        var sentence: DiffSentence
        var words: [DiffWord]
    }

    private var byThing: [Thing: [DiffSentence]] = [:]
    private var duties: [Duty] = []
    /// The duties that have a word, by the word, where it takes another back or could be taken back.
    private var byWord: [String: [Int]] = [:]

    init(_ changes: [ClauseDiff.Change]) {
        for change in changes {
            guard let sentence = change.new else { continue }
            if change.kind == .added || !change.newClauses.isEmpty, let thing = Thing(sentence) {
                byThing[thing, default: []].append(sentence)
            }
            guard change.kind == .added || change.kind == .changed, sentence.isDuty else { continue }
            let words = DiffWord.words(of: sentence.text)
            for key in Set(words.map(\.key)) {
                byWord[key, default: []].append(duties.count)
                // Also to be found by the word that it takes back.
                if let base = Opposites.base(of: key) { byWord["-" + base, default: []].append(duties.count) }
            }
            duties.append(Duty(sentence: sentence, words: words))
        }
    }

    /// The clause that says the same of the same symbol or member, as strongly, in other words.
    func successor(of clause: Clause, in sentence: DiffSentence, besides own: DiffSentence? = nil) -> Clause? {
        guard let thing = Thing(sentence) else { return nil }
        let content = clause.content
        for other in byThing[thing] ?? [] where other.source != own?.source {
            for candidate in other.clauses where candidate.modality == clause.modality {
                let others = candidate.content
                let shared = content.intersection(others).count
                guard shared > 0, 4 * shared >= content.count + others.count else { continue }
                let effects = Effect.effects(from: clause, to: candidate, isNegated: false, isCutAlike: true)
                if !effects.contains(where: \.isWeakening) { return candidate }
            }
        }
        return nil
    }

    /// The first new duty that takes a word of this one back by a prefix, and is about the same otherwise.
    func contradiction(of sentence: DiffSentence) -> ClauseDiff.Contradiction? {
        guard sentence.isDuty else { return nil }
        let words = DiffWord.words(of: sentence.text)
        let content = DiffWord.content(of: words)
        let candidates = words.map(\.key).flatMap { key in
            (byWord["-" + key] ?? []) + (Opposites.base(of: key).flatMap { byWord[$0] } ?? [])
        }
        for place in Set(candidates).sorted() {
            let duty = duties[place]
            guard let (oldWord, newWord) = Opposites.prefixed(in: words, against: duty.words),
                !content.isDisjoint(with: DiffWord.content(of: duty.words))
            else { continue }
            return .init(sentence: duty.sentence, oldWord: oldWord, newWord: newWord)
        }
        return nil
    }
}

extension Clause {
    /// The stems of the words that carry its content.
    var content: Set<String> { DiffWord.content(of: DiffWord.words(of: text)) }
}
