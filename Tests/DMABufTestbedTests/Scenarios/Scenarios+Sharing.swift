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
        },
        "callbackPresence(attach)": { world in
            let bed = try world.bed(without: [.attach])
            try require(bed.setUp.succeeded, "refused")
            try require(try bed.hold(.attachment).succeeded, "not attached")
            try bed.release(.attachment)
        },
        "callbackPresence(detach)": { world in
            let bed = try world.bed(without: [.detach])
            try require(bed.setUp.succeeded, "refused")
            try bed.hold(.attachment)
            try bed.release(.attachment)
        },
        "callbackPresence(mapDMABuf)": { try refused($0, without: .mapDMABuf) },
        "callbackPresence(unmapDMABuf)": { try refused($0, without: .unmapDMABuf) },
        "callbackPresence(release)": { try refused($0, without: .release) },
        "returns(attach)": { world in
            let bed = try world.bed()
            for error in Errno.samples {
                try bed.make(.attach, return: error, times: 1)
                try require(try bed.hold(.attachment).error == error, "not \(error)")
            }
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
            }
        },
        "canFail(mapDMABuf)": { world in
            let bed = try world.bed()
            try bed.prepare(for: .mapAttachment)
            try bed.make(.mapDMABuf, return: .EINTR, times: 1)
            try require(try bed.hold(.dmaMapping).error == .EINTR, "not -EINTR")
            try bed.exhaust(.memory, true)
            try require(try bed.hold(.dmaMapping).error == .ENOMEM, "mapped without storage")
            try bed.exhaust(.memory, false)
        },
        "sleeping(mapDMABuf)": { world in
            let bed = try world.bed()
            try bed.prepare(for: .mapAttachment)
            try bed.make(.mapDMABuf, sleep: true)
            try bed.hold(.dmaMapping)
            try bed.release(.dmaMapping)
        },
        "pairs(attachment)": { try leaks($0, .attachment, .attach) },
        "pairs(dmaMapping)": { try leaks($0, .dmaMapping, .mapAttachment) },
        "pairs(reference)": { try leaks($0, .reference, .get) },
        "order(attach)": { world in
            let bed = try world.bed()
            try require(try !bed.hold(.dmaMapping).succeeded, "mapped for a device that is not attached")
            try bed.requireReport(.bug, Bed.Resource.attachment)
        },
        "referenceCounted(reference)": { world in
            let bed = try world.bed()
            for _ in 1...12 { try bed.hold(.reference) }
            for _ in 1...12 { try bed.release(.reference) }
            try require(bed.calls(to: .release).isEmpty, "released early")
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
        for _ in 1...2 { try bed.hold(resource) }
        for _ in 1...2 { try bed.release(resource) }
        try require(
            bed.calls(to: callback).dropFirst(before).map(\.from) == [from, from], "not called once each\n\(bed.trace)")
    }

    private static func refused(_ world: World, without callback: Bed.Callback) throws {
        try require(try !world.bed(without: [callback]).setUp.succeeded, "exported")
    }
}
