/// One hunk of a patch, damaged or not.
struct Hunk {
    struct Line {
        enum Kind {
            case context, added, removed
        }
        var kind: Kind
        /// Without the sign in front.
        var text: ArraySlice<UInt8>
        /// In the patch, from 1.
        var patchLine: Int
        /// In the file before (unless added), and after the patch (unless removed), from 1.
        var oldLine = 0
        var newLine = 0
        /// Whether lost lines leave those numbers open.
        var isEstimated = false
    }

    /// What the header says.
    var oldStart: Int
    var oldCount: Int
    var newStart: Int
    var newCount: Int
    /// The text behind the header's second `@@`: the line that git takes for the start of the function or section.
    var section: String
    /// The header's line in the patch, from 1.
    var patchLine: Int
    var lines: [Line] = []
    /// Whether context lines came without the blank in front.
    var isDamaged = false

    /// Whether it is one of `git diff --word-diff`: no line is removed or added, but words are, `[-so-]` or `{+so+}`.
    var isOfWords: Bool {
        lines.allSatisfy { $0.kind == .context }
            && lines.contains { line in
                let text = String(decoding: line.text, as: UTF8.self)
                return text.contains("[-") && text.contains("-]") || text.contains("{+") && text.contains("+}")
            }
    }

    /// Reads `@@ -a,b +c,d @@ section`; nil when the line is none.
    init?(header: ArraySlice<UInt8>, patchLine: Int) {
        guard header.starts(with: "@@ -".utf8) else { return nil }
        var i = header.startIndex + 4
        guard let old = Hunk.range(header, &i), Hunk.skip(" +", header, &i), let new = Hunk.range(header, &i),
            Hunk.skip(" @@", header, &i)
        else { return nil }
        oldStart = old.start
        oldCount = old.count
        newStart = new.start
        newCount = new.count
        let rest = header[i...].drop(while: \.isBlank)
        section = String(decoding: rest, as: UTF8.self)
        self.patchLine = patchLine
    }

    private static func range(_ text: ArraySlice<UInt8>, _ i: inout Int) -> (start: Int, count: Int)? {
        guard let start = number(text, &i) else { return nil }
        guard i < text.endIndex, text[i] == UInt8(ascii: ",") else { return (start, 1) }
        i += 1
        guard let count = number(text, &i) else { return nil }
        return (start, count)
    }

    private static func number(_ text: ArraySlice<UInt8>, _ i: inout Int) -> Int? {
        var value = 0
        let start = i
        while i < text.endIndex, text[i].isDigit, i - start < 9 {
            value = value * 10 + Int(text[i] - UInt8(ascii: "0"))
            i += 1
        }
        return i > start ? value : nil
    }

    private static func skip(_ expected: String, _ text: ArraySlice<UInt8>, _ i: inout Int) -> Bool {
        guard text[i...].starts(with: expected.utf8) else { return false }
        i += expected.utf8.count
        return true
    }
}
