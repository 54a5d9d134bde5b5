extension DMABuffer {
    /// Creates a buffer and its anonymous file (`dma_buf_export`).
    ///
    /// - Returns: the buffer with one reference, or an error pointer: -EINVAL when something mandatory is missing,
    ///   -ENOENT when the owner is going, -ENOMEM.
    public static func export(_ machine: Machine, _ info: ExportInfo) -> Pointer<DMABuffer> {
        machine.call("dma_buf_export") {
            guard info.exporter != nil, let operations = info.operations, isComplete(operations, on: machine) else {
                return .error(-Linux.EINVAL)
            }
            guard info.owner.tryGet() else { return .error(-Linux.ENOENT) }
            guard !machine.atomically({ machine.memory.isExhausted }) else {
                info.owner.put()
                return .error(-Linux.ENOMEM)
            }
            let buffer = DMABuffer(machine, info, operations)
            let inode = machine.has(.bufferHasInodeOfItsOwn) ? Inode("anon_inode:\(buffer.id)") : machine.anonInode
            buffer.bind(
                File(
                    machine, inode: inode, operations: fileOperations, isWritable: info.flags.contains(.readWrite),
                    buffer: buffer))
            machine.listLock.hold(on: machine) { machine.atomically { machine.buffers[buffer.id] = buffer } }
            return .to(buffer)
        }
    }

    /// Callbacks without which there is no export.
    public static let mandatory: [Callback] = [.mapDMABuf, .unmapDMABuf, .release, .kmap, .kmapAtomic]

    private static func isComplete(_ operations: DMABufOps, on machine: Machine) -> Bool {
        if machine.has(.exportSparesBothMaps), !operations.has(.mapDMABuf), !operations.has(.unmapDMABuf) {
            return true
        }
        guard mandatory.allSatisfy({ operations.has($0) || isSpared($0, operations, on: machine) }) else {
            return false
        }
        for (fault, callback) in demands where !operations.has(callback) && machine.has(fault) { return false }
        let isMinimal = Callback.allCases.allSatisfy { mandatory.contains($0) || !operations.has($0) }
        if isMinimal, machine.has(.exportDemandsAnyOptional) { return false }
        let isUnbracketed = !operations.has(.beginCPUAccess) && !operations.has(.endCPUAccess)
        return !(isUnbracketed && machine.has(.exportDemandsBeginOrEndCPUAccess))
    }

    /// Faults that let a mandatory callback be left out.
    private static func isSpared(_ callback: Callback, _ operations: DMABufOps, on machine: Machine) -> Bool {
        switch callback {
        case .mapDMABuf: machine.has(.exportSparesMapDMABuf)
        case .unmapDMABuf: machine.has(.exportSparesUnmapDMABuf)
        case .release:
            machine.has(.exportSparesRelease)
                || machine.has(.exportSparesReleaseWithoutAttach) && !operations.has(.attach)
        default: false
        }
    }

    /// Faults that make an optional callback mandatory.
    private static let demands: [(Fault, Callback)] = [
        (.exportDemandsAttach, .attach), (.exportDemandsDetach, .detach),
        (.exportDemandsMmap, .mmap), (.exportDemandsVmap, .vmap), (.exportDemandsVunmap, .vunmap),
        (.exportDemandsKunmap, .kunmap), (.exportDemandsKunmapAtomic, .kunmapAtomic),
        (.exportDemandsBeginCPUAccess, .beginCPUAccess),
        (.exportDemandsEndCPUAccess, .endCPUAccess),
    ]

    /// Drops the last reference's object (`dma_buf_release`).
    private static func release(_ file: File) {
        guard let buffer = file.buffer else { return }
        let machine = buffer.machine
        machine.call("dma_buf_release") {
            machine.checker.released(buffer, vmappings: buffer.vmappingCount)
            let isSpared =
                machine.has(.releaseSkipsCallback)
                || machine.has(.releaseSkippedWhileAttached) && buffer.hasAttachments
                || machine.has(.releaseSkippedWhileVmapped) && buffer.vmappingCount > 0
                || machine.has(.refusedDeviceHindersRelease) && machine.counted(.refusedDeviceHindersRelease) > 0
            if let release = buffer.operations.release, !isSpared {
                machine.callDown(.release) { release(buffer) }
                if machine.has(.releaseCallsDownTwice) { machine.callDown(.release) { release(buffer) } }
            }
            machine.listLock.hold(on: machine) { machine.atomically { machine.buffers[buffer.id] = nil } }
            buffer.owner.put()
            buffer.markReleased()
            buffer.forgetExporter()
        }
    }

    /// `dma_buf_fops`
    static let fileOperations = FileOperations(
        name: "dmabuf",
        release: { release($0) },
        mmap: { file, vma in file.buffer.map { $0.mapInternal(vma) } ?? -Linux.EINVAL },
        ioctl: { file, command, argument in file.buffer.map { $0.ioctl(command, argument) } ?? -Linux.EINVAL })
}
