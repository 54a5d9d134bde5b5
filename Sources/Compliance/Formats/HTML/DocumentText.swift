import Clauses
import KernelDoc
import PlainText

/// Documentation as HTML that one would want to read, with every clause in it marked by its status.
///
/// Whatever the documentation says ends as text: this is the only place that writes markup around it, and everything
/// that goes in is escaped.
struct DocumentText {
    private let clauses: [ReportedClause]
    private let anchors: [String]
    private(set) var html = ""
    private var depth = 0
    private var isInDefinitions = false
    private var current: PageSection?
    /// The element ids of sections, by section.
    private(set) var sectionIDs: [PageSection: String] = [:]
    private(set) var sections: [PageSection] = []

    /// - Parameter anchors: of each clause, the text that a link to it ends with.
    init(_ clauses: [ReportedClause], anchors: [String]) {
        self.clauses = clauses
        self.anchors = anchors
    }

    // MARK: - A document

    mutating func add(_ document: Document, own: [Int]) {
        let prose = document.prose
        let placement = ClausePlacement(of: own, in: clauses, prose: prose)
        open(file: document.file)
        var block: Prose.Block?
        for (index, unit) in prose.units.enumerated() {
            let next =
                prose.blocks.indices.contains(unit.block) ? prose.blocks[unit.block] : Prose.Block(kind: .markdown)
            if next != block {
                open(next, after: block, file: document.file)
                block = next
            }
            add(unit, prose, placement.marks[index], block: next)
        }
        closeSection()
        let missing = placement.missing
        if !missing.isEmpty {
            note(
                "These clauses were not found in the documentation as it is now. It has changed since the tests were generated."
            )
            add(loose: missing)
        }
        html += "</article>\n"
    }

    /// Clauses whose document is not at hand: sentence after sentence, in their order.
    mutating func add(_ own: [Int], file: String) {
        open(file: file)
        note("The text itself could not be read: these are the sentences that were taken from it.")
        add(loose: own)
        html += "</article>\n"
    }

    private mutating func note(_ text: String) { html += "<p class=\"empty\">\(text)</p>\n" }

    private mutating func add(loose indices: [Int]) {
        var block: Prose.Block?
        var previous: Int?
        for index in indices {
            let clause = clauses[index].clause
            if clause.block != block {
                open(clause.block, after: block, file: clause.source.file)
                block = clause.block
            }
            if let previous, clauses[previous].clause.sentence == clause.sentence,
                clauses[previous].clause.source.line == clause.source.line
            {
                html += " "
            } else {
                if previous != nil { html += "</p>\n" }
                html += "<p>"
            }
            html += opening([index]) + escaped(clause.text) + "</span>"
            previous = index
        }
        if previous != nil { html += "</p>\n" }
        closeSection()
    }

    // MARK: - Structure

    private mutating func open(file: String) {
        html += "<article>\n<h2>\(escaped(file))</h2>\n"
        current = nil
    }

    private mutating func closeSection() {
        setDepth(0)
        endDefinitions()
        if current != nil { html += "</section>\n" }
        current = nil
    }

    private mutating func open(_ block: Prose.Block, after previous: Prose.Block?, file: String) {
        let section = PageSection(block, file: file)
        if section != current {
            closeSection()
            let isNew = sectionIDs[section] == nil
            let id = sectionIDs[section] ?? "s\(sections.count)"
            html += isNew ? "<section id=\"\(id)\">\n" : "<section>\n"
            if isNew { sections.append(section) }
            sectionIDs[section] = id
            let title = escaped(section.title)
            html += section.isSymbol ? "<h3><code>\(title)</code></h3>\n" : "<h3>\(title)</h3>\n"
            current = section
        } else {
            setDepth(0)
        }
        let isParameter = block.member != nil && block.kind != .member
        if let member = block.member, isParameter, previous?.member != member {
            if !isInDefinitions { html += "<dl>\n" }
            isInDefinitions = true
            html += "<dt><code>\(escaped(member))</code></dt>\n<dd>"
        } else if !isParameter {
            endDefinitions()
        }
        if let title = block.section,
            title != previous?.section || section != previous.map({ PageSection($0, file: file) })
        {
            html += "<h4>\(escaped(title))</h4>\n"
        }
    }

    private mutating func endDefinitions() {
        if isInDefinitions { html += "</dl>\n" }
        isInDefinitions = false
    }

    /// Opens or closes lists until the text stands `depth` lists deep.
    private mutating func setDepth(_ wanted: Int) {
        // Damaged input may claim any depth; nobody reads lists a dozen deep.
        let wanted = max(0, min(wanted, 12))
        while depth > wanted {
            html += "</li></ul>\n"
            depth -= 1
        }
        while depth < wanted {
            html += "<ul><li>"
            depth += 1
        }
    }

    // MARK: - Text

    private mutating func add(_ unit: Prose.Unit, _ prose: Prose, _ marks: [ClausePlacement.Mark], block: Prose.Block) {
        if unit.role == .heading {
            // It opened the block, and was written with it; one that did not is a heading within the section.
            let title = prose.text(of: unit)
            let bare = title.hasSuffix(":") ? String(title.dropLast()) : title
            guard ![block.title, block.section].contains(bare), ![block.title, block.section].contains(title) else {
                return
            }
            setDepth(0)
            html += "<h4>\(escaped(title))</h4>\n"
            return
        }
        if unit.role == .listItem, unit.depth > 0, depth >= unit.depth {
            setDepth(unit.depth)
            html += "</li>\n<li>"
        } else {
            setDepth(unit.depth)
        }
        let tag = unit.role == .literal ? "pre" : "p"
        // What is wider than the page is scrolled by keys, too.
        html += unit.role == .literal ? "<pre tabindex=\"0\">" : "<p>"
        var at = unit.range.lowerBound
        var spans = prose.spans(in: unit.range)
        for mark in marks {
            html += text(at..<mark.range.lowerBound, prose, &spans)
            html += opening(mark.clauses) + text(mark.range, prose, &spans)
            if mark.clauses.count > 1 { html += "<span class=\"more\">\(mark.clauses.count)</span>" }
            html += "</span>"
            at = mark.range.upperBound
        }
        html += text(at..<unit.range.upperBound, prose, &spans) + "</\(tag)>\n"
    }

    /// The element of one clause, or of several that share their words: marked by the worst status among them.
    private func opening(_ indices: [Int]) -> String {
        let worst: [ClauseStatus] = [.failing, .unproven, .unbound, .untested, .waived, .verified, .informative]
        let statuses = Set(indices.map { clauses[$0].status })
        let status = worst.first(where: statuses.contains) ?? .informative
        let places = indices.map(String.init).joined(separator: " ")
        let first = indices.first.map { escaped(anchors[$0]) } ?? ""
        let others = indices.dropFirst().map { "<a id=\"\(escaped(anchors[$0]))\"></a>" }.joined()
        return "<span class=\"c \(status.rawValue)\" id=\"\(first)\" data-i=\"\(places)\">\(others)"
    }

    /// A stretch of text with its markup, cut where the stretch ends.
    private func text(_ range: Range<Int>, _ prose: Prose, _ spans: inout ArraySlice<Prose.Span>) -> String {
        guard !range.isEmpty else { return "" }
        var result = ""
        var at = range.lowerBound
        while let span = spans.first, span.range.lowerBound < range.upperBound {
            // What lies inside of another span, or was cut by a clause's edge, is told by the outer one.
            let start = max(at, span.range.lowerBound)
            let end = min(prose.end(of: span), range.upperBound)
            if span.range.upperBound <= range.upperBound { spans.removeFirst() }
            if start < end {
                result += escaped(prose, at..<start)
                let tag = span.tag
                result += tag.map { "<\($0)>" } ?? ""
                result += escaped(prose, start..<end)
                result += tag.map { "</\($0)>" } ?? ""
                at = end
            }
            if span.range.upperBound > range.upperBound { break }
        }
        return result + escaped(prose, at..<range.upperBound)
    }

    private func escaped(_ prose: Prose, _ range: Range<Int>) -> String {
        range.isEmpty ? "" : XMLText.escaped(InertText.lines(String(decoding: prose.bytes[range], as: UTF8.self)))
    }

    private func escaped(_ text: String) -> String { XMLText.escaped(InertText.line(text)) }
}

extension Prose {
    /// Where a span ends for the eye: the parentheses of a call belong to its name.
    fileprivate func end(of span: Span) -> Int {
        let end = span.range.upperBound
        return span.kind == .symbol && bytes[end...].starts(with: "()".utf8) ? end + 2 : end
    }

    /// The spans that lie in a unit, in order of their start.
    fileprivate func spans(in range: Range<Int>) -> ArraySlice<Span> {
        let first = spans.partitioningIndex { $0.range.lowerBound >= range.lowerBound }
        return spans[first...].prefix { $0.range.lowerBound < range.upperBound }
    }
}

extension Prose.Span {
    fileprivate var tag: String? {
        switch kind {
        case .code, .symbol, .constant, .parameter: "code"
        case .emphasis: "em"
        case .strong: "strong"
        case .link: nil
        }
    }
}
