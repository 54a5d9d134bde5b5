/// A clause without its strings: where it stands and what was decided. For reading whole trees, where most
/// clauses are only counted.
public struct ClauseRecord: Sendable {
    /// Index of its unit in the document's prose.
    public var unit: Int
    /// Index of its block.
    public var block: Int
    /// The whole sentence, in the prose's bytes.
    public var sentence: Range<Int>
    /// The clause's own words.
    public var text: Range<Int>
    public var modality: Modality
    /// Index of its bearer in the extractor's parties, or -1 for none.
    public var party: Int
    public var isNegated: Bool
    /// How many error codes it names.
    public var errorCount: Int
    /// What decided; an index that the explanation spells out.
    var border: Border
    /// The tokens of its text, in the sentence's unit.
    var tokens: Range<Int>
    /// The verb group that decided, or -1.
    var group: Int
    var match: Int
    /// How the bearer was found.
    var bearing: Bearing
}
