import KernelDoc

/// Goes through a document's units in order, keeps what one sentence leaves to the next (lead-ins, the party
/// last spoken of), and hands on clauses.
struct DocumentWalk: ~Copyable {
    /// What a unit leaves to those that it leads into. Not private: the compiler of Swift 6.3 loses sight of it then.
    struct LeadIn {
        var modality: Modality?
        var party = -1
        var leadsSteps = false
        var sentence: Range<Int>?
        /// It is a bare name, which what follows defines.
        var isTerm = false
    }

    /// How far a document was read.
    private struct Place {
        /// The next of the spans.
        var span = 0
        /// The block of the unit that was loaded last, and what holds for all of its units.
        var loadedBlock = -1
        var context = UnitContext(role: .paragraph, kind: .doc)
        /// The block of the unit that was judged last.
        var block = -1
    }

    private var reader: SentenceReader
    /// One a unit.
    private var leads = Scratch<LeadIn>(capacity: 64)
    private var leadIns: UnsafeMutableBufferPointer<LeadIn> { leads.elements }
    private var bearers: BearerFinder
    private var records = Scratch<ClauseRecord>(capacity: 16)
    private var parts: [ClauseAssembly.Part] = []

    init(grammar: Grammar) {
        reader = SentenceReader(grammar: grammar)
        bearers = BearerFinder(grammar: grammar)
    }

    mutating func run(_ document: Document, _ sink: inout some ClauseSink) {
        let callbacks = Callbacks(document)
        leads.clear()
        for _ in document.prose.units { leads.append(LeadIn()) }
        let prose = document.prose
        // Pointers: what is asked of an array for each unit holds it each time.
        prose.blocks.withUnsafeBufferPointer { blocks in
            prose.units.withUnsafeBufferPointer { units in
                prose.spans.withUnsafeBufferPointer { spans in
                    prose.bytes.withUnsafeBufferPointer { bytes in
                        var place = Place()
                        var start = 0
                        while start < units.count {
                            let end = load(bytes, units, from: start, blocks, callbacks, spans, &place)
                            reader.read()
                            judge(bytes, units, start..<end, blocks, &place, &sink)
                            start = end
                        }
                    }
                }
            }
        }
    }

    /// Loads units from `start` on, as many as are read at once; answers where they end.
    private mutating func load(
        _ bytes: UnsafeBufferPointer<UInt8>, _ units: UnsafeBufferPointer<Prose.Unit>, from start: Int,
        _ blocks: UnsafeBufferPointer<Prose.Block>, _ callbacks: borrowing Callbacks,
        _ spans: UnsafeBufferPointer<Prose.Span>, _ place: inout Place
    ) -> Int {
        reader.clear()
        var index = start
        while index < units.count, !reader.isFull {
            let unit = units[index]
            index += 1
            guard unit.role.hasSentences, blocks.indices.contains(unit.block), let first = blocks.baseAddress else {
                continue
            }
            if unit.block != place.loadedBlock {
                place.loadedBlock = unit.block
                place.context = UnitContext(of: first + unit.block, callbacks)
            }
            place.context.role = unit.role
            reader.load(bytes, unit, place.context, spans, &place.span)
        }
        return index
    }

    private mutating func judge(
        _ bytes: UnsafeBufferPointer<UInt8>, _ units: UnsafeBufferPointer<Prose.Unit>, _ range: Range<Int>,
        _ blocks: UnsafeBufferPointer<Prose.Block>, _ place: inout Place, _ sink: inout some ClauseSink
    ) {
        var loaded = 0
        for index in range {
            let unit = units[index]
            guard blocks.indices.contains(unit.block) else { continue }
            if unit.block != place.block {
                bearers.enter(unit.block, after: place.block, of: blocks)
                place.block = unit.block
            }
            if unit.role.hasSentences {
                reader.enter(loaded)
                loaded += 1
                let context = context(of: unit, in: reader.context)
                bearers.enter(unit.role, of: context.kind)
                readSentences(index, unit, context, &sink)
            } else if unit.role == .literal {
                PrototypeFinder.find(bytes, unit.range) { prototype, name in
                    sink.take(prototype: prototype, name: name, unit: index, block: unit.block)
                }
            }
        }
    }

    private func context(of unit: Prose.Unit, in block: UnitContext) -> UnitContext {
        var context = block
        guard unit.parent >= 0, unit.parent < leadIns.count else { return context }
        let leadIn = leadIns[unit.parent]
        if unit.role == .listItem { context.leadIn = leadIn.modality }
        context.definesTerm = unit.role == .paragraph && leadIn.isTerm
        context.leadsSteps = leadIn.leadsSteps
        context.leadInParty = leadIn.party
        return context
    }

    private mutating func readSentences(
        _ index: Int, _ unit: Prose.Unit, _ context: UnitContext, _ sink: inout some ClauseSink
    ) {
        var context = context
        let parent = unit.parent >= 0 && unit.parent < leadIns.count ? leadIns[unit.parent].sentence : nil
        for number in reader.sentences.indices {
            let sentence = reader.sentences[number]
            context.section = reader.section(of: number)
            context.goesOn = reader.goesOn(at: number)
            reader.judge(number, context)
            bearers.hear(sentence.tokens, reader, context)
            records.clear()
            let assembly = ClauseAssembly(
                sentence: sentence, context: context, unit: index, block: unit.block)
            assembly.assemble(reader, &bearers, parts: &parts, into: &records)
            for record in records.elements {
                sink.take(
                    record, of: sentence, reader, leadIn: unit.role == .listItem || context.definesTerm ? parent : nil)
            }
            if number == reader.sentences.count - 1 { noteLeadIn(index, sentence) }
            // Only an item's first sentence goes on with the sentence that leads into the list.
            context.leadIn = nil
        }
    }

    private func onlyParty(_ sentence: SentenceCutter.Sentence) -> Int {
        for index in sentence.tokens where reader.tokens[index].party != 0 {
            return Int(reader.tokens[index].party) - 1
        }
        return -1
    }

    private mutating func noteLeadIn(_ unit: Int, _ sentence: SentenceCutter.Sentence) {
        guard let last = records.last else { return }
        var leadIn = LeadIn(modality: nil, party: last.party, sentence: last.sentence)
        if last.party < 0 { leadIn.party = onlyParty(sentence) }
        // "Returns" alone leads into its values as "Returns:" does.
        let isBare = last.modality == .outcome && sentence.tokens.count == 1
        guard sentence.endsInColon || isBare else {
            // "The driver" before a list names who does what its items say.
            let isName = last.group < 0 && last.match < 0 || last.border == .name
            let isTerm = isName && reader.sentences.count == 1
            if !isTerm { leadIn.sentence = nil }
            leadIns[unit] = last.group < 0 || isName ? leadIn : LeadIn()
            leadIns[unit].isTerm = isTerm
            return
        }
        switch last.modality {
        case .informative, .guarantee: break
        default: leadIn.modality = last.modality
        }
        if last.modality == .guarantee { leadIn.modality = .guarantee }
        leadIn.leadsSteps = sentence.tokens.contains { reader.tokens[$0].has(.stepping) }
        leadIns[unit] = leadIn
    }
}

extension Prose.Role {
    /// Its text is prose, cut into sentences.
    fileprivate var hasSentences: Bool { self != .heading && self != .literal }
}
