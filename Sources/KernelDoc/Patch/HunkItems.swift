/// The kernel-doc items of a C file of which a patch shows pieces.
///
/// Each piece is read for itself. What a piece does not say itself (whose comment it begins in) is taken from the
/// bodies that the patch shows; nothing is taken from what stood before a gap.
struct HunkItems {
    private(set) var items: [Item] = []
    /// Of each line of the pieces: lines in `items` count these from 1.
    private(set) var origins: [LineOrigin] = []

    init(_ view: FileView) {
        let order = MemberOrder(view)
        let reader = CReader()
        for part in view.parts {
            let first = origins.count + 1
            origins += part.lines.map(\.origin)
            for item in reader.read(HunkItems.fragment(part, first: first), file: view.path).items {
                add(HunkItems.completed(item, order))
            }
        }
    }

    private static func fragment(_ part: FileView.Part, first: Int) -> CFragment {
        let lines = part.lines.enumerated().map { CFragment.Line(bytes: Array($1.text), number: first + $0) }
        let fragment = CFragment(lines: lines, heading: Array(part.heading.utf8))
        guard let cut = CommentCut(part.lines) else { return fragment }
        let rest = Array(lines.dropFirst(cut.lines.count))
        switch fragment.place {
        case .code, .body:
            return fragment
        case .comment:
            return cut.isDocumentation(isInBody: false) ? fragment : CFragment(lines: rest, place: .code)
        case .memberComment(let kind, let name):
            return cut.isDocumentation(isInBody: true)
                ? fragment : CFragment(lines: rest, place: .body(kind, name: name))
        }
    }

    // MARK: - Cut comments

    /// The item with its symbol, and the text in front of its first parameter with the member that it belongs to.
    private static func completed(_ item: Item, _ order: MemberOrder) -> Item {
        var item = item
        let described = item.parameters.filter { !$0.text.isEmpty && !$0.name.isEmpty }
        if item.name.isEmpty, let owner = order.owner(of: described.map(\.name)) {
            item.kind = owner.kind
            item.name = owner.name
        }
        guard let next = described.filter({ !$0.isInline }).min(by: { $0.line < $1.line }),
            let place = item.sections.firstIndex(where: { $0.title == "Description" }),
            let (lead, rest) = item.sections[place].text.split(before: next.line)
        else { return item }
        let declared = item.parameters.filter { !$0.type.isEmpty }.map(\.name)
        let previous =
            declared.firstIndex(of: next.name).map { $0 > 0 ? declared[$0 - 1] : nil }
            ?? order.member(before: next.name, in: item.name)
        guard let previous else { return item }
        if rest.isEmpty {
            item.sections.remove(at: place)
        } else {
            item.sections[place].text = rest
            item.sections[place].line = rest.lines.first.map { Int($0) } ?? item.sections[place].line
        }
        let line = lead.lines.first.map { Int($0) } ?? item.line
        if let place = item.parameters.firstIndex(where: { $0.name == previous }) {
            item.parameters[place].text = lead
            item.parameters[place].line = line
        } else {
            item.parameters.insert(Item.Parameter(name: previous, text: lead, line: line), at: 0)
        }
        return item
    }

    /// Adds an item, or what it says to the one that speaks of the same thing.
    private mutating func add(_ item: Item) {
        guard item.kind != .doc, !item.name.isEmpty,
            let place = items.firstIndex(where: { $0.kind == item.kind && $0.name == item.name })
        else {
            items.append(item)
            return
        }
        if items[place].purpose.isEmpty { items[place].purpose = item.purpose }
        if items[place].prototype.isEmpty { items[place].prototype = item.prototype }
        for parameter in item.parameters {
            guard let known = items[place].parameters.firstIndex(where: { $0.name == parameter.name }) else {
                items[place].parameters.append(parameter)
                continue
            }
            if items[place].parameters[known].text.isEmpty { items[place].parameters[known] = parameter }
        }
        items[place].sections += item.sections
    }
}

extension DocText {
    /// The lines before source line `line` and the others; nil when there are none before it.
    func split(before line: Int) -> (head: DocText, rest: DocText)? {
        let count = lines.prefix { $0 < line }.count
        guard count > 0 else { return nil }
        guard count < lines.count else { return (self, DocText()) }
        var breaks = 0
        guard
            let end = bytes.firstIndex(where: { byte in
                if byte == UInt8(ascii: "\n") { breaks += 1 }
                return breaks == count
            })
        else { return nil }
        var head = DocText(bytes: Array(bytes[..<end]), lines: Array(lines[..<count]))
        var rest = DocText(bytes: Array(bytes[(end + 1)...]), lines: Array(lines[count...]))
        head.trimLines()
        rest.trimLines()
        return head.isEmpty ? nil : (head, rest)
    }
}
