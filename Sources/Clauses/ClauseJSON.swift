import KernelDoc

/// Writes clauses as `specgen.clauses/1`, straight into bytes, members always in the same order.
public struct ClauseJSON: Sendable {
    private var clauses = JSONWriter()

    public init(_ clauses: [Clause] = []) {
        for clause in clauses { append(clause) }
    }

    private mutating func append(_ clause: Clause) {
        clauses.beginObject()
        string("id", clause.id)
        block(clause.block)
        string("unit", clause.unit.rawValue)
        source(clause.source)
        string("sentence", clause.sentence)
        string("text", clause.text)
        string("modality", clause.modality.rawValue)
        string("bearer", clause.bearer)
        strings("symbols", clause.symbols)
        strings("errors", clause.errors)
        string("condition", clause.condition)
        quantity(clause.quantity)
        clauses.name("negated")
        flag(clause.negated)
        string("leadIn", clause.leadIn)
        rule(clause.rule)
        string("reason", clause.reason)
        if let unbound = clause.unbound { strings("unbound", unbound) }
        if let testName = clause.testName { string("testName", testName) }
        clauses.endObject()
    }

    /// The whole document, a member a line, as `Generated/clauses.json` keeps it.
    public func indented() -> [UInt8] {
        JSONLayout.indented(finished()) + "\n".utf8
    }

    /// The whole document, one line.
    public func finished() -> [UInt8] {
        var bytes = Array("{\"schema\": \"\(ClauseList.schema)\", \"clauses\": [".utf8)
        bytes += clauses.bytes
        bytes += "]}\n".utf8
        return bytes
    }

    // MARK: Members

    private mutating func string(_ name: StaticString, _ value: String?) {
        clauses.name(name)
        if let value { clauses.string(value) } else { clauses.null() }
    }

    private mutating func strings(_ name: StaticString, _ values: [String]) {
        clauses.name(name)
        clauses.beginArray()
        for value in values { clauses.string(value) }
        clauses.endArray()
    }

    private mutating func flag(_ value: Bool) { clauses.boolean(value) }

    private mutating func block(_ block: Prose.Block) {
        clauses.name("block")
        clauses.beginObject()
        string("kind", block.kind.rawValue)
        string("title", block.title)
        string("symbol", block.symbol)
        string("member", block.member)
        string("section", block.section)
        clauses.endObject()
    }

    private mutating func source(_ source: SourceLocation) {
        clauses.name("source")
        clauses.beginObject()
        string("file", source.file)
        integer("line", source.line)
        integer("endLine", source.endLine)
        if let patchLine = source.patchLine { integer("patchLine", patchLine) }
        if let estimated = source.estimated {
            clauses.name("estimated")
            flag(estimated)
        }
        clauses.endObject()
    }

    private mutating func integer(_ name: StaticString, _ value: Int) {
        clauses.name(name)
        clauses.integer(value)
    }

    private mutating func quantity(_ quantity: Clause.Quantity?) {
        clauses.name("quantity")
        guard let quantity else { return clauses.null() }
        clauses.beginObject()
        string("relation", quantity.relation.rawValue)
        clauses.name("value")
        if let value = quantity.value { clauses.integer(value) } else { clauses.null() }
        string("unit", quantity.unit)
        clauses.endObject()
    }

    private mutating func rule(_ rule: Clause.RuleReference?) {
        clauses.name("rule")
        guard let rule else { return clauses.null() }
        clauses.beginObject()
        string("kind", rule.kind.rawValue)
        string("force", rule.force.rawValue)
        clauses.name("parameters")
        clauses.beginObject()
        for (name, value) in rule.parameters.sorted(by: { $0.key < $1.key }) {
            clauses.name(of: name)
            switch value {
            case .number(let number): clauses.integer(number)
            case .flag(let value): flag(value)
            case .word(let word): clauses.string(word)
            case .words(let words):
                clauses.beginArray()
                for word in words { clauses.string(word) }
                clauses.endArray()
            }
        }
        clauses.endObject()
        if let pattern = rule.pattern { string("pattern", pattern) }
        if let matched = rule.matched { string("matched", matched) }
        clauses.endObject()
    }
}
