/// What an exporter hands to `DMABuffer.export` (`struct dma_buf_export_info`).
public struct ExportInfo: Sendable {
    /// `exp_name`
    public var name: String
    /// `owner`
    public var owner: Module
    /// `ops`; mandatory.
    public var operations: DMABufOps?
    /// Size in bytes; it never changes.
    public var size: Int
    /// How the file is open: for writing, with `FileFlags.readWrite` (`flags`).
    public var flags: FileFlags
    /// `resv`; nil: the buffer gets one of its own.
    public var reservation: ReservationObject?
    /// `priv`; mandatory.
    public var exporter: (any AnyObject & Sendable)?

    public init(
        name: String, owner: Module, operations: DMABufOps?, size: Int, flags: FileFlags = .readWrite,
        reservation: ReservationObject? = nil, exporter: (any AnyObject & Sendable)?
    ) {
        self.name = name
        self.owner = owner
        self.operations = operations
        self.size = size
        self.flags = flags
        self.reservation = reservation
        self.exporter = exporter
    }
}
