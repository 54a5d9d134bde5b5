/// One kernel-doc comment while it is read: what it has said so far.
struct CommentEntry: ~Copyable {
    enum Target {
        case purpose
        case section(String)
        case parameter(String)
    }

    /// A section as far as it is read.
    struct Section {
        var title: String
        var text: GatheredText
        var line: Int
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
    private(set) var purpose = GatheredText()
    private(set) var sections: [Section] = []
    /// What is said in a section that is there already, to be added to it at the end.
    private var additions: [(section: Int, text: GatheredText)] = []
    private(set) var descriptions = Descriptions()
    private var target = Target.section(Self.description)
    private var targetLine: Int
    private(set) var duplicates: [(title: String, line: Int)] = []
    /// The memory of all texts; and what the comments before said, where a file's prose is made of that.
    var remarks = Remarks()

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
        kind = nil
        name = ""
        self.line = line
        purpose = GatheredText()
        sections.removeAll(keepingCapacity: true)
        additions.removeAll(keepingCapacity: true)
        descriptions.removeAll()
        target = .section(Self.description)
        targetLine = line
        duplicates.removeAll(keepingCapacity: true)
        _ = remarks.texts.take()
        prototype.removeAll(keepingCapacity: true)
        depth = 0
        isPartial = false
    }

    mutating func begin(_ target: Target, line: Int) {
        self.target = target
        targetLine = line
    }

    mutating func addLine(_ bytes: CText, _ range: Range<Int>, line: Int) {
        remarks.texts.addLine(bytes, range, line: line)
    }

    /// Files what was said since `begin` and goes back to the description.
    mutating func end(isInline: Bool = false) {
        let text = remarks.texts.take()
        switch target {
        case .purpose:
            purpose = text
        case .parameter(let name):
            descriptions.add(
                .init(name: name, description: .init(text: text, line: targetLine, isInline: isInline)))
        case .section(Self.description) where text.isEmpty:
            break
        case .section(let title):
            if let place = sections.firstIndex(where: { $0.title == title }) {
                if title != Self.description, duplicates.count < 100 { duplicates.append((title, targetLine)) }
                additions.append((place, text))
            } else {
                let line = title == Self.description ? Int(remarks.texts.numbers[text.lines.lowerBound]) : targetLine
                sections.append(Section(title: title, text: text, line: line))
            }
        }
        target = .section(Self.description)
    }

    /// Makes one text of all that is said in one section. Only at the end: so no text is copied more than once.
    mutating func joinSections() {
        guard !additions.isEmpty else { return }
        additions.sort { $0.section < $1.section }
        var rest = additions[...]
        while let place = rest.first?.section {
            let more = rest.prefix { $0.section == place }
            rest = rest.dropFirst(more.count)
            sections[place].text = remarks.texts.join([sections[place].text] + more.map(\.text))
        }
        additions.removeAll(keepingCapacity: true)
    }

    /// The texts for those who keep them.
    func text(_ text: GatheredText) -> DocText { remarks.texts.text(text) }

    var writtenSections: [Item.Section] {
        sections.lazy.filter { !$0.text.isEmpty }.map { .init(title: $0.title, text: text($0.text), line: $0.line) }
    }

    mutating func use(at place: Int) -> Descriptions.Description { descriptions.use(place) }

    mutating func use(_ name: String) -> Descriptions.Description? {
        descriptions.place(of: name).map { use(at: $0) }
    }
}
