import Foundation
import Promises
import Testing

@Suite("The kernel's error codes") struct ErrorCodeTests {
    @Test("No name and no number stands twice, and a name is found with its number")
    func unique() {
        #expect(Set(ErrorCode.all.map(\.name)).count == ErrorCode.all.count)
        #expect(Set(ErrorCode.all.map(\.number)).count == ErrorCode.all.count)
        #expect(ErrorCode.all.allSatisfy { ErrorCode.number($0.name) == $0.number })
        #expect(ErrorCode.number("EOTHER") == nil && ErrorCode.number("-EIO") == nil)
    }

    /// Generated tests want a name each, the reference stands on its own, and Swift lists no static members: so each has
    /// its own table, read here as it is written.
    @Test(
        "Each table of error codes has the numbers of this one",
        arguments: [
            ("ClauseTesting/Errno.swift", #"static let (E\w+) = Errno\(rawValue: (\d+)\)"#, true),
            ("DMABuf/Machine/Status.swift", #"static let (E\w+): Status = (\d+)"#, false),
        ])
    func tables(file: String, pattern: String, isWhole: Bool) throws {
        let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../Sources")
        let text = try String(contentsOf: sources.appending(path: file), encoding: .utf8)
        let rows = text.matches(of: try Regex(pattern, as: (Substring, Substring, Substring).self))
        #expect(rows.count >= 10)
        for row in rows { #expect(ErrorCode.number(String(row.1)) == Int32(row.2), "\(row.1)") }
        if isWhole { #expect(rows.map { String($0.1) } == ErrorCode.all.map(\.name)) }
    }

    @Test("What userspace knows of them has the numbers that the C library has, and is all there")
    func numbers() {
        let known = (1..<512).compactMap { POSIXErrorCode(rawValue: $0) }
        #expect(known.count > 100)
        for code in known { #expect(ErrorCode.number("\(code)") == code.rawValue) }
    }
}
