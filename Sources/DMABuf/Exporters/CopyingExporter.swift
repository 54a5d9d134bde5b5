/// An exporter whose storage the CPU cannot reach: accesses go to temporary pages, and the direction says what has
/// to be copied when. What was not asked for is bogus.
public final class CopyingExporter: Exporter, @unchecked Sendable {
    /// What the temporary pages hold where nothing was copied.
    static let bogus: UInt8 = 0xEE

    private let temporary: BackingStore
    /// Accesses that are open, and those of them that write.
    private var open = 0
    private var writers = 0

    public override init(
        _ machine: Machine, size: Int, without absent: Set<Callback> = [], storage: Storage = Storage()
    ) {
        temporary = BackingStore(machine, pages: Page.count(for: size), highmem: true, swappable: false)
        super.init(machine, size: size, without: absent, storage: storage)
    }

    override var cpuPages: BackingStore { temporary }

    override func prepare() -> Status {
        let status = store.populate()
        guard status == 0 else { return status }
        let copied = temporary.populate()
        return copied != 0 && machine.has(.missingCopyIsIgnored) ? 0 : copied
    }

    override func beginCPUAccess(_ buffer: DMABuffer, _ direction: DMADataDirection) -> Status {
        // What devices still write is to be copied, too.
        let waited = buffer.reservation.wait(for: direction)
        guard waited == 0 else { return waited }
        let status = prepare()
        guard status == 0 else {
            if machine.has(.failedBeginIsCountedByCopier) { _ = count(direction) }
            return status
        }
        let (isFirst, isWritten) = count(direction)
        let isKept = isWritten && !machine.has(.overlappingBeginCopiesIn)
        if direction.reachesCPU, !isKept, !machine.has(.copyInIsSkipped) {
            copyIn()
        } else if isFirst {
            spoil()
        }
        return 0
    }

    /// Counts an access, and says whether it is the first, and whether another one writes.
    private func count(_ direction: DMADataDirection) -> (isFirst: Bool, isWritten: Bool) {
        machine.atomically {
            defer {
                open += 1
                writers += direction.reachesDevice ? 1 : 0
            }
            return (open == 0, writers > 0)
        }
    }

    override func endCPUAccess(_ buffer: DMABuffer, _ direction: DMADataDirection) -> Status {
        let isBesideWriter = direction.reachesDevice && machine.atomically { writers > 1 }
        let waits = isBesideWriter && machine.has(.onlyLastWriterCopiesOut)
        if direction.reachesDevice, !waits, !machine.has(.copyOutIsSkipped) { copyOut() }
        if !direction.reachesDevice, machine.has(.readAccessSpoilsStorage) {
            spoil()
            copyOut()
        }
        let isLast: Bool = machine.atomically {
            open = max(0, open - 1)
            writers = max(0, writers - (direction.reachesDevice ? 1 : 0))
            return open == 0
        }
        if isLast || machine.has(.innerEndSpoils) { spoil() }
        return 0
    }

    override func freeStorage() {
        temporary.free()
        super.freeStorage()
    }

    private func copyIn() {
        machine.flush(temporary.pages)
        for (source, target) in zip(store.pages, temporary.pages) { machine.copy(source, to: target) }
    }

    private func copyOut() {
        machine.flush(temporary.pages)
        for (source, target) in zip(temporary.pages, store.pages) { machine.copy(source, to: target) }
    }

    /// Nobody shall mistake what is left for data.
    private func spoil() {
        machine.flush(temporary.pages)
        for page in temporary.pages { machine.fill(page, with: Self.bogus) }
    }
}
