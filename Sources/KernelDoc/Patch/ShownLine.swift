/// A line of a file, on one side of a patch, as the patch (or the tree that it applies to) shows it.
struct ShownLine {
    var text: ArraySlice<UInt8>
    var origin: LineOrigin
    /// Whether the patch adds it (or, on the old side, removes it).
    var isChanged = false
}
