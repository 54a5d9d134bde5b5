// A subsystem that exists only in the examples of the rule kinds, shared by the tests of the rules and of the
// generator.
import Clauses
import KernelDoc
import Promises

@testable import Rules

extension Vocabulary {
    /// A subsystem that exists only in the examples of the rule kinds.
    package static let example: Vocabulary = {
        let yaml = """
            subsystem: widget
            testbed: WidgetTestbed
            parties:
              driver: {role: implementer, nouns: [drivers]}
              caller: {role: caller, nouns: [callers]}
              core: {role: framework, nouns: []}
            apis:
              begin: {symbols: [widget_begin], calls: [begin], by: caller}
              end: {symbols: [widget_end], calls: [end], by: caller}
              map: {symbols: [widget_map], calls: [map], by: caller}
              unmap: {symbols: [widget_unmap], calls: [unmap], by: caller}
              attach: {symbols: [widget_attach], calls: [map], by: caller}
              tell: {symbols: [widget_tell], by: caller}
              create: {symbols: [widget_create], by: driver}
              get: {symbols: [widget_get], by: caller}
              put: {symbols: [widget_put], calls: [destroy], by: caller}
            callbacks:
              begin: {members: [begin]}
              end: {members: [end]}
              map: {members: [map], nouns: [map callback]}
              unmap: {members: [unmap]}
              destroy: {members: [destroy]}
            resources:
              session: {nature: bracket, nouns: [session, access], acquire: begin, release: end}
              window:
                nature: mapping
                nouns: [window, windows]
                acquire: map
                release: unmap
                within: session
                per: chunk
              share: {nature: reference, nouns: [share, shares], acquire: get, release: put, initial: create}
            supplies: {space: [window space]}
            locks: {widgetLock: [widget->lock]}
            units: [page, pages]
            objects: [widget]
            steps:
              polished: {action: polish, observation: isShiny}
              sticky flag: {observation: isSticky}
              waxed: {action: polish, observation: isShiny, with: [shiny], beside: [map], by: driver}
              widget is oiled: {action: polish, observation: isShiny}
              frame tuning: {action: polish, observation: isShiny}
              grease the lid: {action: polish, observation: isShiny}
              polish the frame: {action: polish, observation: isShiny}
              frame is cleaned: {action: polish, observation: isShiny, with: [callers]}
              the frame is cleaned: {action: scrub, observation: isClean, with: [drivers]}
            """
        do {
            return try VocabularyFile.decode(yaml, path: "widget.yaml").vocabulary
        } catch {
            // Without its words every example of every kind goes unread, and the tests say so.
            return Vocabulary(subsystem: "widget", testbed: "WidgetTestbed")
        }
    }()
}

/// A clause as the grammar would make it of a sentence in the `begin` member's description.
package func clause(
    _ text: String, _ modality: Modality = .obligation, negated: Bool = false, member: String? = nil,
    symbol: String? = nil, leadIn: String? = nil
) -> Clause {
    let block = Prose.Block(kind: member == nil ? .doc : .member, title: "widgets", symbol: symbol, member: member)
    return Clause(
        id: "widgets/\(text.hashValue)", block: block, source: .init(file: "widget.h", line: 1, endLine: 1),
        sentence: text, text: text, modality: modality, bearer: "driver",
        errors: Word.words(of: text).compactMap(\.error), negated: negated, leadIn: leadIn)
}

package func reading(_ text: String, member: String? = "begin") -> Reading {
    let glossary = Glossary(.example)
    var surroundings = Reading.Surroundings()
    surroundings.callback = member
    surroundings.recent = ["map", "unmap"]
    surroundings.recentResources = ["window", "session"]
    surroundings.prototypes = ["void *widget_map(struct widget *, unsigned long);"]
    return Reading(clause(text, member: member), glossary: glossary, surroundings: surroundings)
}

/// The kinds of rules whose tests a sentence has, in a section of its own or in a callback's description.
package func tested(_ sentence: String, callback: String? = nil) -> [RuleKind] {
    read(sentence, callback: callback).filter { $0.plan != nil }.compactMap(\.clause.rule?.kind)
}

/// What the grammar and the rules make of a sentence, in a section of its own or in a callback's description.
package func read(_ sentence: String, callback: String? = nil, section: String? = nil) -> [BoundClause] {
    var prose = Prose()
    prose.blocks = [
        callback.map { Prose.Block(kind: .member, symbol: "widget_ops", member: $0, section: section) }
            ?? Prose.Block(kind: .doc, title: "windows")
    ]
    prose.bytes = Array(sentence.utf8)
    prose.lineMarks = [.init(offset: 0, line: 1)]
    prose.units = [Prose.Unit(role: .paragraph, range: 0..<prose.bytes.count, block: 0)]
    let extractor = ClauseExtractor(parties: Vocabulary.example.grammarParties)
    return RuleBook(vocabulary: .example).read(extractor.clauses(in: Document(file: "widget.h", prose: prose)))
}
