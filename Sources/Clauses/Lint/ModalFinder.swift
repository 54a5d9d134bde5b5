import KernelDoc

/// Finds “may not” where one reader takes it for forbidden, and another for what might not happen.
struct ModalFinder {
    let prose: Prose
    let roles: PartyRoles

    func finding(_ clause: Clause, _ record: ClauseRecord, _ reader: borrowing SentenceReader) -> LintFinding? {
        guard record.group >= 0 else { return nil }
        let group = reader.groups[record.group]
        guard group.power == .may, group.isNegated, !group.isNever, group.inner == .none,
            clause.modality == .prohibition, reader.segments[Int(group.segment)].kind.stands
        else { return nil }
        // "may or may not"
        guard group.start < 2 || !reader.tokens[group.start - 1].is(.or) else { return nil }
        // "may be not connected"
        let behind = record.tokens.clamped(to: group.start + 1..<group.start + 3)
        guard let negation = behind.first(where: { reader.tokens[$0].tag == .negation }),
            // "may neither wait nor sleep"
            !reader.tokens[negation].is(.neither),
            !isStressed(reader.tokens[negation]), !hasReason(group, record, reader),
            !tellsOfHappening(group, record, reader),
            !isDeed(group, reader), !standsBesideFreedom(reader), isProhibited(record, group, reader)
        else { return nil }
        return LintFinding(kind: .ambiguousModal, source: clause.source, text: clause.quotation)
    }

    // MARK: What settles it

    /// "may NOT", "may _not_", "may **not**": who stresses it forbids.
    private func isStressed(_ token: Token) -> Bool {
        let written = prose.string(token)
        if written == "NOT" || written.hasPrefix("_") { return true }
        let (start, end) = (Int(token.start), Int(token.end))
        let next = prose.spans.partitioningIndex { $0.range.lowerBound >= start }
        return prose.spans[next...].first.map {
            $0.range == start..<end && ($0.kind == .strong || $0.kind == .emphasis)
        } ?? false
    }

    /// "so it may not sleep", "may not block, as …", "Hence it may not …": what follows from a reason is not left to chance.
    private func hasReason(_ group: VerbGroup, _ record: ClauseRecord, _ reader: borrowing SentenceReader) -> Bool {
        if reader.segments[Int(group.segment)].isConsequence { return true }
        if reader.segments.contains(where: { $0.kind == .reason }) { return true }
        let first = reader.segments[Int(group.segment)].start
        return (first..<max(first, group.start)).prefix(2).contains {
            Self.consequences.contains(prose.word(reader.tokens[$0]))
        }
    }

    private static let consequences: Set<String> = ["so", "hence", "thus", "therefore", "consequently"]

    /// "May not always …", "may no longer be valid", "may not be enabled": plainly what merely happens.
    private func tellsOfHappening(
        _ group: VerbGroup, _ record: ClauseRecord, _ reader: borrowing SentenceReader
    ) -> Bool {
        record.tokens.clamped(to: group.start..<group.end + 8).contains {
            reader.tokens[$0].has(.possibility) || HappeningTable.set.contains(prose.word(reader.tokens[$0]))
        }
    }

    /// "May not be called", "may not be mixed": what somebody does on purpose does not merely happen not to be done, and
    /// nobody takes the words for that.
    private func isDeed(_ group: VerbGroup, _ reader: borrowing SentenceReader) -> Bool {
        group.isPassive && DeedTable.set.contains(prose.word(reader.tokens[group.head]))
    }

    /// "You may have old rings, or they may not be filled", "may not be there and may return -EIO", "drivers may sleep in it
    /// but may not take the lock": what the other "may" says settles this one, either way.
    private func standsBesideFreedom(_ reader: borrowing SentenceReader) -> Bool {
        reader.groups.contains { $0.power == .may && !$0.isNegated && !$0.isNever && !$0.isPassive }
    }

    /// Somebody, or a part of the interface, is kept from something; not "some devices", "many boards".
    private func isProhibited(_ record: ClauseRecord, _ group: VerbGroup, _ reader: borrowing SentenceReader) -> Bool {
        guard !speaksOfSome(record, reader), !(group.isPassive && group.party < 0 && reader.namesAgent(record, group))
        else { return false }
        // "The core may not choose it": what the core does not do merely does not happen.
        if roles.isFramework(group.party), !group.isPassive, !reader.tokens[group.head].has(.blocking) { return false }
        guard group.party < 0, !group.isPassive, group.subject >= 0 else { return true }
        return reader.tokens[group.head].has(.blocking)
            && reader.tokens[group.subject].has([.pronoun, .symbol, .thing])
    }

    /// "some devices", "many boards".
    private func speaksOfSome(_ record: ClauseRecord, _ reader: borrowing SentenceReader) -> Bool {
        record.tokens.contains { index in
            let token = reader.tokens[index]
            return token.is(.some) || token.is(.many) || token.is(.most) || token.is(.few) || token.is(.several)
        }
    }
}
