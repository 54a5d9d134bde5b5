import Compliance
import Testing

@Suite("The waiver file") struct WaiverFileTests {
    @Test("Each line is a waiver; comments and empty lines are none.")
    func reads() {
        let file = WaiverFile(
            Array(
                """
                # why these are open

                gates/green-66666666 2025-05-01: painted   later: in spring
                \tgates/a:b-77777777  2025-05-01 until 2025-12-31:  needs a probe\r
                """.utf8), file: "waivers.txt")
        #expect(file.diagnostics.isEmpty)
        #expect(
            file.waivers == [
                Waiver(
                    clause: "gates/green-66666666", reason: "painted later: in spring", date: Samples.day("2025-05-01"),
                    line: 3),
                Waiver(
                    clause: "gates/a:b-77777777", reason: "needs a probe", date: Samples.day("2025-05-01"),
                    expires: Samples.day("2025-12-31"), line: 4),
            ])
    }

    @Test(
        "A line that is no waiver waives nothing, and is told with its place.",
        arguments: [
            ("gates/a", 8, "the line ends where a date should stand"),
            ("gates/a tomorrow: x", 9, "“tomorrow” is no date"),
            ("gates/a 2025-02-30: x", 9, "“2025-02-30” is no date"),
            ("gates/a 2025-02-03 x", 19, "a colon or “until” should follow the date"),
            ("gates/a 2025-02-03 until", 25, "the line ends where a date should stand"),
            ("gates/a 2025-02-03 until 2025-03-03 x", 36, "a colon should follow the date"),
            ("gates/a 2025-02-03: ", 21, "the reason is missing"),
            ("gates/a 2025-02-03 until 2025-03-03:", 37, "the reason is missing"),
            (": :", 3, "“” is no date"),
        ])
    func complains(line: String, column: Int, message: String) {
        let file = WaiverFile(Array("# one\n\(line)\ngates/b 2025-01-01: good".utf8), file: "Spec/waivers.txt")
        #expect(file.waivers.map(\.clause) == ["gates/b"])
        let diagnostic = file.diagnostics.first
        #expect(diagnostic?.file == "Spec/waivers.txt")
        #expect(diagnostic?.line == 2)
        #expect(diagnostic?.column == column)
        #expect(diagnostic?.message == message)
        #expect(diagnostic?.excerpt == line)
    }

    @Test("Any bytes are read without a crash.")
    func anyBytes() {
        let file = WaiverFile([0xFF, 0x20, 0xFE, 0x0A, 0x00, 0x3A, 0x0A, 0x3A], file: "waivers.txt")
        #expect(file.waivers.isEmpty)
        #expect(file.diagnostics.count == 3)
    }
}
