import Promises

extension Clause {
    /// Nil for a clause without a rule, and for a rule that is about nothing which a testbed has a name for.
    public var promise: Promise? {
        guard let rule, case .word(let subject)? = rule.parameters["subject"] else { return nil }
        return Promise(rule.kind, named: subject)
    }
}
