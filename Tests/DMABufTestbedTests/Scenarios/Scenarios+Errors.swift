import ClauseTesting

@testable import DMABufTestbed

/// What calls return, how they fail, and what follows.
extension Scenarios {
    static let errors: [String: Scenario] = [
        "returns(beginCPUAccess)": { world in
            let bed = try world.bed()
            for direction in Direction.allCases {
                for context in [ProcessContext.first, .second] {
                    try bed.make(.beginCPUAccess, return: .EIO, times: 1)
                    try require(
                        try bed.hold(.cpuAccess, direction: direction, in: context).error == .EIO, "hides -EIO")
                    try require(try bed.hold(.cpuAccess, direction: direction, in: context).status == 0, "not 0")
                }
                try bed.release(.cpuAccess, direction: direction)
                try bed.release(.cpuAccess, direction: direction, in: .second)
            }
            for error in Errno.samples {
                try bed.make(.beginCPUAccess, return: error, times: 1)
                try require(try bed.hold(.cpuAccess).error == error, "not \(error)")
            }
            try bed.make(.beginCPUAccess, return: .EIO, times: 1)
            try require(try bed.hold(.syncAccess).error == .EIO, "SYNC hides -EIO")
            for bracket in [Bed.Resource.cpuAccess, .syncAccess] {
                try positive(world, .beginCPUAccess) { _ = try $0.hold(bracket) }
            }
        },
        "returns(endCPUAccess)": { world in
            let bed = try world.bed()
            for error in Errno.samples {
                try bed.hold(.cpuAccess)
                try bed.make(.endCPUAccess, return: error, times: 1)
                try require(try bed.release(.cpuAccess).error == error, "not \(error)")
                try require(try bed.release(.cpuAccess).status == 0, "not 0")
            }
            for direction in Direction.allCases {
                try bed.hold(.cpuAccess, direction: direction)
                try bed.make(.endCPUAccess, return: .EIO, times: 1)
                try require(try bed.release(.cpuAccess, direction: direction).error == .EIO, "hides -EIO")
                try bed.release(.cpuAccess, direction: direction)
            }
            try bed.hold(.syncAccess, in: .third)
            try bed.hold(.cpuAccess)
            try bed.make(.endCPUAccess, return: .EIO, times: 1)
            try require(try bed.release(.cpuAccess).error == .EIO, "hides -EIO while userspace goes on")
            try bed.release(.cpuAccess)
            try bed.release(.syncAccess, in: .third)
            try positive(world, .endCPUAccess) {
                try $0.hold(.cpuAccess)
                try $0.release(.cpuAccess)
            }
        },
        "returns(mmap)": { world in
            let bed = try world.bed()
            try require(try bed.call(.mmap).status == 0, "not 0")
            for error in Errno.samples {
                try bed.make(.mmap, return: error, times: 1)
                try require(try bed.call(.mmap).error == error, "not \(error)")
            }
            try bed.make(.mmap, return: .EIO, times: 1)
            let part = try bed.call(.userMmap, extent: Extent(offset: 1, length: 1))
            try require(part.error == .EIO, "hides -EIO of a part")
            try positive(world, .mmap) { _ = try $0.call(.mmap) }
        },
        "restartedAfter(beginCPUAccess)": { try restarts($0, .cpuAccess, [.EINTR, .ERESTARTSYS]) },
        "restartedAfter(syncStart)": { world in
            try restarts(world, .syncAccess, [.EAGAIN, .EINTR])
            let careless = try world.bed()
            try careless.hold(.syncAccess)
            try careless.make(.endCPUAccess, return: .EINTR, times: 1)
            try careless.release(.syncAccess)
            careless.finish()
            try careless.requireReport(.notRestarted, Bed.Resource.syncAccess)
        },
        "restartedAfter(endCPUAccess)": { world in
            for error in [Errno.EINTR, .ERESTARTSYS] {
                let bed = try world.bed()
                try bed.hold(.cpuAccess)
                try bed.write(0x5A, .cpuAccess)
                try bed.make(.endCPUAccess, return: error, times: 1)
                try require(try bed.release(.cpuAccess).error == error, "not \(error)")
                try require(try bed.release(.cpuAccess).succeeded, "no restart")
                try require(try bed.deviceRead(at: 0) == 0x5A, "not written back")
                try require(bed.calls(to: .endCPUAccess).count == 2, "not called again")
                try bed.requireClean()

                let careless = try world.bed()
                try careless.hold(.cpuAccess)
                try careless.make(.endCPUAccess, return: error, times: 1)
                try careless.release(.cpuAccess)
                careless.finish()
                try careless.requireReport(.notRestarted, Bed.Resource.cpuAccess)
            }
        },
        "canFail(syncStart)": { world in
            for error in [Errno.EAGAIN, .EINTR] {
                for direction in Direction.allCases {
                    let bed = try world.bed()
                    try bed.make(.beginCPUAccess, return: error, times: 1)
                    let refused = try bed.hold(.syncAccess, direction: direction)
                    try require(refused.error == error, "not \(error)")
                }
            }
            let bed = try world.bed()
            try bed.make(.beginCPUAccess, return: .ERESTARTSYS, times: 1)
            try require(try bed.hold(.syncAccess).error != .ERESTARTSYS, "-ERESTARTSYS is handed on")
            try bed.hold(.syncAccess)
            try bed.make(.endCPUAccess, return: .ERESTARTSYS, times: 1)
            try require(try bed.release(.syncAccess).error != .ERESTARTSYS, "-ERESTARTSYS of the end is handed on")
            bed.finish()
            bed.ignoreAll()
        },
        "canFail(beginCPUAccess)": { world in
            let bed = try world.bed()
            try bed.exhaust(.memory, true)
            try require(try bed.hold(.cpuAccess).error == .ENOMEM, "not -ENOMEM")
            try bed.exhaust(.memory, false)
            try require(try bed.hold(.cpuAccess).succeeded, "a failure stays")
            try bed.release(.cpuAccess)
            let copier = try world.bed(.copying)
            try copier.startDeviceFill(0x5A)
            try copier.exhaust(.memory, true)
            try require(try copier.hold(.cpuAccess).error == .ENOMEM, "no room for the copy, and not -ENOMEM")
            try copier.exhaust(.memory, false)
            try require(try copier.access(.cpuAccess, .fromDevice) == [0x5A], "what failed goes on")
            for error in [Errno.EINTR, .ERESTARTSYS] {
                try bed.make(.beginCPUAccess, return: error, times: 1)
                try require(try bed.hold(.cpuAccess).error == error, "not \(error)")
                try bed.hold(.cpuAccess)
                try bed.release(.cpuAccess)
            }
            let silent = try world.bed(without: [.beginCPUAccess])
            try silent.startDeviceFill(0x5A)
            try silent.interrupt(.second)
            try require(try !silent.hold(.cpuAccess, in: .second).succeeded, "a signal is lost without a callback")
        },
        "canFail(endCPUAccess)": { world in
            let bed = try world.bed()
            for error in [Errno.EINTR, .ERESTARTSYS] {
                try bed.hold(.cpuAccess)
                try bed.make(.endCPUAccess, return: error, times: 1)
                try require(try bed.release(.cpuAccess).error == error, "not \(error)")
                try bed.release(.cpuAccess)
            }
        },
        "canFail(vmap)": { world in
            let bed = try world.bed()
            try bed.prepare(for: .vmap)
            try bed.exhaust(.vmallocSpace, true)
            try require(try !bed.hold(.vmapping).succeeded, "mapped without space")
            try bed.exhaust(.vmallocSpace, false)
            try require(try bed.hold(.vmapping).succeeded, "a failure stays")
            try bed.release(.vmapping)
            try bed.make(.vmap, return: .ETIMEDOUT, times: 1)
            try require(try bed.hold(.vmapping) == .null, "not NULL for an error")
            try require(try world.bed(without: [.vmap]).hold(.vmapping) == .null, "not NULL")
        },
        "failsOnlyIn(cpuAccess)": { world in
            let bed = try world.bed()
            try bed.exhaust(.memory, true)
            try require(try bed.hold(.cpuAccess).error != nil, "begin does not fail")
            try bed.exhaust(.memory, false)
            try bed.hold(.cpuAccess)
            try bed.exhaust(.memory, true)
            for mapping in [Bed.Resource.kmap, .atomicKmap] {
                try require(try bed.hold(mapping).succeeded, "\(mapping) fails")
                try bed.release(mapping)
            }
            try bed.release(.cpuAccess)
        },
        "alwaysSucceeds(kmap)": { world in
            let bed = try world.bed()
            try bed.prepare(for: .kmap)
            try bed.exhaust(.memory, true)
            for mapping in [Bed.Resource.kmap, .atomicKmap] {
                try require(try bed.hold(mapping).succeeded, "\(mapping) fails")
                try require(try bed.hold(mapping, chunk: bed.chunks - 1).succeeded, "a second \(mapping) fails")
                try bed.release(mapping, chunk: bed.chunks - 1)
                try bed.release(mapping)
            }
            try bed.hold(.syncAccess)
            try bed.release(.syncAccess)
            try bed.hold(.atomicKmap, in: .second)
            for context in [ProcessContext.first, .second] {
                try require(try bed.hold(.kmap, in: context).succeeded, "kmap fails beside an atomic one")
                try bed.release(.kmap, in: context)
            }
            try bed.release(.atomicKmap, in: .second)
            try bed.holdOnce(.vmapping)
            try require(try bed.holdOnce(.kmap).succeeded, "kmap fails after vunmap")
            bed.ignore(.slept)
            let partial = try world.bed(partial: true)
            try partial.deviceWrite(0xA5, at: partial.size - 1)
            try partial.prepare(for: .kmap)
            try require(try partial.hold(.kmap, chunk: partial.chunks - 1).succeeded, "no partial page")
            try require(try partial.read(.kmap, at: (partial.size - 1) % partial.chunkSize) == 0xA5, "wrong data")
            try partial.release(.kmap, chunk: partial.chunks - 1)
        },
        "fallback(kmap)": { world in
            let bed = try world.bed(without: [.vmap])
            try bed.deviceWrite(0xA5, at: 0)
            try bed.prepare(for: .vmap)
            try require(try !bed.hold(.vmapping).succeeded, "vmap without vmap")
            try require(try bed.hold(.kmap).succeeded && bed.read(.kmap) == 0xA5, "no way by kmap")
            try bed.release(.kmap)
        },
        "limitedSupply(atomicSlots)": { world in
            let bed = try world.bed()
            try bed.prepare(for: .kmapAtomic)
            for _ in 1...64 { try bed.hold(.atomicKmap) }
            try bed.requireReport(.exhausted, Bed.Supply.atomicSlots)
            bed.finish()
            bed.ignoreAll()
        },
    ]

    private static func positive(_ world: World, _ callback: Bed.Callback, _ act: (Bed) throws -> Void) throws {
        let bed = try world.bed()
        try bed.make(callback, return: 1, times: 1)
        try act(bed)
        try bed.requireReport(.invalidReturn, callback)
    }

    private static func restarts(_ world: World, _ bracket: Bed.Resource, _ errors: [Errno]) throws {
        for error in errors {
            let bed = try world.bed()
            try bed.make(.beginCPUAccess, return: error, times: 2)
            for _ in 1...2 { try require(try bed.hold(bracket).error == error, "not \(error)") }
            try require(try bed.hold(bracket).succeeded, "no restart")
            try require(bed.calls(to: .beginCPUAccess).count == 3, "not called again")
            try bed.release(bracket)

            let careless = try world.bed()
            try careless.make(.beginCPUAccess, return: error, times: 1)
            try careless.hold(bracket)
            try careless.holdOnce(bracket, in: .second)
            if bracket == .cpuAccess {
                try careless.hold(.kmap)
                try careless.requireReport(.notRestarted, bracket)
            }
            _ = try careless.read(bracket)
            try careless.requireReport(.notRestarted, bracket)
        }
        let signalled = try world.bed()
        _ = try signalled.read(bracket)
        signalled.ignore(.accessedOutside)
        try signalled.startDeviceWrite(0xA5, at: 0)
        try signalled.interrupt(.first)
        try require(try signalled.hold(bracket).fails(with: .EINTR, .ERESTARTSYS), "not interrupted")
        try require(try signalled.hold(bracket).succeeded, "interrupted again")
        try require(try signalled.read(bracket) == 0xA5, "not waited for")
        try signalled.release(bracket)
    }
}
