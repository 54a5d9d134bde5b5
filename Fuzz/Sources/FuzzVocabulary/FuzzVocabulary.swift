import Rules

/// A vocabulary is read, or a message says why not; what it names can be pointed at.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    do {
        let file = try VocabularyFile.decode(text, path: "vocabulary.yaml")
        for reference in file.references { _ = file.diagnostic(at: reference, "unknown", advice: "") }
    } catch {
        precondition(!error.message.isEmpty, "an error says nothing")
    }
    return 0
}
