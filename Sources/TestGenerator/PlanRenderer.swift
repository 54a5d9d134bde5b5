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

    private func list(of names: [String], _ type: String, in space: String? = "Bed") -> String {
        let type = (space.map { "\($0)." } ?? "") + type
        return "["
            + names.enumerated().map { ($0.offset == 0 ? "\(type)." : ".") + $0.element }.joined(separator: ", ") + "]"
    }

    /// All of the names, where the error is plain, or the first.
    private func byError(_ names: [String], _ type: String) -> String {
        names.count == 1
            ? list(of: names, type)
            : "Errno.plain.contains(error) ? \(list(of: names, type)) : [.\(names[0])]"
    }

    private func list(of company: TestPlan.Company) -> String {
        switch company {
        case .bound: "others"
        case .everything: "Bed.Resource.allCases"
        }
    }

    /// A resource, a callback or an interface: by its name, or by what a loop calls it.
    private func name(_ name: String, bound: String) -> String { name == TestPlan.boundName ? bound : ".\(name)" }
    private func resource(_ name: String) -> String { self.name(name, bound: "resource") }
    private func api(_ name: String) -> String { self.name(name, bound: "api") }
    private func callback(_ name: String) -> String { self.name(name, bound: "callback") }

    /// What a report is about.
    private func subject(_ name: String, _ category: Name.Category) -> String {
        name == TestPlan.boundName
            ? (category == .callback ? "callback" : "resource") : "Bed.\(category.rawValue).\(name)"
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
        case .read, .readAll, .deviceRead, .deviceReadAll, .finishDeviceRead, .use, .attempts:
            "_ = try \(call(action))"
        default: "try \(call(action))"
        }
    }

    private func call(_ action: TestPlan.Action) -> String {
        switch action {
        case .prepare(let name): "\(world).prepare(for: \(api(name)))"
        case .access(let name, let arguments, let value): "\(world).access(\(accessed(name, arguments, value)))"
        case .use(let name, let arguments, let value): "\(world).use(\(accessed(name, arguments, value)))"
        case .holdOnce(let name, let arguments):
            "\(world).holdOnce(\(resource(name))\(rendered(arguments)))"
        case .holdAll(let company, let context): "\(world).hold(\(list(of: company))\(within(context)))"
        case .releaseAll(let company, let context): "\(world).release(\(list(of: company))\(within(context)))"
        case .attempts(let action, let callback, let error):
            "\(world).errors(failing: .\(callback), \(rendered(error))) { try \(call(action)) }"
        case .call(let name, let arguments): "\(world).call(\(api(name))\(rendered(arguments)))"
        case .hold(let name, let arguments): "\(world).hold(\(resource(name))\(rendered(arguments)))"
        case .release(let name, let arguments): "\(world).release(\(resource(name))\(rendered(arguments)))"
        case .read(let name, let offset, let context): "\(world).read(\(resource(name))\(at(offset))\(within(context)))"
        case .write(let value, let name, let offset, let context):
            "\(world).write(\(rendered(value)), \(resource(name))\(at(offset))\(within(context)))"
        case .readAll(let name, let context): "\(world).bytes(\(resource(name))\(within(context)))"
        case .fill(let value, let name, let context):
            "\(world).fill(\(rendered(value)), \(resource(name))\(within(context)))"
        case .deviceReadAll: "\(world).deviceBytes()"
        case .startDeviceFill(let value): "\(world).startDeviceFill(\(rendered(value)))"
        case .deviceRead(let offset): "\(world).deviceRead(at: \(bytes(offset)))"
        case .deviceWrite(let value, let offset): "\(world).deviceWrite(\(rendered(value)), at: \(bytes(offset)))"
        case .startDeviceWrite(let value, let offset):
            "\(world).startDeviceWrite(\(rendered(value)), at: \(bytes(offset)))"
        case .startDeviceRead(let offset): "\(world).startDeviceRead(at: \(bytes(offset)))"
        case .finishDeviceRead: "\(world).finishDeviceRead()"
        case .makeReturn(let callback, let error, let times):
            "\(world).make(.\(callback), return: \(rendered(error))\(times.map { ", times: \($0)" } ?? ""))"
        case .makeReturnValue(let callback, let value): "\(world).make(.\(callback), return: \(value), times: 1)"
        case .makeSleep(let callback): "\(world).make(\(self.callback(callback)), sleep: true)"
        case .sleep(let context): "\(world).sleep(in: \(rendered(context)))"
        case .wait(let context): "\(world).sleep(in: \(rendered(context)), for: cause)"
        case .interrupt(let context): "\(world).interrupt(\(rendered(context)))"
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

    private func accessed(_ name: String, _ arguments: TestPlan.Arguments, _ value: TestPlan.Byte?) -> String {
        var parts = [resource(name)]
        if arguments.direction != .none { parts.append(rendered(arguments.direction)) }
        if arguments.context != .first { parts.append("in: \(rendered(arguments.context))") }
        if let value { parts.append("writing: \(rendered(value))") }
        return parts.joined(separator: ", ")
    }

    private func rendered(_ arguments: TestPlan.Arguments) -> String {
        var parts: [String] = []
        if arguments.direction != .none { parts.append("direction: \(rendered(arguments.direction))") }
        switch arguments.chunk {
        case .first: break
        default: parts.append("chunk: \(rendered(arguments.chunk))")
        }
        if arguments.extent { parts.append("extent: extent") }
        if arguments.context != .first { parts.append("in: \(rendered(arguments.context))") }
        if arguments.flag { parts.append("flag: chosen") }
        return parts.isEmpty ? "" : ", " + parts.joined(separator: ", ")
    }

    private func rendered(_ direction: TestPlan.DirectionArgument) -> String {
        switch direction {
        case .none: ".bidirectional"
        case .bound: "direction"
        case .another: "direction.another"
        case .way: "way"
        case .toDevice, .fromDevice: ".\(direction.rawValue)"
        }
    }

    private func rendered(_ context: TestPlan.Context) -> String {
        context == .bound ? "context" : ".\(context.rawValue)"
    }

    private func within(_ context: TestPlan.Context) -> String {
        context == .first ? "" : ", in: \(rendered(context))"
    }

    private func rendered(_ chunk: TestPlan.Chunk) -> String {
        switch chunk {
        case .first: "0"
        case .last: "\(world).chunks - 1"
        case .pastEnd: "\(world).chunks"
        case .number(let number): "\(number)"
        case .bound: "chunk"
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
        case .startOfExtent: "Int(extent.offset) * \(world).chunkSize"
        case .pastChunk: "\(world).chunkSize"
        case .endInLastChunk: "(\(world).size - 1) % \(world).chunkSize"
        case .startOfChunk: "chunk * \(world).chunkSize"
        case .inChunk: "\(world).middle(of: chunk)"
        }
    }

    private func rendered(_ byte: TestPlan.Byte) -> String {
        switch byte {
        case .value(let value): hex(value)
        case .ofChunk: "UInt8(chunk + 1)"
        case .ofChunkOfExtent: "UInt8(Int(extent.offset) + chunk + 1)"
        case .reachingDevice(let value, let other): "(direction.reachesDevice ? \(hex(value)) : \(hex(other)))"
        }
    }

    /// What an access of the test's direction sees, where it sees anything.
    private func seen(_ byte: TestPlan.Byte) -> String {
        if case .reachingDevice(let value, let other) = byte {
            return "direction.sees(\(hex(value)), or: \(hex(other)))"
        }
        return "direction.sees(\(rendered(byte)))"
    }

    private func hex(_ value: UInt8) -> String {
        let digits = String(value, radix: 16, uppercase: true)
        return "0x" + (digits.count < 2 ? "0" : "") + digits
    }

    // MARK: - Expectations

    /// Columns that a line of a test may have, and those that it begins behind.
    private static let width = (line: 120, body: 8)

    private func compared(_ value: String, _ expected: String) -> [String] {
        let line = "#expect(\(value) == \(expected))"
        // The formatter leaves room for a comma behind a closure, and behind a list that it could break.
        let room = Self.width.line - (value.hasSuffix("}") || expected.hasSuffix("]") ? 1 : 0)
        let isLong = Self.width.body + 4 * indent + line.count > room
        return isLong ? ["#expect(", "    \(value)", "        == \(expected))"] : [line]
    }

    private func expectations(_ check: TestPlan.Check) -> [String] {
        switch check {
        case .succeeds(let action): ["#expect(try \(call(action)).succeeded)"]
        case .fails(let action): ["#expect(try !\(call(action)).succeeded)"]
        case .failsWith(let action, let error): ["#expect(try \(call(action)).error == \(rendered(error)))"]
        case .failsNotWith(let action, let error): ["#expect(try \(call(action)).error != \(rendered(error)))"]
        case .failsWithAnyError(let action): ["#expect(try \(call(action)).error != nil)"]
        case .failsWithOneOf(let action, let errors):
            ["#expect(try \(call(action)).fails(with: \(errors.map { ".\($0)" }.joined(separator: ", "))))"]
        case .returnsNull(let action): ["#expect(try \(call(action)) == .null)"]
        case .returns(let action, let value): ["#expect(try \(call(action)).status == \(value))"]
        case .doesNotReturn(let action, let value): ["#expect(try \(call(action)).status != \(value))"]
        case .reads(let action, let value): compared("try \(call(action))", rendered(value))
        case .doesNotRead(let action, let value): ["#expect(try \(call(action)) != \(rendered(value)))"]
        case .readsOnly(let action, let value): ["#expect(try \(call(action)) == [\(rendered(value))])"]
        case .doesNotReadOnly(let action, let value): ["#expect(try \(call(action)) != [\(rendered(value))])"]
        case .saw(let action, let value): compared("try \(call(action))", seen(value))
        case .failsAsOften(let action, let callback, let error):
            compared("try \(call(.attempts(action, callback, error)))", "[\(rendered(error)), \(rendered(error)), nil]")
        case .succeedsWhenUsed(let action): ["#expect(try \(call(action)) != nil)"]
        case .reportedBy(let action, let violation, let subject, let category):
            [
                "#expect(try \(world).reported(.\(violation.rawValue), \(self.subject(subject, category))) { \(statement(action)) })"
            ]
        case .notReportedBy(let action, let violation, let subject, let category):
            [
                "#expect(try !\(world).reported(.\(violation.rawValue), \(self.subject(subject, category))) { \(statement(action)) })"
            ]
        case .addressFaults(let name, let bound):
            ["#expect(try \(world).read(\(resource(name)), address: \(bound).address) == nil)"]
        case .faults(let action):
            if case .write = action {
                ["#expect(try !\(call(action)))"]
            } else {
                ["#expect(try \(call(action)) == nil)"]
            }
        case .faultsEverywhere(let name, let context):
            ["#expect(try \(call(.readAll(name, context))) == [nil])"]
        case .reported(let violation, let subject, let category):
            [
                "#expect(\(world).reported(.\(violation.rawValue), \(self.subject(subject, category))))"
            ]
        case .notReported(let violation): ["#expect(!\(world).reported(.\(violation.rawValue)))"]
        case .isClean: ["#expect(\(world).isClean)"]
        case .setUpSucceeded: ["#expect(\(world).setUp.succeeded)"]
        case .setUpFails: ["#expect(!\(world).setUp.succeeded)"]
        case .callCount(let callback, let count): ["#expect(\(world).calls(to: .\(callback)).count == \(count))"]
        case .callCountOfChunks(let callback, let times):
            [
                "#expect(\(world).calls(to: .\(callback)).count == \(times == 1 ? "" : "\(times) * ")\(world).chunks)"
            ]
        case .callCountsEqual(let one, let other):
            ["#expect(\(world).calls(to: .\(one)).count == \(world).calls(to: .\(other)).count)"]
        case .lastCallFrom(let callback, let api): ["#expect(\(world).calls(to: .\(callback)).last?.from == .\(api))"]
        case .lastCallDirection(let callback, let direction):
            ["#expect(\(world).calls(to: .\(callback)).last?.direction == \(rendered(direction)))"]
        case .callDirections(let callback, let directions):
            compared(
                "\(world).calls(to: .\(callback)).map(\\.direction)",
                "[\(directions.map(rendered).joined(separator: ", "))]")
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
