/// Those who keep or break the contract.
public enum Party: String, Sendable, CaseIterable {
    /// The driver that owns the storage and fills in the callbacks.
    case exporter
    /// The driver that calls the interfaces inside of the kernel.
    case importer
    case userspace
    /// dma-buf itself.
    case core
}
