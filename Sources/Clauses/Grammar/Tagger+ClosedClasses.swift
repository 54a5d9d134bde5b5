/// Determiners and prepositions: words of closed classes that can be something else.
extension Tagger {
    func determiner(_ index: Int) -> Tag {
        let token = tokens[index]
        let classes = token.classes
        if token.is(.so) { return .adverb }
        // "Either returns a slot, or …"
        if token.is(.either), atClauseStart, has(index + 1, .thirdPerson), startsObject(index + 2) { return .adverb }
        guard classes.has(.determiner) else { return .pronoun }
        guard classes.has(.pronoun) else { return .determiner }
        let after = index + 1
        guard after < range.upperBound, tokens[after].isWord else { return .pronoun }
        let follower = tokens[after]
        if follower.has(.symbol) { return .determiner }
        if follower.has([
            .modal, .be, .have, .auxiliaryDo, .preposition, .conjunction, .negation, .subordinator, .relative,
            .determiner,
        ]),
            !follower.has([.noun, .adjective])
        {
            return .pronoun
        }
        // "This just removes a slot"
        if token.is(.this), follower.has(.adverb), !follower.has([.adjective, .noun, .determiner]),
            has(after + 1, .thirdPerson), startsObject(after + 2)
        {
            return .pronoun
        }
        // "this allows", "this calls down", but "this call", "these calls"
        if follower.has(.thirdPerson), token.is(.this) || token.is(.that) || token.is(.it) {
            return .pronoun
        }
        return .determiner
    }

    func preposition(_ index: Int) -> Tag {
        let token = tokens[index]
        // Particles that end their clause, or stand before an object's determiner, stay prepositions.
        if token.has(.adjective), previous == .determiner, has(index + 1, .noun) { return .adjective }
        return .preposition
    }
}
