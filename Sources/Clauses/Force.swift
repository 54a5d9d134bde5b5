/// How strongly a clause holds somebody to its content; the other half of a rule, beside its kind.
public enum Force: String, Sendable, Codable, CaseIterable {
    case required, forbidden, permitted, advised, undefined
}
