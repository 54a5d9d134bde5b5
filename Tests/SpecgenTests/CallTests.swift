import Testing

@testable import specgen

@Suite("The call itself")
struct CallTests {
    @Test("Help goes to standard output, with the exit status in it")
    func help() throws {
        let run = try Run("--help")
        #expect(run.status == 0)
        #expect(run.output.contains("EXIT STATUS"))
        #expect(run.errors.isEmpty)
    }

    @Test("The version is one line")
    func version() throws {
        let run = try Run("--version")
        #expect(run.status == 0)
        #expect(run.output.hasPrefix("specgen "))
        #expect(run.output.split(separator: "\n").count == 1)
    }

    @Test("A wrong call is exit status 2, says what is wrong and where to look", arguments: ["--bogus", "nonsense"])
    func wrongCall(_ argument: String) throws {
        let run = try Run(argument)
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        #expect(run.errors.hasPrefix("specgen: error: "))
        #expect(run.errors.contains(argument))
        #expect(run.errors.contains("--help"))
    }

    @Test(
        "Options that do not go together are refused, not left out",
        arguments: [
            ["explain", "--kind", "struct", "some-id"], ["explain", "--in", "a.h", "--symbol", "a", "two words"],
            ["report", "--summary", "--format", "json"], ["verify", "--on", "linux", "--fail-under", "10"],
            ["verify", "--on", "linux", "--kernel", "bzImage"],
        ])
    func togetherRefused(_ arguments: [String]) throws {
        let run = try Run(arguments)
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        #expect(run.errors.hasPrefix("specgen: error: --"))
    }

    @Test("Every subcommand names itself")
    func names() {
        #expect(Specgen.subcommands.allSatisfy { $0.configuration.commandName != nil })
    }

    @Test("An argument cannot speak to the terminal")
    func escapeInArgument() throws {
        let run = try Run("--bo\u{1B}[31mgus")
        #expect(run.status == 2)
        #expect(!run.errors.contains("\u{1B}"))
    }

    @Test("A full disk under standard output is said, with exit status 2")
    func fullDisk() throws {
        let run = try Run(shell: "$SPECGEN --help > /dev/full")
        #expect(run.status == 2)
        #expect(run.errors.contains("cannot write to standard output"))
    }

    @Test("A reader that goes away ends the program without a word")
    func closedPipe() throws {
        let scratch = try TemporaryFolder()
        try scratch.file("long.md", String(repeating: "The caller must wait.\n\n", count: 20_000))
        let run = try Run(shell: "$SPECGEN parse long.md | head -n 1", in: scratch.url)
        #expect(run.status == 0)
        #expect(run.output == "long.md\n")
        #expect(run.errors.isEmpty)
    }

    @Test("Every subcommand has a help text with examples", arguments: Specgen.subcommands.map { $0._commandName })
    func helpTexts(_ name: String) throws {
        let run = try Run("help", name)
        #expect(run.status == 0)
        #expect(run.output.contains("EXAMPLES\n  specgen \(name)"))
        #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 80 || $0.hasPrefix("USAGE:") })
    }
}
