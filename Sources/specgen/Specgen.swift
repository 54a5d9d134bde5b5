// The command line: one file a subcommand under `Commands/`; nothing here reads documentation or decides
// anything about it. What all subcommands share in behaviour at the edges (exit codes, messages, a closed
// pipe) is settled in `main()` below.

import ArgumentParser
import Compliance
import Foundation
import KernelDoc
import PlainText

@main
struct Specgen: ParsableCommand {
    static let version = "0.1.0"
    static let name = "specgen"

    static let configuration = CommandConfiguration(
        commandName: name,
        abstract: "Kernel documentation is the specification: read it, test it, say what is proven.",
        discussion: """
            Reads kernel-doc comments, Markdown, reStructuredText and patches, and takes out every clause that can \
            hold or be broken.

            EXIT STATUS
              0  fine
              1  findings: a failing clause, stale output, some inputs unusable
              2  the call is wrong, or no input is usable
            """,
        version: "specgen \(version)",
        groupedSubcommands: [
            CommandGroup(
                name: "Specification",
                subcommands: [Generate.self, Check.self, Verify.self, Report.self, Show.self, Watch.self]),
            CommandGroup(
                name: "Documentation",
                subcommands: [Diff.self, Parse.self, Extract.self, Explain.self, Lint.self, Scan.self]),
        ],
        defaultSubcommand: Generate.self
    )

    /// Each names itself and its root in its configuration: without the one, the parser looks through all types for a name
    /// at every start, without the other, it looks whether the words ask for the shell's completions.
    static var subcommands: [any ParsableCommand.Type] {
        configuration.groupedSubcommands.flatMap(\.subcommands) + configuration.ungroupedSubcommands
    }

    static let _errorLabel = "specgen: error"

    static func main() {
        // A reader that goes away (`| head`) ends the program quietly, as it does any other: also when
        // whoever started it had the signal ignored.
        signal(SIGPIPE, SIG_DFL)
        do {
            var command = try command(CommandLine.arguments.dropFirst())
            try command.run()
        } catch {
            end(with: error)
        }
    }

    /// What is to be run. A subcommand whose words are in order is parsed by itself, which saves a sixth of the
    /// time of a short run: under its root, the parser looks through the types of the root and of the default subcommand
    /// as well. All else, a wish for help and each mistake, is left to the root, for its words.
    private static func command(_ words: ArraySlice<String>) throws -> any ParsableCommand {
        try checkOptions(words)
        guard let word = words.first, !word.hasPrefix("-") else {
            try checkWithoutSubcommand(words)
            return try parseAsRoot()
        }
        guard word != "help" else {
            if let topic = words.dropFirst().first, !topic.hasPrefix("-") { try checkName(topic) }
            return try parseAsRoot()
        }
        try checkName(word)
        guard let subcommand = subcommands.first(where: { $0.configuration.commandName == word }),
            let command = try? subcommand.parseAsRoot(Array(words.dropFirst())), type(of: command) == subcommand
        else { return try parseAsRoot() }
        return command
    }

    /// It would otherwise be taken as an argument of the default subcommand.
    private static func checkName(_ word: String) throws(Failure) {
        let names = subcommands.compactMap { $0.configuration.commandName }
        guard !names.contains(word), word != "help" else { return }
        if FileManager.default.fileExists(atPath: word) {
            throw Failure(
                "'\(word)' is no subcommand, but a file or folder",
                advice: "a subcommand says what to do with it, as in specgen extract \(word); see specgen --help")
        }
        throw Failure(
            "there is no subcommand '\(word)'",
            advice: "there are: \(names.joined(separator: ", ")); see specgen --help")
    }

    /// Of `-dash.h`, the parser would find `-h`, and print the help.
    private static func checkOptions(_ words: ArraySlice<String>) throws(Failure) {
        for word in words.prefix(while: { $0 != "--" }) where word.hasPrefix("-") && !word.hasPrefix("--") {
            let letters = word.dropFirst()
            guard !letters.isEmpty, !letters.contains(where: \.isWhitespace), letters.first?.isNumber == false,
                letters.contains(where: { !"hq".contains($0) })
            else { continue }
            throw Failure(
                "there is no option '\(word)'", advice: "write ./\(word) for a file of that name; see specgen --help")
        }
    }

    /// A bare call generates: whoever is new to the program has no package for that, and no interest in its options.
    private static func checkWithoutSubcommand(_ words: ArraySlice<String>) throws(Failure) {
        guard let word = words.first else {
            do throws(Failure) {
                _ = try SpecgenPackage.find(nil)
            } catch {
                var failure = error
                failure.diagnostics.indices.forEach {
                    failure.diagnostics[$0].advice =
                        "a bare specgen is specgen generate, and needs one; specgen --help says what there is for any documentation"
                }
                throw failure
            }
            return
        }
        let known = [
            "-h", "--help", "--help-hidden", "--version", "--generate-completion-script", "--experimental-dump-help",
            "--color", "--package-path",
        ]
        guard !known.contains(where: { word == $0 || word.hasPrefix($0 + "=") }), !word.hasPrefix("---") else { return }
        throw Failure(
            "there is no option '\(word)' before a subcommand",
            advice: "options stand behind the subcommand that has them; see specgen --help")
    }

    /// Says what went wrong, in the one place where it is said, and exits with the status that is promised for it.
    static func end(with error: any Error) -> Never {
        switch error {
        case let failure as Failure:
            let printer = DiagnosticPrinter(.auto)
            for diagnostic in failure.diagnostics { printer.print(diagnostic) }
            Foundation.exit(ExitStatus.unusable.rawValue)
        case let diagnostic as Diagnostic:
            end(with: Failure([diagnostic]))
        case let status as ExitStatus:
            Foundation.exit(status.rawValue)
        default:
            let message = CompletionScript.completed(
                fullMessage(for: error), names: subcommands.compactMap { $0.configuration.commandName })
            guard exitCode(for: error) != .success else {
                // Help or the version, asked for: that is a result.
                do { try StandardOutput.write(message + "\n") } catch { end(with: error) }
                Foundation.exit(ExitStatus.fine.rawValue)
            }
            StandardError.write(InertText.lines(message) + "\n")
            Foundation.exit(ExitStatus.unusable.rawValue)
        }
    }
}
