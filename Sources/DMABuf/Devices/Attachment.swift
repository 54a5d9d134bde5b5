/// A device attached to a buffer (`struct dma_buf_attachment`).
public final class Attachment: Sendable {
    public let buffer: DMABuffer
    public let device: Device

    init(_ buffer: DMABuffer, _ device: Device) {
        self.buffer = buffer
        self.device = device
    }
}
