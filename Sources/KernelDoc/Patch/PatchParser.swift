/// Finds the files and hunks in a patch: `git format-patch`, `git diff`, `diff -u`, a mail, a list archive's copy of one.
///
/// Everything else (mail headers, commit message, list of changed files, signature, footer) is passed over.
struct PatchParser {
    private let text: PatchText
    private let file: String
    private var index = 0
    private(set) var files: [FilePatch] = []
    private(set) var diagnostics: [Diagnostic] = []

    /// - Parameter file: The patch's own name, for diagnostics.
    init(_ text: PatchText, file: String) {
        self.text = text
        self.file = file
    }

    mutating func parse() {
        while index < text.lines.count {
            let line = text[index]
            if line.starts(with: "diff --git ".utf8) {
                beginGitFile(line)
            } else if isFileHeader(index) {
                readFileHeader()
            } else if let hunk = Hunk(header: line, patchLine: text.lines[index].number) {
                readHunk(hunk)
            } else if line.starts(with: "@@@ ".utf8) {
                report(.error, "a merge's combined diff is not read", "give the diff against one parent")
                index += 1
            } else if line.starts(with: "@@ -".utf8), index == hunkPlace {
                report(
                    .error, "is not the header of a hunk, and what follows is not read",
                    "it has the form @@ -1,4 +1,6 @@", showsLine: true)
                index += 1
            } else {
                readExtendedHeader(line)
                index += 1
            }
        }
        if isCutOff {
            report(.error, "the patch ends in the header of a file", "give the whole patch", at: text.lines.count - 1)
        }
    }

    // MARK: - Files

    private mutating func beginGitFile(_ line: ArraySlice<UInt8>) {
        let paths = PatchPath.pair(in: line.dropFirst("diff --git ".utf8.count))
        files.append(FilePatch(oldPath: paths?.old, newPath: paths?.new, patch: file, line: text.lines[index].number))
        isInGitHeader = true
        index += 1
    }

    /// The index behind a file's header, or behind a hunk: what looks like a hunk's header there is meant to be one.
    private var hunkPlace: Int?

    /// Whether the lines behind `diff --git` are still to come.
    private var isInGitHeader = false

    private mutating func readExtendedHeader(_ line: ArraySlice<UInt8>) {
        guard isInGitHeader, !files.isEmpty else { return }
        let last = files.count - 1
        if line.starts(with: "new file mode".utf8) {
            files[last].oldPath = nil
        } else if line.starts(with: "deleted file mode".utf8) {
            files[last].newPath = nil
        } else if let name = text(behind: ["rename from ", "copy from "], in: line) {
            files[last].oldPath = PatchPath.name(name, prefix: false)
        } else if let name = text(behind: ["rename to ", "copy to "], in: line) {
            files[last].newPath = PatchPath.name(name, prefix: false)
        } else if line.starts(with: "GIT binary patch".utf8) || line.starts(with: "Binary files ".utf8) {
            files[last].isBinary = true
            isInGitHeader = false
        }
    }

    private func text(behind beginnings: [StaticString], in line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let beginning = beginnings.first { $0.withUTF8Buffer { line.starts(with: $0) } }
        return beginning.map { line.dropFirst($0.utf8CodeUnitCount) }
    }

    /// `--- old` and `+++ new`, with a hunk behind them.
    private func isFileHeader(_ i: Int) -> Bool {
        i + 2 < text.lines.count && text[i].starts(with: "--- ".utf8) && text[i + 1].starts(with: "+++ ".utf8)
            && text[i + 2].starts(with: "@@ -".utf8)
    }

    /// Whether the last line is one of a file's header behind which something has to stand.
    private var isCutOff: Bool {
        let last = text.lines.count - 1
        if isInGitHeader {
            return PatchParser.unfinished.contains { text[last].starts(with: $0.utf8) } && !text[last].hasEmptyBlob
        }
        return last > 0 && hunkPlace != last + 1 && text[last].starts(with: "+++ ".utf8)
            && text[last - 1].starts(with: "--- ".utf8)
    }

    /// Behind a new mode or name a header may end: then the contents stayed.
    private static let unfinished = [
        "diff --git ", "index ", "--- ", "+++ ", "old mode ", "new file mode ", "deleted file mode ",
        "similarity index ",
        "dissimilarity index ", "rename from ", "copy from ",
    ]

    private mutating func readFileHeader() {
        let old = PatchPath.name(text[index].dropFirst(4), prefix: true)
        let new = PatchPath.name(text[index + 1].dropFirst(4), prefix: true)
        if isInGitHeader, !files.isEmpty {
            files[files.count - 1].oldPath = old
            files[files.count - 1].newPath = new
        } else {
            files.append(FilePatch(oldPath: old, newPath: new, patch: file, line: text.lines[index].number))
        }
        isInGitHeader = false
        index += 2
        hunkPlace = index
    }

    // MARK: - Hunks

    private mutating func readHunk(_ header: Hunk) {
        var hunk = header
        let headerIndex = index
        index += 1
        isInGitHeader = false
        if let end = exactEnd(of: hunk, from: index) {
            for i in index..<end { add(i, to: &hunk) }
            index = end
        } else {
            let end = looseEnd(from: index)
            for i in index..<end { add(i, to: &hunk) }
            index = end
            while let last = hunk.lines.last, last.text.isEmpty, last.kind == .context { hunk.lines.removeLast() }
            hunk.restoreContext(isText: files.last?.isText == true)
            hunk.isDamaged = true
        }
        hunkPlace = index
        guard !hunk.isOfWords else {
            report(
                .error, "the changes are marked within the lines, and are not read",
                "give the patch without --word-diff", at: headerIndex, showsLine: true)
            return
        }
        if let contradiction = hunk.number() {
            let advice =
                contradiction.lostBlanks.map {
                    "\($0) blank line\($0 == 1 ? "" : "s") of context must have been lost on the way: "
                }
                ?? "lines were lost on the way, or the patch was edited by hand: "
            report(
                // What is merely short of blank lines is read in full.
                contradiction.lostBlanks == nil ? .error : .warning, contradiction.counts,
                advice + "give the original, or the tree that it applies to",
                at: headerIndex,
                showsLine: true)
        }
        if files.isEmpty {
            report(.error, "a hunk without the name of a file", "give the whole patch", at: headerIndex)
        } else {
            files[files.count - 1].hunks.append(hunk)
        }
    }

    private func add(_ i: Int, to hunk: inout Hunk) {
        let line = text[i]
        let number = text.lines[i].number
        switch line.first {
        case UInt8(ascii: "+"):
            hunk.lines.append(Hunk.Line(kind: .added, text: line.dropFirst(), patchLine: number))
        case UInt8(ascii: "-"):
            hunk.lines.append(Hunk.Line(kind: .removed, text: line.dropFirst(), patchLine: number))
        case UInt8(ascii: "\\"):
            break
        case UInt8(ascii: " "):
            hunk.lines.append(Hunk.Line(kind: .context, text: line.dropFirst(), patchLine: number))
        default:
            hunk.lines.append(Hunk.Line(kind: .context, text: line, patchLine: number))
        }
    }

    /// The end of the hunk, when its lines are exactly those that the header counts.
    private func exactEnd(of hunk: Hunk, from start: Int) -> Int? {
        var old = hunk.oldCount
        var new = hunk.newCount
        var i = start
        while old > 0 || new > 0 {
            guard i < text.lines.count else { return nil }
            switch text[i].first {
            case UInt8(ascii: "+"): new -= 1
            case UInt8(ascii: "-"): old -= 1
            case UInt8(ascii: " "), nil:
                old -= 1
                new -= 1
            case UInt8(ascii: "\\"): break
            default: return nil
            }
            guard old >= 0, new >= 0 else { return nil }
            i += 1
        }
        while i < text.lines.count, text[i].first == UInt8(ascii: "\\") { i += 1 }
        guard i < text.lines.count, !ends(at: i) else { return i }
        let next = text[i].first
        return next == UInt8(ascii: "+") || next == UInt8(ascii: "-") || next == UInt8(ascii: " ") ? nil : i
    }

    /// The end of a damaged hunk: where the next one begins, or the mail ends.
    private func looseEnd(from start: Int) -> Int {
        var i = start
        while i < text.lines.count, !ends(at: i) { i += 1 }
        return i
    }

    private func ends(at i: Int) -> Bool {
        let line = text[i]
        guard let first = line.first else { return false }
        switch first {
        case UInt8(ascii: "d"): return line.starts(with: "diff --git ".utf8)
        case UInt8(ascii: "@"): return Hunk(header: line, patchLine: 0) != nil
        case UInt8(ascii: "-"):
            if isFileHeader(i) { return true }
            return isSignature(i) || line.starts(with: "-------------- next part".utf8)
        case UInt8(ascii: "F"): return MailDecoder.isEnvelope(line)
        case UInt8(ascii: "I"): return line.starts(with: "Index: ".utf8)
        case UInt8(ascii: "M"): return line.starts(with: "More information about the ".utf8)
        case UInt8(ascii: "T"): return line.starts(with: "To unsubscribe from this list".utf8)
        case UInt8(ascii: "_"): return line.count >= 30 && line.allSatisfy { $0 == first }
        default: return false
        }
    }

    /// `-- ` and git's version, or the end of the mail.
    private func isSignature(_ i: Int) -> Bool {
        let line = text[i]
        guard line.elementsEqual("--".utf8) || line.elementsEqual("-- ".utf8) else { return false }
        guard i + 1 < text.lines.count else { return true }
        let next = text[i + 1]
        return next.isEmpty || next.first?.isDigit == true
            || next.first?.isLetter == true && !line.elementsEqual("--".utf8)
    }

    private mutating func report(
        _ severity: Diagnostic.Severity, _ message: String, _ advice: String, at place: Int? = nil,
        showsLine: Bool = false
    ) {
        let place = place ?? index
        diagnostics.append(
            Diagnostic(
                severity, file: file, line: text.lines[place].number, message: message, advice: advice,
                excerpt: showsLine ? String(decoding: text[place], as: UTF8.self) : nil))
    }
}

extension ArraySlice<UInt8> {
    /// Whether a line of git's, `index ONE..OTHER`, names the blob of nothing: an empty file has no hunk.
    fileprivate var hasEmptyBlob: Bool {
        starts(with: "index ".utf8)
            && dropFirst("index ".utf8.count).split(separator: UInt8(ascii: ".")).contains {
                $0.starts(with: "e69de29".utf8)
            }
    }
}
