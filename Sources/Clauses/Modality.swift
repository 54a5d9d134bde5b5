/// What a clause says somebody must, may or will do (`clause-model.md`, in order of precedence).
public enum Modality: String, Sendable, Codable, CaseIterable {
    case prohibition, obligation, undefined, outcome, guarantee, recommendation, permission, informative
}
