import Clauses

/// How many clauses there are of each modality.
struct ModalityCounts: Equatable {
    private var counts: [Int] = []

    subscript(_ modality: Modality) -> Int {
        counts.isEmpty ? 0 : counts[modality.rank]
    }

    var total: Int { counts.reduce(0, +) }

    /// What can hold or be broken.
    var normative: Int { total - self[.informative] }

    /// What somebody must or must not do.
    var duties: Int { self[.obligation] + self[.prohibition] }

    mutating func add(_ modality: Modality, count: Int = 1) {
        if counts.isEmpty { counts = Array(repeating: 0, count: Modality.allCases.count) }
        counts[modality.rank] += count
    }

    static func += (one: inout ModalityCounts, other: ModalityCounts) {
        for modality in Modality.allCases { one.add(modality, count: other[modality]) }
    }
}
