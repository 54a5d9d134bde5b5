/// Begin and end, by callers of their own.
extension ContractChecker {
    private func caller(_ user: Bracket.User) -> BufferRecord.Caller {
        BufferRecord.Caller(process: CallFrame.current?.process.id ?? 0, user: user)
    }

    private static func asksForRestart(_ status: Status) -> Bool {
        status == -Linux.EINTR || status == -Linux.ERESTARTSYS || status == -Linux.EAGAIN
    }

    /// Whether the caller's last begin was interrupted.
    func isInterrupted(_ buffer: DMABuffer, _ user: Bracket.User) -> Bool {
        let caller = caller(user)
        return record(buffer) { $0.interrupted.contains(caller) }
    }

    /// Whether the caller's last end was interrupted.
    func isEndInterrupted(_ buffer: DMABuffer, _ user: Bracket.User) -> Bool {
        let caller = caller(user)
        return record(buffer) { $0.brackets[caller]?.last?.isEndInterrupted ?? false }
    }

    /// Whether several callers have begun accesses so far; a fault goes by it.
    func hasSeveralUsers(_ buffer: DMABuffer) -> Bool { record(buffer) { $0.experienced.count > 1 } }

    /// Whether any callers of a sort have begun accesses so far; a fault goes by it.
    func hasUsers(_ buffer: DMABuffer, in user: Bracket.User) -> Bool {
        record(buffer) { $0.experienced.contains { $0.user == user } }
    }

    /// Accesses that the caller has open; faults go by it.
    func openCount(_ buffer: DMABuffer, _ user: Bracket.User) -> Int {
        let caller = caller(user)
        return record(buffer) { $0.brackets[caller]?.count ?? 0 }
    }

    /// Whether any callers of a sort have access now; a fault goes by it.
    func isAccessed(_ buffer: DMABuffer, by user: Bracket.User) -> Bool {
        record(buffer) { $0.brackets.keys.contains { $0.user == user } }
    }

    /// Whether anybody has access now; a fault goes by it.
    func isAccessed(_ buffer: DMABuffer) -> Bool { record(buffer) { !$0.brackets.isEmpty } }

    /// Begin came back.
    func began(_ buffer: DMABuffer, _ direction: DMADataDirection, for user: Bracket.User, _ status: Status) {
        let caller = caller(user)
        record(buffer) { record in
            guard status == 0 else {
                if Self.asksForRestart(status) { record.interrupted.insert(caller) }
                return
            }
            record.interrupted.remove(caller)
            if has(.anyBeginRestartsAll) { record.interrupted = [] }
            record.experienced.insert(caller)
            if let last = record.brackets[caller]?.last, last.isEndInterrupted, !last.isReported {
                report(
                    .notRestarted, user.subject, "the next access begins, and the interrupted end was not made again")
            }
            record.brackets[caller, default: []].append(Bracket(direction: direction))
        }
    }

    /// End is about to be handed to the exporter.
    func ending(_ buffer: DMABuffer, _ direction: DMADataDirection, for user: Bracket.User) {
        let caller = caller(user)
        record(buffer) { record in
            let open = record.brackets[caller]?.count ?? 0
            guard open > 0 else {
                if !(user == .kernel && has(.endWithoutBeginUnreported)) {
                    report(.unbalanced, user.subject, "an access is ended that was not begun")
                }
                return
            }
            guard open == 1, user == .kernel else { return }
            reportHolds(of: &record, by: caller.process, "still mapped when the access ends")
        }
    }

    /// End came back: a failed one leaves the access open.
    func ended(_ buffer: DMABuffer, _ direction: DMADataDirection, for user: Bracket.User, _ status: Status) {
        let caller = caller(user)
        record(buffer) { record in
            guard var open = record.brackets[caller], !open.isEmpty else { return }
            let index = open.lastIndex { $0.direction == direction } ?? open.endIndex - 1
            if status < 0, !(has(.interruptedEndClosesAccess) && Self.asksForRestart(status)) {
                open[index].isEndInterrupted =
                    Self.asksForRestart(status) && !(user == .userspace && has(.missingSyncEndRestartUnreported))
            } else {
                let bracket = open.remove(at: index)
                if has(.oneEndEndsAll) { open = [] }
                if bracket.hasWritten, !direction.reachesDevice {
                    report(
                        .wrongDirection, user.subject,
                        "what was written is not for the device, by the direction of the end")
                }
            }
            record.brackets[caller] = open.isEmpty ? nil : open
        }
    }

    /// A byte is read or written on behalf of a caller; true when nothing was wrong with it.
    @discardableResult
    func check(_ buffer: DMABuffer, by process: Process, as user: Bracket.User, writing: Bool) -> Bool {
        let caller = accessing(buffer, as: BufferRecord.Caller(process: process.id, user: user))
        let party: Party = user == .kernel ? .importer : .userspace
        return record(buffer) { record in
            guard var open = record.brackets[caller], let last = open.last else {
                if record.interrupted.contains(caller) {
                    if !has(user == .kernel ? .missingRestartUnreported : .missingSyncRestartUnreported) {
                        report(
                            .notRestarted, user.subject, by: party,
                            "the access goes on, and the interrupted begin was not made again")
                        return false
                    }
                }
                if !isOverlooked(caller, record, buffer, writing: writing) {
                    report(
                        .accessedOutside, user.subject, by: party,
                        "a byte is \(writing ? "written" : "read") outside of an access")
                }
                return false
            }
            if last.isEndInterrupted, !last.isReported {
                open[open.endIndex - 1].isReported = true
                record.brackets[caller] = open
                report(
                    .notRestarted, user.subject, by: party,
                    "the access goes on, and the interrupted end was not made again")
                return false
            }
            guard let index = open.lastIndex(where: { writing ? $0.direction.reachesDevice : $0.direction.reachesCPU })
            else {
                if !has(user == .kernel ? .wrongDirectionUnreported : .userWrongDirectionUnreported) {
                    report(
                        .wrongDirection, user.subject, by: party,
                        "a byte is \(writing ? "written" : "read") in a direction that was not asked for")
                }
                return false
            }
            if writing, !open[index].hasWritten {
                open[index].hasWritten = true
                record.brackets[caller] = open
            }
            return true
        }
    }

    /// Whose bracket an access is held against: the caller's own.
    private func accessing(_ buffer: DMABuffer, as caller: BufferRecord.Caller) -> BufferRecord.Caller {
        let user: Bracket.User = caller.user == .kernel ? .userspace : .kernel
        let other = BufferRecord.Caller(process: caller.process, user: user)
        if has(.bracketCoversOtherProcesses),
            let covered = record(buffer, { $0.brackets.keys.first { $0.user == caller.user } })
        {
            return covered
        }
        return has(.anyBracketCoversAccess) && record(buffer, { $0.brackets[other] != nil }) ? other : caller
    }

    private func isOverlooked(
        _ caller: BufferRecord.Caller, _ record: BufferRecord, _ buffer: DMABuffer, writing: Bool
    ) -> Bool {
        switch caller.user {
        case .kernel:
            has(.newcomerIsUnwatched) && !record.experienced.contains(caller)
                || has(.accessOutsideUnreported) || writing && has(.writeOutsideUnreported)
                || has(.accessAfterEndUnreported) && record.experienced.contains(caller)
        case .userspace:
            has(.userAccessOutsideUnreported) || writing && has(.userWriteOutsideUnreported)
                || has(.coherentAccessOutsideUnreported) && buffer.machine.hasCoherentDevices
        }
    }

    /// Reports what is held, once.
    ///
    /// - Parameter process: by whom; nil: by anybody.
    func reportHolds(of record: inout BufferRecord, by process: Int? = nil, _ words: String) {
        for hold in record.holds.takeUnreported(of: process)
        where !has(hold.kind == .kmap ? .heldKmapUnreported : .heldAtomicKmapUnreported)
            && (hold.page == 0 || !has(.lastKmapLeakUnreported))
        {
            report(.leaked, hold.kind, by: .importer, "page \(hold.page) is \(words)")
        }
    }
}
