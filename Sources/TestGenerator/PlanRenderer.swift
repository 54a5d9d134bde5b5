import Rules

/// Turns the neutral steps of a plan into Swift statements. It decides nothing: a step is a line.
struct PlanRenderer {
    /// The world in which the next step happens.
    private var world = "bed"
    private(set) var lines: [String] = []
    private var indent = 0

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
            for line in expectations(check) { add(line) }
        case .bind(let name, let action):
            add("let \(name) = try \(call(action))")
        case .bindSize(let name):
            add("let \(name) = \(world).size")
        case .repeating(let count, let steps):
            block("for _ in 1...\(count) {", steps)
        case .forEachExtent(let extents, let steps):
            block("for extent in Extent.\(extents.rawValue)(\(world).chunks) {", steps)
        case .when(let condition, let steps):
            block("if direction.\(condition.rawValue) {", steps)
        case .concurrently(let steps):
            block("try await \(world).concurrently { \(world), context in", steps)
        case .note(let text):
            add("// \(text)")
        }
    }

    private mutating func block(_ head: String, _ steps: [TestPlan.Step]) {
        add(head)
        indent += 1
        render(steps)
        indent -= 1
        add("}")
    }

    private func arguments(of world: TestPlan.World) -> String {
        var parts: [String] = []
        if let variant = world.variant { parts.append(".\(variant)") }
        if !world.without.isEmpty {
            parts.append("without: [\(world.without.map { ".\($0)" }.joined(separator: ", "))]")
        }
        if world.isCoherent { parts.append("coherent: true") }
        if world.isPartial { parts.append("partial: true") }
        return parts.joined(separator: ", ")
    }

    // MARK: - Actions

    private func statement(_ action: TestPlan.Action) -> String {
        switch action {
        case .finish, .ignore, .ignoreAll: call(action)
        case .read, .deviceRead: "_ = try \(call(action))"
        default: "try \(call(action))"
        }
    }

    private func call(_ action: TestPlan.Action) -> String {
        switch action {
        case .prepare(let api): "\(world).prepare(for: .\(api))"
        case .call(let api, let arguments): "\(world).call(.\(api)\(rendered(arguments)))"
        case .hold(let resource, let arguments): "\(world).hold(.\(resource)\(rendered(arguments)))"
        case .release(let resource, let arguments): "\(world).release(.\(resource)\(rendered(arguments)))"
        case .read(let resource, let offset): "\(world).read(.\(resource)\(at(offset)))"
        case .write(let value, let resource, let offset): "\(world).write(\(hex(value)), .\(resource)\(at(offset)))"
        case .deviceRead(let offset): "\(world).deviceRead(at: \(bytes(offset)))"
        case .deviceWrite(let value, let offset): "\(world).deviceWrite(\(hex(value)), at: \(bytes(offset)))"
        case .makeReturn(let callback, let error, let times):
            "\(world).make(.\(callback), return: \(rendered(error))\(times.map { ", times: \($0)" } ?? ""))"
        case .makeReturnValue(let callback, let value): "\(world).make(.\(callback), return: \(value), times: 1)"
        case .makeSleep(let callback): "\(world).make(.\(callback), sleep: true)"
        case .sleep(let context): "\(world).sleep(in: .\(context.rawValue))"
        case .exhaust(let supply, let isExhausted): "\(world).exhaust(.\(supply), \(isExhausted))"
        case .contend(let lock, let action): "\(world).contend(.\(lock)) { bed in try \(renamed(action)) }"
        case .perform(let action): "\(world).perform(.\(action))"
        case .finish: "\(world).finish()"
        case .ignore(let violation): "\(world).ignore(.\(violation.rawValue))"
        case .ignoreAll: "\(world).ignoreAll()"
        }
    }

    private func renamed(_ action: TestPlan.Action) -> String {
        var inner = self
        inner.world = "bed"
        return inner.call(action)
    }

    private func rendered(_ arguments: TestPlan.Arguments) -> String {
        var parts: [String] = []
        switch arguments.direction {
        case .none: break
        case .bound: parts.append("direction: direction")
        }
        switch arguments.chunk {
        case .first: break
        default: parts.append("chunk: \(rendered(arguments.chunk))")
        }
        if arguments.extent { parts.append("extent: extent") }
        switch arguments.context {
        case .first: break
        case .bound: parts.append("in: context")
        case .second: parts.append("in: .second")
        }
        if arguments.flag { parts.append("flag: chosen") }
        return parts.isEmpty ? "" : ", " + parts.joined(separator: ", ")
    }

    private func rendered(_ chunk: TestPlan.Chunk) -> String {
        switch chunk {
        case .first: "0"
        case .last: "\(world).chunks - 1"
        case .pastEnd: "\(world).chunks"
        case .number(let number): "\(number)"
        }
    }

    private func rendered(_ error: TestPlan.ErrorArgument) -> String {
        switch error {
        case .bound: "error"
        case .code(let code): ".\(code)"
        }
    }

    private func at(_ offset: TestPlan.Offset) -> String {
        offset == .start ? "" : ", at: \(bytes(offset))"
    }

    private func bytes(_ offset: TestPlan.Offset) -> String {
        switch offset {
        case .start: "0"
        case .chunk(let number): "\(world).middle(of: \(number))"
        case .end: "\(world).size - 1"
        case .pastChunk: "\(world).chunkSize"
        case .endInLastChunk: "(\(world).size - 1) % \(world).chunkSize"
        }
    }

    private func hex(_ value: UInt8) -> String {
        let digits = String(value, radix: 16, uppercase: true)
        return "0x" + (digits.count < 2 ? "0" : "") + digits
    }

    // MARK: - Expectations

    private func expectations(_ check: TestPlan.Check) -> [String] {
        switch check {
        case .succeeds(let action): ["#expect(try \(call(action)).succeeded)"]
        case .fails(let action): ["#expect(try !\(call(action)).succeeded)"]
        case .failsWith(let action, let error): ["#expect(try \(call(action)).error == \(rendered(error)))"]
        case .failsNotWith(let action, let error): ["#expect(try \(call(action)).error != \(rendered(error)))"]
        case .failsWithAnyError(let action): ["#expect(try \(call(action)).error != nil)"]
        case .returnsNull(let action): ["#expect(try \(call(action)) == .null)"]
        case .returns(let action, let value): ["#expect(try \(call(action)).status == \(value))"]
        case .reads(let action, let value): ["#expect(try \(call(action)) == \(hex(value)))"]
        case .doesNotRead(let action, let value): ["#expect(try \(call(action)) != \(hex(value)))"]
        case .faults(let action):
            if case .write = action {
                ["#expect(try !\(call(action)))"]
            } else {
                ["#expect(try \(call(action)) == nil)"]
            }
        case .reported(let violation, let subject, let category):
            ["#expect(\(world).reported(.\(violation.rawValue), Bed.\(category.rawValue).\(subject)))"]
        case .notReported(let violation): ["#expect(!\(world).reported(.\(violation.rawValue)))"]
        case .isClean: ["#expect(\(world).isClean)"]
        case .setUpSucceeded: ["#expect(\(world).setUp.succeeded)"]
        case .setUpFails: ["#expect(!\(world).setUp.succeeded)"]
        case .callCount(let callback, let count): ["#expect(\(world).calls(to: .\(callback)).count == \(count))"]
        case .lastCallFrom(let callback, let api): ["#expect(\(world).calls(to: .\(callback)).last?.from == .\(api))"]
        case .lastCallDirection(let callback):
            ["#expect(\(world).calls(to: .\(callback)).last?.direction == direction)"]
        case .lastCallChunk(let callback, let chunk):
            ["#expect(\(world).calls(to: .\(callback)).last?.chunk == \(rendered(chunk)))"]
        case .lastCallAddress(let callback, let bound):
            ["#expect(\(world).calls(to: .\(callback)).last?.address == \(bound).address)"]
        case .everyCallHolds(let callback, let lock):
            ["#expect(\(world).calls(to: .\(callback)).allSatisfy { $0.locksHeld.contains(.\(lock)) })"]
        case .noCallHolds(let callback, let lock):
            ["#expect(\(world).calls(to: .\(callback)).allSatisfy { !$0.locksHeld.contains(.\(lock)) })"]
        case .neverOverlapped(let callbacks):
            ["#expect(!\(world).overlapped([\(callbacks.map { ".\($0)" }.joined(separator: ", "))]))"]
        case .sameAddress(let one, let other): ["#expect(\(one).address == \(other).address)"]
        case .alignedAddress(let bound): ["#expect(\(bound).address.map { $0 % UInt64(\(world).chunkSize) } == 0)"]
        case .observed(let observation): ["#expect(try \(world).observe(.\(observation)))"]
        case .notObserved(let observation): ["#expect(try !\(world).observe(.\(observation)))"]
        case .prototype(let name, let prototype):
            [
                "#expect(", "    \(world).prototype(named: \(SwiftLiteral.string(name)))",
                "        == \(SwiftLiteral.string(prototype)))",
            ]
        case .noPrototype(let name): ["#expect(\(world).prototype(named: \(SwiftLiteral.string(name))) == nil)"]
        case .called(let callback): ["#expect(!\(world).calls(to: .\(callback)).isEmpty)"]
        case .isNotClean: ["#expect(\(world).isReported)"]
        case .observedAsChosen(let observation): ["#expect(try \(world).observe(.\(observation)) == chosen)"]
        case .unitIs(let size): ["#expect(\(world).chunkSize == \(size))"]
        case .sizeIs(let bound): ["#expect(\(world).size == \(bound))"]
        }
    }
}
