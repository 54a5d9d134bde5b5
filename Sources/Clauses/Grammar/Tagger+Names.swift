/// Words that could begin an imperative, and name something instead.
extension Tagger {
    /// "order: the order of the pages": what the rest explains, in a list without marks.
    func isEntry(_ index: Int) -> Bool {
        index == range.lowerBound && index + 1 < range.upperBound && tokens[index + 1].mark == .colon
            && !tokens[index].has(.returning)
    }

    /// "begin of an access", "begin and end of it": a verb that changes something takes its object without "of", so what
    /// stands there is a noun. "OF" is a name.
    func isNamedByOf(_ index: Int) -> Bool {
        guard tokens[index].has(.effect) else { return false }
        let isJoined = has(index + 1, .conjunction) && has(index + 2, .effect) && has(index + 2, .base)
        let of = isJoined ? index + 3 : index + 1
        return of < range.upperBound && tokens[of].is(.of) && !tokens[of].shape.contains(.allCapitals)
    }

    /// "WRITE block 1"
    func isShouted(_ index: Int) -> Bool {
        tokens[index].shape.contains(.allCapitals) && index + 1 < range.upperBound
            && !tokens[index + 1].shape.contains(.allCapitals) && tokens[index + 1].tag != .symbol
            && !startsObject(index + 1)
    }

    /// "Display Controller"
    func isTitle(_ index: Int) -> Bool {
        index == range.lowerBound && range.count <= 5 && index + 1 < range.upperBound
            && tokens[index + 1].shape.contains(.capitalised) && tokens[index + 1].tag != .symbol
            && !startsObject(index + 1) && tokens[range.upperBound - 1].isWord
    }

    /// "include/ring/ring.h", but "read/write"
    func isPath(_ index: Int) -> Bool {
        index + 3 < range.upperBound && tokens[index + 1].mark == .slash && tokens[index + 3].mark == .slash
            && !tokens[index + 1].shape.contains(.spaced)
    }

    /// "Author: Mark Smith"
    func isSurnamed(_ index: Int) -> Bool {
        index > range.lowerBound && tokens[index - 1].mark == .colon && index + 1 < range.upperBound
            && tokens[index].shape.contains(.capitalised) && tokens[index + 1].shape.contains(.capitalised)
            && tokens[index + 1].word == 0
    }

    /// "Page tables map addresses": behind the plural stands the verb.
    func headsPlural(_ index: Int) -> Bool {
        has(index + 1, .plural) && has(index + 2, .base) && !has(index + 2, [.preposition, .adjective, .adverb])
            && (!has(index + 2, .noun) || startsObject(index + 3))
    }

    /// "reset handler", "poll routine for …": the first words name a helper instead of telling what it does.
    func namesHelper(_ index: Int) -> Bool {
        guard tokens[index].has(.noun) || tokens[index].has(.adjective) else { return false }
        // "register receive callback", "call notifier functions in a chain": callbacks are what it takes.
        if tokens[index].is(.register) || tokens[index].is(.call) && has(index + 1, .noun) { return false }
        // "Hook for …"
        if tokens[index].has(.helper), has(index + 1, .preposition), !has(index + 1, .determiner) { return true }
        var at = index + 1
        while at < range.upperBound, at < index + 4, tokens[at].isWord,
            !tokens[at].has([.preposition, .determiner, .subordinator])
        {
            if tokens[at].has(.helper) {
                let next = at + 1
                // "read firmware version to a buffer": before "to" stands what is read.
                return next >= range.upperBound || !tokens[next].isWord
                    || tokens[next].has([.preposition, .subordinator])
                        && (!tokens[next].is(.to) || tokens[at].has(.running))
            }
            at += 1
        }
        return false
    }
}
