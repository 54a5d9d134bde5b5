import Foundation
import Testing

@Suite("specgen watch")
struct WatchTests {
    @Test("A saved file changes the tests at once, however it was saved, and a mistake does not end it")
    func follows() throws {
        let scratch = try TemporaryFolder()
        try scratch.file("Package.swift")
        let file = try scratch.file("Spec/doors/doors.md", "# doors\n\nA visitor can hold at most 3 passes at once.\n")
        try scratch.file(
            "Spec/doors/vocabulary.yaml",
            """
            subsystem: doors
            testbed: DoorTestbed
            parties:
              visitor: {role: caller, nouns: [visitor, visitors]}
            apis:
              enter: {symbols: [door_enter], by: visitor}
              leave: {symbols: [door_leave], by: visitor}
            resources:
              pass: {nature: reference, nouns: [pass, passes], acquire: enter, release: leave}

            """)
        try scratch.file(
            "Sources/DoorTestbed/Names.swift",
            """
            public enum API: String, TestbedName { case enter, leave }
            public enum Resource: String, TestbedName { case pass }
            """)
        let process = Process()
        process.executableURL = Run.specgen
        process.arguments = ["watch"]
        process.currentDirectoryURL = scratch.url
        let output = try scratch.file("out")
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: try scratch.file("err"))
        process.standardInput = FileHandle.nullDevice
        try process.run()
        // Not by SIGTERM: the test runner may have it blocked, and a child inherits that.
        defer { kill(process.processIdentifier, SIGKILL) }
        let clauses = scratch.url.appendingPathComponent("Generated/clauses.json")
        func waits(for words: String, in file: URL) -> Duration? {
            let clock = ContinuousClock()
            let start = clock.now
            while clock.now - start < .seconds(20) {
                if let data = try? Data(contentsOf: file), String(decoding: data, as: UTF8.self).contains(words) {
                    return clock.now - start
                }
                usleep(10_000)
            }
            return nil
        }
        try #require(waits(for: "watching", in: output) != nil)
        // In place.
        try Data("# doors\n\nA visitor can hold at most 4 passes at once.\n".utf8).write(to: file)
        #expect(waits(for: "at most 4", in: clauses) != nil)
        #expect(waits(for: "[-3-] {+4+}", in: output) != nil)
        #expect(waits(for: " ms after it was saved", in: output) != nil)
        // By a rename, as most editors do.
        let other = try scratch.file("new.md", "# doors\n\nA visitor can hold at most 5 passes at once.\n")
        #expect(rename(other.path, file.path) == 0)
        #expect(waits(for: "at most 5", in: clauses) != nil)
        // A vocabulary that is none for a moment.
        let vocabulary = scratch.url.appendingPathComponent("Spec/doors/vocabulary.yaml")
        let good = try Data(contentsOf: vocabulary)
        try Data("subsystem: [".utf8).write(to: vocabulary)
        #expect(waits(for: "error", in: scratch.url.appendingPathComponent("err")) != nil)
        try good.write(to: vocabulary)
        try Data("# doors\n\nA visitor can hold at most 6 passes at once.\n".utf8).write(to: file, options: .atomic)
        #expect(waits(for: "at most 6", in: clauses) != nil)
        #expect(process.isRunning)
    }
}
