/// A file that `specgen generate` writes.
public struct GeneratedFile: Sendable, Equatable {
    /// Relative to `Generated/`.
    public var path: String
    /// All of it, as Swift source.
    public var contents: String

    public init(path: String, contents: String) {
        self.path = path
        self.contents = contents
    }
}
