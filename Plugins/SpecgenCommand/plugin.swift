import Foundation
import PackagePlugin

/// `swift package specgen …`: the command line, run on the package.
///
/// A plugin turns every failure into exit status 1; where statuses matter, call the program itself.
@main
struct SpecgenCommand: CommandPlugin {
    func performCommand(context: PluginContext, arguments: [String]) throws {
        let process = Process()
        process.executableURL = try context.tool(named: "specgen").url
        process.arguments = arguments
        process.currentDirectoryURL = context.package.directoryURL
        try process.run()
        process.waitUntilExit()
        guard process.terminationReason == .exit, process.terminationStatus == 0 else { throw CommandFailure() }
    }

    /// What was wrong, the program has said.
    struct CommandFailure: Error, CustomStringConvertible {
        var description: String { "specgen did not end well; what it said stands above" }
    }
}
