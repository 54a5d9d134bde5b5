import Promises

// A testbed declares these, and its author imports this module only.
public typealias Mutant = Promises.Mutant
public typealias Promise = Promises.Promise
public typealias RuleKind = Promises.RuleKind
public typealias Violation = Promises.Violation

extension Promise {
    public init(_ kind: RuleKind, _ subject: some TestbedName) {
        self.init(kind, named: subject.rawValue)
    }
}
