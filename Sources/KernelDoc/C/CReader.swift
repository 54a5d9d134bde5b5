/// Reads the kernel-doc comments of C sources and headers, exactly as the kernel's own kernel-doc does.
///
/// The rules are those of `scripts/kernel-doc` in Linux (the Python one, of 2025). Any bytes can be read: what is
/// no kernel-doc is skipped, what is broken gets a diagnostic, and reading goes on behind it. Time and memory grow
/// with the length of the text and with nothing else.
public struct CReader: Sendable {
    private let detail: Detail

    public init(_ detail: Detail = .full) { self.detail = detail }

    /// - Parameters:
    ///   - source: The bytes of the whole file.
    ///   - file: Its name, for diagnostics.
    public func read(_ source: UnsafeRawBufferPointer, file: String) -> CReading {
        var remarks = Remarks()
        return read(source, file: file, &remarks)
    }

    /// For counts, what is said goes to `remarks` and not to the items.
    func read(_ source: UnsafeRawBufferPointer, file: String, _ remarks: inout Remarks) -> CReading {
        remarks.removeAll()
        let search = OpeningSearch(source)
        var machine = CommentMachine(file: file, detail)
        swap(&machine.entry.remarks, &remarks)
        defer { swap(&machine.entry.remarks, &remarks) }
        var expanded: [UInt8] = []
        var position = 0
        var number = 1
        while let opening = search.opening(from: position) {
            number += search.countLines(position..<opening)
            position = opening
            repeat {
                position = Self.withLine(of: source, position, &expanded) { machine.read($0, line: number) }
                number += 1
            } while machine.isReading && position < source.count
        }
        machine.finish()
        return CReading(items: machine.items, diagnostics: machine.diagnostics.diagnostics)
    }

    /// Reads all of a file; `file` is its name, for diagnostics.
    public func read(_ source: [UInt8], file: String) -> CReading {
        source.withUnsafeBytes { read($0, file: file) }
    }

    /// Reads a piece of a file, such as a hunk's lines.
    ///
    /// What is cut off at either end is no error: an item holds what the piece shows. A comment whose head is missing
    /// takes its name from the declaration behind it, and has an empty name (and kind `doc`) without one; members of a
    /// body whose head is missing belong to a `struct` with an empty name. Text that stood before the first section of
    /// such a comment goes to its `Description`, text of a cut-off comment on a member to the member behind it.
    /// Tabs are read as in whole files, so columns count from the line's own start.
    public func read(_ fragment: CFragment, file: String) -> CReading {
        var machine = CommentMachine(file: file, detail)
        var expanded: [UInt8] = []
        machine.begin(fragment)
        for piece in fragment.lines {
            piece.bytes.withUnsafeBytes {
                _ = Self.withLine(of: $0, 0, &expanded) { machine.read($0, line: piece.number) }
            }
        }
        machine.finish()
        return CReading(items: machine.items, diagnostics: machine.diagnostics.diagnostics)
    }

    /// Shows one line, without the carriage returns at its end, with tabs as blanks up to the next multiple of eight
    /// characters: where it lies, or, when it has tabs, in `expanded`.
    ///
    /// - Returns: where the next line starts.
    private static func withLine(
        of source: UnsafeRawBufferPointer, _ start: Int, _ expanded: inout [UInt8], _ body: (CText) -> Void
    ) -> Int {
        let bytes = source.bindMemory(to: UInt8.self)
        let lineEnd = bytes.lineEnd(from: start)
        var end = lineEnd
        if let tab = bytes.next(0x09, in: start..<end) {
            var count = expand(bytes, start..<end, firstTab: tab, into: &expanded)
            expanded.withUnsafeBufferPointer { text in
                while count > 0, text[count - 1] == 0x0D { count -= 1 }
                body(CText(UnsafeBufferPointer(rebasing: text[..<count])))
            }
        } else {
            while end > start, bytes[end - 1] == 0x0D { end -= 1 }
            body(CText(source, start..<end))
        }
        return min(lineEnd + 1, source.count)
    }

    /// Writes a line with tabs to the start of `expanded`, which grows as long as the longest such line; answers how
    /// long it is.
    private static func expand(
        _ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>, firstTab: Int, into expanded: inout [UInt8]
    ) -> Int {
        // Tabs are counted only where many would take much memory.
        let isShort = line.count < 4096
        let tabs = isShort ? line.count : bytes[firstTab..<line.upperBound].count { $0 == 0x09 }
        let most = line.count + 7 * tabs
        if expanded.count < most { expanded += repeatElement(0, count: most - expanded.count) }
        return expanded.withUnsafeMutableBufferPointer { out in
            var count = 0
            var column = 0
            var position = line.lowerBound
            var tab = firstTab
            while true {
                let run = UnsafeBufferPointer(rebasing: bytes[position..<tab])
                if !run.isEmpty {
                    count += UnsafeMutableBufferPointer(rebasing: out[count...]).update(fromContentsOf: run)
                }
                guard tab < line.upperBound else { return count }
                // The bytes behind the first one of a UTF-8 character take no column.
                for byte in run { column &+= byte & 0xC0 == 0x80 ? 0 : 1 }
                let blanks = 8 - column & 7
                for _ in 0..<blanks {
                    out[count] = 0x20
                    count &+= 1
                }
                column += blanks
                position = tab + 1
                tab = bytes.next(0x09, in: position..<line.upperBound) ?? line.upperBound
            }
        }
    }
}
