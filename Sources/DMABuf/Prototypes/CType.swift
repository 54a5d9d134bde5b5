/// A type that has a spelling in C.
protocol CType {
    static var cType: String { get }
}

extension Int32: CType { static var cType: String { "int" } }
extension UInt: CType { static var cType: String { "unsigned long" } }
extension FileFlags: CType { static var cType: String { Int32.cType } }
extension DMADataDirection: CType { static var cType: String { "enum dma_data_direction" } }
extension DMABuffer: CType { static var cType: String { "struct dma_buf *" } }
extension VMA: CType { static var cType: String { "struct vm_area_struct *" } }
extension Device: CType { static var cType: String { "struct device *" } }
extension Attachment: CType { static var cType: String { "struct dma_buf_attachment *" } }
extension SGTable: CType { static var cType: String { "struct sg_table *" } }
extension KernelAddress: CType { static var cType: String { "void *" } }
/// NULL is in the type, in C.
extension Optional: CType where Wrapped: CType { static var cType: String { Wrapped.cType } }
/// And so are error codes.
extension Pointer: CType where Pointee: CType { static var cType: String { Pointee.cType } }
