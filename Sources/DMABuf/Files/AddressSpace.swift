/// Who maps what lies behind an inode (`struct address_space`): the way to find all ptes of a range.
///
/// Guarded by the machine's lock.
public final class AddressSpace: @unchecked Sendable {
    /// The vmas, by their number (`i_mmap`).
    private var vmas: [Int: VMA] = [:]

    init() {}

    func insert(_ vma: VMA) { vmas[vma.id] = vma }
    func remove(_ vma: VMA) { vmas[vma.id] = nil }

    /// The vmas that map any of these pages of the file.
    func mapping(_ pages: Range<UInt64>) -> [VMA] {
        vmas.values.filter { !$0.filePages.clamped(to: pages).isEmpty }.sorted { $0.id < $1.id }
    }
}

extension Machine {
    /// Zaps every pte that maps the given pages of the file (`unmap_mapping_range`): the next access faults.
    ///
    /// - Parameters:
    ///   - first: the first page, counted in the file.
    ///   - count: how many pages; nil: to the end.
    public func unmapMappingRange(_ mapping: AddressSpace, from first: UInt64 = 0, count: UInt64? = nil) {
        call("unmap_mapping_range") {
            var end =
                count.map { first.addingReportingOverflow($0) }.map { $0.overflow ? UInt64.max : $0.partialValue }
                ?? .max
            if has(.zapIgnoresRangeEnd) { end = .max }
            if count == 0, has(.emptyRangeZapsAll) { end = .max }
            if has(.zapStopsShort), end != .max, end > first { end -= 1 }
            atomically {
                let vmas = mapping.mapping(first..<max(first, end))
                checker.zapped(vmas, by: current, through: mapping, anon: anonInode.mapping)
                for (index, vma) in vmas.enumerated() {
                    if has(.zapSparesSecondMapping), index > 0 { break }
                    if has(.zapSparesEarlierMappings),
                        vmas[(index + 1)...].contains(where: { $0.process === vma.process })
                    {
                        continue
                    }
                    if has(.zapSparesReadOnlyMappings), !vma.isWritable { continue }
                    vma.zap(first..<max(first, end))
                }
            }
        }
    }
}
