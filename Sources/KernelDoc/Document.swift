/// One file's documentation, as read: from the file itself, or from a patch that touches it.
public struct Document: Sendable {
    /// The file as it was named, or as the patch names it.
    public var file: String
    /// What kernel-doc would list; empty for prose files.
    public var items: [Item]
    /// All that is said, in source order.
    public var prose: Prose
    /// What is wrong with the file, or with how it is written.
    public var diagnostics: [Diagnostic]

    public init(file: String, items: [Item] = [], prose: Prose = .init(), diagnostics: [Diagnostic] = []) {
        self.file = file
        self.items = items
        self.prose = prose
        self.diagnostics = diagnostics
    }
}
