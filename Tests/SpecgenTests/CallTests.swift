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
            ["explain", "--in", "a.h", "--symbol", "a", "two words"],
            ["report", "--summary", "--format", "json"], ["report", "--summary", "--status", "untested"],
            ["report", "--summary", "--bearer", "caller"], ["report", "--summary", "--section", "locks"],
            ["verify", "--on", "linux", "--fail-under", "10"],
            ["verify", "--on", "linux", "--kernel", "bzImage"],
        ])
    func togetherRefused(_ arguments: [String]) throws {
        let run = try Run(arguments)
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        #expect(run.errors.hasPrefix("specgen: error: --"))
    }

    @Test(
        "What is no option, no subcommand and no topic of the help is said to be none",
        arguments: [
            (["parse", "-dash.h"], "-dash.h"), (["extract", "-x"], "-x"), (["help", "nonsense"], "nonsense"),
            (["--kind", "doc"], "--kind"),
        ])
    func noOption(_ arguments: [String], _ word: String) throws {
        let run = try Run(arguments)
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains("'\(word)'"))
        #expect(!run.errors.contains("USAGE"))
    }

    @Test(
        "The completions offer subcommands behind help, and the values of every option that has some",
        arguments: [("bash", "_specgen_help() {"), ("zsh", "_specgen_help() {"), ("fish", "from help'")])
    func completions(_ shell: String, _ place: String) throws {
        let script = try Run("--generate-completion-script", shell).output
        let help = try #require(script.range(of: place).map { script[$0.upperBound...] })
        #expect(help.contains("extract") && help.contains("lint"))
        #expect(script.contains("typedef"))
    }

    @Test(
        "The man page has each subcommand in its synopsis, the values of options, what else it needs, and no empty line"
    )
    func manual() throws {
        let scratch = try TemporaryFolder()
        let page = try scratch.file(
            "specgen.1",
            """
            .Sh SYNOPSIS
            .Nm
            .Op Fl -help
            .Sh DESCRIPTION
            Reads.

            EXIT STATUS
              0  fine
            .Bl -tag -width 6n
            .It Em lint
            Finds.

            More.

            EXAMPLES
              specgen lint --format json a-b.h
            .It Fl -only Ar only...
            Of this kind.
            .Sh "EXIT STATUS"
            .Ex -std

            """)
        let script = Run.package.appending(path: "scripts/manual").path
        let run = try Run(shell: "'\(script)' \"$SPECGEN\" specgen.1", in: scratch.url)
        #expect(run.status == 0, "\(run.errors)")
        let text = try String(contentsOf: page, encoding: .utf8)
        #expect(!text.contains("\n\n"))
        #expect(text.contains("Finds.\n.Pp\nMore.\n.Pp\nExamples:\n.Bd -literal"))
        #expect(text.contains("specgen lint \\-\\-format json a\\-b.h\n.Ed\n"))
        #expect(text.contains(".It Fl -only Ar contradiction | denied-error |"))
        #expect(text.contains(".It 2\nthe call is wrong") && !text.contains(".Ex"))
        #expect(text.components(separatedBy: "fine").count == 2)
        #expect(
            text.hasPrefix(
                ".Sh SYNOPSIS\n.Nm\n.Cm lint\n.Op Ar option ...\n.Op Ar input ...\n.Nm\n.Fl -help | -version\n.Sh D"))
        #expect(text.contains(".Sh ENVIRONMENT\n") && text.contains(".It Ev NO_COLOR\n"))
        #expect(text.contains(".Sh FILES\n") && text.contains(".It Pa Spec/compliance.snapshot\n"))
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

    @Test("No example in a help text is broken over lines, so that it can be copied")
    func wholeExamples() {
        let lines = Specgen.subcommands.flatMap { $0.configuration.discussion.split(separator: "\n") }
        #expect(lines.filter { $0.hasPrefix("  specgen") && $0.count > 80 } == [])
    }

    @Test("An empty name and an empty clause are refused in so many words")
    func emptyNames() throws {
        let name = try Run("extract", "")
        #expect(name.status == 2 && name.errors.contains("empty name"))
        let clause = try Run("show", " ")
        #expect(clause.status == 2 && clause.errors.contains("Give a clause's id"))
        let line = try Run("explain", "/no/such/file.h:3", "--package-path", Run.package.path)
        #expect(line.status == 2 && line.errors.contains("there is no such file here"))
    }

    @Test("Every subcommand has a help text with examples", arguments: Specgen.subcommands.map { $0._commandName })
    func helpTexts(_ name: String) throws {
        let run = try Run("help", name)
        #expect(run.status == 0)
        #expect(run.output.contains("EXAMPLES\n  specgen \(name)"))
        #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 80 || $0.hasPrefix("USAGE:") })
    }
}
