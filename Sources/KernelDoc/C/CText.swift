/// A piece of C text where it lies, in a file or in memory of somebody else's, who keeps it there while it is looked at.
struct CText: ByteText {
    private let bytes: UnsafeBufferPointer<UInt8>

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    init(_ source: UnsafeRawBufferPointer, _ range: Range<Int>) {
        bytes = UnsafeRawBufferPointer(rebasing: source[range]).bindMemory(to: UInt8.self)
    }

    var startIndex: Int { 0 }
    var endIndex: Int { bytes.count }

    /// Checked as in an array: what stands in a text decides where it is looked at.
    @inline(__always)
    subscript(position: Int) -> UInt8 {
        precondition(UInt(bitPattern: position) < UInt(bitPattern: bytes.count))
        return bytes[position]
    }

    @inline(__always)
    func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result { body(bytes) }

    /// The bytes of `range`.
    @inline(__always)
    func view(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: bytes[range]) }
}
