import ClauseTesting

@testable import DMABufTestbed

/// Spans of access: what is promised inside of them, outside of them, and of their two ends.
extension Scenarios {
    static let brackets: [String: Scenario] = [
        "coherentWhenBracketed(cpuAccess)": { world in
            for variant in [Bed.Variant.plain, .copying] {
                for direction in Direction.allCases {
                    try coherent(world.bed(variant, partial: true), .cpuAccess, direction)
                    try overlapping(world.bed(variant), direction, beside: .fromDevice)
                    if variant == .plain { try overlapping(world.bed(), direction, beside: .bidirectional) }
                }
            }
        },
        "incoherentUnbracketed(userMapping)": { world in
            for api in [Bed.API.userMmap, .mmap] {
                let bed = try world.bed()
                try bed.call(api)
                _ = try bed.read(.userMapping)
                try bed.deviceWrite(0xA5, at: 0)
                try require(try bed.read(.userMapping) != 0xA5, "a cached line is fresh")
                bed.ignore(.accessedOutside)
                try bed.hold(.syncAccess)
                try require(try bed.read(.userMapping) == 0xA5, "stale inside of SYNC")
                try bed.release(.syncAccess)
                try bed.call(api, extent: Extent(offset: 1, length: 1))
                _ = try bed.read(.userMapping)
                try bed.deviceWrite(0xA5, at: bed.chunkSize)
                try require(try bed.read(.userMapping) != 0xA5, "a cached line of a part is fresh")
                try bed.call(api, direction: .fromDevice)
                try bed.deviceWrite(0x3C, at: 0)
                try require(try bed.read(.userMapping) != 0x3C, "a cached line of what is only read is fresh")
                bed.ignore(.accessedOutside)
            }

            let coherent = try world.bed(coherent: true)
            try coherent.hold(.userMapping)
            _ = try coherent.read(.userMapping)
            coherent.ignore(.accessedOutside)
            try coherent.deviceWrite(0xA5, at: 0)
            try require(try coherent.read(.userMapping) == 0xA5, "stale on a coherent system")
            try coherent.requireReport(.accessedOutside, Bed.Resource.syncAccess)
            try coherent.release(.userMapping)
        },
        "validBetween(cpuAccess)": { world in
            try validBetween(world.bed(), .cpuAccess, not: .syncAccess)
            try unended(world.bed(), .cpuAccess)
        },
        "validBetween(syncAccess)": { world in
            try validBetween(world.bed(), .syncAccess, not: .cpuAccess)
            try unended(world.bed(), .syncAccess)
        },
        "validBetween(kmap)": { world in
            let bed = try world.bed()
            try bed.prepare(for: .kmap)
            try bed.hold(.kmap)
            try require(try bed.write(0x5A, .kmap) && bed.read(.kmap) == 0x5A, "no access through a mapping")
            try bed.release(.kmap)
            try bed.requireClean()
            _ = try bed.read(.kmap)
            try bed.requireReport(.accessedOutside, Bed.Resource.kmap)
        },
        "outcomeOutside(cpuAccess)": { world in
            for direction in [Direction.toDevice, .fromDevice] {
                for bracket in [Bed.Resource.cpuAccess, .syncAccess] {
                    let bed = try world.bed()
                    try bed.hold(bracket, direction: direction)
                    if direction.reachesDevice { _ = try bed.read(bracket) } else { try bed.write(1, bracket) }
                    try bed.requireReport(.wrongDirection, bracket)
                    try bed.release(bracket, direction: direction)
                }
            }
        },
        "ends(cpuAccess)": { world in
            let bed = try world.bed()
            try bed.hold(.cpuAccess)
            try bed.release(.cpuAccess)
            _ = try bed.read(.cpuAccess)
            try bed.requireReport(.accessedOutside, Bed.Resource.cpuAccess)
            for mapping in [Bed.Resource.atomicKmap, .vmapping] {
                try bed.hold(.cpuAccess)
                try bed.hold(mapping)
                try bed.release(.cpuAccess)
                bed.ignore(.leaked)
                _ = try bed.read(mapping)
                try bed.requireReport(.accessedOutside, Bed.Resource.cpuAccess)
                try bed.release(mapping)
            }
            for _ in 1...2 { try bed.hold(.cpuAccess) }
            try bed.release(.cpuAccess)
            _ = try bed.read(.cpuAccess)
            try bed.requireClean()
            for _ in 1...2 { try bed.release(.cpuAccess) }
            try bed.requireReport(.unbalanced, Bed.Resource.cpuAccess)
        },
        "order(beginCPUAccess)": { world in
            let bed = try world.bed()
            try bed.hold(.kmap)
            try bed.requireReport(.undefinedBehaviour, Bed.Resource.kmap)
        },
        "usableThrough(syncAccess)": { world in
            for direction in Direction.allCases { try coherent(world.bed(), .syncAccess, direction) }
        },
        "sequence(syncAccess)": { try cycles($0) },
        "sequence(userMapping)": { try cycles($0) },
        "sequence(cpuAccess)": { try accesses($0) },
        "sequence(kmap)": { try accesses($0) },
        "repeatable(syncAccess)": { world in
            let bed = try world.bed()
            for _ in 1...32 {
                for direction in Direction.allCases {
                    try require(try bed.hold(.syncAccess, direction: direction).succeeded, "SYNC_START fails")
                    try require(try bed.release(.syncAccess, direction: direction).succeeded, "SYNC_END fails")
                }
            }
        },
        "pairs(cpuAccess)": { world in
            try leaks(world, .cpuAccess, .beginCPUAccess)
            let bed = try world.bed()
            try bed.hold(.cpuAccess, direction: .fromDevice)
            bed.finish()
            try bed.requireReport(.leaked, Bed.Resource.cpuAccess)
            let other = try world.bed()
            try other.holdOnce(.cpuAccess, in: .second)
            try other.hold(.cpuAccess)
            other.finish()
            try other.requireReport(.leaked, Bed.Resource.cpuAccess)
            other.ignore(.leaked)
        },
        "pairs(syncAccess)": { try leaks($0, .syncAccess, .syncStart) },
    ]

    private static func coherent(_ bed: Bed, _ bracket: Bed.Resource, _ direction: Direction) throws {
        _ = try bed.bytes(bracket)
        bed.ignore(.accessedOutside)
        try bed.startDeviceFill(0xA5)
        try bed.startDeviceRead(at: 0)
        try require(try bed.hold(bracket, direction: direction).succeeded, "begin fails")
        if direction.reachesCPU { try require(try bed.bytes(bracket) == [0xA5], "stale for \(direction)") }
        if direction.reachesDevice { try bed.fill(0x5A, bracket) }
        try require(try bed.release(bracket, direction: direction).succeeded, "end fails")
        try require(try bed.finishDeviceRead() == 0xA5, "a device was not waited for")
        try require(try bed.deviceBytes() == [direction.reachesDevice ? 0x5A : 0xA5], "not what is left")
    }

    /// An access that begins and ends beside another, and meanwhile others begin and end.
    private static func overlapping(_ bed: Bed, _ direction: Direction, beside way: Direction) throws {
        try bed.hold(.cpuAccess, direction: way)
        _ = try bed.bytes(.cpuAccess)
        try bed.startDeviceFill(0xA5)
        try bed.hold(.cpuAccess, direction: direction, in: .second)
        try bed.hold(.cpuAccess, direction: .toDevice, in: .third)
        try bed.release(.cpuAccess, direction: .toDevice, in: .third)
        let seen = try bed.reuse(.cpuAccess, direction, in: .second, writing: 0x11)
        try require(seen == (direction.reachesCPU ? [0xA5] : []), "stale")
        for other in [Direction.fromDevice, .toDevice] {
            try bed.hold(.cpuAccess, direction: other, in: .third)
            try bed.release(.cpuAccess, direction: other, in: .third)
        }
        if direction == .bidirectional { try require(try bed.bytes(.cpuAccess, in: .second) == [0x11], "lost") }
        try bed.hold(.cpuAccess, direction: .toDevice, in: .third)
        if direction.reachesDevice { try bed.fill(0x5A, .cpuAccess, in: .second) }
        try bed.release(.cpuAccess, direction: direction, in: .second)
        try require(try bed.deviceBytes() == [direction.reachesDevice ? 0x5A : 0xA5], "not written back")
        try bed.release(.cpuAccess, direction: .toDevice, in: .third)
        try bed.release(.cpuAccess, direction: way)
    }

    private static func validBetween(_ bed: Bed, _ bracket: Bed.Resource, not other: Bed.Resource) throws {
        try bed.hold(bracket)
        try bed.write(0x5A, bracket)
        try require(try bed.read(bracket) == 0x5A, "no access inside")
        try bed.release(bracket)
        try bed.requireClean()
        try bed.hold(other)
        try bed.hold(bracket, in: .second)
        _ = try bed.read(bracket)
        try bed.requireReport(.accessedOutside, bracket)
        try bed.release(bracket, in: .second)
        try bed.release(other)
        try bed.write(0x11, bracket)
        try bed.requireReport(.accessedOutside, bracket)
        _ = try bed.read(bracket, in: .third)
        try bed.requireReport(.accessedOutside, bracket)
    }

    /// Written in an access that is never ended.
    private static func unended(_ bed: Bed, _ bracket: Bed.Resource) throws {
        try bed.hold(bracket)
        try bed.write(0x5A, bracket)
        try require(try bed.deviceRead(at: 0) != 0x5A, "written back without an end")
        bed.finish()
        try bed.requireReport(.leaked, bracket)
    }

    private static func cycles(_ world: World) throws {
        let bed = try world.bed()
        try bed.hold(.userMapping)
        for _ in 1...3 {
            try bed.deviceWrite(0xA5, at: 0)
            try bed.hold(.syncAccess)
            try require(try bed.read(.syncAccess) == 0xA5, "stale")
            try bed.write(0x5A, .syncAccess)
            try bed.release(.syncAccess)
            try require(try bed.deviceRead(at: 0) == 0x5A, "not written back")
        }
        try bed.release(.userMapping)
        try require(try bed.bytes(.userMapping) == [nil], "still mapped")
        bed.ignore(.accessedOutside)
    }

    /// Whole accesses by the kernel, one after the other.
    private static func accesses(_ world: World) throws {
        let bed = try world.bed()
        for _ in 1...3 {
            try bed.deviceWrite(0xA5, at: 0)
            try require(try bed.hold(.cpuAccess).succeeded, "begin fails")
            try require(try bed.hold(.kmap).succeeded, "kmap fails")
            try require(try bed.read(.kmap) == 0xA5, "stale")
            try bed.write(0x5A, .kmap)
            try bed.release(.kmap)
            try bed.release(.cpuAccess)
            try require(try bed.deviceRead(at: 0) == 0x5A, "not written back")
        }
    }

    static func leaks(_ world: World, _ resource: Bed.Resource, _ api: Bed.API) throws {
        let tidy = try world.bed()
        try tidy.prepare(for: api)
        try tidy.hold(resource)
        try require(try tidy.release(resource).succeeded, "no release")
        tidy.finish()
        try tidy.requireClean()

        let bed = try world.bed()
        try bed.prepare(for: api)
        try bed.hold(resource)
        bed.finish()
        try bed.requireReport(.leaked, resource)
        // What it keeps pinned leaks with it.
        bed.ignore(.leaked)
    }
}
