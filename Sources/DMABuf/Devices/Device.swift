/// A device that reads and writes memory by itself (`struct device`).
public final class Device: Sendable {
    public let name: String
    public init(_ name: String) { self.name = name }
}
