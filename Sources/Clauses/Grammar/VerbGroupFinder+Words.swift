/// Reading on from a group's first word to its head: "need not be called", word by word.
extension VerbGroupFinder {
    func read(_ walk: inout VerbGroupWalk) {
        reading: while walk.at < walk.range.upperBound {
            switch step(&walk) {
            case .takes:
                walk.at += 1
                walk.group.end = walk.at
            case .passes: walk.at += 1
            case .completes: return
            case .ends: break reading
            }
        }
        walk.group.isCopula = walk.sawBe
    }

    @inline(__always)
    private func step(_ walk: inout VerbGroupWalk) -> VerbGroupWalk.Step {
        switch walk.token.tag {
        case .adverb: adverb(&walk)
        case .negation: negation(&walk)
        case .modal: modal(&walk)
        case .auxiliaryDo: auxiliaryDo(&walk)
        case .be: be(&walk)
        case .have: have(&walk)
        case .participle, .past, .adjective: predicate(&walk)
        case .ing: progressive(&walk)
        case .verb, .imperative, .bare: verb(&walk)
        case .pronoun: pronoun(&walk)
        case .infinitive: infinitive(&walk)
        default: .ends
        }
    }

    private func adverb(_ walk: inout VerbGroupWalk) -> VerbGroupWalk.Step {
        if walk.token.is(.only) { walk.group.isOnly = true }
        return .passes
    }

    /// "must not", and a never before the head; "not" behind the head belongs to what follows.
    private func negation(_ walk: inout VerbGroupWalk) -> VerbGroupWalk.Step {
        if walk.at + 1 < walk.range.upperBound, walk.tokens[walk.at + 1].is(.only) {
            walk.at += 1
            return .passes
        }
        // "is guaranteed not to run", "to never run": what is guaranteed is negated.
        guard walk.group.power != .guaranteed else { return .passes }
        walk.group.isNegated.toggle()
        if walk.token.is(.never) { walk.group.isNever = true }
        return .passes
    }

    private func modal(_ walk: inout VerbGroupWalk) -> VerbGroupWalk.Step {
        let token = walk.token
        // "A name that is too long will be cut": another verb.
        if walk.sawBe { return .ends }
        walk.setPower(modals[Int(token.word)], at: walk.at)
        if token.has(.negation) || token.is(.cannot) { walk.group.isNegated.toggle() }
        walk.group.head = walk.at
        return .takes
    }

    private func auxiliaryDo(_ walk: inout VerbGroupWalk) -> VerbGroupWalk.Step {
        let token = walk.token
        if token.has(.negation) { walk.group.isNegated.toggle() }
        if token.is(.did) || token.word != 0 && token.has(.past) { walk.group.isPast = true }
        walk.group.head = walk.at
        return .takes
    }

    private func be(_ walk: inout VerbGroupWalk) -> VerbGroupWalk.Step {
        let token = walk.token
        walk.sawBe = true
        if token.has(.negation) { walk.group.isNegated.toggle() }
        if token.is(.was) || token.is(.were) { walk.group.isPast = true }
        walk.group.head = walk.at
        return .takes
    }

    private func have(_ walk: inout VerbGroupWalk) -> VerbGroupWalk.Step {
        if walk.token.has(.negation) { walk.group.isNegated.toggle() }
        walk.group.head = walk.at
        // "has to call"
        if walk.precedesInfinitive { return walk.govern(.need) }
        if endsInNeed(walk) {
            walk.takeHead()
            return walk.govern(.need)
        }
        let next = walk.next
        guard next < walk.range.upperBound, walk.tokens[next].tag == .participle || walk.tokens[next].is(.been) else {
            // "It had a lock."
            if walk.token.is(.had) { walk.group.isPast = true }
            walk.takeHead()
            return .completes
        }
        walk.sawHave = true
        walk.group.isPerfect = true
        return .takes
    }

    /// "is called", "called", "is allowed to", "is ready"
    private func predicate(_ walk: inout VerbGroupWalk) -> VerbGroupWalk.Step {
        let token = walk.token
        if token.tag == .past { walk.group.isPast = true }
        if token.tag == .adjective, !walk.sawBe { return .ends }
        let power = walk.sawBe ? predicates[Int(token.word)] : .none
        if power != .none {
            let governs = walk.precedesInfinitive
            // "is not allowed"; but "is free" tells of no one's freedom.
            let standsAlone = power == .forbidden || power == .allowed && !token.is(.free)
            if governs || standsAlone {
                walk.takeHead()
                if governs { return walk.govern(power) }
                walk.setPower(power, at: walk.at)
                return .completes
            }
        }
        if token.tag == .adjective {
            walk.group.isCopula = true
            walk.group.end = walk.at
            return .completes
        }
        walk.takeHead()
        walk.group.isPassive = walk.sawBe || walk.group.mood == .participle && !walk.sawHave
        return .completes
    }

    /// "is calling", "is being called", "is going to"
    private func progressive(_ walk: inout VerbGroupWalk) -> VerbGroupWalk.Step {
        guard walk.sawBe else { return .ends }
        if walk.token.is(.being) { return .passes }
        walk.takeHead()
        guard predicates[Int(walk.token.word)] == .will, walk.precedesInfinitive else { return .completes }
        return walk.govern(.will)
    }

    private func verb(_ walk: inout VerbGroupWalk) -> VerbGroupWalk.Step {
        walk.takeHead()
        let power = verbs[Int(walk.token.lemma)]
        guard power != .none else { return .completes }
        // "need not call"
        let next = walk.next
        let isBare =
            next > walk.at + 1 && next < walk.range.upperBound && walk.tokens[next].has([.base, .be])
        if isBare || walk.precedesInfinitive || endsInNeed(walk) { return walk.govern(power) }
        return .completes
    }

    /// "may stop it, but need not.", "do not have to.": what is needed was said before.
    private func endsInNeed(_ walk: borrowing VerbGroupWalk) -> Bool {
        guard verbs[Int(walk.token.lemma)] == .need else { return false }
        var at = walk.next
        if at == walk.at + 1 {
            guard at < walk.range.upperBound, walk.tokens[at].is(.to) else { return false }
            at += 1
        } else if !walk.token.isForm(of: .need) || walk.tokens[walk.at + 1].tag != .negation {
            return false
        }
        guard at < walk.range.upperBound else { return true }
        switch walk.tokens[at].mark {
        case .period, .comma, .semicolon, .exclamation, .close: return true
        default: return false
        }
    }

    /// "Only then is it guaranteed": the subject stands inside.
    private func pronoun(_ walk: inout VerbGroupWalk) -> VerbGroupWalk.Step {
        let next = walk.at + 1
        guard walk.sawBe, walk.at == walk.group.start + 1, next < walk.range.upperBound,
            walk.tokens[next].has([.participle, .past, .adjective])
        else { return .ends }
        walk.group.subject = walk.at
        if walk.tokens[next].tag == .past { walk.tokens[next].tag = .participle }
        return .passes
    }

    private func infinitive(_ walk: inout VerbGroupWalk) -> VerbGroupWalk.Step {
        if !walk.governs {
            // "is to be called", "is not to be called"
            let before = walk.tokens[walk.at - 1].tag
            guard walk.sawBe,
                before == .be || before == .negation && walk.tokens[max(walk.at - 2, 0)].tag == .be
            else { return .ends }
            walk.setPower(.beTo, at: walk.at - 1)
        }
        walk.sawBe = false
        walk.governs = false
        return .passes
    }
}
