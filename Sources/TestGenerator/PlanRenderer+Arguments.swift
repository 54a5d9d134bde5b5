import Rules

/// How names and values are spelled.
extension PlanRenderer {
    func list(of names: [String], _ type: String, in space: String? = "Bed") -> String {
        let type = (space.map { "\($0)." } ?? "") + type
        return "["
            + names.enumerated().map { ($0.offset == 0 ? "\(type)." : ".") + $0.element }.joined(separator: ", ") + "]"
    }

    /// Cases of a type that is known where they stand.
    func cases(_ names: [String]) -> String { names.map { ".\($0)" }.joined(separator: ", ") }

    /// All of the names, where the error is plain, or the first.
    func byError(_ names: [String], _ type: String) -> String {
        names.count == 1
            ? list(of: names, type)
            : "Errno.plain.contains(error) ? \(list(of: names, type)) : [.\(names[0])]"
    }

    func list(of company: TestPlan.Company) -> String {
        switch company {
        case .bound: "others"
        case .everything: "Bed.Resource.allCases"
        case .named(let resources): list(of: resources, "Resource")
        }
    }

    /// A resource, a callback or an interface: by its name, or by what a loop calls it.
    func name(_ name: String, bound: String) -> String { name == TestPlan.boundName ? bound : ".\(name)" }
    func resource(_ name: String) -> String { self.name(name, bound: "resource") }
    func api(_ name: String) -> String { self.name(name, bound: "api") }
    func callback(_ name: String) -> String { self.name(name, bound: "callback") }

    /// What a report is about.
    func subject(_ name: String, _ category: Name.Category) -> String {
        name == TestPlan.boundName
            ? (category == .callback ? "callback" : "resource") : "Bed.\(category.rawValue).\(name)"
    }

    func arguments(of world: TestPlan.World) -> String {
        var parts: [String] = []
        if let variant = world.variant { parts.append(".\(variant)") }
        if !world.without.isEmpty {
            parts.append("without: [\(cases(world.without))]")
        }
        if let with = world.with { parts.append("with: [\(cases(with))]") }
        if world.isCoherent { parts.append("coherent: true") }
        if world.isPartial { parts.append("partial: true") }
        return parts.joined(separator: ", ")
    }

    func rendered(_ arguments: TestPlan.Arguments) -> String {
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

    func rendered(_ direction: TestPlan.DirectionArgument) -> String {
        switch direction {
        case .none: ".bidirectional"
        case .bound: "direction"
        case .another: "direction.another"
        case .way: "way"
        case .toDevice, .fromDevice: ".\(direction.rawValue)"
        }
    }

    func rendered(_ context: TestPlan.Context) -> String {
        context == .bound ? "context" : ".\(context.rawValue)"
    }

    func within(_ context: TestPlan.Context) -> String {
        context == .first ? "" : ", in: \(rendered(context))"
    }

    func rendered(_ chunk: TestPlan.Chunk) -> String {
        switch chunk {
        case .first: "0"
        case .last: "\(world).chunks - 1"
        case .pastEnd: "\(world).chunks"
        case .number(let number): "\(number)"
        case .bound: "chunk"
        }
    }

    func rendered(_ error: TestPlan.ErrorArgument) -> String {
        switch error {
        case .bound: "error"
        case .code(let code): ".\(code)"
        }
    }

    func at(_ offset: TestPlan.Offset) -> String {
        offset == .start ? "" : ", at: \(bytes(offset))"
    }

    func bytes(_ offset: TestPlan.Offset) -> String {
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

    func rendered(_ byte: TestPlan.Byte) -> String {
        switch byte {
        case .value(let value): hex(value)
        case .ofChunk: "UInt8(chunk + 1)"
        case .ofChunkOfExtent: "UInt8(Int(extent.offset) + chunk + 1)"
        case .reachingDevice(let value, let other): "(direction.reachesDevice ? \(hex(value)) : \(hex(other)))"
        }
    }

    /// What an access of the test's direction sees, where it sees anything.
    func seen(_ byte: TestPlan.Byte) -> String {
        if case .reachingDevice(let value, let other) = byte {
            return "direction.sees(\(hex(value)), or: \(hex(other)))"
        }
        return "direction.sees(\(rendered(byte)))"
    }

    func hex(_ value: UInt8) -> String {
        let digits = String(value, radix: 16, uppercase: true)
        return "0x" + (digits.count < 2 ? "0" : "") + digits
    }
}
