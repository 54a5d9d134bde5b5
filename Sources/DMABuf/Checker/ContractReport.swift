/// What the contract checker says of one broken duty.
public struct ContractReport: Sendable, Equatable, CustomStringConvertible {
    /// The sorts of broken duties.
    public enum Kind: String, Sendable, CaseIterable {
        case leaked
        case unbalanced
        case tooManyHeld
        case slept
        case accessedOutside
        case wrongDirection
        case undefinedBehaviour
        case notRestarted
        case invalidReturn
        case failed
        case exhausted
        case notRecommended
        case disturbedOthers
        case bug
    }

    public var kind: Kind
    public var subject: Subject
    public var party: Party
    /// The process context, by name.
    public var process: String
    public var message: String
    /// The calls that led there, newest last.
    public var backtrace: [String]

    public var description: String {
        "\(kind.rawValue): \(message) (\(subject.name), by \(party.rawValue) in \(process))\n  "
            + backtrace.joined(separator: " > ")
    }

    /// Whether another report says the same.
    func says(_ other: ContractReport) -> Bool {
        kind == other.kind && subject == other.subject && party == other.party && process == other.process
    }
}
