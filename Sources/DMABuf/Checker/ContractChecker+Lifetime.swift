/// What must be given back before a buffer goes, and what callbacks may return.
extension ContractChecker {
    /// The last reference is gone: nothing may be open, mapped or attached any more.
    func released(_ buffer: DMABuffer, vmappings: Int) {
        reportLeaks(buffer, vmappings: vmappings)
        forget(buffer)
    }

    /// The machine ends, and somebody still has references.
    func leaked(_ buffer: DMABuffer) {
        if !has(.heldReferenceUnreported), !(has(.heldReferenceUnreportedWhileAttached) && buffer.hasAttachments) {
            report(
                .leaked, .reference, by: .importer,
                "buffer \(buffer.name) is never released: somebody still holds a reference")
        }
        reportLeaks(buffer, vmappings: buffer.vmappingCount)
        forget(buffer)
    }

    private func reportLeaks(_ buffer: DMABuffer, vmappings: Int) {
        let attachments = buffer.machine.atomically { buffer.attachments.count }
        record(buffer) { record in
            for (caller, open) in record.brackets {
                for bracket in open
                where !(has(.openAccessOfManyUnreported) && record.experienced.count > 1)
                    && !bracket.isReported && (bracket.direction != .fromDevice || !has(.openReadAccessUnreported))
                {
                    let party: Party = caller.user == .kernel ? .importer : .userspace
                    if bracket.isEndInterrupted {
                        report(
                            .notRestarted, caller.user.subject, by: party,
                            "the interrupted end of an access was never made again")
                    } else if !has(
                        caller.user == .kernel ? .openAccessAtReleaseUnreported : .openSyncAtReleaseUnreported)
                    {
                        report(.leaked, caller.user.subject, by: party, "an access was begun and never ended")
                    }
                }
            }
            let onlyOf = has(.otherContextsKmapUnreported) ? CallFrame.current?.process.id : nil
            reportHolds(of: &record, by: onlyOf, "still mapped when the buffer is released")
            if record.tables > 0, !has(.heldDMAMappingUnreported),
                !(has(.heldDMAMappingUnreportedWhileAttached) && attachments > 0)
            {
                report(.leaked, .dmaMapping, by: .importer, "a device still has its way to the pages")
            }
        }
        if attachments > 0, !has(.heldAttachmentUnreported),
            !(has(.heldAttachmentUnreportedWhileMapped) && tableCount(buffer) > 0)
        {
            report(.leaked, .attachment, by: .importer, "a device is still attached")
        }
        if vmappings > 0 {
            report(
                .leaked, .vmapping, by: .importer, "BUG: the buffer is released with \(vmappings) users of its vmapping"
            )
        }
    }

    /// A process ends, and nobody unmapped what it had mapped.
    func exiting(_ process: Process) {
        guard process.vmas.contains(where: { $0.buffer != nil }) else { return }
        report(.leaked, .userMapping, by: .userspace, "a process ends with a buffer still mapped")
    }

    /// Tables that devices hold; faults go by it.
    func tableCount(_ buffer: DMABuffer) -> Int { record(buffer) { $0.tables } }

    func mapped(_ table: SGTable, _ attachment: Attachment) { record(attachment.buffer) { $0.tables += 1 } }

    func unmapped(_ table: SGTable, _ attachment: Attachment) {
        record(attachment.buffer) { record in
            if record.tables == 0 {
                report(.unbalanced, .dmaMapping, by: .importer, "a device's mapping is ended that does not exist")
            } else {
                record.tables -= 1
            }
        }
    }

    /// A callback returned: 0 or a negative error code are the only things that it may.
    func returned(_ status: Status, from callback: Callback) {
        guard status > 0, !isOverlooked(callback) else { return }
        report(.invalidReturn, .callback(callback), by: .exporter, "\(callback.member) returned \(status)")
    }

    private func isOverlooked(_ callback: Callback) -> Bool {
        switch callback {
        case .attach: has(.positiveAttachUnreported)
        case .beginCPUAccess:
            has(.positiveBeginUnreported)
                || CallFrame.current?.party == .userspace && has(.positiveSyncUnreported)
        case .endCPUAccess: has(.positiveEndUnreported)
        case .mmap: has(.positiveMmapUnreported)
        default: false
        }
    }

    /// Ptes were zapped through a file's address space.
    func zapped(_ vmas: [VMA], by process: Process?, through mapping: AddressSpace, anon: AddressSpace) {
        guard mapping === anon else { return }
        let buffers = Set(vmas.compactMap { $0.buffer?.id }).count
        report(
            .disturbedOthers, .addressSpace, by: .exporter,
            "ptes are zapped through the address space that all buffers share (\(buffers) buffers are hit)")
    }

    /// Storage is pinned.
    func pinned() {
        guard let frame = CallFrame.current, frame.party == .userspace, frame.callback == .beginCPUAccess else {
            return
        }
        if has(.pinningForUserspaceUnreported) { return }
        report(
            .notRecommended, .callback(.beginCPUAccess), by: .exporter,
            "storage is pinned on behalf of userspace, which thereby locks memory")
    }
}
