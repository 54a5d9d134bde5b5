/// The documentation of a whole patched file, as far as the patch touches it: the items and paragraphs of which it
/// shows a line.
struct TreeDocument {
    private let path: String
    private let kind: DocumentKind
    private let lines: [ShownLine]
    private let text: [UInt8]
    private let shown: [ClosedRange<Int>]

    init(_ path: String, _ kind: DocumentKind, _ file: PatchedFile, _ side: DocumentReader.Side) {
        self.path = path
        self.kind = kind
        lines = file.lines(on: side)
        text = file.text(on: side)
        shown = file.shown(on: side)
    }

    /// Nil when the patch touches no documentation.
    func read(with builder: inout ProseBuilder) -> Document? {
        let text = UTF8Check.repaired(self.text)
        var document = Document(file: path)
        switch kind {
        case .c:
            document.items = CReader().read(text, file: path).items.filter(isTouched)
            document.prose = builder.prose(of: document.items)
        case .markdown, .reST, .patch:
            let whole = kind == .markdown ? builder.prose(ofMarkdown: text) : builder.prose(ofReST: text).prose
            document.prose = whole.keeping { unit in
                whole.lineMarks(of: unit).contains { isShown($0.line) }
            }
        }
        return document.prose.units.isEmpty ? nil : document.placed(at: lines.map(\.origin))
    }

    private func isShown(_ line: Int) -> Bool {
        let next = shown.partitioningIndex { $0.upperBound >= line }
        return next < shown.count && shown[next].contains(line)
    }

    private func isTouched(_ item: Item) -> Bool {
        func isShown(_ text: DocText) -> Bool { text.lines.contains { self.isShown(Int($0)) } }
        return self.isShown(item.line) || isShown(item.purpose)
            || (item.parameters + item.excess).contains {
                !$0.text.isEmpty && (self.isShown($0.line) || isShown($0.text))
            }
            || item.sections.contains { isShown($0.text) }
    }
}
