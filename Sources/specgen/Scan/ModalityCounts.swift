import Clauses

/// How many clauses there are of each modality.
struct ModalityCounts: Equatable {
    private var counts: [Int] = []

    subscript(_ modality: Modality) -> Int {
        counts.isEmpty ? 0 : counts[Self.place(of: modality)]
    }

    var total: Int { counts.reduce(0, +) }

    /// What can hold or be broken.
    var normative: Int { total - self[.informative] }

    /// What somebody must or must not do.
    var duties: Int { self[.obligation] + self[.prohibition] }

    mutating func add(_ modality: Modality, count: Int = 1) {
        if counts.isEmpty { counts = Array(repeating: 0, count: Modality.allCases.count) }
        counts[Self.place(of: modality)] += count
    }

    static func += (one: inout ModalityCounts, other: ModalityCounts) {
        for modality in Modality.allCases { one.add(modality, count: other[modality]) }
    }

    private static func place(of modality: Modality) -> Int {
        switch modality {
        case .prohibition: 0
        case .obligation: 1
        case .undefined: 2
        case .outcome: 3
        case .guarantee: 4
        case .recommendation: 5
        case .permission: 6
        case .informative: 7
        }
    }
}
