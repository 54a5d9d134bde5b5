/// Both sides of a patched file in full: the hunks laid over the file of a tree.
///
/// The tree may hold the file before the patch or after it. Lines are compared without their white space, and blank
/// lines may be missing in the patch, so that a damaged patch finds its place too.
struct PatchedFile {
    private(set) var old: [ShownLine] = []
    private(set) var new: [ShownLine] = []
    /// The lines of each side that the hunks show, from 1.
    private(set) var oldShown: [ClosedRange<Int>] = []
    private(set) var newShown: [ClosedRange<Int>] = []

    /// Nil when the hunks do not fit a tree that holds `side` of the file.
    init?(_ hunks: [Hunk], on tree: [UInt8], holding side: DocumentReader.Side) {
        let lines = PatchedFile.lines(of: tree)
        let foreign = side == .old ? Hunk.Line.Kind.added : .removed
        guard let places = PatchedFile.places(of: hunks, without: foreign, in: BlanklessIndex(lines)) else {
            return nil
        }
        lay(hunks, at: places, over: lines, treeIsNew: side == .new)
    }

    func lines(on side: DocumentReader.Side) -> [ShownLine] { side == .new ? new : old }

    /// All of the file, as the tree would hold it.
    func text(on side: DocumentReader.Side) -> [UInt8] {
        lines(on: side).flatMap { $0.text + [UInt8(ascii: "\n")] }
    }

    func shown(on side: DocumentReader.Side) -> [ClosedRange<Int>] { side == .new ? newShown : oldShown }

    private static func lines(of text: [UInt8]) -> [ArraySlice<UInt8>] {
        var lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
            line.last == UInt8(ascii: "\r") ? line.dropLast() : line
        }
        // Behind the last line break there is no line, and in an empty file none at all.
        if lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }

    // MARK: - Places

    /// For each hunk the line (index) of the tree at which it begins, or nil when one has no place.
    private static func places(of hunks: [Hunk], without gone: Hunk.Line.Kind, in index: BlanklessIndex) -> [Int]? {
        var places: [Int] = []
        var from = 0
        for hunk in hunks {
            let start = gone == .added ? hunk.oldStart : hunk.newStart
            let image = hunk.lines.filter { $0.kind != gone }.map { BlanklessIndex.key($0.text) }.filter { !$0.isEmpty }
            guard !image.isEmpty else {
                let count = gone == .added ? hunk.oldCount : hunk.newCount
                places.append(min(index.lineCount, max(from, count == 0 ? start : start - 1)))
                continue
            }
            guard let found = index.place(of: image, near: start - 1, from: from) else { return nil }
            places.append(found.lowerBound)
            from = found.upperBound
        }
        return places
    }

    // MARK: - Laying

    private mutating func lay(_ hunks: [Hunk], at places: [Int], over tree: [ArraySlice<UInt8>], treeIsNew: Bool) {
        let foreign = treeIsNew ? Hunk.Line.Kind.removed : .added
        var next = 0
        for (hunk, place) in zip(hunks, places) {
            // Blank lines at the start of the hunk stand in front of the first line that was found.
            let blanks = hunk.lines.prefix { $0.kind != foreign && $0.text.allSatisfy { $0 <= 0x20 } }.count
            let start = max(next, place - blanks)
            copy(tree, from: next, to: start)
            next = start
            let before = (old.count, new.count)
            let offset = start - ((treeIsNew ? hunk.newStart : hunk.oldStart) - 1)
            for line in hunk.lines {
                let isBlank = line.text.allSatisfy { $0 <= 0x20 }
                if line.kind == foreign {
                    let expected = (treeIsNew ? line.newLine : line.oldLine) - 1 + offset
                    while next < min(expected, tree.count), PatchedFile.isBlank(tree[next]) { copyLost(tree, &next) }
                    append(line, line.text, toOld: treeIsNew, toNew: !treeIsNew)
                    continue
                }
                if !isBlank {
                    while next < tree.count, PatchedFile.isBlank(tree[next]) { copyLost(tree, &next) }
                }
                guard next < tree.count, isBlank == PatchedFile.isBlank(tree[next]) else { continue }
                let isContext = line.kind == .context
                append(line, tree[next], toOld: isContext || !treeIsNew, toNew: isContext || treeIsNew)
                next += 1
            }
            if old.count > before.0 { oldShown.append(before.0 + 1...old.count) }
            if new.count > before.1 { newShown.append(before.1 + 1...new.count) }
        }
        copy(tree, from: next, to: tree.count)
    }

    private static func isBlank(_ line: ArraySlice<UInt8>) -> Bool { line.allSatisfy { $0 <= 0x20 } }

    /// A blank line that the patch has lost.
    private mutating func copyLost(_ tree: [ArraySlice<UInt8>], _ next: inout Int) {
        copy(tree, from: next, to: next + 1)
        next += 1
    }

    private mutating func copy(_ tree: [ArraySlice<UInt8>], from: Int, to: Int) {
        guard from < to else { return }
        for line in tree[from..<to] {
            old.append(ShownLine(text: line, origin: LineOrigin(line: old.count + 1, patchLine: 0)))
            new.append(ShownLine(text: line, origin: LineOrigin(line: new.count + 1, patchLine: 0)))
        }
    }

    private mutating func append(_ line: Hunk.Line, _ text: ArraySlice<UInt8>, toOld: Bool, toNew: Bool) {
        let isChanged = line.kind != .context
        if toOld {
            let origin = LineOrigin(line: old.count + 1, patchLine: line.patchLine)
            old.append(ShownLine(text: text, origin: origin, isChanged: isChanged))
        }
        if toNew {
            let origin = LineOrigin(line: new.count + 1, patchLine: line.patchLine)
            new.append(ShownLine(text: text, origin: origin, isChanged: isChanged))
        }
    }
}
