/// Brings a comment and the declaration behind it together.
enum ItemBuilder {
    /// Nil, with a diagnostic, when they do not belong together.
    static func item(
        _ entry: inout CommentEntry, declarationLine line: Int, _ detail: CReader.Detail,
        _ diagnostics: inout DiagnosticCollector
    ) -> Item? {
        let declaration: Declaration
        do {
            let (found, invalid) = try read(entry, detail)
            for argument in invalid { diagnostics.add(.warning, line: line, "invalid parameter: \(short(argument))") }
            declaration = found
        } catch .nestedTooDeep {
            diagnostics.add(
                .warning, line: line, "the members of '\(short(entry.name))' are nested too deep to be named")
            return nil
        } catch {
            let what = entry.kind?.rawValue ?? "declaration"
            diagnostics.add(
                .warning, line: line,
                "the \(what) behind the comment on '\(short(entry.name))' could not be understood",
                excerpt: entry.prototype)
            return nil
        }
        let isTrace = entry.kind == .function && TraceEvent.isTraceEvent(entry.prototype)
        let expected = isTrace ? "trace_" + entry.name : entry.name
        guard declaration.name == expected else {
            diagnostics.add(
                .warning, line: line,
                "the comment documents \(entry.kind?.rawValue ?? "") '\(short(expected))', but '\(short(declaration.name))' follows it"
            )
            return nil
        }
        return item(&entry, declaration, line, detail, &diagnostics)
    }

    private static func read(
        _ entry: CommentEntry, _ detail: CReader.Detail
    ) throws(DeclarationError) -> (Declaration, invalid: [String]) {
        switch entry.kind {
        case .struct: try StructDeclaration.read(entry.prototype, kind: .struct)
        case .union: try StructDeclaration.read(entry.prototype, kind: .union)
        case .enum: (try EnumDeclaration.read(entry.prototype), [])
        case .typedef: try TypedefDeclaration.read(entry.prototype, keepingTypes: detail == .full)
        default: try FunctionDeclaration.read(entry.prototype, keepingTypes: detail == .full)
        }
    }

    private static func item(
        _ entry: inout CommentEntry, _ declaration: Declaration, _ line: Int, _ detail: CReader.Detail,
        _ diagnostics: inout DiagnosticCollector
    ) -> Item {
        let name = declaration.name.isEmpty ? "(anonymous)" : declaration.name
        for duplicate in entry.duplicates {
            diagnostics.add(
                .warning, line: duplicate.line, "a second section '\(short(duplicate.title))' in '\(short(name))'")
        }
        var seen = Set<String>()
        var parameters: [Item.Parameter] = []
        parameters.reserveCapacity(declaration.parameters.count)
        for parameter in declaration.parameters {
            guard isFirst(parameter.name, parameters, &seen) else { continue }
            let description = entry.use(parameter.name)
            if description == nil, parameter.role == .named, !parameter.name.utf8.contains(UInt8(ascii: ".")) {
                diagnostics.add(.warning, line: line, missing(parameter.name, in: name, declaration.kind))
            }
            let text = parameter.role == .none || parameter.role == .anonymous ? nil : description?.text
            parameters.append(
                .init(
                    name: parameter.name, type: parameter.type, text: text ?? DocText(),
                    line: text == nil ? 0 : description?.line ?? 0, isInline: description?.isInline ?? false))
        }
        var excess: [Item.Parameter] = []
        for description in entry.descriptions.entries where !description.isUsed {
            diagnostics.add(.warning, line: line, Self.excess(description.name, in: name, declaration.kind))
            excess.append(description.parameter)
        }
        return Item(
            kind: declaration.kind, name: name, line: entry.line, purpose: entry.purpose,
            prototype: detail == .full || declaration.kind == .typedef ? declaration.prototypeText : "",
            parameters: parameters, sections: entry.writtenSections,
            excess: excess)
    }

    /// An item of what a piece of a file shows; nil when nothing is said in it.
    static func partialItem(_ entry: inout CommentEntry) -> Item? {
        var declaration = entry.kind == .doc ? nil : completedDeclaration(entry)
        if let name = declaration?.name, !entry.name.isEmpty, name != entry.name { declaration = nil }
        let prototype = declaration?.prototypeText ?? ""
        if declaration?.name == CommentEntry.unknownName { declaration?.name = "" }
        var parameters: [Item.Parameter] = []
        var seen = Set<String>()
        for parameter in declaration?.parameters ?? [] where isFirst(parameter.name, parameters, &seen) {
            let description =
                entry.use(parameter.name) ?? (parameters.isEmpty ? entry.use(CommentEntry.nextMember) : nil)
            parameters.append(
                .init(
                    name: parameter.name, type: parameter.type, text: description?.text ?? DocText(),
                    line: description?.line ?? 0, isInline: description?.isInline ?? false))
        }
        for description in entry.descriptions.entries where !description.isUsed {
            parameters.append(description.parameter)
        }
        let sections = entry.writtenSections
        guard !sections.isEmpty || !entry.purpose.isEmpty || parameters.contains(where: { !$0.text.isEmpty })
        else { return nil }
        return Item(
            kind: declaration?.kind ?? entry.kind ?? .doc, name: declaration?.name ?? entry.name, line: entry.line,
            purpose: entry.purpose, prototype: prototype, parameters: parameters, sections: sections)
    }

    /// Closes what the piece of a declaration leaves open, and reads it then.
    private static func completedDeclaration(_ entry: CommentEntry) -> Declaration? {
        var entry = entry
        let range = entry.prototype.trimmed(0..<entry.prototype.count)
        entry.prototype.removeSubrange(range.upperBound...)
        if entry.kind == .function {
            if entry.prototype.last == UInt8(ascii: ",") { entry.prototype.removeLast() }
            var depth = 0
            for byte in entry.prototype {
                if byte == UInt8(ascii: "(") { depth += 1 }
                if byte == UInt8(ascii: ")") { depth -= 1 }
            }
            entry.prototype.append(contentsOf: repeatElement(UInt8(ascii: ")"), count: max(0, depth)))
        } else if entry.depth > 0 {
            entry.prototype.append(contentsOf: repeatElement(UInt8(ascii: "}"), count: entry.depth))
            entry.prototype.append(UInt8(ascii: ";"))
        }
        return try? read(entry, .full).0
    }

    /// Few names are compared one by one; many go through a set.
    private static func isFirst(_ name: String, _ parameters: [Item.Parameter], _ seen: inout Set<String>) -> Bool {
        if parameters.count < 16 { return !parameters.contains { $0.name == name } }
        if seen.isEmpty { for parameter in parameters { seen.insert(parameter.name) } }
        return seen.insert(name).inserted
    }

    /// kernel-doc's words, so that its users find theirs again.
    private static func missing(_ parameter: String, in name: String, _ kind: Item.Kind) -> String {
        switch kind {
        case .enum: "Enum value '\(short(parameter))' not described in enum '\(short(name))'"
        case .function, .macro: "function parameter '\(short(parameter))' not described in '\(short(name))'"
        default: "\(kind.rawValue) member '\(short(parameter))' not described in '\(short(name))'"
        }
    }

    private static func excess(_ parameter: String, in name: String, _ kind: Item.Kind) -> String {
        switch kind {
        case .enum: "Excess enum value '%\(short(parameter))' description in '\(short(name))'"
        case .function, .macro: "Excess function parameter '\(short(parameter))' description in '\(short(name))'"
        default: "Excess \(kind.rawValue) member '\(short(parameter))' description in '\(short(name))'"
        }
    }

    /// A name cut to a length that can be shown; in a broken file it can be of any.
    private static func short(_ name: String) -> String {
        name.utf8.count <= 120 ? name : String(decoding: name.utf8.prefix(120), as: UTF8.self) + "…"
    }
}
