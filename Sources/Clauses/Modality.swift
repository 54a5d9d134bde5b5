/// What a clause says somebody must, may or will do (`clause-model.md`, in order of precedence).
public enum Modality: String, Sendable, Codable, CaseIterable {
    case prohibition, obligation, undefined, outcome, guarantee, recommendation, permission, informative

    /// Its place in the order of precedence, from 0: the place in `allCases`.
    public var rank: Int {
        switch self {
        case .prohibition: 0
        case .obligation: 1
        case .undefined: 2
        case .outcome: 3
        case .guarantee: 4
        case .recommendation: 5
        case .permission: 6
        case .informative: 7
        }
    }
}
