import ClauseTesting

@testable import DMABufTestbed

/// Phrases of the domain.
extension Scenarios {
    static let steps: [String: Scenario] = [
        "domainStep(storagePinned)": { world in
            for action in [Bed.Action.pressDuringAccess, .pressDuringDeviceAccess] {
                try sees(world, .pinning, action, .storagePinned)
            }
        },
        "domainStep(storageResident)": { world in
            for variant in [Bed.Variant.plain, .pinning, .shmem] {
                try sees(world, variant, .beginAfterPressure, .storageResident)
            }
        },
        "domainStep(cachesFlushed)": { world in
            let bed = try sees(world, .pinning, .endKernelAccess, .cachesFlushed)
            try require(try bed.observe(.nothingPinned), "still pinned")
            try sees(world, .keeping, .endKernelAccess, .storagePinned)
        },
        "domainStep(nothingPinned)": { try sees($0, .shmem, .beginUserAccess, .nothingPinned) },
        "domainStep(pinningAccepted)": { world in
            let bed = try world.bed(.pinning)
            try require(try bed.perform(.beginUserAccess).succeeded, "no access\n\(bed.trace)")
            try require(try !bed.observe(.pinningAccepted), "nobody reports it\n\(bed.trace)")
        },
        "domainStep(allPTEsZapped)": { world in
            let bed = try sees(world, .zapping, .zapAllPTEs, .allPTEsZapped)
            try require(try bed.observe(.othersUntouched), "others are hit")
        },
        "domainStep(onlyRangeZapped)": { world in
            try sees(world, .zapping, .zapRange, .onlyRangeZapped)
            try sees(world, .shmem, .unmapMappingRange, .onlyRangeZapped)
        },
        "domainStep(nextAccessFresh)": { world in
            let bed = try sees(world, .zapping, .leaveCPUDomain, .nextAccessFresh)
            try require(try bed.perform(.zapAllPTEs).succeeded && bed.observe(.allPTEsZapped), "ptes are left")
        },
        "domainStep(sharedAddressSpace)": { world in
            try sees(world, .plain, .mapBuffers, .sharedAddressSpace)
            let bed = try sees(world, .plain, .unmapSharedRange, .sharedZapReported)
            try require(try !bed.observe(.othersUntouched), "others are spared")
        },
        "domainStep(ownFile)": { try sees($0, .zapping, .mapBuffers, .ownFile) },
        "domainStep(offsetZero)": { world in
            let bed = try sees(world, .shmem, .mapBuffers, .offsetZero)
            try require(try bed.observe(.ownFile), "not its own file")
        },
        "domainStep(waitedForDevice)": { world in
            let bed = try world.bed(.zapping)
            try require(try bed.perform(.faultDuringDeviceWork).succeeded, "fails")
            try require(try !bed.observe(.waitedForDevice), "a fault waited")
        },
        "domainStep(storageAlive)": { world in
            for variant in [Bed.Variant.zapping, .shmem] {
                try sees(world, variant, .releaseWhileMapped, .storageAlive)
            }
        },
        "domainStep(storageInHighmem)": { try sees($0, .plain, .beginKernelAccess, .storageInHighmem) },
    ]

    @discardableResult
    private static func sees(
        _ world: World, _ variant: Bed.Variant, _ action: Bed.Action, _ observation: Bed.Observation
    ) throws -> Bed {
        let bed = try world.bed(variant)
        try require(try bed.perform(action).succeeded, "\(action) fails\n\(bed.trace)")
        try require(try bed.observe(observation), "not \(observation)\n\(bed.trace)")
        return bed
    }
}
