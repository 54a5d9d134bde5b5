// The command line: one file a subcommand under `Commands/`; nothing here reads documentation or decides
// anything about it. What all subcommands share in behaviour at the edges (exit codes, messages, a closed
// pipe) is settled in `main()` below.

import Compliance
import ArgumentParser
import Foundation
import KernelDoc

@main
struct Specgen: ParsableCommand {
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "specgen",
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

    /// Each names itself in its configuration: a name made from its type costs a look through all types at every start.
    static var subcommands: [any ParsableCommand.Type] {
        configuration.groupedSubcommands.flatMap(\.subcommands) + configuration.ungroupedSubcommands
    }

    static let _errorLabel = "specgen: error"

    static func main() {
        // A reader that goes away (`| head`) ends the program quietly, as it does any other: also when
        // whoever started it had the signal ignored.
        signal(SIGPIPE, SIG_DFL)
        do {
            try checkSubcommand(CommandLine.arguments.dropFirst().first)
            var command = try parseAsRoot()
            try command.run()
        } catch {
            end(with: error)
        }
    }

    /// A word in the place of the subcommand would otherwise be taken as an argument of the default one.
    private static func checkSubcommand(_ word: String?) throws {
        guard let word, !word.hasPrefix("-") else { return }
        let names = subcommands.compactMap { $0.configuration.commandName }
        guard !names.contains(word), word != "help" else { return }
        throw Failure(
            "there is no subcommand '\(word)'",
            advice: "there are: \(names.joined(separator: ", ")); see specgen --help")
    }

    /// Says what went wrong, in the one place where it is said, and exits with the status that is promised for it.
    static func end(with error: any Error) -> Never {
        switch error {
        case let failure as Failure:
            let printer = DiagnosticPrinter(style: Style(for: STDERR_FILENO, choice: .auto))
            for diagnostic in failure.diagnostics { printer.print(diagnostic) }
            Foundation.exit(ExitStatus.unusable.rawValue)
        case let diagnostic as Diagnostic:
            end(with: Failure([diagnostic]))
        case let status as ExitStatus:
            Foundation.exit(status.rawValue)
        default:
            let message = fullMessage(for: error)
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
