/// What a rule kind looks for in a clause, one line of it:
///
///     sleep|block … until|before ~ {resource}
///
/// - `word|other`: one of these words, in any form (`sleeps`, `sleeping`);
/// - `{slot}`: a phrase of the vocabulary, or a number or an error code (`Slot`);
/// - `…`: up to twelve words of anything, or none; `~`: up to three;
/// - a `?` behind a word or slot makes it optional;
/// - `&` stands between parts that may come in any order, anywhere in the clause;
/// - `must` is also every other verb that says so, before its "to": "has to", "is required to". Where it stands, `have`
///   and `need` mean nothing else: "has been called" is no duty.
///
/// Patterns stand in the source of the kinds alone: a slot that there is not is a mistake in them, and traps.
///
/// Modality and negation are not matched: they are the rule's force.
struct Pattern: Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    enum Slot: String, Sendable {
        case api, callback, resource, supply, lock, observation, party, unit, object, number, error
        /// A bracket, a mapping: resources of one nature.
        case bracket, mapping
        /// A phrase that the vocabulary binds to a step.
        case step
        /// "This callback", "it": the thing that the block documents.
        case this
    }

    enum Element: Sendable, Equatable {
        case word([String])
        case slot(Slot)
        case gap(Int)
    }

    let source: String
    /// Each of them one run of elements; one, where nothing may come in any order.
    let parts: [[(element: Element, isOptional: Bool)]]

    /// Those of all parts.
    let elements: [(element: Element, isOptional: Bool)]

    /// Words of which one must be there, for a quick no.
    let required: [[String]]

    init(stringLiteral value: String) { self.init(value) }

    init(_ source: String) {
        self.source = source
        parts = source.split(separator: "&").map(Self.elements)
        elements = Array(parts.joined())
        required = elements.compactMap { element in
            if case .word(let words) = element.element, !element.isOptional { words } else { nil }
        }
    }

    private static func elements(_ source: Substring) -> [(element: Element, isOptional: Bool)] {
        source.split(separator: " ").map { piece in
            if piece == "…" { return (.gap(12), false) }
            if piece == "~" { return (.gap(3), false) }
            var piece = piece
            let isOptional = piece.hasSuffix("?")
            if isOptional { piece = piece.dropLast() }
            if piece.hasPrefix("{") {
                guard piece.hasSuffix("}"), let slot = Slot(rawValue: String(piece.dropFirst().dropLast())) else {
                    preconditionFailure("\(piece) is no slot of a pattern: \(source)")
                }
                return (.slot(slot), isOptional)
            }
            let stems = piece.split(separator: "|").map { Stem.of(String($0).lowercased()) }
            return (.word(stems.contains("must") ? stems + ["shall"] + Word.duties : stems), isOptional)
        }
    }

    var description: String { source }

    /// The number of words (not slots, not optional) that it asks for.
    var literals: Int { required.count }
}
