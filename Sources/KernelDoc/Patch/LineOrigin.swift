/// Where a line of a read text really stands.
struct LineOrigin: Equatable {
    /// In the file, from 1.
    var line: Int
    /// In the patch, from 1; 0 when the patch does not show it.
    var patchLine: Int
    /// Whether lost lines leave `line` open.
    var isEstimated = false
}
