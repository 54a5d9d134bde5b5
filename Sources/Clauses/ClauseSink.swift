/// What is done with the clauses that a walk finds.
protocol ClauseSink {
    /// `reader` still holds the sentence's tokens, groups and segments.
    mutating func take(
        _ record: ClauseRecord, of sentence: SentenceCutter.Sentence, _ reader: borrowing SentenceReader,
        leadIn: Range<Int>?)
    /// A C prototype in a literal block: its bytes.
    mutating func take(prototype: Range<Int>, name: Range<Int>, unit: Int, block: Int)
}
