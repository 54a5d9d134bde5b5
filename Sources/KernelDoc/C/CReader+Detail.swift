extension CReader {
    /// How much is kept of what is read.
    public enum Detail: Sendable {
        /// All.
        case full
        /// What a count needs: no prototypes but those of typedefs, no parameters but the members of structures, and
        /// no words of warnings. What is said does not stand in the items. What is an item, what is said of what, and
        /// how often is warned is the same.
        case counts
    }
}
