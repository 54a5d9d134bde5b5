extension Machine {
    /// Waits for an event in whatever context is running: a callback's, say.
    public func waitForEvent() {
        mightSleep("wait_event")
        if let callback = CallFrame.current?.callback, isTakenForSleepless(callback) {
            checker.report(.slept, .callback(callback), by: .exporter, "\(callback.member) sleeps")
        }
    }

    /// Faults: callbacks that may sleep, and are blamed for it.
    private func isTakenForSleepless(_ callback: Callback) -> Bool {
        switch callback {
        case .kmap: has(.sleepInKmapReported) || has(.anySleepReported)
        case .endCPUAccess: has(.anySleepReported)
        case .mapDMABuf: has(.sleepInMapDMABufReported)
        default: false
        }
    }

    /// Says that the caller may sleep here (`might_sleep`): a bug where sleeping is forbidden.
    func mightSleep(_ what: String) {
        guard let frame = CallFrame.current else { return }
        if let callback = frame.callback, callback.mustNotSleep {
            if callback == .kmapAtomic, has(.sleepInKmapAtomicUnreported) { return }
            if callback == .kunmapAtomic, has(.sleepInKunmapAtomicUnreported) { return }
            let held = checker.atomicCount(frame.process.id)
            if callback == .kmapAtomic, held > 0, has(.sleepInSecondKmapAtomicUnreported) { return }
            if callback == .kunmapAtomic, held > 1, has(.sleepInFirstKunmapAtomicUnreported) { return }
            checker.report(
                .slept, .callback(callback), by: .exporter, "\(what) may sleep, and \(callback.member) must not")
        } else if checker.holdsAtomicKmap(frame.process)
            || has(.atomicKmapForbidsSleepElsewhere) && checker.totalAtomicCount > 0
        {
            if has(.sleepHoldingAtomicKmapUnreported) { return }
            if has(.accessWaitUnderAtomicUnreported), frame.callback == .beginCPUAccess { return }
            if has(.kmapUnderAtomicUnreported), what.hasSuffix("kmap") { return }
            if has(.deviceMappingUnderAtomicUnreported), what == "dma_buf_map_attachment" { return }
            if has(.sleepHoldingTwoAtomicKmapsUnreported), checker.atomicCount(frame.process.id) > 1 { return }
            checker.report(.slept, .atomicKmap, "\(what) may sleep while an atomic kmap is held")
        } else if has(.anySleepReported), what == "schedule", isMappedByDevice {
            checker.report(.slept, .dmaMapping, "\(what) may sleep while a device has its way to the pages")
        }
    }

    private var isMappedByDevice: Bool {
        atomically { buffers.values.contains { checker.tableCount($0) > 0 } }
    }
}
