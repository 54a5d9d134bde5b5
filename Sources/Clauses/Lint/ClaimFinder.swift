import KernelDoc

/// Takes from a clause what another one could contradict. Only what holds without a condition is taken, and only
/// where it is plain what the clause is about.
struct ClaimFinder {
    let prose: Prose

    /// The claims of one clause, which stands for `record` in the sentence that `reader` holds.
    func claims(_ clause: Clause, _ record: ClauseRecord, _ reader: borrowing SentenceReader) -> [Claim] {
        let isFree = clause.condition == nil && record.tokens.allSatisfy { !reader.tokens[$0].is(.only) }
        let isFunction = clause.block.kind == .function || clause.block.kind == .macro
        let isDefined = isFunction && clause.source.file.hasSuffix(".c")
        var claims: [Claim] = []
        func claim(_ kind: Claim.Kind, _ topic: Claim.Topic, _ holds: Bool) {
            claims.append(
                Claim(
                    kind: kind, topic: topic, isOfDefinition: isDefined, holds: holds, source: clause.source,
                    text: clause.text))
        }
        if let symbol = documented(clause) {
            // That it can fail at all, or give NULL back, is what counts, whatever the condition.
            if namesFailure(clause) { claim(.failure, "the failure of \(symbol)", true) }
            if givesNull(clause, record, reader) { claim(.null, "what \(symbol) returns", true) }
        }
        if let argument = ignoredNull(clause, record, reader) { claim(.null, .init(words: argument), true) }
        guard isFree else { return claims }
        if let symbol = documented(clause) {
            if let isMandatory = presence(clause, record, reader) {
                claim(.presence, "the presence of \(symbol)", isMandatory)
            }
            if let sleeps = sleeping(clause, record, reader) { claim(.sleeping, "sleeping in \(symbol)", sleeps) }
            if let call = calledFrom(clause, record, reader) {
                for context in call.contexts {
                    claim(.context, "calls of \(symbol) from \(context) context", call.holds)
                }
            }
            if neverFails(record, reader) { claim(.failure, "the failure of \(symbol)", false) }
            if neverGivesNull(record, reader) { claim(.null, "what \(symbol) returns", false) }
            if let lock = lock(record, reader) {
                claim(.lock, "whether \(lock.name) is held when \(symbol) is called", lock.isHeld)
                return claims
            }
        }
        if let null = null(clause, record, reader) { claim(.null, .init(words: null.topic), null.holds) }
        if let state = state(clause, record, reader) { claim(.state, state.topic, state.holds) }
        if let duty = duty(clause, record, reader) { claim(.duty, duty.topic, duty.holds) }
        return claims
    }

    // MARK: What a clause is about

    /// The function, callback or member that the clause documents, or nil in running text.
    func documented(_ clause: Clause) -> String? {
        guard let symbol = clause.block.symbol else { return nil }
        let isFunction = clause.block.kind == .function || clause.block.kind == .macro
        if isFunction { return clause.block.member == nil ? symbol + "()" : nil }
        return clause.block.member.map { "\(symbol).\($0)" }
    }

    /// The subject is the thing that is documented: left out, a pronoun, or "this function".
    func isAboutIt(_ group: VerbGroup, _ reader: borrowing SentenceReader) -> Bool {
        guard group.subject >= 0 else { return group.mood != .imperative }
        let subject = reader.tokens[group.subject]
        if subject.has(.pronoun) { return true }
        return subject.has(.thing) && group.subject > 0 && reader.tokens[group.subject - 1].is(.this)
    }

    /// The subject as a topic: a symbol stands for itself anywhere, a name of several words within its file, one word only
    /// within its block.
    private func subject(_ clause: Clause, _ group: VerbGroup, _ reader: borrowing SentenceReader) -> Claim.Topic? {
        if isAboutIt(group, reader) { return documented(clause).map { .init(words: $0) } }
        guard group.subject >= 0 else { return nil }
        let head = reader.tokens[group.subject]
        if head.tag == .symbol { return prose.string(head).split(separator: "(").first.map { .init(words: "\($0)") } }
        guard head.tag == .noun else { return nil }
        var words = [prose.word(head)]
        var at = group.subject - 1
        while at >= 0,
            reader.tokens[at].tag == .noun || reader.tokens[at].tag == .adjective
                || reader.tokens[at].tag == .symbol
        {
            words.insert(prose.word(reader.tokens[at]), at: 0)
            at -= 1
        }
        // Behind a preposition stands another thing's part: "the size of the ring".
        if at >= 0, reader.tokens[at].tag == .preposition { return nil }
        if at >= 1, reader.tokens[at].tag == .determiner, reader.tokens[at - 1].tag == .preposition { return nil }
        let isRunningText = clause.block.symbol == nil && words.count > 1
        let place = [
            clause.source.file, clause.block.symbol, clause.block.member, isRunningText ? nil : clause.block.title,
        ]
        return .init(
            words: "the " + words.joined(separator: " "), scope: place.compactMap(\.self).joined(separator: "\n"))
    }

    // MARK: What it claims

    /// "This callback is optional", "and it is mandatory", "every driver must provide it".
    private func presence(_ clause: Clause, _ record: ClauseRecord, _ reader: borrowing SentenceReader) -> Bool? {
        guard clause.block.member != nil else { return nil }
        if let isProvided = provision(record, reader) { return isProvided }
        guard record.match >= 0 else { return nil }
        let match = reader.matches[record.match]
        let cue = reader.grammar.cueMatcher.cues[match.cue].name
        guard cue.hasPrefix("optional") || cue.hasPrefix("mandatory"), !isQualified(match, record, reader) else {
            return nil
        }
        return clause.modality == .obligation
    }

    /// "Drivers must implement this callback", "it need not be provided".
    private func provision(_ record: ClauseRecord, _ reader: borrowing SentenceReader) -> Bool? {
        guard record.group >= 0 else { return nil }
        let group = reader.groups[record.group]
        let head = reader.tokens[group.head]
        guard head.isForm(of: .provide) || head.isForm(of: .implement), !group.isNever,
            reader.segments[Int(group.segment)].kind.stands
        else { return nil }
        let object = words(behind: group, record, reader)
        let isOfIt = group.isPassive ? object.isEmpty && isAboutIt(group, reader) : Self.callbacks.contains(object)
        guard isOfIt else { return nil }
        switch group.power {
        case .needNot: return false
        case .need: return !group.isNegated
        case .must, .shall: return group.isNegated ? nil : true
        default: return nil
        }
    }

    private static let callbacks: Set<[String]> = [
        ["it"], ["this", "callback"], ["this", "hook"], ["this", "method"], ["this", "operation"],
        ["this", "function"],
    ]

    /// "optional for …", "mandatory when …", "(optional, …)": holds in some cases only.
    private func isQualified(_ match: CueMatch, _ record: ClauseRecord, _ reader: borrowing SentenceReader) -> Bool {
        if reader.tokens[match.end - 1].tag == .preposition { return true }
        guard match.end < record.tokens.upperBound else { return false }
        let next = reader.tokens[match.end].tag
        return next == .preposition || next == .subordinator || next == .noun
    }

    /// "-EBUSY if it is full", "a negative error code otherwise", in a section on the result.
    private func namesFailure(_ clause: Clause) -> Bool {
        guard clause.modality == .outcome, clause.block.section != nil else { return false }
        let sentence = clause.sentence.lowercased()
        return !clause.errors.isEmpty || ["negative err", "error code", "-errno"].contains(where: sentence.contains)
    }

    /// "Never fails", "this function always succeeds", "always returns 0".
    private func neverFails(_ record: ClauseRecord, _ reader: borrowing SentenceReader) -> Bool {
        guard record.group >= 0 else { return false }
        let group = reader.groups[record.group]
        let head = reader.tokens[group.head]
        guard isAboutIt(group, reader), reader.segments[Int(group.segment)].kind == .main else { return false }
        let rest = words(behind: group, record, reader)
        if head.isForm(of: .fail) { return (group.isNever || group.isNegated) && rest.isEmpty }
        let isAlways = record.tokens.contains { reader.tokens[$0].is(.always) } && !group.isNegated && !group.isNever
        if prose.word(head).hasPrefix("succeed") { return isAlways && rest.isEmpty }
        return head.has(.returning) && !group.isPassive && isAlways && (rest == ["0"] || rest == ["zero"])
    }

    func words(in tokens: Range<Int>, _ reader: borrowing SentenceReader) -> [String] {
        tokens.filter { reader.tokens[$0].isWord }.map { prose.word(reader.tokens[$0]) }
    }

    /// The words of the clause behind its verb.
    func words(behind group: VerbGroup, _ record: ClauseRecord, _ reader: borrowing SentenceReader) -> [String] {
        words(in: group.end..<max(group.end, record.tokens.upperBound), reader)
    }

    /// "The mapping is coherent", "has to be incoherent", "is mapped non-coherent", "is kept in coherent memory", "is
    /// coherent memory".
    private func state(_ clause: Clause, _ record: ClauseRecord, _ reader: borrowing SentenceReader)
        -> (topic: Claim.Topic, holds: Bool)?
    {
        guard record.group >= 0 else { return nil }
        let group = reader.groups[record.group]
        let isDuty = group.power == .must || group.power == .need || group.power == .shall
        guard group.power == .none || isDuty, !group.isOnly, !group.isNever,
            reader.segments[Int(group.segment)].kind.stands, let word = stateWord(group, record, reader),
            let state = AntonymTable.state(word), var topic = subject(clause, group, reader)
        else { return nil }
        topic.words = "whether \(topic.words) is \(state.pair)"
        return (topic, state.isFirst != (group.isNegated != group.subjectNegated))
    }

    /// The word for a state that the clause ends with, since "valid until …", "safe to …" hold in some cases only; what a
    /// thing lies in has that state, too.
    private func stateWord(_ group: VerbGroup, _ record: ClauseRecord, _ reader: borrowing SentenceReader) -> String? {
        let rest = (group.end..<max(group.end, record.tokens.upperBound)).prefix { reader.tokens[$0].tag != .mark }
        var words = words(in: rest, reader)[...]
        // "is uncached" ends with its own participle.
        guard !words.isEmpty else { return group.isPassive ? prose.word(reader.tokens[group.head]) : nil }
        if let last = words.last, Self.places.contains(last) {
            words = words.dropLast()
            if let first = words.first, first == "in" || first == "from" {
                words = words.dropFirst()
            } else if !group.isCopula {
                return nil
            }
        } else if !group.isCopula && !group.isPassive {
            return nil
        }
        return words.count == 1 ? words.first : nil
    }

    private static let places: Set<String> = ["memory", "storage", "mapping", "mappings"]

    /// "must hold the lock", "must not hold the lock".
    private func duty(_ clause: Clause, _ record: ClauseRecord, _ reader: borrowing SentenceReader)
        -> (topic: Claim.Topic, holds: Bool)?
    {
        guard record.group >= 0, clause.modality == .obligation || clause.modality == .prohibition else { return nil }
        let group = reader.groups[record.group]
        guard group.power == .must || group.power == .shall || group.power == .need, !group.isCopula, !group.isNever,
            reader.segments[Int(group.segment)].kind.stands
        else { return nil }
        let rest = record.tokens.clamped(to: group.end..<max(group.end, record.tokens.upperBound))
        var words: [String] = []
        for index in rest where reader.tokens[index].isWord {
            if !reader.tokens[index].has(.stop) { words.append(prose.word(reader.tokens[index])) }
        }
        // What somebody does with a function's name is the same everywhere.
        let namesFunction = rest.contains { reader.tokens[$0].tag == .symbol }
        let party = namesFunction && group.party >= 0 ? Claim.Topic(words: "the \(clause.bearer)") : nil
        let usual = documented(clause).map { Claim.Topic(words: $0) }
        guard var topic = party ?? subject(clause, group, reader) ?? usual, words.count < 12 else { return nil }
        let verb = prose.word(reader.tokens[group.head])
        guard !words.isEmpty || group.isPassive else { return nil }
        let place = documented(clause) ?? (namesFunction ? "" : clause.block.title ?? "")
        topic.words = "whether \(topic.words) must \(([verb] + words).joined(separator: " "))"
        topic.scope += "\n" + place
        return (topic, clause.modality == .obligation)
    }
}
