/// Brings a comment and the declaration behind it together.
enum ItemBuilder {
    /// Nil, with a diagnostic, when they do not belong together.
    static func item(
        _ entry: inout CommentEntry, declarationLine line: Int, _ detail: CReader.Detail,
        _ diagnostics: inout DiagnosticCollector
    ) -> Item? {
        let declaration: Declaration
        do {
            let (found, invalid) = try read(entry.kind, entry.prototype, detail)
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
        _ kind: Item.Kind?, _ prototype: [UInt8], _ detail: CReader.Detail
    ) throws(DeclarationError) -> (Declaration, invalid: [String]) {
        switch kind {
        case .struct: try StructDeclaration.read(prototype, kind: .struct)
        case .union: try StructDeclaration.read(prototype, kind: .union)
        case .enum: (try EnumDeclaration.read(prototype), [])
        case .typedef: try TypedefDeclaration.read(prototype, keepingTypes: detail == .full)
        default: try FunctionDeclaration.read(prototype, keepingTypes: detail == .full)
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
        entry.joinSections()
        if detail == .counts { entry.remarks.begin(declaration.kind, name, purpose: entry.purpose) }
        let parameters = Self.parameters(of: declaration, named: name, &entry, line, detail, &diagnostics)
        if detail == .counts { addSections(&entry) }
        let excess = Self.excess(of: declaration, named: name, &entry, line, detail, &diagnostics)
        guard detail == .full else {
            entry.remarks.end()
            return Item(
                kind: declaration.kind, name: name, line: entry.line,
                prototype: declaration.kind == .typedef ? declaration.prototypeText : "", parameters: parameters)
        }
        return Item(
            kind: declaration.kind, name: name, line: entry.line, purpose: entry.text(entry.purpose),
            prototype: declaration.prototypeText, parameters: parameters, sections: entry.writtenSections,
            excess: excess)
    }

    /// The declaration's parameters with what the comment says of each.
    private static func parameters(
        of declaration: Declaration, named name: String, _ entry: inout CommentEntry, _ line: Int,
        _ detail: CReader.Detail, _ diagnostics: inout DiagnosticCollector
    ) -> [Item.Parameter] {
        let keepsParameters = detail == .full || declaration.kind == .struct || declaration.kind == .union
        var undescribed = DistinctNames()
        var parameters: [Item.Parameter] = []
        if keepsParameters { parameters.reserveCapacity(declaration.parameters.count) }
        for parameter in declaration.parameters {
            var description: Descriptions.Description?
            if let place = entry.descriptions.place(of: parameter.name) {
                // Used before, it is this name's second parameter.
                guard !entry.descriptions.entries[place].isUsed else { continue }
                description = entry.use(at: place)
            } else {
                guard undescribed.insert(parameter.name) else { continue }
                if parameter.role == .named, !parameter.name.utf8.contains(UInt8(ascii: ".")) {
                    diagnostics.add(.warning, line: line, missing(parameter.name, in: name, declaration.kind))
                }
            }
            if parameter.role == .none || parameter.role == .anonymous {
                description?.text = GatheredText()
                description?.line = 0
            }
            if detail == .counts, let description {
                entry.remarks.add(.parameter, parameter.name, description.text, line: description.line)
            }
            guard keepsParameters else { continue }
            parameters.append(Item.Parameter(name: parameter.name, type: parameter.type))
            if detail == .full, let description {
                parameters[parameters.count - 1].take(description, of: entry)
            }
        }
        return parameters
    }

    /// What the comment describes and the declaration lacks.
    private static func excess(
        of declaration: Declaration, named name: String, _ entry: inout CommentEntry, _ line: Int,
        _ detail: CReader.Detail, _ diagnostics: inout DiagnosticCollector
    ) -> [Item.Parameter] {
        var excess: [Item.Parameter] = []
        for description in entry.descriptions.entries where !description.isUsed {
            diagnostics.add(.warning, line: line, Self.excess(description.name, in: name, declaration.kind))
            if detail == .full {
                excess.append(Item.Parameter(undeclared: description, of: entry))
            } else {
                let (text, line) = (description.description.text, description.description.line)
                entry.remarks.add(.parameter, description.name, text, line: line)
            }
        }
        return excess
    }

    private static func addSections(_ entry: inout CommentEntry) {
        for section in entry.sections { entry.remarks.add(.section, section.title, section.text, line: section.line) }
    }

    /// A section that stands alone, and ends in `line`.
    static func docItem(_ entry: inout CommentEntry, line: Int, _ detail: CReader.Detail) -> Item {
        var item = Item(kind: .doc, name: entry.name, line: entry.line)
        if detail == .full {
            item.sections = [entry.writtenSections.first ?? .init(title: entry.name, text: .init(), line: line)]
        } else {
            entry.remarks.begin(.doc, entry.name, purpose: GatheredText())
            addSections(&entry)
        }
        return item
    }

    /// An item of what a piece of a file shows; nil when nothing is said in it.
    static func partialItem(_ entry: inout CommentEntry) -> Item? {
        var declaration = entry.kind == .doc ? nil : completedDeclaration(entry)
        if let name = declaration?.name, !entry.name.isEmpty, name != entry.name { declaration = nil }
        let prototype = declaration?.prototypeText ?? ""
        if declaration?.name == CommentEntry.unknownName { declaration?.name = "" }
        entry.joinSections()
        var parameters: [Item.Parameter] = []
        var names = DistinctNames()
        for parameter in declaration?.parameters ?? [] where names.insert(parameter.name) {
            let description =
                entry.use(parameter.name) ?? (parameters.isEmpty ? entry.use(CommentEntry.nextMember) : nil)
            parameters.append(Item.Parameter(name: parameter.name, type: parameter.type))
            if let description { parameters[parameters.count - 1].take(description, of: entry) }
        }
        for description in entry.descriptions.entries where !description.isUsed {
            parameters.append(Item.Parameter(undeclared: description, of: entry))
        }
        let sections = entry.writtenSections
        guard !sections.isEmpty || !entry.purpose.isEmpty || parameters.contains(where: { !$0.text.isEmpty })
        else { return nil }
        return Item(
            kind: declaration?.kind ?? entry.kind ?? .doc, name: declaration?.name ?? entry.name, line: entry.line,
            purpose: entry.text(entry.purpose), prototype: prototype, parameters: parameters, sections: sections)
    }

    /// Closes what the piece of a declaration leaves open, and reads it then.
    private static func completedDeclaration(_ entry: borrowing CommentEntry) -> Declaration? {
        var prototype = entry.prototype
        let range = prototype.trimmed(0..<prototype.count)
        prototype.removeSubrange(range.upperBound...)
        if entry.kind == .function {
            if prototype.last == UInt8(ascii: ",") { prototype.removeLast() }
            var depth = 0
            for byte in prototype {
                if byte == UInt8(ascii: "(") { depth += 1 }
                if byte == UInt8(ascii: ")") { depth -= 1 }
            }
            prototype.append(contentsOf: repeatElement(UInt8(ascii: ")"), count: max(0, depth)))
        } else if entry.depth > 0 {
            prototype.append(contentsOf: repeatElement(UInt8(ascii: "}"), count: entry.depth))
            prototype.append(UInt8(ascii: ";"))
        }
        return try? read(entry.kind, prototype, .full).0
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
        case .function, .macro:
            "\(Diagnostic.excessParameter) '\(short(parameter))' description in '\(short(name))'"
        default: "Excess \(kind.rawValue) member '\(short(parameter))' description in '\(short(name))'"
        }
    }

    /// A name cut to a length that can be shown; in a broken file it can be of any.
    private static func short(_ name: String) -> String {
        name.utf8.count <= 120 ? name : String(decoding: name.utf8.prefix(120), as: UTF8.self) + "…"
    }
}

extension Item.Parameter {
    /// Takes over what is said of the parameter.
    fileprivate mutating func take(_ description: Descriptions.Description, of entry: borrowing CommentEntry) {
        text = entry.text(description.text)
        line = description.line
        isInline = description.isInline
    }

    /// One of which nothing but its description is known.
    fileprivate init(undeclared entry: Descriptions.Entry, of comment: borrowing CommentEntry) {
        self.init(name: entry.name)
        take(entry.description, of: comment)
    }
}
