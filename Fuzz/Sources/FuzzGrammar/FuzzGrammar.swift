import FuzzSupport
import KernelDoc

/// The grammar alone: the input is one unit of prose, taken as it stands, with no reader to tidy it up before.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    guard !bytes.isEmpty else { return 0 }
    // The first byte chooses what the text is said of.
    let roles: [Prose.Role] = [.purpose, .paragraph, .listItem, .heading, .literal, .parameter]
    let kinds: [Prose.Block.Kind] = [.doc, .function, .macro, .struct, .union, .enum, .typedef, .member, .markdown]
    let choice = Int(bytes[0])
    let prose = Prose(
        bytes: bytes, units: [.init(role: roles[choice % roles.count], range: 1..<bytes.count, block: 0)],
        blocks: [.init(kind: kinds[choice % kinds.count], title: "t", symbol: "f", member: "m", section: "Return")],
        lineMarks: [.init(offset: 1, line: 1)])
    FuzzTarget.read([Document(file: "a.c", prose: prose)])
    return 0
}
