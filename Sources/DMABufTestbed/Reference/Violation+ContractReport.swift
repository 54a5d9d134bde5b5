import ClauseTesting
import DMABuf

extension Violation {
    /// What a test can expect of what the reference's checker tells: each sort has its own.
    init(_ kind: ContractReport.Kind) {
        self =
            switch kind {
            case .leaked: .leaked
            case .unbalanced: .unbalanced
            case .tooManyHeld: .tooManyHeld
            case .slept: .slept
            case .accessedOutside: .accessedOutside
            case .wrongDirection: .wrongDirection
            case .undefinedBehaviour: .undefinedBehaviour
            case .notRestarted: .notRestarted
            case .invalidReturn: .invalidReturn
            case .failed: .failed
            case .exhausted: .exhausted
            case .notRecommended: .notRecommended
            case .disturbedOthers: .disturbedOthers
            case .bug: .bug
            }
    }
}
