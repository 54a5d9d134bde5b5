import ClauseTesting
import DMABuf

/// Phrases of the domain that can be seen to be so.
extension ReferenceWorld {
    func observe(_ observation: Observation) throws -> Bool {
        let isSo = sees(observation)
        note("observe \(observation.rawValue) = \(isSo)")
        return isSo
    }

    private func sees(_ observation: Observation) -> Bool {
        let store = exporter.store
        switch observation {
        case .storagePinned: return store.pinCount > 0
        case .nothingPinned: return store.pinCount == 0
        case .pinningAccepted:
            // Where nothing is pinned there is nothing to tell of.
            let isTold = takeReport(.notRecommended, about: Callback.beginCPUAccess.rawValue) != nil
            return store.pinCount > 0 && !isTold
        case .storageResident:
            return store.isPopulated && (try? bytes(.cpuAccess, in: .first)) == [Self.written]
        case .cachesFlushed: return !machine.isDirty(store.pages)
        case .storageInHighmem: return !store.pages.isEmpty && store.pages.allSatisfy(\.isHighmem)
        case .allPTEsZapped: return isLeft([]) && sees(.othersUntouched)
        case .onlyRangeZapped: return isLeft([0, 2, 3]) && sees(.othersUntouched)
        case .othersUntouched: return ptes?.others == [0, 1, 2, 3]
        case .sharedZapReported: return takeReport(.disturbedOthers, about: nil) != nil
        case .nextAccessFresh:
            let seen = withState { $0.seenAfterDevice }
            return !seen.isEmpty
                && seen.enumerated().allSatisfy { $0.element == Self.deviceWritten + Self.number(of: $0.offset) }
        case .sharedAddressSpace: return sharesAddressSpace
        case .ownFile: return refersToOwnFile
        case .offsetZero: return refersToOwnFile && view?.pageOffset == 0
        case .storageAlive:
            return withState { $0.survivor }.map { $0.process.load($0.vma.start) == Self.written } ?? false
        case .waitedForDevice: return withState { $0.fences }.contains(where: \.isSignaled)
        case .closeOnExec: return closesOnExec
        }
    }

    /// Each mapping refers to a file that is the exporter's, at the place where the buffer begins there, and shows what
    /// it should, under memory pressure, too; so do mappings of a part further on, whoever makes them.
    private var refersToOwnFile: Bool {
        let views = withState { $0.views.values }
        guard !views.isEmpty, views.allSatisfy({ isOwn($0, from: 0) }), another()?.outlivesBuffer() == true else {
            return false
        }
        return [API.userMmap, .mmap].allSatisfy { api in
            guard let part = map(Arguments(extent: Self.inner), api).pointee else { return false }
            defer { process(.first).munmap(part) }
            return isOwn(part, from: 1)
        }
    }

    /// - Parameter page: the page of the buffer that the mapping begins with.
    private func isOwn(_ mapping: VMA, from page: Int) -> Bool {
        guard let exporter = exporter as? OwnFileExporter else { return false }
        machine.reclaim()
        let shown = (0..<mapping.pageCount).map { mapping.process.load(mapping.start + $0 * UInt64(Page.size)) }
        return mapping.file === exporter.ownFile && mapping.pageOffset == exporter.offset + UInt64(page)
            && shown == (0..<shown.count).map { Self.number(of: page + $0) }
    }

    /// Whether these pages, and no others, have a pte in each mapping of the buffer.
    private func isLeft(_ pages: [UInt64]) -> Bool {
        let inner = Self.inner
        let part = pages.filter { (inner.offset..<inner.offset + inner.length).contains($0) }.map { $0 - inner.offset }
        return ptes.map { !$0.own.isEmpty && $0.own.allSatisfy { $0 == pages } && $0.part == part } ?? false
    }

    private var ptes: PTEs? { withState { $0.ptes } }
    private var view: VMA? { withState { $0.views[.first] } }
    private var neighbour: Neighbour? { withState { $0.neighbour } }

    private var sharesAddressSpace: Bool {
        guard let one = buffer?.file, let other = neighbour?.buffer.file else { return false }
        return one !== other && one.inode === other.inode && one.inode.mapping === other.inode.mapping
    }

    /// Tried, by a child that starts another program. Where other descriptors of the buffer, which it has beside this one,
    /// do not each go their own way, this one is not seen to go the way that was asked for either.
    private var closesOnExec: Bool {
        guard let (process, fd, isToClose) = withState({ $0.lastDescriptor }), let buffer else { return false }
        let child = process.fork()
        defer { child.exit() }
        func another(_ flags: FileFlags) -> Int {
            buffer.get()
            return Int(child.run("dma_buf_fd", as: .exporter) { buffer.fd(flags) })
        }
        // What one number was for is none of the next one's that has it.
        child.close(another([.readWrite, .closeOnExec]))
        let (kept, closed) = (another(.readWrite), another([.readWrite, .closeOnExec]))
        child.exec()
        return child.file(kept) != nil && child.file(closed) == nil ? child.file(fd) == nil : !isToClose
    }
}
