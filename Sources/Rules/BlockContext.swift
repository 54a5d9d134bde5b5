import Clauses
import KernelDoc
import Promises

/// Walks the clauses of a document and knows, for each, what "this callback", "these calls" and "it" stand for.
struct BlockContext {
    private let vocabulary: Vocabulary
    private let glossary: Glossary
    private let clauses: [Clause]
    private let elsewhere: StatedElsewhere
    private var current: Prose.Block?
    private var recent: [String] = []
    private var recentResources: [String] = []
    /// What the sentence before, and the one that is being read, say that fails.
    private var failures: (before: Reading.Failure?, here: Reading.Failure?)
    /// The interfaces that the clause which is being read speaks of where it names none.
    private var scope: [String] = []
    /// The list that was entered last, and what it has one do: read once for all of its items.
    private var list = 0..<0
    /// The clauses of the sentence that was entered last, and the words of each that says more than it tells.
    private var sentence = 0..<0
    private var told: [(index: Int, words: [String])] = []
    private var steps: SequenceOfSteps.Steps?

    init(vocabulary: Vocabulary, glossary: Glossary, clauses: [Clause], elsewhere: StatedElsewhere = .init()) {
        self.elsewhere = elsewhere
        self.vocabulary = vocabulary
        self.glossary = glossary
        self.clauses = clauses
    }

    /// The same thing is documented: a return section goes on where the description stopped.
    private func isSameBlock(_ one: Prose.Block, _ other: Prose.Block) -> Bool {
        one.symbol == other.symbol && one.member == other.member && one.title == other.title
            && (one.symbol != nil || one.kind == other.kind)
    }

    mutating func surroundings(of index: Int) -> Reading.Surroundings {
        let clause = clauses[index]
        if current.map({ !isSameBlock($0, clause.block) }) ?? true {
            recent = []
            recentResources = []
            failures.here = nil
        }
        if index == 0 || !isSameSentence(index - 1, index) { failures = (failures.here, nil) }
        current = clause.block
        var result = Reading.Surroundings()
        // A function's parameter that goes by a callback's name is no callback.
        let isParameter = clause.block.kind == .function || clause.block.kind == .macro
        if let member = clause.block.member, !isParameter {
            result.callback = vocabulary.callback(member: member, of: clause.block.symbol)?.name
        }
        if result.callback == nil, let symbol = clause.block.symbol {
            result.api = vocabulary.apis.first { $0.symbols.contains(symbol) }?.name
            if clause.block.kind == .typedef || result.api == nil {
                result.callback = vocabulary.callback(member: symbol, of: nil)?.name
            }
        }
        if let term = term(over: clause) { (result.callback, result.api) = term }
        result.recent = recent
        result.recentResources = recentResources
        scope = result.apisInScope(vocabulary)
        result.failure = failures.before
        result.elsewhere = elsewhere
        if !list.contains(index) { enterList(at: index) }
        result.steps = steps
        result.siblings = siblings(of: index)
        if !result.siblings.isEmpty {
            result.sentenceAPIs = Reading(clause, text: clause.sentence, glossary: glossary).apis
        }
        result.prototypes = prototypes(after: index)
        return result
    }

    mutating func note(at index: Int) {
        let clause = clauses[index]
        let reading = Reading(clause, glossary: glossary)
        if clause.unit == .interface {
            // Prototypes in a row belong together.
            let isFirst = index == 0 || clauses[index - 1].unit != .interface
            let apis = vocabulary.apis.filter { api in api.symbols.contains { clause.symbols.contains($0) } }.map(
                \.name)
            if isFirst { recent = [] }
            for api in apis { recent.appendOnce(api) }
            noteResources(of: apis)
            return
        }
        for name in reading.resourcesInOrder {
            recentResources.removeAll { $0 == name }
            recentResources.append(name)
        }
        if !reading.errors.isEmpty {
            let apis = reading.apis.isEmpty ? scope : reading.apis
            failures.here = Reading.Failure(apis: apis, errors: reading.errors)
        }
        // What is only told is not meant by "these", but what is said to be there is.
        guard clause.modality != .informative || reading.says("exist") else { return }
        if !reading.apis.isEmpty { recent = reading.apis }
    }

    /// The callback, or the interface, whose name alone is what a definition, or a table's row, is of.
    private func term(over clause: Clause) -> (callback: String?, api: String?)? {
        guard let leadIn = clause.leadIn else { return nil }
        let reading = Reading(clause, text: leadIn, glossary: glossary)
        let nouns = ["callback", "hook", "function", "operation"]
        let names = reading.words.filter { !nouns.contains($0.folded) }
        // "Release" by itself is a word of English, and "release" a name in C.
        let isName = names.count < reading.words.count || names.first?.text.first?.isUppercase == false
        let isConstant = names.first?.text.contains("_") ?? false
        guard names.count == 1, isName || isConstant, reading.mentions.contains(where: { $0.entity.isSymbol }) else {
            return nil
        }
        let (callbacks, apis) = (reading.callbacks, reading.apis)
        if callbacks.count == 1 { return (callbacks[0], nil) }
        return callbacks.isEmpty && apis.count == 1 ? (nil, apis[0]) : nil
    }

    private mutating func noteResources(of apis: [String]) {
        for api in apis {
            guard let resource = vocabulary.resource(acquiredOrReleasedBy: api)?.name else { continue }
            recentResources.removeAll { $0 == resource }
            recentResources.append(resource)
        }
    }

    /// The list in which a clause stands: it and those behind it with the same lead-in.
    private mutating func enterList(at first: Int) {
        steps = nil
        list = first..<first
        guard let leadIn = clauses[first].leadIn else { return }
        var sentences: [String] = []
        while list.upperBound < clauses.count {
            let next = clauses[list.upperBound]
            guard next.leadIn == leadIn, next.unit == .sentence, isSameBlock(next.block, clauses[first].block) else {
                break
            }
            if sentences.last != next.sentence { sentences.append(next.sentence) }
            list = first..<list.upperBound + 1
        }
        steps = SequenceOfSteps.Steps(sentences, of: clauses[first], glossary)
    }

    private func isSameSentence(_ one: Int, _ other: Int) -> Bool {
        clauses[one].sentence == clauses[other].sentence && clauses[one].source == clauses[other].source
    }

    private func sentence(from index: Int) -> Range<Int> {
        let end = clauses.indices.dropFirst(index).first { !isSameSentence($0, index) }
        return index..<(end ?? clauses.endIndex)
    }

    func startsSentence(_ index: Int) -> Bool { index == 0 || !isSameSentence(index - 1, index) }

    /// The clauses of the sentence before the one that begins at a place, in the same block; none where that begins it.
    func sentence(before start: Int) -> Range<Int> {
        guard start > 0, clauses[start - 1].unit == .sentence,
            isSameBlock(clauses[start - 1].block, clauses[start].block)
        else { return start..<start }
        let first = (0..<start).last { startsSentence($0) } ?? start
        return first..<start
    }

    /// The clauses of each sentence that makes several.
    var sentences: [Range<Int>] {
        var result: [Range<Int>] = []
        var first = 0
        while first < clauses.count {
            let sentence = sentence(from: first)
            if sentence.count > 1 { result.append(sentence) }
            first = sentence.upperBound
        }
        return result
    }

    /// The other clauses that were taken out of the same sentence.
    private mutating func siblings(of index: Int) -> [[String]] {
        if !sentence.contains(index) {
            sentence = sentence(from: index)
            // Alone, it has no others.
            told = (sentence.count > 1 ? sentence : sentence.prefix(0)).filter { clauses[$0].modality != .informative }
                .map { ($0, Restatement.always.plain(Word.words(of: clauses[$0].text)).words.map(\.folded)) }
        }
        return told.filter { $0.index != index }.map(\.words)
    }

    /// Over how many other sentences a sentence announces prototypes.
    private static let farthest = 8

    /// The prototypes that come next in the block, perhaps after a few more sentences.
    private func prototypes(after index: Int) -> [String] {
        guard clauses[index].unit == .sentence else { return [] }
        var result: [String] = []
        var skipped = 0
        for next in clauses[(index + 1)...] {
            guard isSameBlock(next.block, clauses[index].block) else { break }
            if next.unit == .interface {
                result.append(next.sentence)
            } else {
                skipped += 1
                if !result.isEmpty || skipped > Self.farthest { break }
            }
        }
        return result
    }
}
