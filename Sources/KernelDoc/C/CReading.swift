/// What one reading of C text found.
public struct CReading: Sendable, Equatable {
    /// In source order.
    public var items: [Item]
    public var diagnostics: [Diagnostic]

    public init(items: [Item] = [], diagnostics: [Diagnostic] = []) {
        self.items = items
        self.diagnostics = diagnostics
    }
}
