import KernelDoc
import PlainText
import Promises

/// Looks at each clause while its words are still at hand.
struct LintSink: ClauseSink {
    private let document: Document
    private let finder: ClaimFinder
    private let results: ResultFinder
    private let roles: PartyRoles
    private var writer: ClauseWriter
    private(set) var claims: [Claim] = []
    private var findings: [LintFinding] = []
    /// Duties in running text for which nobody was named, by block; and the blocks that name somebody.
    private var unborne: [(block: Int, finding: LintFinding)] = []
    private var blocksWithParty: Set<Int> = []
    /// Functions of whose result something was found: the rest of what is said of it follows from that.
    private var mismatched: Set<String> = []

    init(document: Document, grammar: Grammar) {
        self.document = document
        roles = grammar.roles
        finder = ClaimFinder(bytes: document.prose.bytes)
        results = ResultFinder(document: document)
        writer = ClauseWriter(document: document, grammar: grammar)
    }

    func finished() -> [LintFinding] {
        findings + unborne.filter { !blocksWithParty.contains($0.block) }.map(\.finding)
    }

    mutating func take(prototype: Range<Int>, name: Range<Int>, unit: Int, block: Int) {}

    mutating func take(
        _ record: ClauseRecord, of sentence: SentenceCutter.Sentence, _ reader: borrowing SentenceReader,
        leadIn: Range<Int>?
    ) {
        for index in sentence.tokens
        where reader.tokens[index].party != 0 || namesAgent(at: index, sentence, reader)
            || Self.actors.contains(word(of: reader.tokens[index]))
        {
            blocksWithParty.insert(record.block)
        }
        if record.group >= 0, namesActor(reader.groups[record.group], reader) { blocksWithParty.insert(record.block) }
        guard record.modality != .informative || record.errorCount > 0 else { return }
        writer.take(record, of: sentence, reader, leadIn: leadIn)
        guard let clause = writer.clauses.last else { return }
        unknownErrors(clause, record)
        guard record.modality != .informative else { return }
        let group = record.group >= 0 ? reader.groups[record.group] : nil
        ambiguousModal(clause, record, group, reader)
        duty(clause, record, group, reader)
        restart(clause, record, group, reader)
        if let finding = results.finding(clause, record, reader), let symbol = clause.block.symbol,
            mismatched.insert(symbol).inserted
        {
            findings.append(finding)
        }
        if !isOfItsCase(document.prose.units[record.unit]) { claims += finder.claims(clause, record, reader) }
    }

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

    /// An item, or a term with what it means, may hold for its case only.
    private func isOfItsCase(_ unit: Prose.Unit) -> Bool {
        if unit.role == .listItem || unit.depth > 0 { return true }
        let words = document.prose.bytes[unit.range].prefix(200).split(separator: 0x20, maxSplits: 2)
        guard words.count > 1, document.prose.blocks[unit.block].symbol == nil, let first = words[0].first,
            let second = words[1].first
        else { return false }
        // "xonly Calls turn into …", "emulate [default] …"
        let capitals = UInt8(ascii: "A")...UInt8(ascii: "Z")
        return !capitals.contains(first) && (capitals.contains(second) || second == UInt8(ascii: "["))
    }

    // MARK: Findings in one clause

    private mutating func ambiguousModal(
        _ clause: Clause, _ record: ClauseRecord, _ group: VerbGroup?, _ reader: borrowing SentenceReader
    ) {
        guard let group, group.power == .may, group.isNegated, !group.isNever, clause.modality == .prohibition else {
            return
        }
        // "may or may not"
        guard group.start < 2 || !reader.tokens[group.start - 1].is(.or) else { return }
        // "may be not connected", "some boards may not …", "may not always …": plainly what merely happens.
        let span = group.start..<min(group.end + 8, record.tokens.upperBound)
        guard span.dropFirst().prefix(2).contains(where: { reader.tokens[$0].tag == .negation }),
            !span.contains(where: { isOfHappening(reader.tokens[$0]) }), group.inner == .none,
            !isDeed(group, reader), !standsBesideFreedom(record, reader),
            reader.segments[Int(group.segment)].kind.stands, isProhibited(record, group, reader)
        else { return }
        findings.append(
            LintFinding(
                kind: .ambiguousModal, source: clause.source, text: clause.quotation,
                why: "“may not” forbids to one reader, and to another says that it might not happen",
                suggestion:
                    "write “must not” where it is forbidden, “cannot” where it is impossible, “might not” where it may happen"
            ))
    }

    private func word(of token: Token) -> String {
        String(decoding: document.prose.bytes[Int(token.start)..<Int(token.end)], as: UTF8.self).lowercased()
    }

    /// "May not be called", "may not be mixed": what somebody does on purpose does not merely happen not to be done, and
    /// nobody takes the words for that.
    private func isDeed(_ group: VerbGroup, _ reader: borrowing SentenceReader) -> Bool {
        group.isPassive && DeedTable.set.contains(word(of: reader.tokens[group.head]))
    }

    /// "may not be enabled", "may no longer be valid".
    private func isOfHappening(_ token: Token) -> Bool {
        token.has(.possibility) || HappeningTable.set.contains(word(of: token))
    }

    /// "You may have old rings, or they may not be filled", "may not be there and may return -EIO", "drivers may sleep in it
    /// but may not take the lock": what the other "may" says settles this one, either way.
    private func standsBesideFreedom(_ record: ClauseRecord, _ reader: borrowing SentenceReader) -> Bool {
        (0..<reader.groups.count).contains { index in
            let group = reader.groups[index]
            return group.power == .may && !group.isNegated && !group.isNever && !group.isPassive
        }
    }

    /// Somebody, or a part of the interface, is kept from something; not "some devices", "many boards".
    private func isProhibited(_ record: ClauseRecord, _ group: VerbGroup, _ reader: borrowing SentenceReader) -> Bool {
        guard !speaksOfSome(record, reader), !(group.isPassive && group.party < 0 && namesAgent(record, group, reader))
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

    /// Behind a passive verb stands "by".
    private func namesAgent(_ record: ClauseRecord, _ group: VerbGroup, _ reader: borrowing SentenceReader) -> Bool {
        let rest = group.end..<max(group.end, record.tokens.upperBound)
        return rest.contains { reader.tokens[$0].is(.by) }
    }

    private mutating func duty(
        _ clause: Clause, _ record: ClauseRecord, _ group: VerbGroup?, _ reader: borrowing SentenceReader
    ) {
        guard clause.modality == .obligation || clause.modality == .prohibition, let group, group.isPassive,
            group.party < 0, group.power == .must || group.power == .shall || saysNeedsTo(group, reader),
            clause.block.kind == .doc, !document.isUserspaceInterface, reader.segments[Int(group.segment)].kind.stands,
            !reader.tokens[group.head].is(.called), !isOfFormat(group, reader), !namesCall(record, group, reader),
            !namesAgent(record, group, reader)
        else { return }
        unborne.append(
            (
                record.block,
                LintFinding(
                    kind: .dutyWithoutBearer, source: clause.source, text: clause.quotation,
                    why: "somebody has to do this, and nothing in this section says who",
                    suggestion: "name the caller, the driver, userspace or the core as its subject")
            ))
    }

    /// Those who act in a text that has no driver and no caller.
    private static let actors: Set<String> = [
        "reader", "readers", "writer", "writers", "producer", "producers", "consumer", "consumers", "sender", "senders",
        "receiver", "receivers", "host", "firmware", "guest", "client", "clients", "server",
    ]

    /// "The reply must be sent as …" tells of a format: whoever sends it keeps to it.
    private func isOfFormat(_ group: VerbGroup, _ reader: borrowing SentenceReader) -> Bool {
        group.subject >= 0 && Self.sent.contains(word(of: reader.tokens[group.subject]))
    }

    private static let sent: Set<String> = [
        "message", "messages", "reply", "replies", "response", "responses", "packet", "packets", "frame", "frames",
        "field", "fields", "bit", "bits", "byte", "bytes", "value", "values",
    ]

    /// "must be set up using ring_init()": it falls to who has it.
    private func namesCall(_ record: ClauseRecord, _ group: VerbGroup, _ reader: borrowing SentenceReader) -> Bool {
        (group.end..<max(group.end, record.tokens.upperBound)).contains { index in
            reader.tokens[index].tag == .symbol && index > 0
                && ["using", "with", "via", "through"].contains(word(of: reader.tokens[index - 1]))
        }
    }

    /// "needs to be", "has to be"; "is required to be" may tell of a machine.
    private func saysNeedsTo(_ group: VerbGroup, _ reader: borrowing SentenceReader) -> Bool {
        group.power == .need && group.powerToken >= 0
            && (reader.tokens[group.powerToken].isForm(of: .need) || reader.tokens[group.powerToken].has(.have))
    }

    private mutating func restart(
        _ clause: Clause, _ record: ClauseRecord, _ group: VerbGroup?, _ reader: borrowing SentenceReader
    ) {
        guard clause.modality == .obligation, let group, group.isPassive,
            reader.tokens[group.head].isForm(of: .restart), clause.block.symbol != nil, !saysWhat(group, reader),
            clause.sentence.contains("EINTR") || clause.sentence.contains("ERESTARTSYS")
                || clause.sentence.contains("EAGAIN") || clause.sentence.contains("EDEADLK")
        else { return }
        let after = group.end..<min(record.tokens.upperBound, group.end + 8)
        guard
            !after.contains(where: {
                reader.tokens[$0].is(.by) || reader.tokens[$0].is(.with) || reader.tokens[$0].tag == .symbol
            })
        else { return }
        findings.append(
            LintFinding(
                kind: .restartUnexplained, source: clause.source, text: clause.text,
                why: "it has to be restarted, and nothing says how",
                suggestion: "say which call is made again, with which arguments, and what is kept in between"))
    }

    /// "The entire sequence must be restarted" says what is; "it", and "the call", do not.
    private func saysWhat(_ group: VerbGroup, _ reader: borrowing SentenceReader) -> Bool {
        guard group.subject >= 0 else { return false }
        let subject = reader.tokens[group.subject]
        if subject.has(.pronoun) || subject.has(.thing) || subject.tag != .noun { return false }
        return !["call", "calls", "function", "operation", "request", "ioctl", "syscall", "wait"]
            .contains(word(of: subject))
    }

    private mutating func unknownErrors(_ clause: Clause, _ record: ClauseRecord) {
        // A library's own codes (RING_ERR_FULL) are none of the kernel's.
        for name in clause.errors
        where !name.contains("ERR_") && ErrorCode.number(name) == nil
            && !ErrorCode.aliases.contains(name)
        {
            var finding = LintFinding(
                kind: .unknownError, source: clause.source, text: words(around: name, in: record) ?? clause.text,
                why: "the kernel has no error code \(name)", suggestion: Self.advice(on: name))
            finding.name = name
            findings.append(finding)
        }
    }

    /// The codes whose names are nearest, where they are near enough to be meant.
    private static func advice(on name: String) -> String {
        let known = ErrorCode.all.map(\.name) + ErrorCode.aliases
        let distances = known.map { (name: $0, distance: EditDistance.between($0, name)) }
        guard let least = distances.map(\.distance).min(), least <= 2 else { return "name the code that is returned" }
        let near = distances.filter { $0.distance == least }.map { "-\($0.name)" }
        return near.count <= 3 ? "did you mean \(near.joined(separator: " or "))?" : "name the code that is returned"
    }

    /// Of lines that run together without a period, the words up to where one plainly begins anew.
    private func words(around name: String, in record: ClauseRecord) -> String? {
        let prose = document.prose
        guard let place = prose.bytes[record.text].firstRange(of: Array(name.utf8)) else { return nil }
        var words = record.text
        for mark in prose.lineMarks(within: record.text) {
            let next = prose.bytes[mark.offset..<record.text.upperBound].prefix { $0 != 0x20 }
            guard Self.beginnings.contains(String(decoding: next, as: UTF8.self)) else { continue }
            if mark.offset <= place.lowerBound {
                words = mark.offset..<words.upperBound
            } else {
                words = words.lowerBound..<mark.offset
                break
            }
        }
        guard words != record.text else { return nil }
        return String(decoding: prose.bytes[words], as: UTF8.self).split(separator: " ").joined(separator: " ")
    }

    private static let beginnings: Set<String> = [
        "Also", "The", "This", "These", "If", "When", "It", "Note", "Return", "Returns", "In", "For", "All", "Any",
        "Otherwise",
        "See", "Other", "On", "Must", "May",
    ]
}

extension Clause {
    /// What a reviewer is shown of it: the whole sentence, unless that is long, since a clause may lack its subject.
    fileprivate var quotation: String { sentence.utf8.count <= 200 ? sentence : text }
}
