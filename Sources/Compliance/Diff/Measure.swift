/// A number of which the words before it say whether a larger one asks more.
enum Measure {
    /// What another number does to a duty or a promise; `unsure` where the words before it do not tell, or where more
    /// than the number is another.
    static func judgement(from old: [DiffWord], to new: [DiffWord]) -> Judgement {
        let (old, new) = (old.map(\.key), new.map(\.key))
        guard old.count == new.count else { return .unsure }
        let places = old.indices.filter { old[$0] != new[$0] }
        guard places.count == 1, let place = places.first, let before = Int(old[place]), let after = Int(new[place]),
            before > 0, after > 0
        else { return .unsure }
        let lead = old[..<place].suffix(2)
        if lead.last == "within" { return after > before ? .weaker : .kept }
        // What is aligned to 64 bytes is aligned to 32; of 48 and 64, neither says the other.
        guard lead.contains("aligned") || lead.contains("multiple") else { return .unsure }
        return before % after == 0 ? .weaker : after % before == 0 ? .kept : .unsure
    }
}
