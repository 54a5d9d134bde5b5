import KernelDoc

/// Finds duties in running text for which nobody is named. Whether somebody is can be told only at the end, since a later
/// sentence of the section may do it.
struct DutyFinder {
    /// A DOC section with all the parts that its titles cut it into, or what stands under one heading of a book.
    private struct Place: Hashable {
        var kind: Prose.Block.Kind
        var title: String?
        var symbol: String?
        var member: String?
    }

    private let prose: Prose
    private let isUserspaceInterface: Bool
    private var unborne: [(place: Place, finding: LintFinding)] = []
    private var placesWithActor: Set<Place> = []

    init(document: Document) {
        prose = document.prose
        isUserspaceInterface = document.isUserspaceInterface
    }

    /// The duties at whose place nobody was named.
    var findings: [LintFinding] { unborne.filter { !placesWithActor.contains($0.place) }.map(\.finding) }

    private func place(_ block: Prose.Block) -> Place {
        Place(kind: block.kind, title: block.title, symbol: block.symbol, member: block.member)
    }

    /// Takes note of who is named in a sentence.
    mutating func look(
        at sentence: SentenceCutter.Sentence, _ record: ClauseRecord, _ reader: borrowing SentenceReader
    ) {
        let namesParty = sentence.tokens.contains { index in
            reader.tokens[index].party != 0 || namesAgent(at: index, sentence, reader)
                || Self.actors.contains(prose.word(reader.tokens[index]))
        }
        let namesActor = record.group >= 0 && namesActor(reader.groups[record.group], reader)
        if namesParty || namesActor { placesWithActor.insert(place(prose.blocks[record.block])) }
    }

    mutating func take(_ clause: Clause, _ record: ClauseRecord, _ reader: borrowing SentenceReader) {
        guard clause.modality == .obligation || clause.modality == .prohibition, record.group >= 0,
            clause.block.kind == .doc, !isUserspaceInterface
        else { return }
        let group = reader.groups[record.group]
        guard group.isPassive, group.party < 0,
            group.power == .must || group.power == .shall || saysNeedsTo(group, reader),
            reader.segments[Int(group.segment)].kind.stands, !reader.tokens[group.head].is(.called),
            !isOfFormat(group, reader), !namesCall(record, group, reader), !reader.namesAgent(record, group)
        else { return }
        let finding = LintFinding(kind: .dutyWithoutBearer, source: clause.source, text: clause.quotation)
        unborne.append((place(clause.block), finding))
    }

    // MARK: Who is named

    /// "The scheduler must wake it": whoever that is, the section tells who acts in it.
    private func namesActor(_ group: VerbGroup, _ reader: borrowing SentenceReader) -> Bool {
        guard group.power == .must || group.power == .shall || group.power == .need, !group.isPassive, !group.isCopula,
            group.subject >= 0
        else { return false }
        let subject = reader.tokens[group.subject]
        return (subject.tag == .noun || subject.tag == .symbol) && !subject.has([.pronoun, .thing])
    }

    /// "by the firmware"; but "by writing it"
    private func namesAgent(
        at index: Int, _ sentence: SentenceCutter.Sentence, _ reader: borrowing SentenceReader
    ) -> Bool {
        guard reader.tokens[index].is(.by), index + 1 < sentence.tokens.upperBound else { return false }
        switch reader.tokens[index + 1].tag {
        case .ing, .number, .mark: return false
        default: return true
        }
    }

    /// Those who act in a text that has no driver and no caller.
    private static let actors: Set<String> = [
        "reader", "readers", "writer", "writers", "producer", "producers", "consumer", "consumers", "sender", "senders",
        "receiver", "receivers", "host", "firmware", "guest", "client", "clients", "server",
    ]

    // MARK: What is a duty of somebody

    /// "The reply must be sent as …" tells of a format: whoever sends it keeps to it.
    private func isOfFormat(_ group: VerbGroup, _ reader: borrowing SentenceReader) -> Bool {
        group.subject >= 0 && Self.sent.contains(prose.word(reader.tokens[group.subject]))
    }

    private static let sent: Set<String> = [
        "message", "messages", "reply", "replies", "response", "responses", "packet", "packets", "frame", "frames",
        "field", "fields", "bit", "bits", "byte", "bytes", "value", "values",
    ]

    /// "must be set up using ring_init()": it falls to who has it.
    private func namesCall(_ record: ClauseRecord, _ group: VerbGroup, _ reader: borrowing SentenceReader) -> Bool {
        (group.end..<max(group.end, record.tokens.upperBound)).contains { index in
            reader.tokens[index].tag == .symbol && index > 0
                && ["using", "with", "via", "through"].contains(prose.word(reader.tokens[index - 1]))
        }
    }

    /// "needs to be", "has to be"; "is required to be" may tell of a machine.
    private func saysNeedsTo(_ group: VerbGroup, _ reader: borrowing SentenceReader) -> Bool {
        group.power == .need && group.powerToken >= 0
            && (reader.tokens[group.powerToken].isForm(of: .need) || reader.tokens[group.powerToken].has(.have))
    }
}
