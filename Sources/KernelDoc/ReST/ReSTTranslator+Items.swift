/// The items of lists, which may lie in each other.
extension ReSTTranslator {
    /// Opens a list item and leaves the rest of the line to be read; false when it is none.
    mutating func begin(_ marker: ListMarker, at i: Int) -> Bool {
        let indent = lines[i].indent
        while let last = items.last, last.markerIndent > indent { closeItem() }
        if let last = items.last, last.markerIndent == indent, last.kind != nil { closeItem() }
        guard items.count < ReSTTranslator.deepest else { return false }
        items.append(OpenItem(markerIndent: indent, kind: marker.kind))
        pendingMarkers += 1
        lines[i].indent += marker.contentStart - lines[i].start
        lines[i].start = marker.contentStart
        return true
    }

    /// Opens an item without a marker; false when it lies too deep.
    mutating func beginItem(at indent: Int) -> Bool {
        closeItems(for: indent)
        guard items.count < ReSTTranslator.deepest else { return false }
        items.append(OpenItem(markerIndent: indent, kind: nil))
        pendingMarkers += 1
        return true
    }

    mutating func closeItem() {
        items.removeLast()
        pendingMarkers = min(pendingMarkers, items.count)
    }

    /// Whether a numbered line at `indent` lies in an item of a list, or is the next one of a numbered list.
    func goesOn(withItem number: Int, at indent: Int) -> Bool {
        items.contains { $0.markerIndent < indent || $0.markerIndent == indent && $0.kind == .number && number != 1 }
    }

    mutating func closeItems(for indent: Int) {
        while let last = items.last, last.markerIndent >= indent { closeItem() }
    }

    mutating func addItem(_ range: Range<Int>, indent: Int) {
        guard beginItem(at: indent) else { return add(range) }
        add(range)
        closeItem()
    }
}
