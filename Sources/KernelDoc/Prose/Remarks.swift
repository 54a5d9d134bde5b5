/// What the comments of one file say, as the prose is made of it: names and places, while all texts lie in one memory.
struct Remarks: ~Copyable {
    /// What is documented.
    struct Subject: Sendable, Equatable {
        var kind: Item.Kind
        var name: String
        var purpose: GatheredText
        /// What else is said of it, in source order.
        var remarks: Range<Int>
    }

    /// What is said of a parameter, or in a section.
    struct Remark: Sendable, Equatable {
        enum Kind: Sendable, Equatable { case parameter, section }

        var kind: Kind
        /// The parameter, or the section's title.
        var name: String
        var text: GatheredText
        var line: Int
    }

    var texts = TextGatherer()
    private(set) var subjects: [Subject] = []
    private(set) var remarks: [Remark] = []
    private var isSorted = true

    /// Begins what is said of the next subject.
    mutating func begin(_ kind: Item.Kind, _ name: String, purpose: GatheredText) {
        subjects.append(Subject(kind: kind, name: name, purpose: purpose, remarks: remarks.count..<remarks.count))
        isSorted = true
    }

    mutating func add(_ kind: Remark.Kind, _ name: String, _ text: GatheredText, line: Int) {
        guard !text.isEmpty, !subjects.isEmpty else { return }
        let range = subjects[subjects.count - 1].remarks
        if !range.isEmpty, remarks[range.upperBound - 1].line > line { isSorted = false }
        remarks.append(Remark(kind: kind, name: name, text: text, line: line))
        subjects[subjects.count - 1].remarks = range.lowerBound..<remarks.count
    }

    /// Puts what was said of the last subject into the order of the source.
    mutating func end() {
        guard !isSorted, let range = subjects.last?.remarks else { return }
        remarks[range].sort { $0.line < $1.line }
    }

    mutating func add(_ item: Item) {
        begin(item.kind, item.name, purpose: texts.add(item.purpose))
        for parameter in item.parameters { add(parameter) }
        for section in item.sections { add(.section, section.title, texts.add(section.text), line: section.line) }
        for parameter in item.excess { add(parameter) }
        end()
    }

    private mutating func add(_ parameter: Item.Parameter) {
        add(.parameter, parameter.name, texts.add(parameter.text), line: parameter.line)
    }

    /// Leaves nothing but the memory.
    mutating func removeAll() {
        texts.removeAll()
        subjects.removeAll(keepingCapacity: true)
        remarks.removeAll(keepingCapacity: true)
    }
}
