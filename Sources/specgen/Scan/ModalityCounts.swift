import Clauses

/// How many clauses there are of each modality.
struct ModalityCounts: Equatable {
    /// By rank: there are eight. A vector takes no memory of its own and is not counted.
    private var counts = SIMD8<Int32>()

    subscript(_ modality: Modality) -> Int { Int(counts[modality.rank]) }

    var total: Int { Int(counts.wrappedSum()) }

    /// What can hold or be broken.
    var normative: Int { total - self[.informative] }

    /// What somebody must or must not do.
    var duties: Int { self[.obligation] + self[.prohibition] }

    mutating func add(_ modality: Modality) { counts[modality.rank] &+= 1 }

    static func += (one: inout ModalityCounts, other: ModalityCounts) { one.counts &+= other.counts }
}
