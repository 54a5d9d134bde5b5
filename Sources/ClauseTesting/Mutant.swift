import Clauses
import Compliance

// A testbed declares these, and its author imports this module only.
public typealias Mutant = Compliance.Mutant
public typealias Promise = Clauses.Promise
public typealias RuleKind = Clauses.RuleKind

extension Promise {
    public init(_ kind: RuleKind, _ subject: some TestbedName) {
        self.init(kind, named: subject.rawValue)
    }
}
