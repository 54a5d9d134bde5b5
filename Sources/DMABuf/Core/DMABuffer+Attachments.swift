extension DMABuffer {
    /// Lets a device join (`dma_buf_attach`).
    ///
    /// - Returns: the attachment, or the error pointer of the exporter's callback.
    public func attach(_ device: Device) -> Pointer<Attachment> {
        machine.call("dma_buf_attach") {
            guard isAlive("dma_buf_attach") else { return .error(-Linux.EINVAL) }
            let attachment = Attachment(self, device)
            let fault: Fault = operations.attach == nil ? .silentAttachTakesNoLock : .attachTakesNoLock
            return underLock(unless: fault) {
                let status = altered(attach: admit(device, attachment))
                if status == 0 || machine.has(.refusedDeviceStaysAttached) {
                    machine.atomically { attachments.append(attachment) }
                }
                return status == 0 ? .to(attachment) : .error(status)
            }
        }
    }

    /// What the exporter says of a device that asks to join; 0 when it has no say.
    private func admit(_ device: Device, _ attachment: Attachment) -> Status {
        guard let attach = operations.attach else {
            let isRefused =
                machine.has(.missingAttachIsAnError) || machine.has(.missingAttachFailsBesideOthers) && hasAttachments
            return isRefused ? -Linux.EINVAL : 0
        }
        guard !machine.has(.attachSkipsCallback) else { return 0 }
        if machine.has(.attachBesideOthersSkipsCallback), hasAttachments { return 0 }
        if machine.has(.attachBesideOtherBufferSkipsCallback), isBeside(where: \.hasAttachments) { return 0 }
        var status = machine.callDown(.attach) { attach(self, device, attachment) }
        if machine.has(.attachCallsDownTwice), status == 0 {
            status = machine.callDown(.attach) { attach(self, device, attachment) }
        }
        machine.checker.returned(status, from: .attach)
        guard status != 0 else { return 0 }
        if machine.has(.refusedDeviceHindersRelease) { _ = machine.count(.refusedDeviceHindersRelease) }
        if machine.has(.attachTakesErrorsForSuccess) { return 0 }
        return machine.has(.attachTurnsErrorsIntoEINVAL) ? -Linux.EINVAL : status
    }

    /// Lets it leave (`dma_buf_detach`).
    public func detach(_ attachment: Attachment) {
        machine.call("dma_buf_detach") {
            guard isAlive("dma_buf_detach") else { return }
            underLock(unless: .detachTakesNoLock) {
                let place: Int? = machine.atomically {
                    guard let index = attachments.firstIndex(where: { $0 === attachment }) else { return nil }
                    if !staysAttached { attachments.remove(at: removed(for: attachment, at: index)) }
                    return index
                }
                markDetached()
                guard let place else {
                    machine.checker.report(.unbalanced, .attachment, "a device is detached that is not attached")
                    return
                }
                guard let detach = operations.detach, !machine.has(.detachSkipsCallback) else { return }
                if machine.has(.detachOutOfOrderSkipsCallback), machine.atomically({ place < attachments.count }) {
                    return
                }
                let newest = machine.atomically { attachments.last }
                let gone = machine.has(.detachHandsDownNewest) ? newest ?? attachment : attachment
                machine.callDown(.detach) { detach(self, gone) }
                if machine.has(.detachCallsDownTwice) { machine.callDown(.detach) { detach(self, attachment) } }
            }
        }
    }

    /// Faults: another attachment is taken off, the newest or the device's first.
    private func removed(for attachment: Attachment, at index: Int) -> Int {
        if machine.has(.detachRemovesNewest) { return attachments.endIndex - 1 }
        guard machine.has(.detachRemovesFirstOfDevice) else { return index }
        return attachments.firstIndex { $0.device === attachment.device } ?? index
    }

    /// Faults: a device leaves a buffer that none has ever mapped, or of whose exporter nobody tells, and does not.
    private var staysAttached: Bool {
        machine.has(.unusedAttachmentStays) && !wasUsed
            || machine.has(.missingDetachKeepsAttachment) && operations.detach == nil
    }

    /// The attachment that the exporter is told of when it maps; a fault: the device's first.
    private func told(of attachment: Attachment) -> Attachment {
        guard machine.has(.mapHandsDownFirstOfDevice) else { return attachment }
        return machine.atomically { attachments.first { $0.device === attachment.device } } ?? attachment
    }

    /// A fault in what becomes of the exporter's refusal.
    private func altered(attach status: Status) -> Status {
        machine.has(.attachErrorLostBesideOthers) && hasAttachments ? 0 : status
    }

    /// Whether a device has joined, and not left since.
    private func isAttached(_ attachment: Attachment) -> Bool {
        let attached = machine.atomically { attachments }
        return attached.contains { $0 === attachment }
            || attached.contains { $0.device === attachment.device } && machine.has(.otherAttachmentOfDeviceCounts)
    }

    /// Gives an attached device its way to the pages (`dma_buf_map_attachment`); may sleep.
    ///
    /// - Returns: the table, or an error pointer: the exporter's, -ENOMEM for its NULL, or -EINVAL for a device that is
    ///   not attached, which is reported.
    public static func map(_ attachment: Attachment, _ direction: DMADataDirection) -> Pointer<SGTable> {
        let buffer = attachment.buffer
        let machine = buffer.machine
        return machine.call("dma_buf_map_attachment") {
            machine.mightSleep("dma_buf_map_attachment")
            guard buffer.isAlive("dma_buf_map_attachment"), let map = buffer.operations.mapDMABuf else {
                return .error(-Linux.EINVAL)
            }
            guard buffer.isAttached(attachment) else {
                let isCovered =
                    machine.has(.otherAttachmentCoversMapping) && buffer.hasAttachments
                    || machine.has(.detachedDeviceIsMapped) && buffer.wasDetached
                if !isCovered, !machine.has(.mappingWithoutAttachmentUnreported) {
                    machine.checker.report(
                        .bug, .attachment, by: .importer, "a device is to be mapped that is not attached")
                }
                return .error(-Linux.EINVAL)
            }
            buffer.markUsed()
            if machine.has(.mapAttachmentCallsDownTwice),
                case .to(let first) = machine.callDown(.mapDMABuf, { map(attachment, direction) })
            {
                buffer.operations.unmapDMABuf?(attachment, first, direction)
            }
            let asked = buffer.asked(map: direction)
            let told = buffer.told(of: attachment)
            let table = buffer.altered(machine.callDown(.mapDMABuf) { map(told, asked) })
            if case .null = table { return .error(-Linux.ENOMEM) }
            if case .to(let table) = table { machine.checker.mapped(table, attachment) }
            return table
        }
    }

    /// A fault in what the exporter is asked for.
    private func asked(map direction: DMADataDirection) -> DMADataDirection {
        machine.has(.mapBesideOthersPassesBothDirections) && machine.checker.tableCount(self) > 0
            ? .bidirectional : direction
    }

    /// Faults in what becomes of the exporter's error.
    private func altered(_ table: Pointer<SGTable>) -> Pointer<SGTable> {
        if machine.has(.failedMapBlocksNext) {
            if machine.counted(.failedMapBlocksNext) > 0 { return .error(-Linux.EIO) }
            if table.error != nil { _ = machine.count(.failedMapBlocksNext) }
        }
        guard let error = table.error else { return table }
        if machine.has(.mapAttachmentTurnsErrorsIntoEINVAL) { return .error(-Linux.EINVAL) }
        if machine.has(.mapAttachmentTurnsEINTRIntoEAGAIN), error == -Linux.EINTR { return .error(-Linux.EAGAIN) }
        return table
    }

    /// Ends it (`dma_buf_unmap_attachment`); may sleep.
    public static func unmap(_ attachment: Attachment, _ table: SGTable, _ direction: DMADataDirection) {
        let machine = attachment.buffer.machine
        machine.call("dma_buf_unmap_attachment") {
            machine.mightSleep("dma_buf_unmap_attachment")
            guard attachment.buffer.isAlive("dma_buf_unmap_attachment"),
                let unmap = attachment.buffer.operations.unmapDMABuf
            else { return }
            machine.checker.unmapped(table, attachment)
            let isLast = machine.checker.tableCount(attachment.buffer) == 0
            if machine.has(.unmapBesideOthersSkipsCallback), !isLast { return }
            machine.callDown(.unmapDMABuf) { unmap(attachment, table, direction) }
            if machine.has(.unmapAttachmentCallsDownTwice),
                case .to(let again)? = attachment.buffer.operations.mapDMABuf?(attachment, direction)
            {
                machine.callDown(.unmapDMABuf) { unmap(attachment, again, direction) }
            }
        }
    }
}
