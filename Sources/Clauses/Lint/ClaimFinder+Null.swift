extension ClaimFinder {
    /// Whether a parameter may be NULL: "@ring must not be NULL", and in its own description "may be NULL".
    func null(_ clause: Clause, _ record: ClauseRecord, _ reader: borrowing SentenceReader) -> (
        topic: String, holds: Bool
    )? {
        guard record.group >= 0, clause.block.kind == .function || clause.block.kind == .macro else { return nil }
        if let ensured = ensuredNonNull(clause, record, reader) {
            return argument(ensured, of: clause).map { ($0, false) }
        }
        let group = reader.groups[record.group]
        let rest = words(behind: group, record, reader)
        guard group.isCopula, !group.isNever, reader.segments[Int(group.segment)].kind.stands,
            let topic = argument(subject(group, reader), of: clause)
        else { return nil }
        let isDuty = group.power == .must || group.power == .shall
        let isLeave = group.power == .may || group.power == .can
        if rest == ["null"], isDuty || isLeave {
            return isDuty == group.isNegated || isLeave ? (topic, !group.isNegated) : nil
        }
        let isNonNull = rest == ["non-null"] || rest == ["nonnull"] || rest == ["not", "null"]
        return isDuty && !group.isNegated && isNonNull ? (topic, false) : nil
    }

    /// The topic of "does nothing if @ring is NULL", by which NULL may be given.
    func ignoredNull(_ clause: Clause, _ record: ClauseRecord, _ reader: borrowing SentenceReader) -> String? {
        guard record.match >= 0, clause.block.kind == .function || clause.block.kind == .macro,
            reader.grammar.cueMatcher.cues[reader.matches[record.match].cue].name == "does-nothing"
        else { return nil }
        let words = words(in: record.tokens, reader)
        guard let last = words.last, last == "null", words.count > 3, words[words.count - 2] == "is",
            ["if", "when"].contains(words[words.count - 4])
        else { return nil }
        return argument(words[words.count - 3], of: clause)
    }

    /// "The caller must make sure that @ring is not NULL".
    private func ensuredNonNull(
        _ clause: Clause, _ record: ClauseRecord, _ reader: borrowing SentenceReader
    ) -> String? {
        guard clause.modality == .obligation else { return nil }
        let words = words(in: record.tokens, reader)
        let end = words.suffix(3)
        guard words.contains("sure") || words.contains("ensure"), words.count > 4, Array(end) == ["is", "not", "null"]
        else { return nil }
        return words[words.count - 4]
    }

    private func subject(_ group: VerbGroup, _ reader: borrowing SentenceReader) -> String? {
        group.subject >= 0 && !reader.tokens[group.subject].has(.pronoun)
            ? prose.word(reader.tokens[group.subject]) : nil
    }

    /// In its own description a parameter goes without its name, or by what it is: "the ring, may be NULL".
    private func argument(_ name: String?, of clause: Clause) -> String? {
        guard let function = clause.block.symbol, let name = clause.block.member ?? name else { return nil }
        return "whether \(name.lowercased()) of \(function)() may be NULL"
    }

    // MARK: What is returned

    /// "Never returns NULL."
    func neverGivesNull(_ record: ClauseRecord, _ reader: borrowing SentenceReader) -> Bool {
        guard record.group >= 0 else { return false }
        let group = reader.groups[record.group]
        return reader.tokens[group.head].has(.returning) && !group.isPassive && (group.isNever || group.isNegated)
            && isAboutIt(group, reader) && reader.segments[Int(group.segment)].kind == .main
            && words(behind: group, record, reader) == ["null"]
    }

    /// "Returns NULL if …", and in a section on the result "the slot, or NULL if …".
    func givesNull(_ clause: Clause, _ record: ClauseRecord, _ reader: borrowing SentenceReader) -> Bool {
        guard clause.modality == .outcome, !record.isNegated else { return false }
        let words = words(in: record.tokens, reader)
        guard let place = words.firstIndex(of: "null") else { return false }
        if clause.block.section != nil { return place == 0 || ["or", "returns", "return"].contains(words[place - 1]) }
        guard record.group >= 0 else { return false }
        let group = reader.groups[record.group]
        return reader.tokens[group.head].has(.returning) && !group.isPassive && isAboutIt(group, reader)
            && self.words(behind: group, record, reader).first == "null"
    }
}
