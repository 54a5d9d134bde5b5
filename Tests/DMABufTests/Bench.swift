@testable import DMABuf

/// A machine with one exported buffer and two processes, as most tests of the reference need it.
struct Bench {
    let machine: Machine
    let exporter: Exporter
    let buffer: DMABuffer
    let one: DMABuf.Process
    let other: DMABuf.Process

    /// The buffer could not be exported.
    struct NoBuffer: Error { let status: Status? }

    init(
        coherent: Bool = false, contract: Contract = .current, size: Int = 4 * Page.size, flags: FileFlags = .readWrite,
        _ makeExporter: (Machine) -> Exporter
    ) throws {
        machine = Machine(contract: contract, coherent: coherent)
        exporter = makeExporter(machine)
        one = Process(machine, name: "one")
        other = Process(machine, name: "other")
        let result = DMABuffer.export(machine, exporter.exportInfo(name: "buffer", flags: flags))
        guard let buffer = result.pointee else { throw NoBuffer(status: result.error) }
        self.buffer = buffer
    }

    init(coherent: Bool = false, contract: Contract = .current, size: Int = 4 * Page.size) throws {
        try self.init(coherent: coherent, contract: contract) { Exporter($0, size: size) }
    }

    var reports: [ContractReport] { machine.checker.pending }

    /// What was reported, as `kind(subject)`, all taken.
    func takeReports() -> [String] {
        var words: [String] = []
        while let report = machine.checker.take(where: { _ in true }) {
            words.append("\(report.kind.rawValue)(\(report.subject.name))")
        }
        return words
    }

    func descriptor(_ process: DMABuf.Process, _ flags: FileFlags = []) -> Int {
        buffer.get()
        return Int(process.run("dma_buf_fd", as: .exporter) { buffer.fd(flags) })
    }

    func sync(_ process: DMABuf.Process, _ fd: Int, _ flags: UInt64) -> Status {
        process.ioctl(fd, DMABufSync.command, DMABufSync(flags: flags))
    }
}

extension DMABuf.Process {
    /// As an importer.
    func begin(_ buffer: DMABuffer, _ direction: DMADataDirection = .bidirectional) -> Status {
        run("importer", as: .importer) { buffer.beginCPUAccess(direction) }
    }
    func end(_ buffer: DMABuffer, _ direction: DMADataDirection = .bidirectional) -> Status {
        run("importer", as: .importer) { buffer.endCPUAccess(direction) }
    }
    func kmap(_ buffer: DMABuffer, _ page: UInt = 0) -> KernelAddress? {
        run("importer", as: .importer) { buffer.kmap(page) }
    }
    func kunmap(_ buffer: DMABuffer, _ address: KernelAddress?, _ page: UInt = 0) {
        run("importer", as: .importer) { buffer.kunmap(page, address) }
    }
}
