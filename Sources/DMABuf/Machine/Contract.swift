/// Which of the two published contracts the reference keeps.
public enum Contract: String, Sendable, CaseIterable {
    /// The documentation of Linux 4.10: mappings in userspace are incoherent, `dma_buf_end_cpu_access` can fail.
    case current
    /// The documentation before: mappings in userspace are coherent (or fake it), `dma_buf_end_cpu_access` returns
    /// nothing.
    case before
}
