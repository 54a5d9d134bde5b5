import PlainText
import Promises

#if Summary
    import Clauses
    import Compliance
#endif

/// A run that has ended, with what can be said of it.
struct EndedRun: CustomStringConvertible {
    /// All clauses of the documentation, tested or not.
    var clauses: [ListedClause]
    var result: RunResult
    /// Where the result was left; nil when it was not kept.
    var store: ResultStore?
    /// Why the result cannot be kept or is not complete, or nil.
    var trouble: String?

    #if Summary
        var description: String {
            RunSummary(clauses: clauses, result: result, store: store, trouble: trouble).description
        }
    #else
        /// Whoever leaves the summary out reads the result, and needs to be told only that it is not all there.
        var description: String { trouble.map { "The result is incomplete: \(InertText.line($0))" } ?? "" }
    #endif
}
