extension LintFinding.Kind {
    /// What is found, in words that go on a sentence. It is the reason of every finding that has none of its own.
    public var summary: String {
        switch self {
        case .contradiction: "two clauses about one thing cannot both hold"
        case .deniedError: "one sentence names error codes, another says that the call cannot fail"
        case .ambiguousModal: "“may not” forbids to one reader, and to another says that it might not happen"
        case .dutyWithoutBearer: "somebody has to do this, and nothing in this section says who"
        case .restartUnexplained: "a call has to be restarted, and nothing says how"
        case .misplacedDescription: "a parameter's description plainly belongs to another parameter or type"
        case .unknownError: "the kernel has no error code of this name"
        case .resultMismatch: "the text gives a function a result that it cannot have by its prototype"
        case .absentParameter: "a parameter is described that the function does not have"
        }
    }

    /// What to do, in words that go on a sentence. It is what every finding suggests that knows of nothing closer.
    public var advice: String {
        switch self {
        case .contradiction, .deniedError: "keep one of the two, or say under which condition each holds"
        case .ambiguousModal:
            "write “must not” where it is forbidden, “cannot” where it is impossible, “might not” where it may happen"
        case .dutyWithoutBearer: "name the caller, the driver, userspace or the core as its subject"
        case .restartUnexplained: "say which call is made again, with which arguments, and what is kept in between"
        case .misplacedDescription: "describe what the parameter is that it stands at"
        case .unknownError: "name the code that is returned"
        case .resultMismatch: "say what the function returns by its prototype, or leave the result out"
        case .absentParameter: "leave it out, or name the parameter that is meant"
        }
    }
}
