/// Determiners, prepositions, "to", "that" and what introduces clauses: words of closed classes that can be something else.
extension Tagger {
    func determiner(_ index: Int) -> Tag {
        let token = tokens[index]
        let classes = token.classes
        if token.is(.so) { return .adverb }
        // "Either returns a slot, or …"
        if token.is(.either), atClauseStart, has(index + 1, .thirdPerson), startsObject(index + 2) { return .adverb }
        // "is either called from …"
        if token.is(.either), previous == .be, has(index + 1, .participle) { return .adverb }
        // "must neither wait nor sleep"
        if token.is(.neither), has(index + 1, [.base, .participle, .adjective, .value]) {
            switch previous {
            case .modal, .be, .auxiliaryDo: return .negation
            default: break
            }
        }
        // "The 32 most significant bits"
        if token.is(.most) || token.is(.more) || token.is(.less),
            previous == .determiner && has(index + 1, .adjective)
                || previous == .number && !has(index + 1, .preposition)
        {
            return .adverb
        }
        // "they both stop it"
        if token.is(.both) || token.is(.all), previous == .pronoun,
            has(index + 1, [.base, .modal, .be, .have])
        {
            return .adverb
        }
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
        // "these need to be taken"
        if follower.isForm(of: .need), after + 1 < range.upperBound, tokens[after + 1].is(.to),
            has(after + 2, [.base, .be, .have])
        {
            return .pronoun
        }
        // "This just removes a slot", "This also warns if …"
        if token.is(.this), follower.has(.adverb),
            !follower.has([.adjective, .noun, .determiner]) || follower.is(.only),
            has(after + 1, .thirdPerson), startsObject(after + 2) || followsVerb(after + 2)
        {
            return .pronoun
        }
        // "this allows", "this calls down", but "this call", "these calls"
        if follower.has(.thirdPerson), token.is(.this) || token.is(.that) || token.is(.it) {
            return .pronoun
        }
        return .determiner
    }

    /// "in case it fails"; but "in case of a failure"
    private func opensCase(_ index: Int) -> Bool {
        index + 2 < range.upperBound && tokens[index + 1].is(.case_) && tokens[index + 2].isWord
            && !tokens[index + 2].is(.of)
    }

    func preposition(_ index: Int) -> Tag {
        let token = tokens[index]
        // Particles that end their clause, or stand before an object's determiner, stay prepositions.
        if token.has(.adjective), previous == .determiner, has(index + 1, .noun) { return .adjective }
        if token.is(.in_), opensCase(index) { return .subordinator }
        // "is instead called", but "instead of"
        if token.has(.adverb), index + 1 < range.upperBound, !tokens[index + 1].is(.of) { return .adverb }
        return .preposition
    }

    func to(_ index: Int) -> Tag {
        let after = next(index)
        // "has to recompile": a word that nothing knows is a verb here
        if previous == .have, after < range.upperBound, tokens[after].isWord, tokens[after].word == 0,
            !tokens[after].has([.plural, .symbol, .number])
        {
            return .infinitive
        }
        guard has(after, [.base, .be, .have, .auxiliaryDo]) else { return .preposition }
        // "set to zero"
        if has(after, [.number, .value]), index > range.lowerBound, tokens[index - 1].isForm(of: .set) {
            return .preposition
        }
        if has(after, .noun), after + 1 < range.upperBound {
            // "relative to start of", "access to use" do not occur; "to process the", "to block" do.
            if tokens[after + 1].is(.of) { return .preposition }
        }
        return .infinitive
    }

    func that(_ index: Int) -> Tag {
        // "To do that, the ring …"
        if index + 1 < range.upperBound, tokens[index + 1].mark == .comma, previous == .bare { return .pronoun }
        // "To do that with the lock held, it …"
        if previousIndex >= range.lowerBound, tokens[previousIndex].isForm(of: .do_), has(index + 1, .preposition) {
            return .pronoun
        }
        // "in that case"
        if previous == .preposition, index + 1 < range.upperBound,
            tokens[index + 1].is(.case_) || tokens[index + 1].is(.way)
        {
            return .determiner
        }
        // "only that one"
        if index > range.lowerBound, tokens[index - 1].is(.only), has(index + 1, [.pronoun, .number]) {
            return .determiner
        }
        // "It stays up so that it can be read", "the slots of the ring and that did not exist"
        if index > range.lowerBound, tokens[index - 1].is(.so) { return .subordinator }
        if previous == .conjunction, has(index + 1, [.finite]), !has(index + 1, .noun) { return .relative }
        // "That needs to be done": no plural follows "that".
        if previousIndex < range.lowerBound, has(index + 1, .thirdPerson) { return .pronoun }
        switch previous {
        case .noun, .symbol, .pronoun, .number, .determiner: return .relative
        case .verb, .bare, .imperative, .past, .participle, .ing, .adjective, .be, .have: return .subordinator
        case .conjunction, .adverb: return .subordinator
        // "in that", "except that", "It turns out that"
        case .preposition
        where tokens[previousIndex].is(.in_) || tokens[previousIndex].is(.except)
            || tokens[previousIndex].is(.out) && (lastVerb == .verb || lastVerb == .bare):
            return .subordinator
        default:
            if has(index + 1, [.base, .thirdPerson, .modal, .be]), previous == .mark,
                followsVerb(index + 2) || has(index + 1, [.modal, .be]),
                previousIndex >= range.lowerBound, tokens[previousIndex].mark == .comma
            {
                return .relative
            }
            return has(index + 1, [.noun, .adjective]) ? .determiner : .pronoun
        }
    }

    func relative(_ index: Int) -> Tag {
        let token = tokens[index]
        // "where the node is placed": what a parameter is.
        if previousIndex < range.lowerBound, namesThing { return .subordinator }
        if token.is(.where_) {
            return previous == .noun || previous == .symbol || previous == .mark ? .relative : .subordinator
        }
        if token.is(.what) { return .subordinator }
        if token.is(.which), atClauseStart, has(index + 1, .noun), previousIndex < range.lowerBound {
            return .determiner
        }
        return .relative
    }

    /// The second one of "as long as", "as soon as".
    private func isAsLong(_ index: Int) -> Bool {
        index > range.lowerBound + 1 && tokens[index - 2].is(.as)
            && (tokens[index - 1].is(.long) || tokens[index - 1].is(.soon))
    }

    /// "Should the ring be full, readers have to wait": an "if", with the main clause behind the comma.
    func isInvertedCondition(_ index: Int) -> Bool {
        guard index == range.lowerBound, has(index + 1, [.determiner, .pronoun, .symbol, .noun]),
            tokens[range.upperBound - 1].mark != .question,
            let comma = (index + 2..<min(range.upperBound, index + Self.horizon)).first(where: {
                tokens[$0].mark == .comma
            })
        else { return false }
        return finiteAhead(comma)
    }

    func subordinator(_ index: Int) -> Tag {
        let token = tokens[index]
        if token.is(.because), index + 1 < range.upperBound, tokens[index + 1].is(.of) { return .preposition }
        if token.is(.as) {
            // "As such it is …", "As of now it is …"
            if index + 1 < range.upperBound, tokens[index + 1].is(.such) || tokens[index + 1].is(.of) {
                return .preposition
            }
            // "As a result the ring …"
            if index + 2 < range.upperBound, tokens[index + 1].tag != .mark, tokens[index + 1].has(.determiner),
                tokens[index + 2].is(.result) || tokens[index + 2].is(.consequence)
            {
                return .preposition
            }
            // "As part of the walk it is …"
            if has(index + 1, .noun), has(index + 2, .preposition), tokens[index + 2].is(.of) { return .preposition }
            // "As soon as it is …": the second one begins the clause.
            if index + 2 < range.upperBound, tokens[index + 1].is(.soon) || tokens[index + 1].is(.long),
                tokens[index + 2].is(.as)
            {
                return .adverb
            }
            if index + 1 < range.upperBound, tokens[index + 1].has(.adverb), tokens[index + 1].has(.adjective) {
                return .adverb
            }
            let opens = previousIndex < range.lowerBound || tokens[previousIndex].mark == .comma
            // "as it can be moved"
            let hasSubject =
                has(index + 1, .pronoun) && !has(index + 1, .determiner) && has(index + 2, .finite)
            // "as long as the ring is there"
            let isBound = isAsLong(index) && finiteAhead(index)
            // "As soon as the ring is up"
            let isInitial = isAsLong(index) && index == range.lowerBound + 2
            return isInitial || isBound || hasSubject || opens && finiteAhead(index) ? .subordinator : .preposition
        }
        if token.is(.once) {
            let after = index + 1
            guard after < range.upperBound, tokens[after].isWord else { return .adverb }
            // "Maps it once more, the caller …"
            if tokens[after].is(.more) { return .adverb }
            return tokens[after].has([.determiner, .pronoun, .noun, .symbol, .ing, .adjective])
                && !tokens[after].has(.preposition)
                ? .subordinator : .adverb
        }
        if token.is(.provided) {
            let opens = previousIndex < range.lowerBound || tokens[previousIndex].mark == .comma
            return opens
                && (has(index + 1, [.determiner, .pronoun])
                    || index + 1 < range.upperBound && tokens[index + 1].is(.that))
                ? .subordinator : participle(index)
        }
        // "Since Linux 4.2 they are …"
        if token.is(.since), has(index + 1, .noun), !finiteAhead(index) || has(index + 2, .number) {
            return .preposition
        }
        if token.is(.before) || token.is(.after), previous == .adverb { return .adverb }
        // "As before, the ring must …"
        if token.is(.before), index + 1 < range.upperBound, tokens[index + 1].mark == .comma { return .adverb }
        if token.is(.before) || token.is(.after), standsAlone(index) { return .adverb }
        return .subordinator
    }

    /// "Using it before and after is always required": either word, and nothing that it comes before or after.
    private func standsAlone(_ index: Int) -> Bool {
        func isTime(_ at: Int) -> Bool {
            at >= range.lowerBound && at < range.upperBound && (tokens[at].is(.before) || tokens[at].is(.after))
        }
        func isAnd(_ at: Int) -> Bool {
            at >= range.lowerBound && at < range.upperBound && tokens[at].has(.conjunction)
        }
        var end = index + 1
        if isAnd(index + 1), isTime(index + 2) {
            end = index + 3
        } else if !(isAnd(index - 1) && isTime(index - 2)) {
            return false
        }
        return end >= range.upperBound || tokens[end].mark != .none || tokens[end].has([.be, .modal])
    }
}
