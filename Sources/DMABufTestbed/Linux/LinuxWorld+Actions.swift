import ClauseTesting
import Foundation

/// Phrases of the domain that arrange or do something, or that can be seen to be so.
extension LinuxWorld {
    func perform(_ action: Action) throws -> Outcome {
        try perform("perform \(action.rawValue)", nil, Arguments()) {
            switch action {
            case .beginKernelAccess: try acquire(.cpuAccess, Arguments(), isOwn: true)
            case .beginUserAccess: try acquire(.syncAccess, Arguments(), isOwn: true)
            case .endKernelAccess: try writeAndEnd()
            case .beginAfterPressure, .pressDuringAccess, .pressDuringDeviceAccess:
                throw NotObservable("what memory pressure takes from an exporter is up to the exporter")
            case .mapBuffers: try mapBuffers()
            case .zapAllPTEs: try mapBuffers { _ in try zap(0, UInt64(Self.pages)) }
            case .zapRange, .unmapMappingRange: try mapBuffers { _ in try zap(1, 1) }
            case .unmapSharedRange: try mapBuffers { _ in try zap(1, 1, shared: true) }
            case .leaveCPUDomain: try mapBuffers { _ in try deviceTakesOver() }
            case .releaseWhileMapped: try releaseWhileMapped()
            case .faultDuringDeviceWork: try mapBuffers { try faultDuringDeviceWork($0) }
            }
        }
    }

    /// What actions write, and what devices do.
    private static let written: UInt8 = 0x5A
    private static let deviceWritten: UInt8 = 0xA5

    private func writeAndEnd() throws -> Outcome {
        let begun = try acquire(.cpuAccess, Arguments(), isOwn: true)
        guard begun.succeeded else { return begun }
        for page in 0..<Self.pages {
            guard try write(Self.written, .cpuAccess, at: page * chunkSize, in: .first) else {
                return .failure(.EFAULT)
            }
        }
        return try giveBack(.cpuAccess, Arguments(), own: true)
    }

    /// Maps the buffer twice and another buffer once, begins accesses and touches every page, then goes on, and
    /// notes which ptes are left.
    private func mapBuffers(_ then: (UserMapping) throws -> Void = { _ in }) throws -> Outcome {
        for context in [ProcessContext.second, .first] {
            guard withState({ $0.views[context] }) == nil else { continue }
            let begun = try acquire(.syncAccess, Arguments(context: context), isOwn: true)
            guard begun.succeeded else { return begun }
            guard try view(in: context) != nil else { return .failure(.EINVAL) }
        }
        let neighbour = try withState({ $0.neighbour }) ?? LinuxWorld(arrangement)
        withState { $0.neighbour = neighbour }
        guard try neighbour.acquire(.syncAccess, Arguments(), isOwn: true).succeeded,
            let others = try neighbour.view(in: .first)
        else { return .failure(.EINVAL) }
        let views = withState { $0.views }
        for view in Array(views.values) + [others] { touch(view) }
        if let view = views[.first] { try then(view) }
        withState { $0.ptes = (views.values.map { $0.presentPages() }, others.presentPages()) }
        return .success
    }

    /// Reads a byte of every page.
    private func touch(_ mapping: UserMapping) {
        for page in 0..<mapping.pages { _ = memory.load(mapping.start + UInt(page * chunkSize)) }
    }

    private func zap(_ first: UInt64, _ count: UInt64, shared: Bool = false) throws {
        try probe.step(.zap, first, count, shared ? 1 : 0)
    }

    /// Every page is written by a device, and what the process then sees is noted.
    private func deviceTakesOver() throws {
        for page in 0..<Self.pages { try deviceWrite(Self.deviceWritten, at: page * chunkSize) }
        let seen = try (0..<Self.pages).map { try read(.syncAccess, at: $0 * chunkSize, in: .first) }
        withState { $0.seenAfterDevice = seen }
    }

    private func faultDuringDeviceWork(_ mapping: UserMapping) throws {
        try zap(0, UInt64(Self.pages))
        // Longer than any fault takes, also where the machine is slow; the probe ends it with the world.
        try probe.step(.fence, 10_000)
        touch(mapping)
        let isDone = try probe.step(.fenceDone)[0] != 0
        withState { $0.waitedForDevice = isDone }
    }

    /// A process maps the buffer and writes to it; then every other reference goes.
    private func releaseWhileMapped() throws -> Outcome {
        let fd = try descriptor(in: .third)
        switch UserMapping.map(fd, offset: 0, pages: UInt64(size / chunkSize)) {
        case .failure(let error): return Outcome(status: error.status)
        case .success(let mapping):
            let written = memory.store(Self.written, mapping.start)
            try putOwnReference()
            withState {
                $0.ledger.add(.init(thing: .user(mapping), isOwn: true), .userMapping, in: .third)
            }
            return written ? .success : .failure(.EFAULT)
        }
    }

    // MARK: - Observations

    func observe(_ observation: Observation) throws -> Bool {
        let isSo = try sees(observation)
        note("observe \(observation.rawValue) = \(isSo)")
        return isSo
    }

    private func sees(_ observation: Observation) throws -> Bool {
        switch observation {
        case .storagePinned, .nothingPinned, .pinningAccepted, .storageResident, .storageInHighmem:
            throw NotObservable(
                "where an exporter keeps its pages, and when it pins them, is up to the exporter and not to Linux")
        case .cachesFlushed:
            return try (0..<Self.pages).allSatisfy { try deviceRead(at: $0 * chunkSize) == Self.written }
        case .sharedZapReported: return takeReport(.disturbedOthers, about: nil) != nil
        case .allPTEsZapped: return ptes.map { !$0.own.isEmpty && $0.own.allSatisfy(\.isEmpty) } ?? false
        case .onlyRangeZapped: return ptes.map { !$0.own.isEmpty && $0.own.allSatisfy { $0 == [0, 2, 3] } } ?? false
        case .othersUntouched: return ptes.map { $0.others == [0, 1, 2, 3] } ?? false
        case .nextAccessFresh:
            let seen = withState { $0.seenAfterDevice }
            return !seen.isEmpty && seen.allSatisfy { $0 == Self.deviceWritten }
        case .sharedAddressSpace: return try sharesInode()
        case .ownFile: return try refersToOwnFile() != nil
        case .offsetZero: return try refersToOwnFile()?.pageOffset == 0
        case .storageAlive: return try read(.userMapping, at: 0, in: .third) == Self.written
        case .waitedForDevice: return withState { $0.waitedForDevice }
        case .closeOnExec:
            guard let fd = withState({ $0.lastDescriptor }) else { return false }
            return fcntl(fd, F_GETFD) & FD_CLOEXEC != 0
        }
    }

    private var ptes: (own: [[UInt64]], others: [UInt64])? { withState { $0.ptes } }

    private func identity(in context: ProcessContext) throws -> (dev_t, ino_t)? {
        var status = stat()
        return fstat(try descriptor(in: context), &status) == 0 ? (status.st_dev, status.st_ino) : nil
    }

    /// Two buffers have one inode, and so one address space.
    private func sharesInode() throws -> Bool {
        guard let own = try identity(in: .first), let other = try withState({ $0.neighbour })?.identity(in: .first)
        else { return false }
        return own == other
    }

    /// The file that a mapping of the buffer refers to, when that is the exporter's.
    private func refersToOwnFile() throws -> UserMapping.MappedFile? {
        guard let file = try view(in: .first)?.file, let own = try identity(in: .first) else { return nil }
        return file.inode == own.1 && file.deviceNumber == own.0 ? nil : file
    }
}

extension UserMapping.MappedFile {
    /// The device's number, as `stat` gives it; nil when it cannot be read.
    fileprivate var deviceNumber: dev_t? {
        let parts = device.split(separator: ":").compactMap { UInt64($0, radix: 16) }
        // `makedev`, for the small numbers that file systems without a disk have.
        return parts.count == 2 ? dev_t((parts[0] & 0xFFF) << 8 | parts[1] & 0xFF | (parts[1] & ~0xFF) << 12) : nil
    }
}
