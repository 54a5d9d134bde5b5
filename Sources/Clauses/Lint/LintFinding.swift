import KernelDoc

/// Something in documentation that its reviewer wants to be told.
public struct LintFinding: Sendable, Equatable, Encodable {
    /// What is found; `LintFinding+Words` puts it into words.
    public enum Kind: String, Sendable, Codable, CaseIterable {
        /// Two clauses about one thing cannot both hold.
        case contradiction
        /// One sentence names error codes, another says that the call cannot fail.
        case deniedError = "denied-error"
        /// "may not": forbidden, or merely possible?
        case ambiguousModal = "ambiguous-modal"
        /// Somebody has to do it, and the text never says who.
        case dutyWithoutBearer = "duty-without-bearer"
        /// "must be restarted", without a word on how.
        case restartUnexplained = "restart-unexplained"
        /// A parameter's description that plainly belongs to another one, or to another type.
        case misplacedDescription = "misplaced-description"
        /// A code that the kernel does not have.
        case unknownError = "unknown-error"
        /// A result that the function cannot have by its prototype.
        case resultMismatch = "result-mismatch"
        /// A description of a parameter that the function does not have.
        case absentParameter = "absent-parameter"
    }

    /// What is found.
    public var kind: Kind
    /// Where the words stand that it is about.
    public var source: SourceLocation
    /// The words that it is about.
    public var text: String
    /// What is wrong with them, in words that go on a sentence.
    public var why: String
    /// What to do about it, in such words.
    public var suggestion: String
    /// The other place, where two do not go together.
    public var other: SourceLocation?
    /// The name that is not known, of an error code; no part of any format.
    public var name: String?

    private enum CodingKeys: String, CodingKey { case kind, source, text, why, suggestion, other }

    /// - Parameters:
    ///   - why: what is wrong with just these words; nil: what is with all of the kind.
    ///   - suggestion: what to do about just these words; nil: what to do about all of the kind.
    public init(
        kind: Kind, source: SourceLocation, text: String, why: String? = nil, suggestion: String? = nil,
        other: SourceLocation? = nil
    ) {
        self.kind = kind
        self.source = source
        self.text = text
        self.why = why ?? kind.summary
        self.suggestion = suggestion ?? kind.advice
        self.other = other
    }
}
