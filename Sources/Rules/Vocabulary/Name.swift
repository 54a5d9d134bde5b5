/// An identifier of a testbed: a case of one of its enumerations.
public struct Name: Sendable, Hashable {
    /// The enumeration that it is a case of, by its name in the `Testbed` protocol.
    public enum Category: String, Sendable, CaseIterable {
        case api = "API"
        case callback = "Callback"
        case resource = "Resource"
        case supply = "Supply"
        case lock = "Lock"
        case variant = "Variant"
        case action = "Action"
        case observation = "Observation"
    }

    /// The enumeration.
    public var category: Category
    /// Its case, without the period.
    public var identifier: String

    /// The case `identifier` of the enumeration that `category` stands for.
    public init(_ category: Category, _ identifier: String) {
        self.category = category
        self.identifier = identifier
    }
}
