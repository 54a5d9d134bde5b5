import Foundation
import Testing

@testable import specgen

@Suite("What the system says of a file")
struct ErrorReasonTests {
    @Test("A failure of Foundation has the system's words, and not its own about an operation")
    func words() throws {
        let scratch = try TemporaryFolder()
        try scratch.file("file")
        func reason(_ work: () throws -> Void) -> String {
            do { try work() } catch { return error.reason }
            return ""
        }
        let manager = FileManager.default
        let path = scratch.url.path
        #expect(reason { _ = try manager.contentsOfDirectory(atPath: path + "/none") } == "No such file or directory")
        #expect(
            reason { _ = try Data(contentsOf: scratch.url.appendingPathComponent("none")) }
                == "No such file or directory")
        #expect(reason { throw CocoaError(.fileWriteNoPermission) } == "Permission denied")
        #expect(reason { throw CocoaError(.fileWriteOutOfSpace) } == "No space left on device")
    }
}
