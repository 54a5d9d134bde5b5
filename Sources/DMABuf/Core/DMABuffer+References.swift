extension DMABuffer {
    /// Gives the buffer a file descriptor of the calling process (`dma_buf_fd`), which takes over the caller's
    /// reference.
    ///
    /// - Parameter flags: as userspace asked for them: `FileFlags.closeOnExec` or nothing.
    /// - Returns: the descriptor, or a negative error code.
    public func fd(_ flags: FileFlags) -> Status {
        machine.call("dma_buf_fd") {
            guard isAlive("dma_buf_fd"), let file, let process = machine.current else { return -Linux.EINVAL }
            var isCloseOnExec = flags.contains(.closeOnExec)
            if machine.has(.fdIgnoresCloseOnExec) { isCloseOnExec = false }
            if machine.has(.fdAlwaysClosesOnExec) { isCloseOnExec = true }
            if machine.has(.secondDescriptorSurvivesExec), isCloseOnExec,
                machine.count(.secondDescriptorSurvivesExec) > 1
            {
                isCloseOnExec = false
            }
            if machine.has(.closeOnExecSticks) {
                if isCloseOnExec { _ = machine.count(.closeOnExecSticks) }
                isCloseOnExec = machine.counted(.closeOnExecSticks) > 0
            }
            return Status(process.install(file, closeOnExec: isCloseOnExec))
        }
    }

    /// The buffer behind a descriptor, with a new reference (`dma_buf_get`).
    ///
    /// - Returns: -EBADF when the descriptor is not open, -EINVAL when it is no buffer's.
    public static func get(_ machine: Machine, fd: Int32) -> Pointer<DMABuffer> {
        machine.call("dma_buf_get") {
            guard let file = machine.current?.file(Int(fd)) else { return .error(-Linux.EBADF) }
            guard let buffer = file.buffer else { return .error(-Linux.EINVAL) }
            if !machine.has(.getTakesNoReference) { file.get() }
            if file.count > 8, machine.has(.manyGetsTakeOneMore) { file.get() }
            return .to(buffer)
        }
    }

    /// Takes a reference (`get_dma_buf`).
    public func get() { file?.get() }

    /// Drops a reference (`dma_buf_put`); the last one releases the buffer.
    public func put() {
        machine.call("dma_buf_put") {
            guard isAlive("dma_buf_put") else { return }
            if machine.has(.putWhileAttachedDropsNothing), hasAttachments { return }
            file?.put()
        }
    }
}
