/// Reads the members of a struct or union, nested ones as `a.b`.
struct StructDeclaration {
    static func read(_ prototype: [UInt8], kind: Item.Kind) throws(DeclarationError) -> (Declaration, invalid: [String])
    {
        guard let found = named(prototype) ?? typedefed(prototype) else { throw .notUnderstood(kind) }
        let members = MemberMacros.expanded(MemberText.withoutComments(prototype, in: found.body))
        let flat = MemberText.withoutBraces(try NestedMembers.flattened(members))
        let list = ParameterList(flat, in: 0..<flat.count, separator: UInt8(ascii: ";"), keepingTypes: true)
        let declaration = Declaration(
            kind: found.isUnion ? .union : .struct, name: prototype.string(found.name),
            prototype: .members(members), parameters: list.parameters)
        return (declaration, list.invalid)
    }

    private struct Place {
        var isUnion: Bool
        var name: Range<Int>
        var body: Range<Int>
    }

    /// The first `struct` or `union` at or behind `position`, even as a part of a word.
    private static func keyword(_ text: [UInt8], _ position: Int) -> (start: Int, end: Int, isUnion: Bool)? {
        var position = position
        while position + 5 <= text.count {
            if text[position] == UInt8(ascii: "s"), text.has("struct", at: position, before: text.count) {
                return (position, position + 6, false)
            }
            if text[position] == UInt8(ascii: "u"), text.has("union", at: position, before: text.count) {
                return (position, position + 5, true)
            }
            position += 1
        }
        return nil
    }

    /// `struct name { … }`
    private static func named(_ text: [UInt8]) -> Place? {
        var position = 0
        guard let close = text.last(UInt8(ascii: "}"), 0, text.count) else { return nil }
        while let word = keyword(text, position) {
            position = word.end
            let name = text.skipSpaces(word.end, text.count)
            guard name > word.end else { continue }
            let end = text.skipWord(name, text.count)
            let open = text.skipSpaces(end, text.count)
            guard end > name, open < close, text[open] == UInt8(ascii: "{") else { continue }
            return Place(isUnion: word.isUnion, name: name..<end, body: open + 1..<close)
        }
        return nil
    }

    /// `typedef struct { … } name;`
    private static func typedefed(_ text: [UInt8]) -> Place? {
        guard let start = text.position(of: "typedef", 0, text.count), let word = keyword(text, start + 7),
            text.skipSpaces(start + 7, text.count) == word.start, word.start > start + 7,
            let close = text.last(UInt8(ascii: "}"), word.end, text.count)
        else { return nil }
        let open = text.skipSpaces(word.end, text.count)
        guard open < close, text[open] == UInt8(ascii: "{") else { return nil }
        var name = text.skipSpaces(close + 1, text.count)
        for attribute: StaticString in [
            "__attribute__", "__packed", "__aligned", "____cacheline_aligned_in_smp", "____cacheline_aligned",
        ] where text.has(attribute, at: name, before: text.count) {
            name = text.skipSpaces(name + attribute.utf8CodeUnitCount, text.count)
            break
        }
        let end = text.skipWord(name, text.count)
        let semicolon = text.skipSpaces(end, text.count)
        guard end > name, semicolon < text.count, text[semicolon] == UInt8(ascii: ";") else { return nil }
        return Place(isUnion: word.isUnion, name: name..<end, body: open + 1..<close)
    }
}
