/// The lines of a patch as its author sent them, with their places in the file that was read.
///
/// A mail's transfer encoding is undone: quoted-printable and base64, in one mail or in many.
struct PatchText {
    struct Line {
        /// In `bytes`, without the line break.
        var range: Range<Int>
        /// In the file, from 1.
        var number: Int
    }

    private(set) var bytes: [UInt8]
    private(set) var lines: [Line] = []

    subscript(index: Int) -> ArraySlice<UInt8> { bytes[lines[index].range] }

    init(_ source: [UInt8]) {
        bytes = []
        bytes.reserveCapacity(source.count)
        var decoder = MailDecoder()
        var start = 0
        var number = 0
        while start < source.count {
            let end = source[start...].firstIndex(of: UInt8(ascii: "\n")) ?? source.count
            number += 1
            var trimmed = end
            if trimmed > start, source[trimmed - 1] == UInt8(ascii: "\r") { trimmed -= 1 }
            decoder.read(source[start..<trimmed]) { bytes, isComplete in
                append(bytes, number: number, isComplete: isComplete)
            }
            start = end + 1
        }
        if isOpen { lines[lines.count - 1].range = lines[lines.count - 1].range.lowerBound..<bytes.count }
    }

    /// Whether the last line still waits for its end.
    private var isOpen = false

    /// Takes decoded text; `isComplete`: a line ends with it.
    private mutating func append(_ text: ArraySlice<UInt8>, number: Int, isComplete: Bool) {
        if !isOpen {
            lines.append(Line(range: bytes.count..<bytes.count, number: number))
            isOpen = true
        }
        bytes.append(contentsOf: text)
        guard isComplete else { return }
        let start = lines[lines.count - 1].range.lowerBound
        var end = bytes.count
        if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        lines[lines.count - 1].range = start..<end
        isOpen = false
    }
}
