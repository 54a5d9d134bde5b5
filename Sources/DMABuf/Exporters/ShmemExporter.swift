/// An exporter whose storage is a file in memory, as a graphics driver has it: mappings refer to that file, where
/// the buffer begins at page 0. Memory pressure can take pages away; the next access brings them back.
public final class ShmemExporter: OwnFileExporter, @unchecked Sendable {
    public init(_ machine: Machine, size: Int, without absent: Set<Callback> = []) {
        var storage = Storage()
        storage.isSwappable = true
        super.init(
            machine, size: size, without: absent, storage: storage, file: "shmem",
            offset: machine.has(.shmemFileHasOffset) ? 1 : 0)
    }

    /// Accesses do without: userspace shall not get to lock memory.
    override var pinsForCPU: Bool { false }

    override func fault(_ number: Int, of buffer: DMABuffer) -> Page? {
        machine.atomically {
            guard machine.has(.faultDoesNotSwapIn) || store.populate() == 0 else { return nil }
            return store.page(number)
        }
    }
}
