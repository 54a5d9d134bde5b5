import Clauses
import FuzzSupport
import Foundation
import KernelDoc
import Rules

/// The vocabulary under Spec, as the script finds it from its folder; without it there is nothing to fuzz.
private let book: RuleBook = {
    let path = "../Spec/dma-buf/vocabulary.yaml"
    guard let text = try? String(contentsOfFile: path, encoding: .utf8),
        let file = try? VocabularyFile.decode(text, path: path)
    else { fatalError("\(path) cannot be read: run scripts/fuzz") }
    return RuleBook(vocabulary: file.vocabulary)
}()
private let extractor = ClauseExtractor(parties: book.vocabulary.grammarParties)

/// Rules of clauses: each line of the input is a paragraph, the first byte chooses what they are said of.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    guard !bytes.isEmpty else { return 0 }
    let blocks: [Prose.Block] = [
        .init(kind: .doc, title: "cpu access"), .init(kind: .function, symbol: "dma_buf_vmap"),
        .init(kind: .function, symbol: "dma_buf_begin_cpu_access", section: "Return"),
        .init(kind: .member, symbol: "dma_buf_ops", member: "begin_cpu_access"),
        .init(kind: .member, symbol: "dma_buf_ops", member: "vmap"),
        .init(kind: .member, symbol: "dma_buf_ops", member: "mmap", section: "Returns"), .init(kind: .markdown),
    ]
    let roles: [Prose.Role] = [.paragraph, .listItem, .purpose]
    let choice = Int(bytes[0])
    var units: [Prose.Unit] = []
    var from = 1
    for line in bytes[1...].split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
        if !line.isEmpty {
            units.append(.init(role: roles[choice % roles.count], range: from..<from + line.count, block: 0))
        }
        from += line.count + 1
    }
    let prose = Prose(
        bytes: bytes, units: units, blocks: [blocks[choice % blocks.count]], lineMarks: [.init(offset: 1, line: 1)])
    let clauses = extractor.clauses(in: Document(file: "a.h", prose: prose))
    let bound = book.read(clauses)
    precondition(bound.count == clauses.count, "a clause is lost")
    for clause in bound where clause.clause.modality != .informative {
        precondition(clause.plan != nil || clause.clause.reason?.isEmpty == false, "neither a test nor a reason")
        _ = book.remarks(on: clause.clause)
    }
    return 0
}
