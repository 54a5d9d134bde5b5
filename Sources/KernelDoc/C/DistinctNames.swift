/// Names, none of them twice: few are compared one by one, many go through a set.
struct DistinctNames {
    private var few: [String] = []
    private var many: Set<String> = []

    /// False when the name is there already.
    mutating func insert(_ name: String) -> Bool {
        guard few.count < 16 else {
            if many.isEmpty { many = Set(few) }
            return many.insert(name).inserted
        }
        guard !few.contains(name) else { return false }
        few.append(name)
        return true
    }
}
