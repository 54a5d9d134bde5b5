/// A `.. kernel-doc::` directive: which file's comments belong here, and which of them.
public struct KernelDocDirective: Sendable, Equatable {
    /// As written, relative to the root of the tree.
    public var path: String
    /// Where it stands, from 1.
    public var line: Int
    /// Option name (`doc`, `export`, `internal`, `identifiers`, `functions`, `no-identifiers`) to its value.
    public var options: [String: String]

    public init(path: String, line: Int, options: [String: String] = [:]) {
        self.path = path
        self.line = line
        self.options = options
    }
}
