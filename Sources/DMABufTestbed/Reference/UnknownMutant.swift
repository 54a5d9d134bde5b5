/// A mutant that this testbed does not have, or (in a release build) any.
struct UnknownMutant: Error, CustomStringConvertible {
    var name: String
    var description: String { "the reference has no fault named \(name); a release build has none at all" }
}
