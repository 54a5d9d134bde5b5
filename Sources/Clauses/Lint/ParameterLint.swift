import KernelDoc
import PlainText

/// Finds descriptions of parameters that were pasted from another one, that tell of another type, or that describe what
/// the function does not have.
enum ParameterLint {
    static func findings(in document: Document) -> [LintFinding] {
        var findings: [LintFinding] = []
        for item in document.items where item.kind == .function || item.kind == .macro {
            let alike = Dictionary(grouping: item.parameters) { folded($0.text).lowercased() }
            for parameter in item.parameters where !parameter.text.isEmpty {
                guard let why = misplaced(parameter, among: alike) else { continue }
                findings.append(
                    finding(
                        .misplacedDescription, parameter, in: document, why: why,
                        suggestion: "describe what @\(parameter.name) (\(parameter.type)) is"))
            }
            for (first, second) in swapped(item.parameters) {
                var found = finding(
                    .misplacedDescription, first, in: document,
                    why: "it fits @\(second.name), whose description fits @\(first.name)",
                    suggestion: "swap the two descriptions")
                found.other = SourceLocation(file: document.file, line: second.line, endLine: second.line)
                findings.append(found)
            }
            let open = item.parameters.filter { $0.text.isEmpty && $0.name != "..." }.map(\.name)
            // A macro that is another name of a function has that one's parameters.
            let isAlias = item.kind == .macro && item.parameters.isEmpty
            // A prototype may leave its parameters unnamed: the comment names them then.
            let isUnnamed = item.parameters.contains { $0.name.isEmpty }
            for parameter in item.excess where !isAlias && !isUnnamed {
                findings.append(
                    finding(
                        .absentParameter, parameter, in: document,
                        why: "\(item.name)() has no parameter @\(parameter.name)",
                        suggestion: advice(parameter, item, open)))
            }
        }
        return findings
    }

    private static func finding(
        _ kind: LintFinding.Kind, _ parameter: Item.Parameter, in document: Document, why: String, suggestion: String?
    ) -> LintFinding {
        let text = folded(parameter.text)
        return LintFinding(
            kind: kind, source: SourceLocation(file: document.file, line: parameter.line, endLine: parameter.line),
            text: text.isEmpty ? "@\(parameter.name)" : "@\(parameter.name): \(text)", why: why, suggestion: suggestion)
    }

    // MARK: What is described and not there

    /// So many parameters are compared by their names at most, so that a long list takes no longer than its length.
    private static let comparable = 16

    private static func advice(_ parameter: Item.Parameter, _ item: Item, _ open: [String]) -> String? {
        if results.contains(parameter.name.lowercased()) { return "describe what is returned in a Return section" }
        if open.isEmpty, item.parameters.last?.name == "...", item.parameters.last?.text.isEmpty == true {
            return "@..., which has no description, may be meant"
        }
        if item.excess.count == 1, open.count == 1 { return "@\(open[0]), which has no description, may be meant" }
        return EditDistance.nearest(to: parameter.name, among: open.prefix(comparable)).first.map {
            "@\($0), which has no description, may be meant"
        }
    }

    private static let results: Set<String> = ["ret", "retval", "return", "returns", "result"]

    // MARK: What is described as another thing

    private static func misplaced(_ parameter: Item.Parameter, among alike: [String: [Item.Parameter]]) -> String? {
        let text = folded(parameter.text)
        let type = parameter.type
        if let noun = quantity(text), isNoQuantity(type), !type.contains(noun) {
            return "its type is \(type), which is no \(noun)"
        }
        if let own = Self.own(structureOf: type), let structure = structure(text, of: own), structure != own,
            structure.lowercased() != own.lowercased(), !names(in: text).contains(own[...])
        {
            return "its type is \(type), and no struct \(structure)"
        }
        if tellsOfPointer(text), isNoPointer(type),
            !["ptr", "addr", "pointer"].contains(where: parameter.name.contains)
        {
            return "its type is \(type), which is no pointer"
        }
        return twin(of: parameter, text, among: alike).map {
            "@\($0.name) is described in the same words, and they fit that one"
        }
    }

    /// Of the parameters that are described in the same words, one to whose name the words fit where they do not fit to this
    /// one's: "the source ring" of @src and of @dst.
    private static func twin(
        of parameter: Item.Parameter, _ text: String, among alike: [String: [Item.Parameter]]
    ) -> Item.Parameter? {
        let text = text.lowercased()
        let words = names(in: text)
        guard words.count >= 3, let twins = alike[text], (2...comparable).contains(twins.count) else { return nil }
        func fits(_ part: String) -> Bool {
            words.contains { $0 == part[...] || part.count >= 3 && $0.hasPrefix(part) }
        }
        // "qinst" is no other than "inst" by that part.
        func isOwn(_ part: String) -> Bool { parameter.name.lowercased().contains(part) }
        let own = parts(of: parameter.name)
        return twins.first { twin in
            guard twin.name != parameter.name else { return false }
            let parts = parts(of: twin.name)
            return parts.contains { fits($0) && !isOwn($0) } && !own.subtracting(parts).contains(where: fits)
        }
    }

    /// Pairs of parameters each of which is described with the other's name at the head, and not with its own: "the end of
    /// the range" of @start, and "the start of the range" of @end.
    private static func swapped(_ parameters: [Item.Parameter]) -> [(Item.Parameter, Item.Parameter)] {
        let known = parameters.prefix(comparable).filter { !$0.text.isEmpty && !$0.name.isEmpty }
        let names = known.map { parts(of: $0.name) }
        let texts = known.map { self.words(folded($0.text).lowercased()) }
        /// Whether the text of `one` begins with what tells the name of `other` from its own.
        func tells(_ one: Int, of other: Int) -> Bool {
            guard let head = texts[one].first?.prefix(while: \.isLetter) else { return false }
            func fits(_ part: String) -> Bool { part.count >= 3 && head.hasPrefix(part) }
            let own = names[one].subtracting(names[other])
            return names[other].subtracting(names[one]).contains(where: fits)
                && !own.contains { part in texts[one].contains { $0.hasPrefix(part) } }
        }
        return known.indices.flatMap { one in
            known.indices.dropFirst(one + 1).filter { tells(one, of: $0) && tells($0, of: one) }
                .map { (known[one], known[$0]) }
        }
    }

    /// The words that a name is made of, the abbreviated ones in full: "src_ring" is of "source" and "ring".
    private static func parts(of name: String) -> Set<String> {
        Set(
            name.lowercased().split(separator: "_").map { abbreviated[String($0)] ?? String($0) }.filter {
                $0.count >= 2
            })
    }

    private static let abbreviated = ["src": "source", "dst": "dest", "len": "length", "cnt": "count", "idx": "index"]

    private static func names(in text: String) -> [Substring] {
        text.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
    }

    private static func folded(_ text: DocText) -> String {
        text.string.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The words of a text in lower case without what stands before the noun: "[in]", "the".
    private static func words(_ text: String) -> ArraySlice<Substring> {
        text.split(separator: " ").drop {
            $0.hasPrefix("[") || $0.hasPrefix("(") || articles.contains($0.lowercased())
        }
    }

    private static let articles: Set<String> = ["a", "an", "the"]

    /// The noun of a text that begins "length of", "[in] the number of" …
    private static func quantity(_ text: String) -> String? {
        // "A number of slots" are several.
        guard !text.lowercased().hasPrefix("a ") else { return nil }
        let words = words(text).drop { measures.contains($0.lowercased()) }
        guard let noun = words.first?.lowercased(), words.dropFirst().first == "of" else { return nil }
        return ["length", "size", "number", "count"].contains(noun) ? noun : nil
    }

    private static let measures: Set<String> = [
        "new", "old", "total", "maximum", "max", "minimum", "min", "current", "requested", "required",
    ]

    /// A type that can hold no count: an enumeration, or a pointer to a structure.
    private static func isNoQuantity(_ type: String) -> Bool {
        type.hasPrefix("enum ") && !type.contains("*") || own(structureOf: type) != nil
    }

    /// The structure that a type is one pointer to.
    private static func own(structureOf type: String) -> String? {
        let words = type.replacing("*", with: " * ").split(separator: " ").filter {
            $0 != "const" && !$0.hasPrefix("__")
        }
        return words.count == 3 && words[0] == "struct" && words[2] == "*" ? String(words[1]) : nil
    }

    /// The structure of a text that begins "pointer to struct ring_slot", "the &struct ring_slot", "&ring_slot".
    private static func structure(_ text: String, of own: String) -> String? {
        var words = words(text)
        if tellsOfPointer(text) || words.first?.lowercased() == "reference" && words.dropFirst().first == "to" {
            words = words.dropFirst(2).drop { articles.contains($0.lowercased()) }
        }
        guard let first = words.first else { return nil }
        let isNamed = first == "struct" || first == "&struct"
        guard let word = isNamed ? words.dropFirst().first : first, isNamed || word.hasPrefix("&") else { return nil }
        let name = word.drop { $0 == "&" }.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
        // "&ring_default_ops": one of the tables, and no structure.
        if !isNamed, name.hasSuffix("ops") { return nil }
        // "&ring->slot", "&ring.slot": a member. A name without an underscore may be any word.
        let rest = word.drop { $0 == "&" }.dropFirst(name.count)
        let isWhole = rest.isEmpty || [",", ".", ";", ":", ")"].contains(String(rest))
        guard name.contains("_"), isWhole else { return nil }
        let isPart = rest.isEmpty && !isRelated(name, own) && isModifier(words.dropFirst(isNamed ? 2 : 1))
        return isPart ? nil : String(name)
    }

    /// "ring_pool" and "ring_pool_state", "slot_pool" and "ring_pool": one was meant for the other, whatever follows.
    private static func isRelated(_ name: Substring, _ own: String) -> Bool {
        own.hasPrefix(name) || name.hasPrefix(own)
            || own.split(separator: "_").last.map { $0 == name.split(separator: "_").last } ?? false
    }

    /// "the &struct ring counter": a word right behind the name, that what is described is a part of it. Behind the thing
    /// itself stands nothing, what tells it apart ("to add", "of the ring", "that holds it"), or what any structure is.
    private static func isModifier(_ rest: ArraySlice<Substring>) -> Bool {
        guard let next = rest.first else { return false }
        let word = next.lowercased().prefix { $0.isLetter || $0.isNumber || $0 == "_" }
        return !word.isEmpty && !instances.contains(String(word)) && !links.contains(String(word))
            && !next.hasSuffix("ing")
            && !next.hasSuffix("ed")
    }

    private static let instances: Set<String> = [
        "pointer", "ptr", "instance", "object", "struct", "structure", "variable", "address", "reference", "handle",
    ]

    private static let links: Set<String> = [
        "to", "for", "of", "that", "which", "whose", "where", "in", "on", "at", "with", "without", "from", "by", "as",
        "and",
        "or", "if", "when", "while", "before", "after", "we", "it", "you", "this", "the", "is", "was", "will", "can",
        "may", "must", "should", "has", "holds", "under", "about", "into",
    ]

    private static func tellsOfPointer(_ text: String) -> Bool {
        let words = words(text)
        return ["pointer", "ptr"].contains(words.first?.lowercased()) && words.dropFirst().first == "to"
    }

    /// A type that no address is kept in: those that are as wide as one may hold it in disguise.
    private static func isNoPointer(_ type: String) -> Bool {
        type.hasPrefix("enum ") && !type.contains { $0 == "*" || $0 == "[" } || narrow.contains(type)
    }

    private static let narrow: Set<String> = [
        "int", "unsigned int", "unsigned", "bool", "u8", "u16", "short", "char", "size_t", "ssize_t",
    ]
}
