import ClauseTesting
import DMABuf

/// Phrases of the domain that can be seen to be so.
extension DMABufTestbed {
    public func observe(_ observation: Observation) throws -> Bool {
        let isSo = sees(observation)
        note("observe \(observation.rawValue) = \(isSo)")
        return isSo
    }

    private func sees(_ observation: Observation) -> Bool {
        let store = exporter.store
        switch observation {
        case .storagePinned: return store.pinCount > 0
        case .nothingPinned: return store.pinCount == 0
        case .pinningReported: return reported(.notRecommended, Callback.beginCPUAccess)
        case .storageResident: return store.isPopulated && (try? read(.cpuAccess, at: 0, in: .first)) == Self.written
        case .cachesFlushed: return !machine.isDirty(store.pages)
        case .storageInHighmem: return !store.pages.isEmpty && store.pages.allSatisfy(\.isHighmem)
        case .allPTEsZapped:
            let views = withState { $0.views.values }
            return !views.isEmpty && views.allSatisfy(\.presentPages.isEmpty)
        case .onlyRangeZapped: return view.map { $0.presentPages == (0..<$0.pageCount).filter { $0 != 1 } } ?? false
        case .othersUntouched: return neighbour.map { $0.vma.presentPages.count == Int($0.vma.pageCount) } ?? false
        case .sharedZapReported: return reported(.disturbedOthers)
        case .nextAccessFresh: return (try? read(.syncAccess, at: 0, in: .first)) == Self.deviceWritten
        case .sharedAddressSpace: return sharesAddressSpace
        case .ownFile: return view.map { $0.file != nil && $0.file !== buffer?.file } ?? false
        case .offsetZero: return view?.pageOffset == 0
        case .storageAlive:
            return withState { $0.survivor }.map { $0.process.load($0.vma.start) == Self.written } ?? false
        case .waitedForDevice: return withState { $0.fence }.map(\.isSignaled) ?? false
        case .closeOnExec: return closesOnExec
        }
    }

    private var view: VMA? { withState { $0.views[.first] } }
    private var neighbour: Neighbour? { withState { $0.neighbour } }

    private var sharesAddressSpace: Bool {
        guard let one = buffer?.file, let other = neighbour?.buffer.file else { return false }
        return one !== other && one.inode === other.inode && one.inode.mapping === other.inode.mapping
    }

    /// Tried, by a child that starts another program.
    private var closesOnExec: Bool {
        guard let (process, fd) = withState({ $0.lastDescriptor }) else { return false }
        let child = process.fork()
        child.exec()
        defer { child.exit() }
        return child.file(fd) == nil
    }
}
