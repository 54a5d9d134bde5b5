extension Array {
    /// Empties what holds a few elements, if any, and is filled anew for each sentence, where
    /// `removeAll(keepingCapacity:)` would take most of the time.
    mutating func clear() {
        while !isEmpty { removeLast() }
    }
}
