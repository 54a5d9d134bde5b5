extension DMABuffer {
    /// Lets a device join (`dma_buf_attach`).
    ///
    /// - Returns: the attachment, or the error pointer of the exporter's callback.
    public func attach(_ device: Device) -> Pointer<Attachment> {
        machine.call("dma_buf_attach") {
            guard isAlive("dma_buf_attach") else { return .error(-Linux.EINVAL) }
            let attachment = Attachment(self, device)
            return lock.hold(on: machine) {
                if let attach = operations.attach {
                    let status = machine.callDown(.attach) { attach(self, device, attachment) }
                    machine.checker.returned(status, from: .attach)
                    if status != 0 { return .error(status) }
                }
                machine.atomically { attachments.append(attachment) }
                return .to(attachment)
            }
        }
    }

    /// Lets it leave (`dma_buf_detach`).
    public func detach(_ attachment: Attachment) {
        machine.call("dma_buf_detach") {
            guard isAlive("dma_buf_detach") else { return }
            lock.hold(on: machine) {
                let wasAttached: Bool = machine.atomically {
                    guard let index = attachments.firstIndex(where: { $0 === attachment }) else { return false }
                    attachments.remove(at: index)
                    return true
                }
                guard wasAttached else {
                    machine.checker.report(.unbalanced, .attachment, "a device is detached that is not attached")
                    return
                }
                if let detach = operations.detach { machine.callDown(.detach) { detach(self, attachment) } }
            }
        }
    }

    /// Gives an attached device its way to the pages (`dma_buf_map_attachment`); may sleep.
    ///
    /// - Returns: the table, or an error pointer: the exporter's, or -ENOMEM for its NULL.
    public static func map(_ attachment: Attachment, _ direction: DMADataDirection) -> Pointer<SGTable> {
        let machine = attachment.buffer.machine
        return machine.call("dma_buf_map_attachment") {
            machine.mightSleep("dma_buf_map_attachment")
            guard attachment.buffer.isAlive("dma_buf_map_attachment"), let map = attachment.buffer.operations.mapDMABuf
            else { return .error(-Linux.EINVAL) }
            let table = machine.callDown(.mapDMABuf) { map(attachment, direction) }
            if case .null = table { return .error(-Linux.ENOMEM) }
            if case .to(let table) = table { machine.checker.mapped(table, attachment) }
            return table
        }
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
            machine.callDown(.unmapDMABuf) { unmap(attachment, table, direction) }
        }
    }
}
