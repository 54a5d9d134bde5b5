/// A process context (`struct task_struct` with its files, its memory and its pending signals).
///
/// Guarded by the machine's lock.
public final class Process: @unchecked Sendable {
    public let machine: Machine
    public let name: String
    /// Its number, unique on the machine.
    public let id: Int

    private(set) var pageTable = PageTable()
    /// Its mappings, in the order of their addresses.
    private var mappings: [VMA] = []
    private var nextAddress: UInt64 = 0x7f00_0000_0000
    private var files: [Int: Descriptor] = [:]
    /// No number below is free.
    private var nextDescriptor = 3
    /// From this number on none has been in use; a fault goes by it.
    private var firstUnused = 3
    private var signal = false
    private var restarts = false
    /// Set when a supply turned out to be spent for this context.
    var sawSpentSupply = false

    /// What a file descriptor stands for.
    struct Descriptor {
        var file: File
        var isCloseOnExec: Bool
    }

    public init(_ machine: Machine, name: String) {
        self.machine = machine
        self.name = name
        id = machine.makeID()
        machine.register(self)
    }

    deinit { machine.forget(process: id) }

    // MARK: - Running

    /// Runs as this process: a party calls a function, and all calls below it are on its account.
    public func run<Result>(_ function: String, as party: Party, _ body: () throws -> Result) rethrows -> Result {
        machine.step()
        let frame = CallFrame(function, .entry(party), process: self, caller: CallFrame.current)
        return try CallFrame.$current.withValue(frame, operation: body)
    }

    /// Runs as this process with no other aim than to reach a byte: what that takes is not held against anybody.
    public func access<Result>(_ function: String, as party: Party, _ body: () throws -> Result) rethrows -> Result {
        try run(function, as: party) { try machine.push("", .access, body) }
    }

    /// Waits for an event, as `schedule` does.
    public func sleep() { run("schedule", as: .importer) { machine.mightSleep("schedule") } }

    // MARK: - Signals

    /// Whether a signal is pending (`signal_pending`).
    public var hasPendingSignal: Bool {
        get { machine.atomically { signal } }
        set { machine.atomically { signal = newValue } }
    }

    /// Whether signal handlers ask for system calls to be restarted (`SA_RESTART`).
    public var restartsSystemCalls: Bool {
        get { machine.atomically { restarts } }
        set { machine.atomically { restarts = newValue } }
    }

    // MARK: - Files

    /// Installs a file under the lowest free number, whose reference it takes over (`get_unused_fd_flags`,
    /// `fd_install`).
    func install(_ file: File, closeOnExec: Bool) -> Int {
        machine.atomically {
            while files[nextDescriptor] != nil { nextDescriptor += 1 }
            let wasUsed = nextDescriptor < firstUnused && machine.has(.reusedDescriptorSurvivesExec)
            firstUnused = max(firstUnused, nextDescriptor + 1)
            files[nextDescriptor] = Descriptor(file: file, isCloseOnExec: closeOnExec && !wasUsed)
            return nextDescriptor
        }
    }

    /// The file behind a descriptor (`fget` without the reference); nil when there is none.
    public func file(_ fd: Int) -> File? { machine.atomically { files[fd]?.file } }

    /// Whether the descriptor would be closed by `exec`; nil when it is not open.
    public func isCloseOnExec(_ fd: Int) -> Bool? { machine.atomically { files[fd]?.isCloseOnExec } }

    /// Closes a descriptor (`close`).
    @discardableResult
    public func close(_ fd: Int) -> Status {
        run("close", as: .userspace) {
            let closed = machine.atomically {
                nextDescriptor = min(nextDescriptor, max(fd, 3))
                return files.removeValue(forKey: fd)
            }
            guard let descriptor = closed else { return -Linux.EBADF }
            descriptor.file.put()
            return 0
        }
    }

    /// A child with the same files (`fork`); its memory is not copied.
    public func fork() -> Process {
        let child = Process(machine, name: name + "'s child")
        machine.atomically {
            for descriptor in files.values { descriptor.file.get() }
            child.files = files
            child.nextDescriptor = nextDescriptor
        }
        return child
    }

    /// Starts another program (`execve`): mappings go, and descriptors that are close-on-exec.
    public func exec() {
        for vma in machine.atomically({ mappings }) { munmap(vma) }
        let closing = machine.atomically { files.filter { isClosedOnExec($0.value) }.keys.sorted() }
        for fd in closing { close(fd) }
    }

    private func isClosedOnExec(_ descriptor: Descriptor) -> Bool {
        guard machine.has(.execClosesAllOfBuffer) else { return descriptor.isCloseOnExec }
        return files.values.contains { $0.isCloseOnExec && $0.file === descriptor.file }
    }

    /// Ends the process: its mappings and descriptors go, and mappings that it should have ended are reported.
    public func exit() {
        run("exit", as: .userspace) { machine.checker.exiting(self) }
        for vma in machine.atomically({ mappings }) { munmap(vma) }
        for fd in machine.atomically({ files.keys.sorted() }) { close(fd) }
    }

    // MARK: - Mappings

    /// Enters a pte, or takes it away.
    func set(_ entry: PageTable.Entry?, at virtualPage: UInt64) {
        pageTable[virtualPage] = entry
        if let entry { machine.note(self, maps: entry.page) }
    }

    /// A page goes: so do its ptes.
    func forget(_ page: Page) { pageTable.remove(page) }

    /// Addresses for so many pages, none of which was ever used before.
    func reserve(_ pageCount: UInt64) -> UInt64 {
        machine.atomically {
            defer { nextAddress += (pageCount + 1) << UInt64(Page.shift) }
            return nextAddress
        }
    }

    /// Links a mapping into the process and into its file's address space (`vma_link`).
    func link(_ vma: VMA) {
        machine.atomically {
            let place = index(after: vma.start)
            mappings.insert(vma, at: place)
            vma.file?.inode.mapping.insert(vma)
        }
    }

    /// Unlinks a mapping and its ptes; false when it was not linked.
    func unlink(_ vma: VMA) -> Bool {
        machine.atomically {
            let place = index(after: vma.start) - 1
            guard mappings.indices.contains(place), mappings[place] === vma else { return false }
            mappings.remove(at: place)
            vma.file?.inode.mapping.remove(vma)
            if machine.has(.munmapEndsOtherMappings) {
                for other in mappings where other.file === vma.file { other.zap(0..<UInt64.max) }
            }
            let end = machine.has(.munmapLeavesLastPage) ? vma.filePages.upperBound - 1 : UInt64.max
            if !machine.has(.munmapLeavesPTEs) { vma.zap(0..<end) }
            return true
        }
    }

    /// The mapping that an address lies in; nil when it lies in none.
    func vma(at address: UInt64) -> VMA? {
        let place = index(after: address) - 1
        guard mappings.indices.contains(place) else { return nil }
        let vma = mappings[place]
        return address - vma.start < vma.pageCount << UInt64(Page.shift) ? vma : nil
    }

    /// The process's mappings, by address.
    public var vmas: [VMA] { machine.atomically { mappings } }

    /// The place of the first mapping that starts behind an address.
    private func index(after address: UInt64) -> Int {
        var low = 0
        var high = mappings.count
        while low < high {
            let middle = (low + high) / 2
            if mappings[middle].start <= address { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
