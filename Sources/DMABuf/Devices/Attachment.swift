/// A device attached to a buffer (`struct dma_buf_attachment`).
public final class Attachment: Sendable {
    public let buffer: DMABuffer
    public let device: Device

    /// One that `DMABuffer.attach` has not seen: no device has joined by it.
    public init(_ buffer: DMABuffer, _ device: Device) {
        self.buffer = buffer
        self.device = device
    }
}
