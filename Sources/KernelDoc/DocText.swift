/// Raw documentation text with the source line of each of its lines.
///
/// Comment leaders are gone; line breaks, indentation and markup are as kernel-doc keeps them.
public struct DocText: Sendable, Equatable {
    /// UTF-8 (or whatever bytes the file held), lines joined by `\n`, no trailing line break.
    public var bytes: [UInt8]
    /// The source line, from 1, of each line in `bytes`.
    public var lines: [Int32]

    public init(bytes: [UInt8] = [], lines: [Int32] = []) {
        self.bytes = bytes
        self.lines = lines
    }

    /// The text, with U+FFFD for bytes that are no UTF-8.
    public var string: String { String(decoding: bytes, as: UTF8.self) }
    /// Nothing is said.
    public var isEmpty: Bool { bytes.isEmpty }
}
