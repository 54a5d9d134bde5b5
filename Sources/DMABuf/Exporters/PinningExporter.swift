/// An exporter whose pages memory pressure can take away, unless they are pinned.
///
/// Its callback cannot tell whether it is called for the kernel, where pinning is what makes atomic kmaps succeed,
/// or for userspace, which should not get to lock memory: so it pins for both, and the checker says so.
public final class PinningExporter: Exporter, @unchecked Sendable {
    private let isQuickToUnpin: Bool

    /// - Parameter unpinsAtEnd: whether the pages are unpinned when the access ends; else when the buffer is released.
    public init(_ machine: Machine, size: Int, without absent: Set<Callback> = [], unpinsAtEnd: Bool = true) {
        isQuickToUnpin = unpinsAtEnd
        var storage = Storage()
        storage.isSwappable = true
        super.init(machine, size: size, without: absent, storage: storage)
    }

    override var unpinsAtEnd: Bool { isQuickToUnpin }
}
