extension CReader {
    /// How much is kept of what is read.
    public enum Detail: Sendable {
        /// All.
        case full
        /// What a count needs: no prototypes but those of typedefs, no types of parameters, and no words of warnings.
        /// What is an item, what is said of what, and how often is warned is the same.
        case counts
    }
}
