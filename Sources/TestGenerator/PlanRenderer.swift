import Rules

/// Turns the neutral steps of a plan into Swift statements. It decides nothing: a step is a line.
struct PlanRenderer {
    /// The world in which the next step happens.
    var world = "bed"
    private(set) var lines: [String] = []
    private(set) var indent = 0

    /// Columns that a line of a test may have, and those that it begins behind.
    static let width = (line: 120, body: 8)

    init() {}

    /// The statements of a plan, without the function around them.
    static func lines(for plan: TestPlan) -> [String] {
        var renderer = PlanRenderer()
        renderer.render(plan.steps)
        return renderer.lines
    }

    private mutating func add(_ line: String) { lines.append(String(repeating: "    ", count: indent) + line) }

    private mutating func render(_ steps: [TestPlan.Step]) {
        for step in steps { render(step) }
    }

    private mutating func render(_ step: TestPlan.Step) {
        switch step {
        case .world(let world):
            self.world = world.name
            add("let \(world.name) = try Bed(\(arguments(of: world)))")
        case .act(let action):
            add(statement(action))
        case .expect(let check):
            for line in lines(expecting: check) { add(line) }
        case .bind(let name, let action):
            add("let \(name) = try \(call(action))")
        case .bindSize(let name):
            add("let \(name) = \(world).size")
        // Not once, where a bound leaves no room for more: such a range would end the whole run.
        case .repeating(..<1, _): break
        case .repeating(let count, let steps):
            block("for _ in 1...\(count) {", steps)
        case .forEachExtent(let extents, let steps):
            block("for extent in Extent.\(extents.rawValue)(\(world).wholeChunks) {", steps)
        case .forEachChunk(let steps):
            block("for chunk in 0..<\(world).chunks {", steps)
        case .forEachChunkOfExtent(let steps):
            block("for chunk in 0..<Int(extent.length) {", steps)
        case .forEachContext(let steps):
            block("for context in ProcessContext.allCases {", steps)
        case .forEachContextOf(let contexts, let steps):
            block("for context in \(list(of: contexts.map(\.rawValue), "ProcessContext", in: nil)) {", steps)
        case .forEachDirectionOf(let directions, let steps):
            let words = directions.map(rendered)
            let isTyped = words.contains { !$0.hasPrefix(".") } && !words[0].hasPrefix(".")
            block("for way in [\(isTyped ? "" : "Direction")\(words.joined(separator: ", "))] {", steps)
        case .forEachDirection(let steps):
            block("for direction in Direction.allCases {", steps)
        case .forEachChoice(let steps):
            block("for chosen in [chosen, !chosen, chosen] {", steps)
        case .whenErrorIsPlain(let steps):
            block("if Errno.plain.contains(error) {", steps)
        case .forEachResource(let resources, let steps):
            block("for resource in \(list(of: resources, "Resource")) {", steps)
        case .forEachCompany(let resources, let steps):
            block("for others in [[], \(list(of: resources, "Resource"))] {", steps)
        case .besideOthers(let steps):
            block("try \(world).besideOthers {", steps)
        case .inCompany(let steps):
            block("if !others.isEmpty {", steps)
        case .forEachCallback(let callbacks, let steps):
            block("for callback in \(list(of: callbacks, "Callback")) {", steps)
        case .forEachAPI(let apis, let steps):
            block("for api in \(list(of: apis, "API")) {", steps)
        case .forEachResourceByError(let resources, let steps):
            block("for resource in \(byError(resources, "Resource")) {", steps)
        case .forEachAPIByError(let apis, let steps):
            block("for api in \(byError(apis, "API")) {", steps)
        case .when(let condition, let steps):
            block("if direction.\(condition.rawValue) {", steps)
        case .concurrently(let steps):
            block("try await \(world).concurrently { \(world), context in", steps)
        case .note(let text):
            add("// \(text)")
        }
    }

    /// What a loop or a condition stands around; on its line, where that is one statement and there is room for it.
    private mutating func block(_ head: String, _ steps: [TestPlan.Step]) {
        let start = lines.count
        add(head)
        indent += 1
        render(steps)
        indent -= 1
        add("}")
        guard lines.count == start + 3, !head.hasSuffix(" in") else { return }
        let inner = lines[start + 1].drop { $0 == " " }
        let line = "\(lines[start]) \(inner) }"
        if Self.width.body + line.count <= Self.width.line, !inner.hasPrefix("//"), !inner.hasSuffix("}") {
            lines.replaceSubrange(start..., with: [line])
        }
    }
}
