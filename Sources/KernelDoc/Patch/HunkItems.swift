/// The kernel-doc items of a C file of which a patch shows pieces.
///
/// Each piece is read for itself. What a piece does not say itself (whose comment it begins in) is taken from the
/// bodies that the patch shows; nothing is taken from what stood before a gap.
struct HunkItems {
    private(set) var items: [Item] = []
    /// Of each line of the pieces: lines in `items` count these from 1.
    private(set) var origins: [LineOrigin] = []

    /// What an item is of.
    private struct Symbol: Hashable {
        var kind: Item.Kind
        var name: String
    }

    /// An item's place in `items`, and those of its parameters, by name, once another item was added to it.
    private struct Place {
        var item: Int
        var parameters: [String: Int]?
    }

    private var places: [Symbol: Place] = [:]

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
        guard item.kind != .doc, !item.name.isEmpty else {
            items.append(item)
            return
        }
        let symbol = Symbol(kind: item.kind, name: item.name)
        guard let place = places[symbol] else {
            places[symbol] = Place(item: items.count)
            items.append(item)
            return
        }
        let index = place.item
        if items[index].purpose.isEmpty { items[index].purpose = item.purpose }
        if items[index].prototype.isEmpty { items[index].prototype = item.prototype }
        addParameters(of: item, to: symbol, at: index)
        items[index].sections += item.sections
    }

    private mutating func addParameters(of item: Item, to symbol: Symbol, at index: Int) {
        if places[symbol]?.parameters == nil {
            let names = items[index].parameters.enumerated().map { ($1.name, $0) }
            places[symbol]?.parameters = Dictionary(names) { first, _ in first }
        }
        for parameter in item.parameters {
            if let known = places[symbol]?.parameters?[parameter.name] {
                if items[index].parameters[known].text.isEmpty { items[index].parameters[known] = parameter }
            } else {
                places[symbol]?.parameters?[parameter.name] = items[index].parameters.count
                items[index].parameters.append(parameter)
            }
        }
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
