/// Undoes the transfer encoding of mails, a line at a time (RFC 2045, section 6).
///
/// What is no mail passes through as it stands.
struct MailDecoder {
    private enum Encoding {
        case plain, quotedPrintable, base64
    }

    /// Whether the last lines were header fields, so that a blank line begins a body.
    private var isInHeader = true
    private var announced = Encoding.plain
    private var encoding = Encoding.plain
    private var boundary: [UInt8] = []
    /// Inside of a part in HTML, which says in markup what the part in plain text beside it says.
    private var isMarkup = false
    /// Bits of base64 that make no byte yet.
    private var bits: UInt32 = 0
    private var bitCount = 0

    /// Reads one line; `emit` gets the decoded text and whether a line ends with it.
    mutating func read(_ line: ArraySlice<UInt8>, emit: (ArraySlice<UInt8>, Bool) -> Void) {
        if startsPart(line) {
            isInHeader = true
            announced = .plain
            encoding = .plain
            bitCount = 0
            isMarkup = false
            emit(line, true)
        } else if isInHeader {
            readHeader(line)
            emit(line, true)
        } else if isMarkup {
            // The lines behind it keep their numbers.
            emit([], true)
        } else {
            switch encoding {
            case .plain: emit(line, true)
            case .quotedPrintable: decodeQuoted(line, emit)
            case .base64: decodeBase64(line, emit)
            }
        }
    }

    private func startsPart(_ line: ArraySlice<UInt8>) -> Bool {
        if line.starts(with: "From ".utf8) { return encoding != .plain || MailDecoder.isEnvelope(line) }
        return !boundary.isEmpty && line.starts(with: boundary)
    }

    /// `From <hash or address> <date with a year>`, which begins each mail of an mbox.
    static func isEnvelope(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.starts(with: "From ".utf8) else { return false }
        let words = line.split(separator: UInt8(ascii: " "))
        return words.count >= 6 && words.suffix(3).contains { $0.count == 4 && $0.allSatisfy(\.isDigit) }
            && words.contains { $0.contains(UInt8(ascii: ":")) }
    }

    private mutating func readHeader(_ line: ArraySlice<UInt8>) {
        if line.isEmpty {
            isInHeader = false
            encoding = announced
            return
        }
        let lowered = line.map(\.lowercased)
        lowered.withUnsafeBufferPointer { text in
            if text.has("content-transfer-encoding:", at: 0, limit: text.count) {
                announced =
                    MailDecoder.find("quoted-printable", in: text) != nil
                    ? .quotedPrintable : MailDecoder.find("base64", in: text) != nil ? .base64 : .plain
            }
            if text.has("content-type:", at: 0, limit: text.count), !boundary.isEmpty {
                isMarkup = MailDecoder.find("text/html", in: text) != nil
            }
            guard let mark = MailDecoder.find("boundary=", in: text) else { return }
            let value = line.dropFirst(mark + 9).drop { $0 == UInt8(ascii: "\"") }
            let name = value.prefix { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: ";") }
            boundary = name.isEmpty ? [] : Array("--".utf8) + name
        }
    }

    private static func find(_ word: StaticString, in text: Bytes) -> Int? {
        text.indices.first { text.has(word, at: $0, limit: text.count) }
    }

    private func decodeQuoted(_ line: ArraySlice<UInt8>, _ emit: (ArraySlice<UInt8>, Bool) -> Void) {
        var text: [UInt8] = []
        var i = line.startIndex
        while i < line.endIndex {
            guard line[i] == UInt8(ascii: "=") else {
                text.append(line[i])
                i += 1
                continue
            }
            let rest = line[(i + 1)...]
            if rest.allSatisfy(\.isBlank) {
                emit(text[...], false)
                return
            }
            if rest.count >= 2, let high = MailDecoder.hex(rest[i + 1]), let low = MailDecoder.hex(rest[i + 2]) {
                text.append(high << 4 | low)
                i += 3
            } else {
                text.append(line[i])
                i += 1
            }
        }
        emit(text[...], true)
    }

    private mutating func decodeBase64(_ line: ArraySlice<UInt8>, _ emit: (ArraySlice<UInt8>, Bool) -> Void) {
        var text: [UInt8] = []
        for byte in line {
            guard let value = MailDecoder.sextet(byte) else { continue }
            bits = bits << 6 | UInt32(value)
            bitCount += 6
            guard bitCount >= 8 else { continue }
            bitCount -= 8
            let decoded = UInt8(truncatingIfNeeded: bits >> UInt32(bitCount))
            if decoded == UInt8(ascii: "\n") {
                emit(text[...], true)
                text.removeAll()
            } else {
                text.append(decoded)
            }
        }
        if !text.isEmpty { emit(text[...], false) }
    }

    static func hex(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        default: nil
        }
    }

    private static func sextet(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte - UInt8(ascii: "A")
        case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - UInt8(ascii: "a") + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0") + 52
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}
