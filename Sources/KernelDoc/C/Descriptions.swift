/// What a comment says of each parameter, by name, in the order of the text.
///
/// A few names are compared one by one; beyond that a table keeps the search short.
struct Descriptions {
    struct Description {
        var text: GatheredText
        var line: Int
        var isInline: Bool
    }

    struct Entry {
        var name: String
        var description: Description
        var isUsed = false
    }

    private(set) var entries: [Entry] = []
    private var places: [String: Int] = [:]
    /// Behind the one that was used last.
    private var next = 0

    func place(of name: String) -> Int? {
        // Most parameters are described in the order in which they are declared.
        if next < entries.count, entries[next].name == name { return next }
        if places.isEmpty { return entries.firstIndex { $0.name == name } }
        return places[name]
    }

    /// A later description of the same name takes the place of an earlier one.
    mutating func add(_ entry: Entry) {
        if let place = place(of: entry.name) {
            entries[place] = entry
            return
        }
        entries.append(entry)
        if !places.isEmpty {
            places[entry.name] = entries.count - 1
        } else if entries.count > 16 {
            for (place, entry) in entries.enumerated() { places[entry.name] = place }
        }
    }

    /// Leaves nothing but the memory.
    mutating func removeAll() {
        entries.removeAll(keepingCapacity: true)
        // To clear a large table costs as much as it holds, however few entries the next comment has.
        places.removeAll(keepingCapacity: places.count < 256)
        next = 0
    }

    /// Hands on what is said of a parameter, which takes the text along.
    mutating func use(_ place: Int) -> Description {
        entries[place].isUsed = true
        next = place + 1
        defer { entries[place].description.text = GatheredText() }
        return entries[place].description
    }
}
