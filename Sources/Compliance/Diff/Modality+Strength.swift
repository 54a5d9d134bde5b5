import Clauses

extension Modality {
    /// Whether somebody can count on it.
    var isBinding: Bool { strength > Modality.permission.strength }

    /// How much a reader can count on it: less is softer.
    var strength: Int {
        switch self {
        case .obligation, .prohibition: 3
        case .guarantee, .outcome: 3
        case .recommendation: 2
        case .permission: 1
        case .undefined: 1
        case .informative: 0
        }
    }
}
