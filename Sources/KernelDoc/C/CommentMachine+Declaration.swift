// The part of the machine that reads what stands behind a comment, and the comments inside of it.

extension CommentMachine {
    mutating func readDeclarationLine(_ bytes: CText, _ number: Int) {
        if bytes.last == UInt8(ascii: "\\") {
            var end = bytes.count
            while end > 0, bytes[end - 1] == UInt8(ascii: "\\") { end -= 1 }
            if continued.isEmpty { continuedLine = number }
            continued.append(contentsOf: bytes.view(0..<end))
        } else if continued.isEmpty {
            readDeclaration(bytes, number)
        } else {
            bytes.withBytes { continued.append(contentsOf: $0) }
            let line = continued
            continued.removeAll(keepingCapacity: true)
            line.withUnsafeBufferPointer { readDeclaration(CText($0), continuedLine) }
        }
    }

    mutating func readDeclaration(_ bytes: CText, _ number: Int) {
        let line = CommentLine(bytes)
        let start = bytes.skipSpaces(0, bytes.count)
        if start < bytes.count, bytes[start] == UInt8(ascii: "/") {
            if let member = line.inlineOneLiner {
                entry.begin(.parameter(line.parameterName(member.name)), line: number)
                entry.addLine(bytes, member.text, line: number)
                entry.end(isInline: true)
                return
            }
            if line.opens(indented: true) {
                state = .inlineName
                return
            }
        }
        if entry.kind == nil {
            readUnknownDeclaration(bytes, number)
        } else if entry.kind == .function {
            readFunctionLine(bytes, number)
        } else {
            readTypeLine(bytes, number)
        }
    }

    mutating func readInlineName(_ line: CommentLine, _ number: Int) {
        if let member = line.inlineMember {
            entry.begin(.parameter(line.parameterName(member.name)), line: number)
            entry.addLine(line.bytes, member.text, line: number)
            state = .inlineText
        } else if line.onlyCloses {
            entry.end()
            state = .declaration
        } else if line.content != nil {
            diagnostics.add(
                .warning, line: number, "this comment in a declaration names no member",
                advice: "begin it with @name:, or start it with /*", excerpt: line.bytes)
            state = .declaration
        }
    }

    mutating func readInlineText(_ line: CommentLine, _ number: Int) {
        if line.onlyCloses {
            entry.end(isInline: true)
            state = .declaration
        } else if let content = line.content ?? (isFragment ? 0..<line.bytes.count : nil) {
            entry.addLine(line.bytes, content, line: number)
        }
    }

    mutating func readFunctionLine(_ bytes: CText, _ number: Int) {
        let end = bytes.first((UInt8(ascii: "/"), UInt8(ascii: "/")), 0, bytes.count) ?? bytes.count
        let start = bytes.skipSpaces(0, end)
        var isComplete = false
        if start < end, bytes[start] == UInt8(ascii: "#"),
            bytes.has("define", at: bytes.skipSpaces(start + 1, end), before: end)
        {
            entry.prototype.removeAll(keepingCapacity: true)
            entry.prototype.append(contentsOf: bytes.view(bytes.trimmed(start..<end)))
            isComplete = true
        } else {
            let body = bytes.first(UInt8(ascii: "{"), start, end)
            isComplete = body != nil || bytes.first(UInt8(ascii: ";"), start, end) != nil
            let piece = bytes.trimmed(start..<(body ?? end))
            if !piece.isEmpty, bytes[0] != UInt8(ascii: "#") {
                if !entry.prototype.isEmpty { entry.prototype.append(0x20) }
                entry.prototype.append(contentsOf: bytes.view(piece))
            }
        }
        if isComplete { finishEntry(number) }
    }

    mutating func readTypeLine(_ bytes: CText, _ number: Int) {
        let comment = bytes.first((UInt8(ascii: "/"), UInt8(ascii: "/")), 0, bytes.count) ?? bytes.count
        let range = bytes.trimmed(0..<comment)
        guard !range.isEmpty else { return }
        let text = bytes.view(range)
        // Most lines are members: no brace stands in them, and so their semicolon ends no declaration.
        let hasBrace =
            text.next(UInt8(ascii: "{"), in: text.indices) != nil
            || text.next(UInt8(ascii: "}"), in: text.indices) != nil
        if hasBrace || entry.depth <= 0 {
            for index in text.indices {
                switch text[index] {
                case UInt8(ascii: "{"): entry.depth += 1
                case UInt8(ascii: "}"): entry.depth -= 1
                case UInt8(ascii: ";") where entry.depth <= 0:
                    entry.prototype.append(contentsOf: UnsafeBufferPointer(rebasing: text[...index]))
                    return finishEntry(number)
                default: break
                }
            }
        }
        entry.prototype.append(contentsOf: text)
        if bytes[range.lowerBound] == UInt8(ascii: "#") {
            entry.prototype.append(UInt8(ascii: ";"))
            if entry.depth <= 0 { return finishEntry(number) }
        }
        entry.prototype.append(0x20)
    }

    mutating func finishEntry(_ number: Int) {
        if entry.isPartial { return finishPartial() }
        state = .code
        if let item = ItemBuilder.item(&entry, declarationLine: number, detail, &diagnostics) { items.append(item) }
    }
}
