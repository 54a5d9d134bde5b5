/// Reads the kernel-doc comments of C sources and headers, exactly as the kernel's own kernel-doc does.
///
/// The rules are those of `scripts/kernel-doc` in Linux (the Python one, of 2025). Any bytes can be read: what is
/// no kernel-doc is skipped, what is broken gets a diagnostic, and reading goes on behind it. Time and memory grow
/// with the length of the text and with nothing else.
public struct CReader: Sendable {
    public init() {}

    /// - Parameters:
    ///   - source: The bytes of the whole file.
    ///   - file: Its name, for diagnostics.
    public func read(_ source: UnsafeRawBufferPointer, file: String) -> CReading {
        let search = OpeningSearch(source)
        var machine = CommentMachine(file: file)
        var line: [UInt8] = []
        var position = 0
        var number = 1
        while let opening = search.opening(from: position) {
            number += search.countLines(position..<opening)
            position = opening
            repeat {
                position = Self.load(source, search, position, &line)
                machine.read(line, line: number)
                number += 1
            } while machine.isReading && position < source.count
        }
        machine.finish()
        return CReading(items: machine.items, diagnostics: machine.diagnostics.diagnostics)
    }

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
        var machine = CommentMachine(file: file)
        var line: [UInt8] = []
        machine.begin(fragment)
        for piece in fragment.lines {
            piece.bytes.withUnsafeBytes { _ = Self.load($0, OpeningSearch($0), 0, &line) }
            machine.read(line, line: piece.number)
        }
        machine.finish()
        return CReading(items: machine.items, diagnostics: machine.diagnostics.diagnostics)
    }

    /// Takes one line, with tabs as blanks up to the next multiple of eight characters.
    ///
    /// - Returns: where the next line starts.
    private static func load(
        _ source: UnsafeRawBufferPointer, _ search: OpeningSearch, _ start: Int, _ line: inout [UInt8]
    ) -> Int {
        line.removeAll(keepingCapacity: true)
        var position = start
        var column = 0
        while true {
            let end = search.lineBreakOrTab(position)
            let run = UnsafeRawBufferPointer(rebasing: source[position..<end])
            line.append(contentsOf: run)
            guard end < source.count, source[end] == 0x09 else {
                while line.last == 0x0D { line.removeLast() }
                return min(end + 1, source.count)
            }
            // The bytes behind the first one of a UTF-8 character take no column.
            for byte in run { column += byte & 0xC0 == 0x80 ? 0 : 1 }
            let blanks = 8 - column & 7
            for _ in 0..<blanks { line.append(0x20) }
            column += blanks
            position = end + 1
        }
    }
}
