import ClauseTesting

@testable import DMABufTestbed

/// Mappings in the kernel.
extension Scenarios {
    static let mappings: [String: Scenario] = [
        "maps(kmap)": { try maps($0.bed(), .kmap) },
        "maps(atomicKmap)": { try maps($0.bed(), .atomicKmap) },
        "maps(vmapping)": { world in
            let bed = try world.bed()
            for chunk in 0..<bed.chunks { try bed.deviceWrite(UInt8(chunk + 1), at: chunk * bed.chunkSize) }
            try bed.prepare(for: .vmap)
            try bed.hold(.atomicKmap, in: .second)
            for _ in 1...2 {
                try bed.hold(.vmapping)
                for chunk in 0..<bed.chunks {
                    try require(
                        try bed.read(.vmapping, at: chunk * bed.chunkSize) == UInt8(chunk + 1), "not page \(chunk)")
                }
                try bed.release(.vmapping)
            }
            try bed.release(.atomicKmap, in: .second)
        },
        "unmaps(kmap)": { world in
            try unmaps(world.bed(), .kmap, .kmap, .kunmap)
            let bed = try world.bed()
            try bed.prepare(for: .kmap)
            try bed.hold(.kmap)
            try bed.holdOnce(.kmap)
            for chunk in 1..<bed.chunks { try bed.holdOnce(.kmap, chunk: chunk) }
            try require(try bed.read(.kmap) != nil, "one of two that were mapped took the other along")
            try bed.release(.kmap)
        },
        "unmaps(atomicKmap)": { world in
            try unmaps(world.bed(), .atomicKmap, .kmapAtomic, .kunmapAtomic)
            let bed = try world.bed()
            try bed.prepare(for: .kmapAtomic)
            try bed.hold(.atomicKmap)
            let second = try bed.hold(.atomicKmap, chunk: 1)
            try bed.release(.atomicKmap, chunk: 1)
            try require(try bed.read(.atomicKmap, address: second.address) == nil, "the second is still mapped")
            bed.ignore(.accessedOutside)
            try bed.release(.atomicKmap)
            for _ in 1...32 {
                try require(try bed.hold(.atomicKmap).succeeded, "something is left of second ones")
                try bed.holdOnce(.atomicKmap)
                try bed.release(.atomicKmap)
            }
        },
        "unmaps(vmapping)": { try unmaps($0.bed(), .vmapping, .vmap, .vunmap) },
        "unitSized(kmap)": { world in
            let bed = try world.bed()
            try bed.prepare(for: .kmap)
            for chunk in 0..<bed.chunks {
                let mapped = try bed.hold(.kmap, chunk: chunk)
                try require(mapped.address.map { $0 % UInt64(bed.chunkSize) } == 0, "not aligned")
                try require(try bed.read(.kmap, at: bed.chunkSize - 1) != nil, "too short")
                try require(try bed.read(.kmap, at: bed.chunkSize) == nil, "too long")
                bed.ignore(.accessedOutside)
                try bed.release(.kmap, chunk: chunk)
            }
        },
        "repeatable(kmap)": { world in
            let bed = try world.bed()
            try bed.prepare(for: .kmap)
            for _ in 1...32 {
                for chunk in 0..<bed.chunks {
                    try require(try bed.holdOnce(.kmap, chunk: chunk).succeeded, "kmap fails")
                }
            }
            for _ in 1...3 { try bed.hold(.kmap) }
            for _ in 1...2 { try bed.release(.kmap) }
            try require(try bed.read(.kmap) != nil, "two releases ended three")
            try bed.release(.kmap)
            try require(bed.calls(to: .beginCPUAccess).count == 1, "begun again")
            for chunk in 0..<bed.chunks { try bed.hold(.kmap, chunk: chunk) }
            try bed.release(.kmap)
            try require(try bed.read(.kmap) != nil, "another chunk was unmapped")
            for chunk in 1..<bed.chunks { try bed.release(.kmap, chunk: chunk) }
        },
        "outcomeOutside(kmap)": { world in
            for mapping in [Bed.Resource.kmap, .atomicKmap] {
                let bed = try world.bed()
                try bed.hold(.cpuAccess)
                try bed.write(0x5A, .cpuAccess)
                try bed.hold(mapping, chunk: bed.chunks)
                try bed.requireReport(.undefinedBehaviour, mapping)
                try require(try bed.read(.cpuAccess) == 0x5A, "harmed")
                try bed.release(.cpuAccess)
                try bed.hold(mapping)
                try bed.requireReport(.undefinedBehaviour, mapping)
            }
        },
        "pairs(kmap)": { world in
            try leaks(world, .kmap, .kmap)
            let last = try world.bed()
            try last.hold(.cpuAccess)
            try last.hold(.kmap, chunk: last.chunks - 1)
            try last.release(.cpuAccess)
            try last.requireReport(.leaked, Bed.Resource.kmap)
            let other = try world.bed()
            try other.hold([.cpuAccess, .kmap], in: .third)
            other.finish()
            try other.requireReport(.leaked, Bed.Resource.kmap)
            other.ignore(.leaked)
            let bed = try world.bed()
            try bed.hold(.cpuAccess)
            try bed.hold(.atomicKmap)
            try bed.release(.cpuAccess)
            try bed.requireReport(.leaked, Bed.Resource.atomicKmap)
        },
        "maxHeld(atomicKmap)": { world in
            let bed = try world.bed()
            try bed.prepare(for: .kmapAtomic)
            for _ in 1...2 { try require(try bed.hold(.atomicKmap).succeeded, "fails") }
            try bed.requireClean()
            try bed.hold(.atomicKmap, in: .second)
            try bed.requireClean()
            try bed.release(.atomicKmap, in: .second)
            try bed.hold(.atomicKmap)
            try bed.requireReport(.tooManyHeld, Bed.Resource.atomicKmap)
            for _ in 1...3 { try bed.release(.atomicKmap) }
            for chunk in 0..<3 { try bed.hold(.atomicKmap, chunk: chunk) }
            try bed.requireReport(.tooManyHeld, Bed.Resource.atomicKmap)
            for chunk in (0..<3).reversed() { try bed.release(.atomicKmap, chunk: chunk) }
            for _ in 1...2 { try bed.hold(.atomicKmap) }
            try bed.holdOnceOfAnother(.atomicKmap, in: .first)
            try bed.requireReport(.tooManyHeld, Bed.Resource.atomicKmap)
            for _ in 1...2 { try bed.release(.atomicKmap) }
        },
        "sleeping(atomicKmap)": { world in
            for cause in Wait.allCases {
                let bed = try world.bed()
                try bed.prepare(for: .kmapAtomic)
                try bed.hold(.atomicKmap)
                try bed.sleep(in: .second, for: cause)
                try bed.requireClean()
                try bed.sleep(in: .first, for: cause)
                try bed.requireReport(.slept, Bed.Resource.atomicKmap)
                try bed.hold(.atomicKmap)
                try bed.sleep(in: .first, for: cause)
                try bed.requireReport(.slept, Bed.Resource.atomicKmap)
                for _ in 1...2 { try bed.release(.atomicKmap) }
                bed.ignore(.tooManyHeld)
                try bed.sleep(in: .first, for: cause)
            }
        },
        "sleeping(kmapAtomic)": { try sleeping($0, .kmapAtomic, .atomicKmap, .kmapAtomic, isReported: true) },
        "sleeping(kunmapAtomic)": { try sleeping($0, .kunmapAtomic, .atomicKmap, .kmapAtomic, isReported: true) },
        "sleeping(endCPUAccess)": { world in
            let bed = try world.bed()
            try bed.make(.endCPUAccess, sleep: true)
            try bed.holdOnce(.cpuAccess)
        },
        "sleeping(dmaMapping)": { world in
            let bed = try world.bed()
            try bed.hold([.attachment, .dmaMapping])
            try bed.sleep(in: .first)
            try bed.release([.attachment, .dmaMapping])
        },
        "sleeping(kmap)": { try sleeping($0, .kmap, .kmap, .kmap, isReported: false) },
        "referenceCounted(vmapping)": { world in
            let bed = try world.bed()
            try bed.prepare(for: .vmap)
            var addresses = [try bed.hold(.vmapping, in: .second).address]
            addresses += try (1...5).map { _ in try bed.hold(.vmapping).address }
            try bed.release(.vmapping, in: .second)
            try require(Set(addresses).count == 1 && bed.calls(to: .vmap).count == 1, "not shared")
            for _ in 1...4 { try bed.release(.vmapping) }
            try require(bed.calls(to: .vunmap).isEmpty, "unmapped early")
            try bed.release(.vmapping)
            try require(bed.calls(to: .vunmap).count == 1, "not unmapped once")
            try require(try bed.hold(.vmapping).succeeded, "not mapped again")
            try bed.release(.vmapping)
        },
        "protectedByLock(bufferLock)": { world in
            let bed = try world.bed()
            try bed.prepare(for: .vmap)
            try bed.hold(.vmapping)
            try bed.release(.vmapping)
            let calls = bed.calls(to: .vmap) + bed.calls(to: .vunmap)
            try bed.hold(.attachment)
            try bed.release(.attachment)
            let all = calls + bed.calls(to: .attach) + bed.calls(to: .detach)
            try require(all.allSatisfy { $0.locksHeld.contains(.bufferLock) }, "not locked")
            try bed.hold(.vmapping, in: .second)
            try bed.contend(.bufferLock) { try $0.release(.vmapping, in: .second) }
            try bed.hold(.vmapping)
            try require(bed.calls(to: .vmap).count == 3, "joined what was gone")
            try bed.hold(.vmapping, in: .second)
            try bed.contend(.bufferLock) { try $0.release(.vmapping, in: .second) }
            try bed.release(.vmapping)
            try require(bed.calls(to: .vunmap).count == 3, "not unmapped")
            try bed.requireClean()
            let silent = try world.bed(without: [.attach, .detach])
            try silent.contend(.bufferLock) { try $0.hold(.attachment, in: .second) }
            try silent.hold(.attachment)
            try require(try silent.release(.attachment, in: .second).succeeded, "not locked without a callback")
            try silent.release(.attachment)
        },
    ]

    private static func maps(_ bed: Bed, _ mapping: Bed.Resource) throws {
        for chunk in 0..<bed.chunks { try bed.deviceWrite(UInt8(chunk + 1), at: chunk * bed.chunkSize) }
        try bed.hold(.cpuAccess)
        for chunk in 0..<bed.chunks {
            try require(try bed.hold(mapping, chunk: chunk).succeeded, "fails")
            try require(try bed.read(mapping) == UInt8(chunk + 1), "not page \(chunk)")
            try bed.write(0x5A, mapping)
            try bed.release(mapping, chunk: chunk)
        }
        try bed.release(.cpuAccess)
        for chunk in 0..<bed.chunks {
            try require(try bed.deviceRead(at: chunk * bed.chunkSize) == 0x5A, "written elsewhere")
        }
        let callback: Bed.Callback = mapping == .kmap ? .kmap : .kmapAtomic
        try require(bed.calls(to: callback).count == bed.chunks, "not called once each")
    }

    private static func unmaps(
        _ bed: Bed, _ mapping: Bed.Resource, _ api: Bed.API, _ callback: Bed.Callback
    ) throws {
        try bed.prepare(for: api)
        let mapped = try bed.hold(mapping, chunk: 1)
        try bed.release(mapping, chunk: 1)
        let calls = bed.calls(to: callback)
        try require(calls.count == 1 && calls.last?.address == mapped.address, "not told, or not where")
        if mapping != .vmapping { try require(calls.last?.chunk == 1, "not told which page") }
        let left = mapping == .vmapping ? try bed.bytes(mapping) : [try bed.read(mapping)]
        try require(left == [nil], "still mapped")
        bed.ignore(.accessedOutside)
        try bed.hold(mapping, in: .second)
        try bed.release(mapping, in: .second)
        try require(bed.calls(to: callback).count == 2, "not told by another")
        if mapping != .vmapping {
            try bed.besideOthers { try bed.holdOnce(mapping) }
            try require(bed.calls(to: callback).count == 5, "not told beside others")
        }
        for _ in 1...32 {
            try require(try bed.hold(mapping).succeeded, "something is left of those before")
            try bed.release(mapping)
        }
    }

    private static func sleeping(
        _ world: World, _ callback: Bed.Callback, _ mapping: Bed.Resource, _ api: Bed.API, isReported: Bool
    ) throws {
        let bed = try world.bed()
        try bed.prepare(for: api)
        if isReported {
            try bed.hold(mapping)
            try bed.startDeviceFill(0xA5)
            try bed.release(mapping)
            try require(bed.pendingReports().isEmpty, "waits for a device")
        }
        try bed.make(callback, sleep: true)
        let times = isReported ? 2 : 1
        for _ in 1...times {
            try bed.hold(mapping)
            if isReported, callback == .kmapAtomic { try bed.requireReport(.slept, callback) }
        }
        for _ in 1...times {
            try bed.release(mapping)
            if isReported, callback == .kunmapAtomic { try bed.requireReport(.slept, callback) }
        }
    }
}
