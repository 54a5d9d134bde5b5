/// A line of a file, on one side of a patch, as the patch (or the tree that it applies to) shows it.
struct ShownLine {
    var text: ArraySlice<UInt8>
    var origin: LineOrigin
    /// Whether the patch adds it (or, on the old side, removes it).
    var isChanged = false
}

/// Where a line of a read text really stands.
struct LineOrigin: Equatable {
    /// In the file, from 1.
    var line: Int
    /// In the patch, from 1; 0 when the patch does not show it.
    var patchLine: Int
    /// Whether lost lines leave `line` open.
    var isEstimated = false
}
