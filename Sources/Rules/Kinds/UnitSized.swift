import Clauses
import Promises

/// Accessed in aligned units.
struct UnitSized: RuleDefinition {
    static let kind = RuleKind.unitSized
    static let summary = "Each unit starts on its boundary, gives access to that unit, and ends where the unit ends."
    static let patterns: [Pattern] = [
        "align|alignment … {unit}", "{unit} … align", "access … {unit} based", "page-based",
        "in units of {unit}", "{mapping} ~ start|begin at|on ~ multiple|boundary ~ {unit}",
        "page-by-page", "{unit} by {unit}", "page-sized|page-aligned", "be {number} byte long|large|big",
        "{unit} of {number} byte", "unaligned ~ {unit}",
    ]
    static let examples = ["Access is done in aligned units of one page."]
    static let counterExamples = ["The page is mapped."]

    let mapping: String
    let isAligned: Bool
    /// In bytes, where the words have a number.
    private let size: Int?
    /// How many units one is said to have, where that is not one.
    private let count: Int
    private let vocabulary: Vocabulary

    init(_ match: Match) throws(Refusal) {
        let reading = match.reading
        if reading.says("half", "quarter", "fraction") { throw .tellsOtherwise("a part of a unit is no unit") }
        let text = reading.clause.text
        if [" / ", " * ", " + "].contains(where: text.contains) {
            throw .tellsOtherwise("what it reckons is not read")
        }
        if ["up to", "or more", "or less", "or longer", "or larger", "or shorter", "or smaller"].contains(
            where: reading.says(phrase:))
        {
            throw .tellsOtherwise("it leaves the size open")
        }
        if reading.words.indices.contains(where: {
            reading.words[$0].folded == "or" && !reading.words[$0].isSubordinate && !reading.toldElsewhere.contains($0)
        }) {
            throw .tellsOtherwise("of two it leaves open which")
        }
        if Self.isAlignedToAnother(reading) { throw .tellsOtherwise("it has the boundary of something else") }
        if reading.says("fail", "succeed") { throw .tellsOtherwise("it tells how a call goes, and not of its size") }
        vocabulary = match.vocabulary
        var mappings: [String] = []
        for mention in reading.mentions {
            for name in Pattern.resources(of: mention.entity, .mapping, match.vocabulary) { mappings.appendOnce(name) }
        }
        mappings += match.vocabulary.resources.map(\.name)
        guard let mapping = mappings.first(where: { match.vocabulary.resource($0)?.isPerChunk ?? false }) else {
            throw .lacks("nothing is named that is mapped unit by unit")
        }
        self.mapping = mapping
        size = reading.byteCount
        count = reading.unitCount
        isAligned = !reading.says("unaligned", "arbitrary")
    }

    /// "Aligned to the cache line": to what is no unit and has no number.
    private static func isAlignedToAnother(_ reading: Reading) -> Bool {
        reading.words.indices.dropLast(2).contains { index in
            let what = reading.words.index(index, offsetBy: 2)
            guard reading.words[index].stem == "align", ["to", "on", "with"].contains(reading.words[index + 1].folded)
            else { return false }
            let isUnit = reading.mentions.contains {
                $0.entity.isUnit && (what...what + 2).contains($0.range.lowerBound)
            }
            return !isUnit && reading.words[what...].prefix(3).allSatisfy { $0.number == nil }
        }
    }

    var subject: Name { Name(.resource, mapping) }
    var parameters: [String: Value] {
        var result: [String: Value] = ["mapping": .word(mapping), "aligned": .flag(isAligned)]
        result["bytes"] = size.map { .number($0) }
        if count != 1 { result["units"] = .number(count) }
        return result
    }

    func plan(_ force: Force) -> Planned {
        guard isAligned else { return .nothing("freedom from a unit cannot be seen missing") }
        switch force {
        case .required, .advised, .permitted: return .plan(TestPlan(.none, steps(isInUnits: count == 1)))
        case .forbidden: return .plan(TestPlan(.none, steps(isInUnits: false)))
        case .undefined: return .nothing("nothing is promised about units")
        }
    }

    private func steps(isInUnits: Bool) -> [TestPlan.Step] {
        let each = TestPlan.Arguments(chunk: .bound)
        return [.world(.init())] + (size.map { [.expect(.unitIs($0))] } ?? []) + [
            .forEachChunk([.act(.deviceWrite(.ofChunk, .inChunk))])
        ]
            + vocabulary.preparing(mapping) + [
                .forEachChunk([
                    .bind("mapped", .hold(mapping, each)), .expect(.alignedAddress("mapped")),
                    .expect(.reads(.read(mapping, .chunk(0)), .ofChunk)),
                    .note("Where the unit ends, so does the access."),
                    .expect(isInUnits ? .faults(.read(mapping, .pastChunk)) : .reads(.read(mapping, .pastChunk), 0)),
                    .act(.ignore(.accessedOutside)), .act(.release(mapping, each)),
                ])
            ]
    }
}
