/// The comment that a piece of C begins in the middle of: whether that is documentation, which its lines must tell.
struct CommentCut {
    /// The lines up to the comment's end, that line included.
    let lines: ArraySlice<ShownLine>
    /// What follows it in the piece.
    let rest: ArraySlice<ShownLine>

    /// Nil when `lines` do not begin in a comment.
    init?(_ all: [ShownLine]) {
        var end: Int?
        var isStarred = false
        for i in all.indices {
            let text = all[i].text
            if let marker = CommentCut.firstMarker(text) {
                guard marker == .close else { return nil }
                end = i + 1
                break
            }
            guard let first = text.first(where: { $0 > 0x20 }) else { continue }
            guard first == UInt8(ascii: "*") else { return nil }
            isStarred = true
        }
        guard end != nil || isStarred else { return nil }
        lines = all[..<(end ?? all.count)]
        rest = all[(end ?? all.count)...]
    }

    /// Whether a reader would take the comment for kernel-doc, though its `/**` is not shown.
    ///
    /// `isInBody`: it stands between the members of a struct that has such comments.
    func isDocumentation(isInBody: Bool) -> Bool {
        if lines.contains(where: { CommentCut.hasMark($0.text) }) { return true }
        guard lines.contains(where: \.isChanged) else { return isInBody }
        if lines.contains(where: { CommentCut.isLicense($0.text) }) { return false }
        if isInBody { return true }
        // Behind the comment of a function's own code no declaration follows, and its stars stand further right.
        if lines.contains(where: { CommentCut.column($0.text) > 2 }) { return false }
        guard let next = rest.first(where: { !$0.text.allSatisfy { $0 <= 0x20 } }) else { return true }
        return CommentCut.beginsDeclaration(next.text)
    }

    private enum Marker {
        case open, close
    }

    private static func firstMarker(_ text: ArraySlice<UInt8>) -> Marker? {
        var i = text.startIndex
        while i + 1 < text.endIndex {
            if text[i] == UInt8(ascii: "*"), text[i + 1] == UInt8(ascii: "/") { return .close }
            if text[i] == UInt8(ascii: "/"), text[i + 1] == UInt8(ascii: "*") { return .open }
            i += 1
        }
        return nil
    }

    /// `@name:`, `Returns:` and other words that only kernel-doc uses so.
    private static func hasMark(_ line: ArraySlice<UInt8>) -> Bool {
        let text = line.drop { $0 <= 0x20 || $0 == UInt8(ascii: "*") }
        guard let colon = text.prefix(60).firstIndex(of: UInt8(ascii: ":")) else { return false }
        let name = text[..<colon]
        if name.first == UInt8(ascii: "@") {
            return name.count > 1 && name.dropFirst().allSatisfy { $0.isWord || $0 == UInt8(ascii: ".") }
        }
        return ["return", "returns", "context", "description", "doc"].contains(
            String(decoding: name, as: UTF8.self).lowercased())
    }

    private static func isLicense(_ line: ArraySlice<UInt8>) -> Bool {
        let text = String(decoding: line, as: UTF8.self).lowercased()
        return ["copyright", "license", "warranty", "author"].contains { text.contains($0) }
    }

    /// The column of the line's star, from 0.
    private static func column(_ line: ArraySlice<UInt8>) -> Int {
        var column = 0
        for byte in line {
            if byte == UInt8(ascii: "\t") {
                column = (column | 7) + 1
            } else if byte == UInt8(ascii: " ") {
                column += 1
            } else {
                break
            }
        }
        return column
    }

    private static func beginsDeclaration(_ line: ArraySlice<UInt8>) -> Bool {
        Array(line).withUnsafeBufferPointer { text in
            var lines: [TextLine] = []
            TextLine.cut(text, into: &lines)
            guard let first = lines.first(where: { !$0.isBlank }) else { return true }
            if text[first.start] == UInt8(ascii: "#") { return text.has("#define", at: first.start, limit: first.end) }
            return CodeShape.beginsPrototype(text, first) || CodeShape.beginsWithType(text, first)
        }
    }
}
