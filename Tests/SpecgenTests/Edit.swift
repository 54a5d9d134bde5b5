/// An edit of the documentation in Spec/dma-buf, and what must come of it.
struct Edit: Sendable, CustomStringConvertible {
    enum Outcome: Sendable {
        /// The changed words make another test, and it fails on the reference, which keeps the old words.
        case fails
        /// The changed words leave nothing that a test could see.
        case untested
        /// The changed words say the same, and have a test that passes.
        case holds
    }

    /// What kind of word was changed.
    var what: String
    var file: String
    /// Stands in the file once.
    var old: String
    var new: String
    /// Words of the clause that it makes, and the member that the clause is about.
    var clause: String
    var member: String?
    var outcome: Outcome

    init(
        _ what: String, in file: String, _ old: String, becomes new: String, clause: String, of member: String? = nil,
        _ outcome: Outcome
    ) {
        self.what = what
        self.file = file
        self.old = old
        self.new = new
        self.clause = clause
        self.member = member
        self.outcome = outcome
    }

    var description: String { "\(what): \(clause)" }

    static let all: [Edit] = [
        .init(
            "a number with a unit", in: "cpu-access.md", "is aligned to PAGE_SIZE and is one page long",
            becomes: "is aligned, in chunks of 64 bytes", clause: "chunks of 64 bytes", .fails),
        .init(
            "how often", in: "cpu-access.md", "It unmaps the buffer only once",
            becomes: "It unmaps the buffer only twice",
            clause: "only twice", .fails),
        .init(
            "an unlimited supply", in: "cpu-access.md", "The number of kmap_atomic slots is limited.",
            becomes: "The number of kmap_atomic slots is unlimited.", clause: "is unlimited", .fails),
        .init(
            "a freedom made a prohibition", in: "cpu-access.md", "The cycle can be repeated any number of times",
            becomes: "The cycle must not be repeated", clause: "must not be repeated", .fails),
        .init(
            "the two ends of a bracket, the wrong way round", in: "cpu-access.md",
            "has to use SYNC_START and SYNC_END before and after it",
            becomes: "has to use SYNC_END and SYNC_START before and after it",
            clause: "SYNC_END and SYNC_START before", .fails),
        .init(
            "the opposite of an adjective", in: "dma-buf.h", "is guaranteed to be coherent with devices",
            becomes: "is guaranteed to be incoherent with devices", clause: "incoherent with devices", .fails),
        .init(
            "a number", in: "cpu-access.md", "hold more than 2 atomic kmaps",
            becomes: "hold more than 1 atomic kmaps",
            clause: "hold more than 1 atomic", .fails),
        .init(
            "a number", in: "cpu-access.md", "hold more than 2 atomic kmaps",
            becomes: "hold more than 3 atomic kmaps",
            clause: "hold more than 3 atomic", .fails),
        .init(
            "a modal verb", in: "cpu-access.md", "An importer must not hold more than 2 atomic kmaps",
            becomes: "An importer may hold more than 2 atomic kmaps",
            clause: "may hold more than 2", .fails),
        .init(
            "an error code that never reaches userspace", in: "cpu-access.md", "with -EAGAIN or -EINTR, and then",
            becomes: "with -EAGAIN or -ERESTARTSYS, and then",
            clause: "-EAGAIN or -ERESTARTSYS", .fails),
        .init(
            "an error code that a callback is free to choose", in: "cpu-access.md", "with -EAGAIN or -EINTR, and then",
            becomes: "with -ENOTTY or -EINTR, and then",
            clause: "-ENOTTY or -EINTR", .untested),
        .init(
            "an earlier time", in: "cpu-access.md", "Once the access was announced,",
            becomes: "Even before the access was announced,", clause: "Even before the access", .fails),
        .init(
            "an error code that needs no restart", in: "cpu-access.md", "with -EAGAIN or -EINTR, and then",
            becomes: "with -EAGAIN or -EBUSY, and then",
            clause: "userspace must restart it", .fails),
        .init(
            "a duty made a freedom", in: "cpu-access.md", "userspace must restart it",
            becomes: "userspace need not restart it",
            clause: "need not restart it", .fails),
        .init(
            "a duty made a prohibition", in: "cpu-access.md", "userspace must restart it",
            becomes: "userspace must not restart it",
            clause: "must not restart it", .fails),
        .init(
            "another lock", in: "cpu-access.md", "are protected by dma_buf->lock",
            becomes: "are protected by dma_buf->resv",
            clause: "protected by dma_buf->resv", .fails),
        .init(
            "a not", in: "cpu-access.md", "are protected by dma_buf->lock",
            becomes: "are not protected by dma_buf->lock",
            clause: "not protected by dma_buf->lock", .fails),
        .init(
            "an order", in: "cpu-access.md", "before dma_buf_kmap().",
            becomes: "after dma_buf_kmap().",
            clause: "dma_buf_begin_cpu_access() after dma_buf_kmap()", .fails),
        .init(
            "a duty made a freedom", in: "cpu-access.md", "Each chunk must be unmapped again.",
            becomes: "A chunk need not be unmapped again.",
            clause: "need not be unmapped", .fails),
        .init(
            "a promise made a possibility", in: "cpu-access.md", "kmap_atomic() must always succeed",
            becomes: "kmap_atomic() can fail",
            clause: "dma_buf_kmap_atomic() can fail", .untested),
        .init(
            "a prohibition made a freedom", in: "cpu-access.md", "Userspace must not rely on coherent access",
            becomes: "Userspace may rely on coherent access",
            clause: "may rely on coherent", .fails),
        .init(
            "the count is gone", in: "cpu-access.md", "only when no vmapping",
            becomes: "also when a vmapping",
            clause: "also when a vmapping", .fails),
        .init(
            "a not", in: "cpu-access.md", "A chunk can be\nmapped and unmapped as often",
            becomes: "A chunk cannot be\nmapped and unmapped as often",
            clause: "cannot be mapped", .fails),
        .init(
            "a prototype", in: "cpu-access.md", "unsigned long page);\nvoid dma_buf_kunmap(",
            becomes: "unsigned int page);\nvoid dma_buf_kunmap(",
            clause: "unsigned int page", .fails),
        .init(
            "a prototype", in: "cpu-access.md", "void *dma_buf_vmap(struct dma_buf *dmabuf);",
            becomes: "int dma_buf_vmap(struct dma_buf *dmabuf);",
            clause: "int dma_buf_vmap", .fails),
        .init(
            "a never", in: "cpu-access.md", "The SYNC_START and SYNC_END markers are forwarded",
            becomes: "The SYNC_START and SYNC_END markers are never forwarded",
            clause: "never forwarded", .fails),
        .init(
            "a prohibition made a freedom", in: "cpu-access.md",
            "Neither the importer nor the exporter (in its callback) may block",
            becomes: "The importer and the exporter (in its callback) may block",
            clause: "may block between", .fails),
        .init(
            "a prohibition made a freedom", in: "dma-buf.h", "unmap it. This callback must not sleep.",
            becomes: "unmap it. This callback may sleep.",
            clause: "This callback may sleep.", of: "kmap_atomic", .fails),
        .init(
            "a freedom made a prohibition", in: "dma-buf.h", "This callback\n *   may sleep.",
            becomes: "This callback\n *   must not sleep.",
            clause: "This callback must not sleep.", of: "kmap", .fails),
        .init(
            "optional to mandatory", in: "dma-buf.h", "bogus data.\n\t *\n\t * This callback is optional.",
            becomes: "bogus data.\n\t *\n\t * This callback is mandatory.",
            clause: "This callback is mandatory.", of: "begin_cpu_access", .fails),
        .init(
            "optional to mandatory", in: "dma-buf.h", "repeat that check.\n\t *\n\t * This callback is optional.",
            becomes: "repeat that check.\n\t *\n\t * This callback is mandatory.",
            clause: "This callback is mandatory.", of: "mmap", .fails),
        .init(
            "an interface", in: "dma-buf.h", "This is called from dma_buf_begin_cpu_access().",
            becomes: "This is called from dma_buf_end_cpu_access().",
            clause: "called from dma_buf_end_cpu_access()", of: "begin_cpu_access", .fails),
        .init(
            "an interface", in: "dma-buf.h", "This callback is called by dma_buf_mmap().",
            becomes: "This callback is called by dma_buf_vmap().",
            clause: "called by dma_buf_vmap()", .fails),
        .init(
            "incoherent to coherent", in: "dma-buf.h", "The mapping has to be\n\t * incoherent.",
            becomes: "The mapping has to be\n\t * coherent.",
            clause: "has to be coherent", .fails),
        .init(
            "rejects to accepts", in: "dma-buf.h", "the core rejects every",
            becomes: "the core accepts every",
            clause: "accepts every vma", .fails),
        .init(
            "large to small", in: "dma-buf.h", "vma that is too large",
            becomes: "vma that is too small",
            clause: "too small", .fails),
        .init(
            "a freedom made a duty", in: "dma-buf.h", "The exporter does not need to repeat that check.",
            becomes: "The exporter needs to repeat that check.",
            clause: "needs to repeat that check", .fails),
        .init(
            "optional to mandatory", in: "dma-buf.h", "@kunmap: [optional] unmaps",
            becomes: "@kunmap: [mandatory] unmaps",
            clause: "[mandatory]", of: "kunmap", .fails),
        .init(
            "optional to mandatory", in: "dma-buf.h", "@vmap: [optional] creates",
            becomes: "@vmap: [mandatory] creates",
            clause: "[mandatory]", of: "vmap", .fails),
        .init(
            "the promise is not a rule any more", in: "dma-buf.h", "dma_buf_kmap() after end_cpu_access is undefined",
            becomes: "dma_buf_kmap() after end_cpu_access is well defined",
            clause: "well defined", .untested),
        .init(
            "undefined made forbidden", in: "dma-buf.h",
            "An access in a different direction may see stale or\n\t * bogus data.",
            becomes: "An access in a different direction must not see stale or\n\t * bogus data.",
            clause: "must not see stale", .fails),
        .init(
            "a bound on how often", in: "cpu-access.md", "The cycle can be repeated any number of times",
            becomes: "The cycle can be repeated at most 3 times", clause: "at most 3 times", .fails),
        .init(
            "first for last", in: "cpu-access.md", "only once, at the last dma_buf_vunmap()",
            becomes: "only once, at the first dma_buf_vunmap()", clause: "at the first", .fails),
        .init(
            "a number of units", in: "cpu-access.md", "is aligned to PAGE_SIZE and is one page long",
            becomes: "is aligned to PAGE_SIZE and is two pages long", clause: "two pages long", .fails),
        .init(
            "a no before a noun", in: "cpu-access.md", "returns a pointer into",
            becomes: "returns no pointer into", clause: "returns no pointer", .fails),
        .init(
            "a duty made a prohibition", in: "cpu-access.md", "A chunk has to be mapped before it is accessed.",
            becomes: "A chunk must not be mapped before it is accessed.", clause: "must not be mapped", .fails),
        .init(
            "another interface", in: "cpu-access.md", "equivalent to calling dma_buf_mmap()",
            becomes: "equivalent to calling dma_buf_vmap()", clause: "equivalent to calling dma_buf_vmap()", .fails),
        .init(
            "another callback", in: "cpu-access.md", "all preparations that can fail in begin_cpu_access",
            becomes: "all preparations that can fail in end_cpu_access", clause: "fail in end_cpu_access", .fails),
        .init(
            "a duty made a freedom", in: "cpu-access.md", "must let userspace control O_CLOEXEC",
            becomes: "need not let userspace control O_CLOEXEC", clause: "need not let", .untested),
        .init(
            "before for after", in: "dma-buf.h", "dma_buf_kmap() after end_cpu_access is undefined",
            becomes: "dma_buf_kmap() before end_cpu_access is undefined", clause: "before end_cpu_access", .fails),
        .init(
            "another party", in: "dma-buf.h", "the core rejects every",
            becomes: "the exporter rejects every", clause: "the exporter rejects", .fails),
        .init(
            "every to no", in: "dma-buf.h", "the core rejects every",
            becomes: "the core rejects no", clause: "the core rejects no", .fails),
        .init(
            "a never", in: "cpu-access.md", "Userspace calls mmap on",
            becomes: "Userspace never calls mmap on", clause: "never calls mmap", .fails),
        .init(
            "another party", in: "cpu-access.md", "The exporter has to finish",
            becomes: "The importer has to finish", clause: "The importer has to finish", .untested),
        .init(
            "optional to required", in: "dma-buf.h", "@vunmap: [optional]", becomes: "@vunmap: [required]",
            clause: "[required]", of: "vunmap", .fails),
        .init(
            "a number of units", in: "dma-buf.h", "@kmap: maps one page", becomes: "@kmap: maps two pages",
            clause: "maps two pages", .fails),
        .init(
            "a number in words", in: "cpu-access.md", "hold more than 2 atomic kmaps",
            becomes: "hold more than two hundred atomic kmaps", clause: "two hundred", .untested),
        .init(
            "a most made a least", in: "cpu-access.md", "An importer must not hold more than 2 atomic kmaps",
            becomes: "An importer must hold a minimum of 2 atomic kmaps", clause: "a minimum of 2", .fails),
        .init(
            "one thing in place of another", in: "cpu-access.md", "returns a pointer into",
            becomes: "returns a page number instead of a pointer into", clause: "instead of a pointer", .untested),
        .init(
            "one of two", in: "cpu-access.md", "dma_buf_kmap() and dma_buf_kmap_atomic() must always succeed",
            becomes: "either dma_buf_kmap() or dma_buf_kmap_atomic() must always succeed",
            clause: "either dma_buf_kmap()", .untested),
    ]

    /// Words that only a vocabulary tells to be others.
    static let ofTheDomain: [Edit] = [
        .init(
            "an only", in: "cpu-access.md", "Each chunk must be unmapped again.",
            becomes: "Only the last chunk must be unmapped again.", clause: "Only the last chunk", .untested),
        .init(
            "another party", in: "cpu-access.md", "The dma-buf\ncore keeps a reference count",
            becomes: "The exporter keeps a reference count", clause: "The exporter keeps", .untested),
        .init(
            "another interface, beside the right one", in: "cpu-access.md", "dma_buf_kmap_atomic() must always succeed",
            becomes: "dma_buf_vmap() must always succeed", clause: "dma_buf_vmap() must always", .untested),
        .init(
            "another address space", in: "cpu-access.md", "a pointer into the kernel's virtual",
            becomes: "a pointer into the device's virtual", clause: "the device's virtual", .untested),
        .init(
            "another file", in: "cpu-access.md", "set vma->vm_file to its own file",
            becomes: "set vma->vm_file to the dma-buf file", clause: "to the dma-buf file", .untested),
        .init(
            "the kernel for the ioctl", in: "dma-buf.h", "On behalf of the ioctl",
            becomes: "On behalf of the kernel", clause: "On behalf of the kernel", .fails),
        .init(
            "the whole for a part", in: "cpu-access.md", "zap a\npart of a mapping",
            becomes: "zap the\nwhole of a mapping",
            clause: "whole of a mapping", .untested),
        .init(
            "advice turned around", in: "dma-buf.h", "storage should not be pinned",
            becomes: "storage should be pinned",
            clause: "storage should be pinned", .fails),
        .init(
            "what it always returns", in: "dma-buf.h", "also called through DMA_BUF_IOCTL_SYNC.",
            becomes: "also called through the ioctl, which always returns 0.", clause: "which always returns 0", .fails),
    ]
}
