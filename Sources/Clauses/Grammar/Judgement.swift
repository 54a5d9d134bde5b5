/// One a segment, or one a verb group.
typealias Judgements = UnsafeMutableBufferPointer<Judgement>

/// What one segment says, and why.
struct Judgement: Sendable {
    var modality: Modality
    var border: Border
    /// Index of the verb group that decided, or -1.
    var group: Int = -1
    /// Index of the cue match that decided, or -1.
    var match: Int = -1
    /// A candidate weighs less than the evidence of a verb group with a power of its own.
    var isWeak = false
}
