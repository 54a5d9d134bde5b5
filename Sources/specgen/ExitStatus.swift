/// How a command ends, as the help text promises it. Thrown by a command that has already said why.
enum ExitStatus: Int32, Error, Comparable {
    case fine = 0
    /// A failing clause, stale output, or some inputs that could not be used.
    case findings = 1
    /// The call is wrong, or no input could be used.
    case unusable = 2

    static func < (one: ExitStatus, other: ExitStatus) -> Bool { one.rawValue < other.rawValue }
}
