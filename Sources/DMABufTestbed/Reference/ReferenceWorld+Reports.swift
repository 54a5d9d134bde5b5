import ClauseTesting
import DMABuf

/// What the contract checker says, and the end of the world.
extension ReferenceWorld {
    func pendingReports() -> [ClauseTesting.Report] { machine.checker.pending.map(Self.report) }

    func takeReport(_ violation: Violation, about subject: String?) -> ClauseTesting.Report? {
        machine.checker.take {
            Violation($0.kind) == violation && (subject == nil || $0.subject.name == subject)
        }.map(Self.report)
    }

    private static func report(_ report: ContractReport) -> ClauseTesting.Report {
        ClauseTesting.Report(
            Violation(report.kind), about: report.subject.name, by: report.party.rawValue, message: report.message,
            backtrace: report.backtrace)
    }

    func finish() {
        let isFirst = withState { state in
            defer { state.isFinished = true }
            return !state.isFinished
        }
        guard isFirst else { return }
        note("the end")
        recorder.reset()
        machine.forgetContentions()
        for supply in DMABuf.Supply.allCases { machine.exhaust(supply, false) }
        Self.$calling.withValue(nil) {
            putOwnReference()
            letBystanderGo()
            if let (process, vma) = withState({ $0.survivor }) { process.munmap(vma) }
            machine.shutDown()
        }
    }

    /// Gives back everything that the testbed holds by itself, the export's reference last.
    func putOwnReference() {
        guard let buffer, withState({ !$0.isPut }) else { return }
        for context in ProcessContext.allCases { withState { $0.processes[context] }?.hasPendingSignal = false }
        finishDeviceWork()
        let order: [Resource] = [
            .atomicKmap, .kmap, .vmapping, .cpuAccess, .syncAccess, .userMapping, .dmaMapping, .attachment, .reference,
        ]
        for resource in order { for context in ProcessContext.allCases { giveBackOwn(resource, context) } }
        let (views, attachments, neighbour, processes) = withState { state in
            state.isPut = true
            defer {
                state.views = [:]
                state.part = nil
                state.again = nil
                state.attachment = nil
                state.earlierAttachment = nil
                state.neighbour = nil
            }
            let views = state.wholeViews + [state.part].compactMap { $0 }
            let attachments = [state.attachment, state.earlierAttachment].compactMap { $0 }
            return (views, attachments, state.neighbour, state.processes)
        }
        for view in views { view.process.munmap(view) }
        neighbour?.leave()
        letBystanderGo()
        for attachment in attachments { gpu.run("dma_buf_detach", as: .importer) { buffer.detach(attachment) } }
        for context in ProcessContext.allCases { processes[context]?.exit() }
        process(.first).run("dma_buf_put", as: .exporter) {
            neighbour?.buffer.put()
            buffer.put()
        }
    }

    /// No more is told of how it goes than of how it came.
    private func letBystanderGo() {
        let bystander = withState { state in
            defer { state.bystander = nil }
            return state.bystander
        }
        machine.checker.ignoringReports { bystander?.leave() }
    }

    private func giveBackOwn(_ resource: Resource, _ context: ProcessContext) {
        for hold in withState({ $0.ledger.held(resource, in: context) }).reversed() where hold.isOwn {
            giveBack(resource, Arguments(direction: hold.direction, chunk: hold.chunk, context: context), own: true)
        }
    }
}
