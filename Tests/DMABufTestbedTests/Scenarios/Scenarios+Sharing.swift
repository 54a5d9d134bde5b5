import ClauseTesting

@testable import DMABufTestbed

/// Descriptors, references, and devices that are attached and mapped.
extension Scenarios {
    static let sharing: [String: Scenario] = [
        "calledFrom(attach)": { try called($0, .attach, .attachment, .attach, from: .attach) },
        "calledFrom(detach)": { try called($0, .detach, .attachment, .attach, from: .detach) },
        "calledFrom(mapDMABuf)": { try called($0, .mapDMABuf, .dmaMapping, .mapAttachment, from: .mapAttachment) },
        "calledFrom(unmapDMABuf)": {
            try called($0, .unmapDMABuf, .dmaMapping, .mapAttachment, from: .unmapAttachment)
        },
        "calledFrom(release)": { world in
            let bed = try world.bed()
            try bed.hold(.reference)
            try bed.release(.reference)
            try require(bed.calls(to: .release).isEmpty, "released while a reference is left")
            try bed.release(.reference)
            try require(bed.calls(to: .release).map(\.from) == [.put], "not called once")
            let attached = try world.bed()
            try attached.hold(.attachment)
            try attached.make(.attach, return: .EIO, times: 1)
            try attached.hold(.attachment)
            try attached.release(.reference)
            try require(attached.calls(to: .release).count == 1, "not called while a device is attached")
            attached.ignore(.leaked)
            let mapped = try world.bed()
            try mapped.hold(.vmapping)
            try mapped.release(.reference)
            try require(mapped.calls(to: .release).count == 1, "not called while it is mapped")
            mapped.ignoreAll()
        },
        "callbackPresence(attach)": { world in
            let bed = try world.bed(without: [.attach])
            try require(bed.setUp.succeeded, "refused")
            for context in ProcessContext.allCases {
                try require(try bed.hold(.attachment, in: context).succeeded, "not attached")
            }
            for context in ProcessContext.allCases { try bed.release(.attachment, in: context) }
            try require(try world.bed(.minimal).setUp.succeeded, "refused without any that is optional")
        },
        "callbackPresence(detach)": { world in
            let bed = try world.bed(without: [.detach])
            try require(bed.setUp.succeeded, "refused")
            try bed.hold(.attachment)
            try bed.release(.attachment)
        },
        "callbackPresence(mapDMABuf)": { try refused($0, without: [.mapDMABuf], [.mapDMABuf, .unmapDMABuf]) },
        "callbackPresence(unmapDMABuf)": { try refused($0, without: [.unmapDMABuf]) },
        "callbackPresence(release)": { try refused($0, without: [.release], [.release, .attach]) },
        "returns(attach)": { world in
            let bed = try world.bed()
            try bed.hold(.attachment, in: .second)
            for error in Errno.samples {
                try bed.make(.attach, return: error, times: 1)
                try require(try bed.hold(.attachment).error == error, "not \(error)")
            }
            try bed.release(.attachment, in: .second)
            let positive = try world.bed()
            try positive.make(.attach, return: 1, times: 1)
            try require(try positive.hold(.attachment).status != 0, "taken for success")
            try positive.requireReport(.invalidReturn, Bed.Callback.attach)
        },
        "returns(mapDMABuf)": { world in
            let bed = try world.bed()
            try bed.prepare(for: .mapAttachment)
            for error in Errno.samples {
                try bed.make(.mapDMABuf, return: error, times: 1)
                try require(try bed.hold(.dmaMapping).error == error, "not \(error)")
                try require(try bed.hold(.dmaMapping).succeeded, "no success afterwards")
                try bed.release(.dmaMapping)
            }
        },
        "canFail(mapDMABuf)": { world in
            let bed = try world.bed()
            try bed.prepare(for: .mapAttachment)
            try bed.make(.mapDMABuf, return: .EINTR, times: 1)
            try require(try bed.hold(.dmaMapping).error == .EINTR, "not -EINTR")
            try bed.exhaust(.memory, true)
            for _ in 1...2 { try require(try bed.hold(.dmaMapping).error == .ENOMEM, "mapped without storage") }
            try bed.exhaust(.memory, false)
        },
        "sleeping(mapDMABuf)": { world in
            let bed = try world.bed()
            try bed.prepare(for: .mapAttachment)
            try bed.make(.mapDMABuf, sleep: true)
            try bed.hold(.dmaMapping)
            try bed.release(.dmaMapping)
        },
        "pairs(attachment)": { try leaksBesideOthers($0, .attachment, .attach) },
        "pairs(dmaMapping)": { try leaksBesideOthers($0, .dmaMapping, .mapAttachment) },
        "pairs(reference)": { try leaksBesideOthers($0, .reference, .get) },
        "order(attach)": { world in
            let bed = try world.bed()
            try bed.hold(.attachment, in: .second)
            try require(try !bed.hold(.dmaMapping).succeeded, "mapped for a device, where another one is attached")
            try bed.requireReport(.bug, Bed.Resource.attachment)
            try bed.release(.attachment, in: .second)
            try require(try !bed.hold(.dmaMapping).succeeded, "mapped for a device that is not attached")
            try bed.requireReport(.bug, Bed.Resource.attachment)
            try bed.holdOnce(.attachment)
            try require(try !bed.hold(.dmaMapping).succeeded, "mapped for a device that was detached")
            try bed.requireReport(.bug, Bed.Resource.attachment)
            try bed.hold(.attachment, in: .second)
            try bed.holdOnce(.attachment, in: .third)
            try require(
                try !bed.hold(.dmaMapping, in: .third).succeeded, "mapped by another's attachment of the device")
            try bed.requireReport(.bug, Bed.Resource.attachment)
            try bed.release(.attachment, in: .second)
            for _ in 1...2 { try bed.hold(.attachment) }
            try bed.release(.attachment)
            try require(try bed.holdOnce(.dmaMapping).succeeded, "one of two attachments took the other with it")
            try bed.release(.attachment)
        },
        "referenceCounted(reference)": { world in
            let bed = try world.bed()
            try bed.hold(.attachment)
            for _ in 1...12 { try bed.hold(.reference) }
            for _ in 1...12 { try bed.release(.reference) }
            try require(bed.calls(to: .release).isEmpty, "released early")
            try bed.release(.attachment)
            try bed.release(.reference)
            try require(bed.calls(to: .release).count == 1, "not released once")
        },
        "prototype(fd)": { try declared($0, "dma_buf_fd", "int (struct dma_buf *, int)") },
        "prototype(get)": { try declared($0, "dma_buf_get", "struct dma_buf *(int)") },
        "prototype(put)": { try declared($0, "dma_buf_put", "void (struct dma_buf *)") },
        "prototype(attach)": {
            try declared($0, "dma_buf_attach", "struct dma_buf_attachment *(struct dma_buf *, struct device *)")
        },
        "prototype(detach)": {
            try declared($0, "dma_buf_detach", "void (struct dma_buf *, struct dma_buf_attachment *)")
        },
        "prototype(mapAttachment)": {
            try declared(
                $0, "dma_buf_map_attachment",
                "struct sg_table *(struct dma_buf_attachment *, enum dma_data_direction)")
        },
        "prototype(unmapAttachment)": {
            try declared(
                $0, "dma_buf_unmap_attachment",
                "void (struct dma_buf_attachment *, struct sg_table *, enum dma_data_direction)")
        },
    ]

    /// What acquires and releases reaches its callback once each.
    private static func called(
        _ world: World, _ callback: Bed.Callback, _ resource: Bed.Resource, _ api: Bed.API, from: Bed.API
    ) throws {
        let bed = try world.bed()
        try bed.prepare(for: api)
        let before = bed.calls(to: callback).count
        // Whoever came first goes first.
        for context in [ProcessContext.first, .second] { try bed.hold(resource, direction: .toDevice, in: context) }
        for context in [ProcessContext.first, .second] { try bed.release(resource, direction: .toDevice, in: context) }
        let calls = bed.calls(to: callback).dropFirst(before)
        try require(calls.map(\.from) == [from, from], "not called once each\n\(bed.trace)")
        try require(Set(calls.map(\.direction)).count == 1, "called with different directions")
    }

    private static func leaksBesideOthers(_ world: World, _ resource: Bed.Resource, _ api: Bed.API) throws {
        try leaks(world, resource, api)
        let tidy = try world.bed()
        try tidy.prepare(for: api)
        for context in [ProcessContext.first, .second] { try tidy.hold(resource, in: context) }
        for context in [ProcessContext.first, .second] { try tidy.release(resource, in: context) }
        tidy.finish()
        try tidy.requireClean()

        let bed = try world.bed()
        try bed.hold([.reference, .attachment, .dmaMapping])
        bed.finish()
        try bed.requireReport(.leaked, resource)
        bed.ignore(.leaked)
    }

    private static func refused(_ world: World, without callbacks: Set<Bed.Callback>...) throws {
        for callbacks in callbacks { try require(try !world.bed(without: callbacks).setUp.succeeded, "exported") }
    }
}
