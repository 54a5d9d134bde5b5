/// The symbols that a C file exports: the names in `EXPORT_SYMBOL(name);` and its kin.
enum ExportedSymbols {
    static func names(in text: [UInt8]) -> Set<String> {
        var names: Set<String> = []
        text.withUnsafeBufferPointer { text in
            var i = 0
            while let start = text[i...].firstIndex(of: UInt8(ascii: "E")) {
                i = start + 1
                guard text.has("EXPORT_SYMBOL", at: start, limit: text.count), isLineStart(text, start) else {
                    continue
                }
                var open = start + 13
                while open < text.count, text[open].isWord { open += 1 }
                while open < text.count, text[open].isBlank { open += 1 }
                guard open < text.count, text[open] == UInt8(ascii: "(") else { continue }
                var name = open + 1
                while name < text.count, text[name].isSpace { name += 1 }
                i = name
                while i < text.count, text[i].isWord { i += 1 }
                if i > name { names.insert(text.string(name..<i)) }
            }
        }
        return names
    }

    private static func isLineStart(_ text: Bytes, _ i: Int) -> Bool {
        var i = i
        while i > 0, text[i - 1].isBlank { i -= 1 }
        return i == 0 || text[i - 1] == UInt8(ascii: "\n")
    }
}
