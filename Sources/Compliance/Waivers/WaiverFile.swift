import KernelDoc

/// The waivers beside a specification, one a line:
///
///     # clause id, date, perhaps an end, and behind the colon the reason
///     gates/be-green-66666666 2025-05-01: painted later
///     gates/be-quiet-77777777 2025-05-01 until 2025-12-31: needs a probe
public struct WaiverFile: Sendable, Equatable {
    public static let name = "waivers.txt"

    public var waivers: [Waiver]
    /// Lines that are no waivers; they waive nothing.
    public var diagnostics: [Diagnostic]

    /// - Parameters:
    ///   - bytes: the file; bytes that are not UTF-8 are read as replacement characters.
    ///   - file: its name, for diagnostics.
    public init(_ bytes: [UInt8], file: String) {
        waivers = []
        diagnostics = []
        for (index, bytes) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated()
        {
            do {
                if let waiver = try WaiverFile.waiver(bytes, line: index + 1) { waivers.append(waiver) }
            } catch {
                diagnostics.append(
                    Diagnostic(
                        .error, file: file, line: index + 1, column: error.column, message: error.message,
                        advice: "write: CLAUSE-ID YYYY-MM-DD [until YYYY-MM-DD]: REASON",
                        excerpt: String(decoding: bytes, as: UTF8.self)))
            }
        }
    }

    private struct Complaint: Error {
        /// In bytes, from 1.
        var column: Int
        var message: String
    }

    /// Nil for an empty line and for a comment.
    private static func waiver(_ bytes: ArraySlice<UInt8>, line: Int) throws(Complaint) -> Waiver? {
        func column(of index: Int) -> Int { index - bytes.startIndex + 1 }
        func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
        func isSpace(_ byte: UInt8) -> Bool {
            [UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r")].contains(byte)
        }

        guard let first = bytes.first(where: { !isSpace($0) }), first != UInt8(ascii: "#") else { return nil }
        // Ids may hold a colon; the one that ends the dates stands behind them.
        let words = bytes.split(whereSeparator: isSpace)
        guard let id = words.first else { return nil }
        func day(_ position: Int) throws(Complaint) -> (day: Day, isLast: Bool) {
            guard position < words.count else {
                throw Complaint(column: column(of: bytes.endIndex), message: "the line ends where a date should stand")
            }
            let word = words[position]
            let isLast = word.last == UInt8(ascii: ":")
            let date = text(isLast ? word.dropLast() : word)
            guard let day = Day(date) else {
                throw Complaint(column: column(of: word.startIndex), message: "“\(date)” is no date")
            }
            return (day, isLast)
        }
        let date = try day(1)
        var end = words[1].endIndex
        var expires: Day?
        if !date.isLast {
            guard words.count > 2, text(words[2]) == "until" else {
                throw Complaint(column: column(of: end), message: "a colon or “until” should follow the date")
            }
            let last = try day(3)
            guard last.isLast else {
                throw Complaint(column: column(of: words[3].endIndex), message: "a colon should follow the date")
            }
            (expires, end) = (last.day, words[3].endIndex)
        }
        let reason = bytes[end...].split(whereSeparator: isSpace).map(text).joined(separator: " ")
        guard !reason.isEmpty else {
            throw Complaint(column: column(of: bytes.endIndex), message: "the reason is missing")
        }
        return Waiver(clause: text(id), reason: reason, date: date.day, expires: expires, line: line)
    }
}
