/// The members of the bodies that pieces of a file show, in their order.
///
/// A comment whose head is cut off names members; the body that has them tells whose comment it is.
struct MemberOrder {
    /// Members that stand one behind the other, of one struct, union or enum.
    struct Run {
        var kind: Item.Kind
        var name: String
        var members: [String]
    }

    private(set) var runs: [Run] = []

    init(_ view: FileView) {
        for part in view.parts { scan(part) }
    }

    /// The body that has most of `names` as members; nil when none has any.
    func owner(of names: [String]) -> Run? {
        var best: (run: Run, count: Int)?
        for run in runs where !run.name.isEmpty {
            let count = names.count { run.members.contains($0) }
            if count > best?.count ?? 0 { best = (run, count) }
        }
        return best?.run
    }

    /// The member right before `name` in a body of that name, where one piece shows both.
    func member(before name: String, in owner: String) -> String? {
        for run in runs where run.name == owner {
            if let place = run.members.firstIndex(of: name), place > 0 { return run.members[place - 1] }
        }
        return nil
    }

    // MARK: -

    private mutating func scan(_ part: FileView.Part) {
        var open: Run?
        if let (kind, name) = MemberOrder.opening(Array(part.heading.utf8)[...]) {
            open = Run(kind: kind, name: name, members: [])
        }
        var isInComment = CommentCut(part.lines) != nil
        var depth = 0
        for line in part.lines {
            let text = MemberOrder.code(line.text, &isInComment)
            guard !text.isEmpty else { continue }
            if depth == 0, let (kind, name) = MemberOrder.opening(text[...]), text.contains(UInt8(ascii: "{")) {
                if let open { runs.append(open) }
                open = Run(kind: kind, name: name, members: [])
                continue
            }
            guard open != nil else { continue }
            if text.first == UInt8(ascii: "}"), depth == 0 {
                if let finished = open { runs.append(finished) }
                open = nil
                continue
            }
            if depth == 0, let member = MemberOrder.member(text, isConstant: open?.kind == .enum) {
                open?.members.append(member)
            }
            depth += text.count { $0 == UInt8(ascii: "{") } - text.count { $0 == UInt8(ascii: "}") }
            depth = max(0, depth)
        }
        if let open { runs.append(open) }
    }

    /// `struct name {` or, in a heading, `struct name`.
    private static func opening(_ text: ArraySlice<UInt8>) -> (kind: Item.Kind, name: String)? {
        let words = text.split { !$0.isWord }.map { String(decoding: $0, as: UTF8.self) }
        guard let last = text.last(where: { $0 > 0x20 }), last == UInt8(ascii: "{") || last.isWord,
            !text.contains(UInt8(ascii: "(")),
            let place = words.firstIndex(where: { ["struct", "union", "enum"].contains($0) }),
            place <= 1, words.count == place + 2, let kind = Item.Kind(rawValue: words[place])
        else { return nil }
        return (kind, words[place + 1])
    }

    /// The line without its comments.
    private static func code(_ line: ArraySlice<UInt8>, _ isInComment: inout Bool) -> [UInt8] {
        var code: [UInt8] = []
        var i = line.startIndex
        while i < line.endIndex {
            let next = i + 1 < line.endIndex ? line[i + 1] : 0
            if isInComment {
                if line[i] == UInt8(ascii: "*"), next == UInt8(ascii: "/") {
                    isInComment = false
                    i += 1
                }
            } else if line[i] == UInt8(ascii: "/"), next == UInt8(ascii: "*") {
                isInComment = true
                i += 1
            } else if !line[i].isSpace || !code.isEmpty {
                code.append(line[i])
            }
            i += 1
        }
        while let last = code.last, last.isSpace { code.removeLast() }
        return code
    }

    /// The name that a member's declaration (or an enum's line) declares.
    private static func member(_ text: [UInt8], isConstant: Bool) -> String? {
        if isConstant {
            let name = text.prefix(while: \.isWord)
            return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
        }
        guard text.contains(UInt8(ascii: ";")) || text.last == UInt8(ascii: ",") else { return nil }
        if let star = text.indices.first(where: {
            text[$0] == UInt8(ascii: "(") && $0 + 1 < text.count && text[$0 + 1] == UInt8(ascii: "*")
        }) {
            let name = text[(star + 2)...].prefix(while: \.isWord)
            return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
        }
        guard !text.contains(UInt8(ascii: "(")) else { return nil }
        let end =
            text.firstIndex { $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: ":") }
            ?? text.count
        let name = text[..<end].reversed().drop(while: \.isSpace).prefix(while: \.isWord)
        return name.isEmpty ? nil : String(decoding: Array(name.reversed()), as: UTF8.self)
    }
}
