extension Edit {
    /// A word or two that make a sentence say more, less or something else, where its other words stay: none keeps its test.
    static let ofScope: [Edit] = [
        .init(
            "an or for an and", in: "cpu-access.md", "bracket each access with dma_buf_begin_cpu_access() and",
            becomes: "bracket each access with dma_buf_begin_cpu_access() or", clause: "_begin_cpu_access() or",
            .untested),
        .init(
            "which accesses", in: "cpu-access.md", "An importer must bracket each access",
            becomes: "An importer must bracket each write access", clause: "each write access", .untested),
        .init(
            "whose freedom", in: "cpu-access.md", "at once in one process context.",
            becomes: "at once in one process context, unless it is in an interrupt.", clause: "unless it is in",
            .untested),
        .init(
            "how often", in: "attachments.md", "must call dma_buf_attach() before",
            becomes: "must call dma_buf_attach() twice before", clause: "attach() twice", .untested),
        .init(
            "how near", in: "attachments.md", "must call dma_buf_attach() before dma_buf_map_attachment()",
            becomes: "must call dma_buf_attach() right before each dma_buf_map_attachment()",
            clause: "right before each",
            .untested),
        .init(
            "with which direction", in: "attachments.md", "must be unmapped by using",
            becomes: "must be unmapped with the same direction by using", clause: "same direction", .untested),
        .init(
            "the first for the last", in: "cpu-access.md",
            "It unmaps the buffer only once, at the last dma_buf_vunmap().",
            becomes: "It unmaps the buffer when its first user is gone.", clause: "first user", .untested),
        .init(
            "one case for two", in: "cpu-access.md", "vmap support in the exporter, or when vmalloc",
            becomes: "vmap support in the exporter and vmalloc", clause: "exporter and vmalloc", .untested),
        .init(
            "coherent with what", in: "dma-buf.h", "guaranteed to be coherent with devices",
            becomes: "guaranteed to be coherent with other CPUs", clause: "other CPUs", .untested),
        .init(
            "which of several ends", in: "dma-buf.h", "This ends the access started with",
            becomes: "This ends the last but one access started with", clause: "last but one", .untested),
        .init(
            "the same in other words", in: "cpu-access.md",
            "Userspace always has to use SYNC_START and SYNC_END before and after it\naccesses the mapped address.",
            becomes: "SYNC_START must be issued before the mapped address is accessed, and SYNC_END afterwards.",
            clause: "SYNC_START must be issued", .holds),
    ]
}
