import KernelDoc

/// Makes clause ids: the block's slug, up to four content words, eight hex digits of a hash over block and
/// words, and an ordinal where a block repeats a sentence.
struct ClauseIdentifiers {
    private var seen: [String: Int] = [:]

    mutating func next(
        _ block: Prose.Block, words text: ArraySlice<UInt8>, _ reader: borrowing SentenceReader, _ tokens: Range<Int>,
        start: Int
    ) -> String {
        var content: [String] = []
        // What is done comes first; a subject only where too few words are left.
        let from = start >= 0 ? max(tokens.lowerBound, reader.groups[start].start) : tokens.lowerBound
        for index in Array(from..<max(from, tokens.upperBound)) + Array(tokens.lowerBound..<from)
        where content.count < 4 {
            let token = reader.tokens[index]
            guard token.isWord, !token.has([.stop, .symbol, .number, .modal]), token.end - token.start > 1,
                tokens.contains(index)
            else { continue }
            let word = text[
                text.startIndex + Int(token.start - reader.tokens[tokens.lowerBound].start)..<text.startIndex
                    + Int(token.end - reader.tokens[tokens.lowerBound].start)]
            let slug = Self.slug(String(decoding: word, as: UTF8.self))
            if !slug.isEmpty { content.append(slug) }
        }
        var hash = Self.hash(of: block)
        hash.add(text)
        return finish(block, content, hash.value)
    }

    mutating func next(_ block: Prose.Block, prototype: String, name: String) -> String {
        var hash = Self.hash(of: block)
        hash.add(prototype.utf8)
        return finish(block, [Self.slug(name)], hash.value)
    }

    private mutating func finish(_ block: Prose.Block, _ words: [String], _ hash: UInt32) -> String {
        let digits = String(hash, radix: 16)
        let hex = String(repeating: "0", count: 8 - digits.count) + digits
        let id = "\(Self.slug(of: block))/\((words + [hex]).joined(separator: "-"))"
        let count = seen[id, default: 0] + 1
        seen[id] = count
        return count == 1 ? id : "\(id)-\(count)"
    }

    private static func hash(of block: Prose.Block) -> FNV1a {
        var hash = FNV1a()
        for part in [block.kind.rawValue, block.title, block.symbol, block.member, block.section] {
            hash.add((part ?? "").utf8)
            hash.add(0)
        }
        return hash
    }

    private static func slug(of block: Prose.Block) -> String {
        let name = [block.symbol, block.member].compactMap(\.self).joined(separator: ".")
        let slug = slug(name.isEmpty ? block.title ?? "" : name)
        return slug.isEmpty ? block.kind.rawValue : slug
    }

    /// Lower-case letters, digits, `_` and `.`; anything else is one `-`.
    private static func slug(_ text: String) -> String {
        var slug = ""
        for byte in text.utf8.prefix(64) {
            if Byte.isAlphanumeric(byte) || byte == 0x2e {
                slug.unicodeScalars.append(Unicode.Scalar(Lexicon.lowercase(byte)))
            } else if !slug.isEmpty, !slug.hasSuffix("-") {
                slug += "-"
            }
        }
        return slug.hasSuffix("-") ? String(slug.dropLast()) : slug
    }
}
