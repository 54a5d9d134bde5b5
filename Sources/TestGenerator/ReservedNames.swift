/// Names that a generated test or suite cannot take: Swift's own, and those that generated tests use themselves.
enum ReservedNames {
    /// Whether something named so would not compile, or would hide what the tests of the module mean by the name.
    static func contains(_ name: String) -> Bool { keywords.contains(name) || types.contains(name) }

    /// The keywords of declarations, statements, expressions and types (The Swift Programming Language, "Lexical
    /// Structure"), and those that only some places reserve.
    private static let keywords = words(
        """
        actor any as associatedtype associativity async await borrowing break case catch class consuming continue
        convenience copy default defer deinit discard do dynamic each else enum extension fallthrough false
        fileprivate final for func get guard if import in indirect infix init inout internal is isolated lazy left
        let macro mutating nil none nonisolated nonmutating open operator optional override package postfix
        precedence precedencegroup prefix private protocol public repeat required rethrows return right self sending
        set some static struct subscript super switch then throw throws true try typealias unowned var weak where
        while yield
        """)

    /// What generated tests name: the standard library's, Swift Testing's, `ClauseTesting`'s, and its own modules.
    private static let types = words(
        """
        API Action Any AnyObject Arguments Array Arrangement Bed Bool Bug Callback CaseIterable Character ClauseRun
        ClauseTesting ClauseTrait Codable Collection Comment Confirmation Dictionary Direction Double Equatable
        Errno Error ErrorCode Extent Float Foundation Generated Hashable Int Int32 Invocation Issue Lock Mutant
        Never NoNames NotObservable Observation Optional Outcome ProcessContext Promise Protocol Range Report
        Resource Result ResultError ResultJournal ResultStore RuleKind RunResult Scope Self Sendable Sequence Set
        String Substring Suite Supply Swift Tag Task Test TestResult TestScoping Testbed TestbedName Testing Trait
        Type UInt UInt8 Variant Violation Void Wait
        """)

    private static func words(_ text: String) -> Set<String> {
        Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
    }
}
