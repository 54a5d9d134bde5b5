/// For the parts of a testbed's vocabulary that a subsystem has no use for.
public enum NoNames: TestbedName {
    public init?(rawValue: String) { nil }
    public var rawValue: String { switch self {} }
}
