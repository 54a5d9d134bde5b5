/// One kernel-doc comment while it is read: what it has said so far.
struct CommentEntry {
    enum Target: Equatable {
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
    var purpose = DocText()
    private(set) var sections: [Item.Section] = []
    private(set) var descriptions = Descriptions()
    private var target = Target.section(Self.description)
    private var targetLine: Int
    private var text = DocText()
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

    mutating func begin(_ target: Target, line: Int) {
        self.target = target
        targetLine = line
    }

    mutating func addLine(_ bytes: [UInt8], _ range: Range<Int>, line: Int) {
        text.addLine(bytes, range, line: line)
    }

    /// Files what was said since `begin` and goes back to the description.
    mutating func end(isInline: Bool = false) {
        defer {
            target = .section(Self.description)
            text = DocText()
        }
        switch target {
        case .parameter(let name):
            text.trimLines()
            descriptions.add(.init(name: name, text: text, line: targetLine, isInline: isInline))
        case .section(let title):
            if title == Self.description && text.lines.isEmpty { return }
            if let place = sections.firstIndex(where: { $0.title == title }) {
                if title != Self.description { duplicates.append((title, targetLine)) }
                sections[place].text.addParagraph(text)
            } else {
                sections.append(.init(title: title, text: text, line: targetLine))
            }
        }
    }

    /// The sections with something in them.
    func writtenSections() -> [Item.Section] {
        var written: [Item.Section] = []
        written.reserveCapacity(sections.count)
        for var section in sections {
            section.text.trimLines()
            guard !section.text.isEmpty else { continue }
            if section.title == Self.description, let first = section.text.lines.first { section.line = Int(first) }
            written.append(section)
        }
        return written
    }

    mutating func use(_ name: String) -> Descriptions.Entry? {
        descriptions.place(of: name).map { descriptions.use($0) }
    }
}
