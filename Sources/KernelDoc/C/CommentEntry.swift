/// One kernel-doc comment while it is read: what it has said so far.
struct CommentEntry {
    enum Target {
        case purpose
        case section(String)
        case parameter(String)
    }

    static let description = "Description"
    /// The name of a body whose head was cut off, in its prototype.
    static let unknownName = "_"
    /// Stands for the member behind a comment whose head was cut off.
    static let nextMember = ""

    /// Nil until the comment, or in a fragment the declaration, has said what it documents.
    var kind: Item.Kind?
    var name = ""
    /// Where its `/**` stands.
    var line: Int
    private(set) var purpose = DocText()
    private(set) var sections: [Item.Section] = []
    private(set) var descriptions = Descriptions()
    private var target = Target.section(Self.description)
    private var targetLine: Int
    private var text = TextGatherer()
    private(set) var duplicates: [(title: String, line: Int)] = []

    /// The declaration behind the comment, its lines joined by blanks.
    var prototype: [UInt8] = []
    var depth = 0
    /// True when the text shows only a part of the comment or of the declaration.
    var isPartial = false

    init(line: Int) {
        self.line = line
        targetLine = line
    }

    /// Begins the next comment, in the same memory.
    mutating func restart(line: Int) {
        var next = CommentEntry(line: line)
        swap(&next.text, &text)
        swap(&next.prototype, &prototype)
        swap(&next.descriptions, &descriptions)
        next.text.removeAll()
        next.descriptions.removeAll()
        next.prototype.removeAll(keepingCapacity: true)
        self = next
    }

    mutating func begin(_ target: Target, line: Int) {
        self.target = target
        targetLine = line
    }

    mutating func addLine(_ bytes: CText, _ range: Range<Int>, line: Int) {
        text.addLine(bytes, range, line: line)
    }

    /// Files what was said since `begin` and goes back to the description.
    mutating func end(isInline: Bool = false) {
        let text = text.take()
        switch target {
        case .purpose:
            purpose = text
        case .parameter(let name):
            descriptions.add(.init(name: name, text: text, line: targetLine, isInline: isInline))
        case .section(Self.description) where text.isEmpty:
            break
        case .section(let title):
            if let place = sections.firstIndex(where: { $0.title == title }) {
                if title != Self.description, duplicates.count < 100 { duplicates.append((title, targetLine)) }
                sections[place].text.append(paragraph: text)
            } else {
                let line = title == Self.description ? text.lines.first.map { Int($0) } : nil
                sections.append(.init(title: title, text: text, line: line ?? targetLine))
            }
        }
        target = .section(Self.description)
    }

    var writtenSections: [Item.Section] { sections.filter { !$0.text.isEmpty } }

    mutating func use(_ name: String) -> Descriptions.Entry? {
        descriptions.place(of: name).map { descriptions.use($0) }
    }
}
