import Clauses

extension Force {
    /// From modality and negation: a promise that something does *not* happen forbids it.
    init(_ clause: Clause) {
        self =
            switch clause.modality {
            case .prohibition: .forbidden
            case .undefined: .undefined
            case .permission: .permitted
            case .recommendation: clause.negated ? .forbidden : .advised
            case .obligation, .guarantee, .outcome, .informative: clause.negated ? .forbidden : .required
            }
    }
}
