import ArgumentParser
import Foundation

struct ColorOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Whether to use colour: auto (on a terminal, without NO_COLOR), always, never.", valueName: "when"))
    var color = ColorChoice.auto

    /// For results.
    var output: Style { Style(for: STDOUT_FILENO, choice: color) }
    /// For messages.
    var messages: DiagnosticPrinter { DiagnosticPrinter(color) }
}
