/// A directive that was met, and where.
struct DirectiveRequest {
    var directive: KernelDocDirective
    /// The file that it stands in.
    var file: String
    /// That file's document.
    var document: Int
}
