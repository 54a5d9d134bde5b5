/// The pages of a buffer that are mapped, by whoever mapped them.
struct PageHolds {
    /// A page that is mapped.
    struct Hold {
        var kind: Subject
        var page: UInt
        var address: KernelAddress
        var process: Int
        /// Mapped in a way about which nothing is promised: that has been reported, and what follows is not.
        var isTainted: Bool
        /// Its leak has been reported.
        var isReported = false
        /// Its place in the order of all.
        var number = 0
    }

    private var holds: [Int: [KernelAddress: [Hold]]] = [:]
    private var nextNumber = 0

    mutating func add(_ hold: Hold) {
        var hold = hold
        hold.number = nextNumber
        nextNumber += 1
        holds[hold.process, default: [:]][hold.address, default: []].append(hold)
    }

    /// Takes out the newest that fits: the process's own, or (since the addresses of `kmap` are everybody's) that of
    /// another.
    mutating func remove(_ kind: Subject, page: UInt, at address: KernelAddress, by process: Int) -> Hold? {
        if let own = take(kind, page, address, process) { return own }
        guard kind == .kmap else { return nil }
        for other in holds.keys.sorted() {
            if let hold = take(kind, page, address, other) { return hold }
        }
        return nil
    }

    private mutating func take(_ kind: Subject, _ page: UInt, _ address: KernelAddress, _ process: Int) -> Hold? {
        guard var same = holds[process]?[address],
            let index = same.lastIndex(where: { $0.kind == kind && $0.page == page })
        else { return nil }
        let hold = same.remove(at: index)
        holds[process]?[address] = same.isEmpty ? nil : same
        if holds[process]?.isEmpty ?? false { holds[process] = nil }
        return hold
    }

    /// What is held, oldest first, and not in the way of anything undefined; each is given once.
    ///
    /// - Parameter process: whose; nil: everybody's.
    mutating func takeUnreported(of process: Int? = nil) -> [Hold] {
        var found: [Hold] = []
        for holder in process.map({ [$0] }) ?? Array(holds.keys) {
            for (address, same) in holds[holder] ?? [:] {
                found += same.filter { !$0.isTainted && !$0.isReported }
                holds[holder]?[address] = same.map { hold in
                    var hold = hold
                    hold.isReported = true
                    return hold
                }
            }
        }
        return found.sorted { $0.number < $1.number }
    }

    /// Whether any page is mapped by `kmap`.
    var hasKmap: Bool { holds.values.contains { $0.values.joined().contains { $0.kind == .kmap } } }

    /// The atomic ones.
    var atomic: [Hold] { holds.values.flatMap { $0.values.joined() }.filter { $0.kind == .atomicKmap } }
}
