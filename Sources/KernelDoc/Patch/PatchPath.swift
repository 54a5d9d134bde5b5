/// Names of files as patches write them.
enum PatchPath {
    /// A name behind `--- ` or `+++ `: unquoted, without its time stamp and, with `prefix`, without `a/` or `b/`.
    /// Nil for `/dev/null`.
    static func name(_ text: ArraySlice<UInt8>, prefix: Bool) -> String? {
        var name: ArraySlice<UInt8>
        if text.first == UInt8(ascii: "\"") {
            name = unquoted(text)[...]
        } else {
            name = text.prefix { $0 != UInt8(ascii: "\t") }
            while let last = name.last, last <= 0x20 { name = name.dropLast() }
        }
        if name.elementsEqual("/dev/null".utf8) || name.isEmpty { return nil }
        if prefix, name.starts(with: "a/".utf8) || name.starts(with: "b/".utf8) { name = name.dropFirst(2) }
        return String(decoding: name, as: UTF8.self)
    }

    /// The two names of a `diff --git` line. Names with blanks are told apart by being the same but for the prefix.
    static func pair(in text: ArraySlice<UInt8>) -> (old: String?, new: String?)? {
        if text.first == UInt8(ascii: "\"") {
            guard let end = text.dropFirst().firstIndex(of: UInt8(ascii: "\"")) else { return nil }
            return (name(text[...end], prefix: true), name(text[(end + 1)...].drop(while: \.isBlank), prefix: true))
        }
        var candidates: [Int] = []
        for i in text.indices where text[i] == UInt8(ascii: " ") && text[(i + 1)...].starts(with: "b/".utf8) {
            candidates.append(i)
            if candidates.count == 8 { break }
        }
        let split =
            candidates.first { text[..<$0].dropFirst(2).elementsEqual(text[($0 + 3)...]) } ?? candidates.first
            ?? text.firstIndex(of: UInt8(ascii: " "))
        guard let split else { return nil }
        return (name(text[..<split], prefix: true), name(text[(split + 1)...], prefix: true))
    }

    /// Git quotes names with unusual bytes as C does.
    private static func unquoted(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var name: [UInt8] = []
        var i = text.startIndex + 1
        while i < text.endIndex, text[i] != UInt8(ascii: "\"") {
            guard text[i] == UInt8(ascii: "\\"), i + 1 < text.endIndex else {
                name.append(text[i])
                i += 1
                continue
            }
            let octal = text[(i + 1)...].prefix(3)
            if octal.count == 3, octal.allSatisfy({ $0.isDigit && $0 < UInt8(ascii: "8") }) {
                name.append(octal.reduce(0) { $0 &* 8 &+ ($1 - UInt8(ascii: "0")) })
                i += 4
            } else {
                name.append(text[i + 1] == UInt8(ascii: "t") ? UInt8(ascii: "\t") : text[i + 1])
                i += 2
            }
        }
        return name
    }
}
