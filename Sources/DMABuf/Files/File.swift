/// An open file (`struct file`): counted by hand, as in the kernel, and released with the last reference.
///
/// Its count is guarded by the machine's lock.
public final class File: @unchecked Sendable {
    let machine: Machine
    public let inode: Inode
    let operations: FileOperations
    /// Whether it was opened for writing (`FMODE_WRITE`).
    public let isWritable: Bool
    private var references = 1
    /// The buffer behind a dma-buf file (`private_data`), until it is released.
    private(set) var buffer: DMABuffer?
    private(set) var storage: BackingStore?

    init(_ machine: Machine, inode: Inode, operations: FileOperations, isWritable: Bool, buffer: DMABuffer? = nil) {
        self.machine = machine
        self.inode = inode
        self.operations = operations
        self.isWritable = isWritable
        self.buffer = buffer
    }

    /// References held (`f_count`).
    public var count: Int { machine.atomically { references } }

    /// The storage behind an exporter's own file.
    func attach(_ storage: BackingStore) { machine.atomically { self.storage = storage } }
    func forgetBuffer() { machine.atomically { buffer = nil } }

    /// Takes a reference (`get_file`).
    func get() { machine.atomically { references += 1 } }

    /// Drops a reference (`fput`); the last one releases the file.
    func put() {
        let left: Int = machine.atomically {
            references -= 1
            return references
        }
        if left == 0 {
            operations.release?(self)
        } else if left < 0 {
            machine.atomically { references = 0 }
            machine.checker.report(.unbalanced, .reference, "a reference is dropped that nobody holds")
        }
    }
}
