import ClauseTesting

@testable import DMABufTestbed

/// Which callbacks there must be, who calls them, and how the interfaces are declared.
extension Scenarios {
    static let callbacks: [String: Scenario] = [
        "callbackPresence(beginCPUAccess)": { world in
            try without(world, .beginCPUAccess) { try $0.hold(.cpuAccess) }
            let bed = try world.bed(without: [.beginCPUAccess], coherent: true)
            try bed.hold(.cpuAccess, in: .second)
            try bed.startDeviceWrite(0xA5, at: 0)
            try bed.hold(.cpuAccess)
            try require(try bed.read(.cpuAccess) == 0xA5, "not waited for")
            try bed.release(.cpuAccess)
            try bed.release(.cpuAccess, in: .second)
            try bed.startDeviceRead(at: 0)
            try bed.hold(.cpuAccess, direction: .toDevice)
            try bed.write(0x5A, .cpuAccess)
            try require(try bed.finishDeviceRead() == 0xA5, "a device that reads is not waited for")
            try bed.release(.cpuAccess, direction: .toDevice)
            for direction in Direction.allCases {
                try require(try bed.hold(.cpuAccess, direction: direction).succeeded, "begin fails")
                try bed.release(.cpuAccess, direction: direction)
            }
            let bare = try world.bed(without: [.beginCPUAccess, .endCPUAccess])
            try require(bare.setUp.succeeded, "refused without either")
        },
        "callbackPresence(endCPUAccess)": { world in
            try without(world, .endCPUAccess) { bed in
                try bed.hold(.cpuAccess)
                try require(bed.calls(to: .beginCPUAccess).count == 1, "the beginning is not told")
                return try bed.release(.cpuAccess)
            }
        },
        "callbackPresence(kunmap)": { world in
            try without(world, .kunmap) { bed in
                try bed.prepare(for: .kmap)
                try bed.holdOnce(.kmap)
                return Outcome(status: try bed.holdOnce(.kmap).succeeded ? 0 : 1)
            }
        },
        "callbackPresence(kunmapAtomic)": { try without($0, .kunmapAtomic) { _ in .success } },
        "callbackPresence(vunmap)": { try without($0, .vunmap) { _ in .success } },
        "callbackPresence(vmap)": { try without($0, .vmap) { _ in .success } },
        "callbackPresence(mmap)": { world in
            let bed = try world.bed(without: [.mmap])
            try require(bed.setUp.succeeded, "refused")
            for api in [Bed.API.mmap, .userMmap] { try require(try !bed.call(api).succeeded, "mapped") }
        },
        "calledFrom(beginCPUAccess)": { world in
            try calledFrom(world, .beginCPUAccess, [.cpuAccess, .syncAccess])
            try calledFrom(world, .endCPUAccess, [.syncAccess])
        },
        "calledFrom(endCPUAccess)": { try calledFrom($0, .endCPUAccess, [.cpuAccess]) },
        "calledFrom(mmap)": { world in
            let bed = try world.bed()
            try bed.call(.mmap)
            try require(bed.calls(to: .mmap).map(\.from) == [.mmap], "not called once")
        },
        "prototype(beginCPUAccess)": {
            try declared($0, "dma_buf_begin_cpu_access", "int (struct dma_buf *, enum dma_data_direction)")
        },
        "prototype(endCPUAccess)": {
            try declared($0, "dma_buf_end_cpu_access", "int (struct dma_buf *, enum dma_data_direction)")
        },
        "prototype(kmap)": { try declared($0, "dma_buf_kmap", "void *(struct dma_buf *, unsigned long)") },
        "prototype(kunmap)": { try declared($0, "dma_buf_kunmap", "void (struct dma_buf *, unsigned long, void *)") },
        "prototype(kmapAtomic)": { try declared($0, "dma_buf_kmap_atomic", "void *(struct dma_buf *, unsigned long)") },
        "prototype(kunmapAtomic)": {
            try declared($0, "dma_buf_kunmap_atomic", "void (struct dma_buf *, unsigned long, void *)")
        },
        "prototype(vmap)": { try declared($0, "dma_buf_vmap", "void *(struct dma_buf *)") },
        "prototype(vunmap)": { try declared($0, "dma_buf_vunmap", "void (struct dma_buf *, void *)") },
        "prototype(mmap)": {
            try declared($0, "dma_buf_mmap", "int (struct dma_buf *, struct vm_area_struct *, unsigned long)")
        },
    ]

    private static func without(
        _ world: World, _ callback: Bed.Callback, _ use: (Bed) throws -> Outcome
    ) throws {
        let bed = try world.bed(without: [callback])
        try require(bed.setUp.succeeded, "refused")
        try require(try use(bed).status == 0, "fails")
        bed.finish()
        bed.ignore(.leaked)
    }

    private static func calledFrom(
        _ world: World, _ callback: Bed.Callback, _ brackets: [Bed.Resource]
    ) throws {
        for bracket in brackets {
            let (begin, end): (Bed.API, Bed.API) =
                bracket == .cpuAccess ? (.beginCPUAccess, .endCPUAccess) : (.syncStart, .syncEnd)
            for direction in Direction.allCases {
                let bed = try world.bed()
                let other: Bed.Resource = bracket == .cpuAccess ? .syncAccess : .cpuAccess
                try bed.hold(other, in: .second)
                let directions = [direction.another, direction]
                for direction in directions { try bed.hold(bracket, direction: direction) }
                for direction in directions { try bed.release(bracket, direction: direction) }
                let from = callback == .beginCPUAccess ? begin : end
                let calls = bed.calls(to: callback).filter { $0.context == .first }
                try require(calls.map(\.from) == [from, from], "not called once each")
                try require(calls.map(\.direction) == directions, "another direction")
                try bed.release(other, in: .second)
                let before = bed.calls(to: callback).count
                try bed.holdOnce(.userMapping)
                try bed.hold(.vmapping)
                try bed.holdOnce(bracket)
                try bed.release(.vmapping)
                try require(bed.calls(to: callback).count == before + 1, "not called beside and after others")
            }
        }
    }

    static func declared(_ world: World, _ name: String, _ type: String) throws {
        let found = try world.bed().prototype(named: name)
        try require(found == type, "\(found ?? "nothing")")
    }
}
