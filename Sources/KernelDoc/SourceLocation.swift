/// Where a piece of documentation stands.
///
/// In a patch, `line` is the line in the file after the patch (before it, with the old side), and
/// `patchLine` the line in the patch itself.
public struct SourceLocation: Sendable, Hashable, Codable {
    /// The file as it was named, or as the patch names it.
    public var file: String
    /// The first line, from 1.
    public var line: Int
    /// The last line, from 1.
    public var endLine: Int
    /// The first line in the patch that was read, or nil when the file itself was.
    public var patchLine: Int?
    /// True where damage to the patch leaves `line` open.
    public var estimated: Bool?

    public init(file: String, line: Int, endLine: Int, patchLine: Int? = nil, estimated: Bool? = nil) {
        self.file = file
        self.line = line
        self.endLine = endLine
        self.patchLine = patchLine
        self.estimated = estimated
    }

    /// `file:line`, as an editor jumps to it.
    public var place: String { "\(file):\(line)" }
}
