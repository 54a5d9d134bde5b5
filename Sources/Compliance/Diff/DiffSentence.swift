import Clauses
import KernelDoc

/// A sentence of the documentation with the clauses in it: the piece that a person adds, removes or rewords.
public struct DiffSentence: Sendable, Equatable {
    /// Where it stands in its own text.
    public var source: SourceLocation
    /// Its file, by the name that the new text has for it.
    var file: String
    /// What the text around it documents.
    public var block: Prose.Block
    /// Whether it is prose, or a prototype.
    public var unit: Clause.Unit
    /// Its words, on one line.
    public var text: String
    /// One at least, in order.
    public var clauses: [Clause]

    /// Cuts clauses, in source order, into the sentences that they stand in.
    ///
    /// - Parameter names: of files that have another one in the new text, by their own.
    static func sentences(of clauses: [Clause], names: [String: String] = [:]) -> [DiffSentence] {
        var sentences: [DiffSentence] = []
        for clause in clauses {
            if let last = sentences.last, last.text == clause.sentence, last.source == clause.source,
                last.clauses.last?.id != clause.id
            {
                sentences[sentences.count - 1].clauses.append(clause)
            } else {
                sentences.append(
                    DiffSentence(
                        source: clause.source, file: names[clause.source.file] ?? clause.source.file,
                        block: clause.block, unit: clause.unit, text: clause.sentence, clauses: [clause]))
            }
        }
        return sentences
    }

    /// Whether something in it can hold or be broken.
    public var isNormative: Bool { clauses.contains { $0.modality != .informative } }

    /// Whether it asks or promises more than what is merely recommended or allowed.
    var isPromise: Bool { clauses.contains(where: \.isPromise) }

    /// Whether somebody has to do, or must not do, something.
    public var isDuty: Bool { clauses.contains { $0.modality.isDuty } }

    /// `file:line`, as an editor jumps to it.
    public var place: String { source.place }

    /// The same with the heading or symbol that it stands under, where there is one.
    var placeAndHeading: String { ReportSection.heading(ofBlock: block).map { "\(place) (\($0))" } ?? place }

    /// The heading or symbol that it stands under.
    public var section: String { ReportSection.title(ofBlock: block) }
}

extension Modality {
    /// Whether somebody has to do, or must not do, something.
    var isDuty: Bool { self == .obligation || self == .prohibition }
}
