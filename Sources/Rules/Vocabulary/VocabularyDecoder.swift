import Clauses
import KernelDoc
import Yams

/// Turns a YAML tree into a `Vocabulary`, remembering where each identifier stands.
struct VocabularyDecoder {
    let text: String
    let path: String
    var references: [VocabularyFile.Reference] = []
    var testbedPlace = VocabularyFile.Place(line: 0, column: 0)

    init(text: String, path: String) {
        self.text = text
        self.path = path
    }

    mutating func vocabulary() throws(Diagnostic) -> Vocabulary {
        let root = try mapping(try tree(), "a vocabulary")
        try check(
            root, "a vocabulary",
            [
                "subsystem", "testbed", "parties", "apis", "callbacks", "resources", "supplies", "locks", "variants",
                "units", "objects", "steps", "remarks",
            ])
        var vocabulary = Vocabulary(
            subsystem: try required(root, "subsystem", "a vocabulary"),
            testbed: try required(root, "testbed", "a vocabulary"))
        let testbed = root["testbed"]?.mark
        testbedPlace = VocabularyFile.Place(line: testbed?.line ?? 0, column: testbed?.column ?? 0)
        vocabulary.parties = try parties(root["parties"])
        vocabulary.apis = try apis(root["apis"])
        vocabulary.callbacks = try callbacks(root["callbacks"])
        vocabulary.resources = try resources(root["resources"])
        vocabulary.supplies = try entries(root["supplies"], .supply)
        vocabulary.locks = try entries(root["locks"], .lock)
        vocabulary.variants = try entries(root["variants"], .variant)
        vocabulary.units = try words(root["units"], "units")
        vocabulary.objects = try words(root["objects"], "objects")
        vocabulary.steps = try steps(root["steps"])
        for (key, value) in try pairs(root["remarks"], "remarks") {
            vocabulary.remarks.append(.init(phrase: try scalar(key), text: try scalar(value)))
        }
        try checkLinks(vocabulary, root)
        return vocabulary
    }

    // MARK: - The lists

    private func parties(_ node: Node?) throws(Diagnostic) -> [Parties.Party] {
        try list(node, "parties") { key, value throws(Diagnostic) in
            let body = try mapping(value, "a party")
            try check(body, "a party", ["role", "nouns"])
            let role = try required(body, "role", "a party")
            guard let known = Parties.Role(rawValue: role) else {
                throw error(
                    body["role"] ?? value, "unknown role '\(role)'", "use one of \(choices(Parties.Role.self))")
            }
            return .init(name: try scalar(key), role: known, nouns: try words(body["nouns"], "nouns"))
        }
    }

    private mutating func apis(_ node: Node?) throws(Diagnostic) -> [Vocabulary.API] {
        var result: [Vocabulary.API] = []
        for (key, value) in try pairs(node, "apis") {
            let body = try mapping(value, "an api")
            try check(body, "an api", ["symbols", "nouns", "calls", "by"])
            result.append(
                .init(
                    name: try name(key, .api), symbols: try words(body["symbols"], "symbols"),
                    nouns: try words(body["nouns"], "nouns"), calls: try words(body["calls"], "calls"),
                    by: try body["by"].map { node throws(Diagnostic) in try scalar(node) }))
        }
        return result
    }

    private mutating func callbacks(_ node: Node?) throws(Diagnostic) -> [Vocabulary.Callback] {
        var result: [Vocabulary.Callback] = []
        for (key, value) in try pairs(node, "callbacks") {
            let body = try mapping(value, "a callback")
            try check(body, "a callback", ["members", "nouns"])
            let members = try words(body["members"], "members").map {
                $0.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
            }
            if let wrong = members.first(where: { $0.count > 2 || $0.contains("") }) {
                throw error(
                    body["members"] ?? value, "'\(wrong.joined(separator: "."))' is no member",
                    "write member, or structure.member")
            }
            let structures = Set(members.map { $0.count > 1 ? $0[0] : "" })
            guard structures.count <= 1 else {
                throw error(
                    body["members"] ?? value, "members of several structures, or of one and of any",
                    "make a callback of each structure, or name none")
            }
            result.append(
                .init(
                    name: try name(key, .callback), members: members.compactMap(\.last),
                    structure: structures.first.flatMap { $0.isEmpty ? nil : $0 },
                    nouns: try words(body["nouns"], "nouns")))
        }
        return result
    }

    private mutating func resources(_ node: Node?) throws(Diagnostic) -> [Vocabulary.Resource] {
        var result: [Vocabulary.Resource] = []
        for (key, value) in try pairs(node, "resources") {
            let body = try mapping(value, "a resource")
            try check(
                body, "a resource",
                ["nature", "nouns", "acquire", "release", "within", "per", "directed", "initial", "copied"])
            let nature = try required(body, "nature", "a resource")
            guard let known = Vocabulary.Resource.Nature(rawValue: nature) else {
                throw error(
                    body["nature"] ?? value, "unknown nature '\(nature)'",
                    "use one of \(choices(Vocabulary.Resource.Nature.self))")
            }
            result.append(
                .init(
                    name: try name(key, .resource), nature: known, nouns: try words(body["nouns"], "nouns"),
                    acquire: try required(body, "acquire", "a resource"),
                    release: try required(body, "release", "a resource"),
                    within: try body["within"].map { node throws(Diagnostic) in try scalar(node) },
                    isPerChunk: try isPerChunk(body["per"]),
                    isDirected: try isDirected(body["directed"], known),
                    initial: try body["initial"].map { node throws(Diagnostic) in try scalar(node) },
                    copied: try copied(body["copied"], known)))
        }
        return result
    }

    private func isPerChunk(_ node: Node?) throws(Diagnostic) -> Bool {
        guard let node else { return false }
        let word = try scalar(node)
        guard word == "chunk" || word == "object" else {
            throw error(node, "unknown unit '\(word)'", "use 'chunk' or 'object'")
        }
        return word == "chunk"
    }

    private mutating func copied(_ node: Node?, _ nature: Vocabulary.Resource.Nature) throws(Diagnostic) -> String? {
        guard let node else { return nil }
        guard nature == .bracket else {
            throw error(node, "'copied' is of accesses, and this is no bracket of them", "name it at the bracket")
        }
        return try name(node, .variant)
    }

    /// A bracket is, whatever is said of it: it stands around accesses, and they have a direction.
    private func isDirected(_ node: Node?, _ nature: Vocabulary.Resource.Nature) throws(Diagnostic) -> Bool {
        guard let node else { return nature == .bracket }
        guard let isDirected = node.bool else {
            throw error(node, "'directed' is neither true nor false", "use 'true' or 'false'")
        }
        return isDirected || nature == .bracket
    }

    private mutating func entries(_ node: Node?, _ category: Name.Category) throws(Diagnostic) -> [Vocabulary.Entry] {
        var result: [Vocabulary.Entry] = []
        for (key, value) in try pairs(node, category.rawValue.lowercased() + "s") {
            result.append(.init(name: try name(key, category), nouns: try words(value, "its nouns")))
        }
        return result
    }

    private mutating func steps(_ node: Node?) throws(Diagnostic) -> [Vocabulary.Step] {
        var result: [Vocabulary.Step] = []
        for (key, value) in try pairs(node, "steps") {
            let body = try mapping(value, "a step")
            try check(body, "a step", ["action", "observation", "variant", "with", "beside", "by"])
            var variant: String?
            if let node = body["variant"] { variant = try name(node, .variant) }
            var action: String?
            if let node = body["action"] { action = try name(node, .action) }
            var observation: String?
            if let node = body["observation"] { observation = try name(node, .observation) }
            if variant == nil, action == nil, observation == nil {
                throw error(
                    value, "a step binds its phrase to nothing", "give it an action, an observation or a variant")
            }
            var step = Vocabulary.Step(
                phrase: try scalar(key), variant: variant, action: action, observation: observation)
            if let node = body["with"] { step.with = try words(node, "its words") }
            if let node = body["beside"] { step.beside = try words(node, "its company") }
            if let node = body["by"] { step.by = try scalar(node) }
            result.append(step)
        }
        return result
    }

    /// `calls`, `acquire`, `release`, `within`, `initial`, `beside` and `by` must name entries of this same file.
    private func checkLinks(_ vocabulary: Vocabulary, _ root: Node.Mapping) throws(Diagnostic) {
        func check(_ section: String, _ entry: String, _ key: String, _ target: String, _ known: [String])
            throws(Diagnostic)
        {
            guard known.contains(target) else {
                let node = root[Node(section)]?.mapping?[Node(entry)]?.mapping?[Node(key)] ?? .mapping(root)
                throw error(node, "'\(target)' is not declared in this vocabulary", "declare it, or correct the name")
            }
        }
        for api in vocabulary.apis {
            for callback in api.calls {
                try check("apis", api.name, "calls", callback, vocabulary.callbacks.map(\.name))
            }
            if let by = api.by { try check("apis", api.name, "by", by, vocabulary.parties.map(\.name)) }
        }
        for step in vocabulary.steps {
            for name in step.beside {
                try check(
                    "steps", step.phrase, "beside", name, vocabulary.apis.map(\.name) + vocabulary.callbacks.map(\.name)
                )
            }
            if let by = step.by { try check("steps", step.phrase, "by", by, vocabulary.parties.map(\.name)) }
        }
        for resource in vocabulary.resources {
            try check("resources", resource.name, "acquire", resource.acquire, vocabulary.apis.map(\.name))
            try check("resources", resource.name, "release", resource.release, vocabulary.apis.map(\.name))
            if let within = resource.within {
                try check("resources", resource.name, "within", within, vocabulary.resources.map(\.name))
            }
            if let initial = resource.initial {
                try check("resources", resource.name, "initial", initial, vocabulary.apis.map(\.name))
            }
        }
    }

    // MARK: - YAML

    private func tree() throws(Diagnostic) -> Node {
        do {
            guard let node = try Yams.compose(yaml: text) else {
                throw Diagnostic(
                    .error, file: path, line: 1, column: 1, message: "the vocabulary is empty",
                    advice: "it needs at least 'subsystem:' and 'testbed:'")
            }
            return node
        } catch let diagnostic as Diagnostic {
            throw diagnostic
        } catch let error as YamlError {
            throw diagnostic(for: error)
        } catch {
            throw Diagnostic(.error, file: path, message: "not YAML: \(error)", advice: "correct the YAML")
        }
    }

    private func diagnostic(for error: YamlError) -> Diagnostic {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            located(mark, "not YAML: \(problem)", "correct the YAML")
        case .duplicatedKeysInMapping(let duplicates, let context):
            located(context.mark, "the key '\(duplicates.joined(separator: "', '"))' stands twice", "keep one of them")
        default:
            Diagnostic(.error, file: path, message: "not YAML: \(error)", advice: "correct the YAML")
        }
    }

    private func located(_ mark: Mark?, _ message: String, _ advice: String) -> Diagnostic {
        .init(
            at: .init(line: mark?.line ?? 0, column: mark?.column ?? 0), of: text, in: path, message, advice: advice)
    }

    private func error(_ node: Node, _ message: String, _ advice: String) -> Diagnostic {
        located(node.mark, message, advice)
    }

    private func choices<T: CaseIterable & RawRepresentable<String>>(_: T.Type) -> String {
        T.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    }

    private func mapping(_ node: Node, _ what: String) throws(Diagnostic) -> Node.Mapping {
        guard let mapping = node.mapping else {
            throw error(node, "\(what) must be a mapping", "write it as 'key: value' lines, or {key: value}")
        }
        return mapping
    }

    private func check(_ mapping: Node.Mapping, _ what: String, _ known: [String]) throws(Diagnostic) {
        for (key, _) in mapping {
            guard let word = key.string, known.contains(word) else {
                throw error(
                    key, "\(what) has no key '\(key.string ?? "?")'",
                    "known keys: \(known.joined(separator: ", "))")
            }
        }
    }

    private func required(_ mapping: Node.Mapping, _ key: String, _ what: String) throws(Diagnostic) -> String {
        guard let node = mapping[Node(key)] else {
            throw error(mapping.first?.key ?? .mapping(mapping), "\(what) needs '\(key):'", "add it")
        }
        return try scalar(node)
    }

    private func scalar(_ node: Node) throws(Diagnostic) -> String {
        guard case .scalar(let scalar) = node, !scalar.string.isEmpty else {
            throw error(node, "a word is expected here", "write one word or phrase")
        }
        return scalar.string
    }

    private func words(_ node: Node?, _ what: String) throws(Diagnostic) -> [String] {
        guard let node else { return [] }
        if case .sequence(let sequence) = node {
            var result: [String] = []
            for element in sequence { result.append(try scalar(element)) }
            return result
        }
        guard case .scalar = node else { throw error(node, "\(what) must be a list", "write [one, another]") }
        return [try scalar(node)]
    }

    private func pairs(_ node: Node?, _ what: String) throws(Diagnostic) -> [(Node, Node)] {
        guard let node else { return [] }
        return try mapping(node, what).map { ($0.key, $0.value) }
    }

    private func list<T>(
        _ node: Node?, _ what: String, _ transform: (Node, Node) throws(Diagnostic) -> T
    ) throws(Diagnostic) -> [T] {
        var result: [T] = []
        for (key, value) in try pairs(node, what) { result.append(try transform(key, value)) }
        return result
    }

    private mutating func name(_ node: Node, _ category: Name.Category) throws(Diagnostic) -> String {
        let identifier = try scalar(node)
        let isIdentifier =
            identifier.utf8.allSatisfy { byte in
                byte == UInt8(ascii: "_") || (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
                    || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
            } && !(identifier.utf8.first.map { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") } ?? true)
        guard isIdentifier else {
            throw error(
                node, "'\(identifier)' is not an identifier", "name a case of the testbed's \(category.rawValue)")
        }
        references.append(
            .init(name: Name(category, identifier), line: node.mark?.line ?? 0, column: node.mark?.column ?? 0))
        return identifier
    }
}
