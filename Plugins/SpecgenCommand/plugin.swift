import Foundation
import PackagePlugin

/// `swift package specgen …`: the command line, run on the package.
///
/// A plugin turns every failure into exit status 1; where statuses matter, call the program itself.
@main
struct SpecgenCommand: CommandPlugin {
    func performCommand(context: PluginContext, arguments: [String]) throws {
        // Built here, and no dependency: every build of the package would compile all of the program a second time.
        let build = try packageManager.build(.product("specgen"), parameters: .init())
        guard build.succeeded, let program = build.builtArtifacts.first(where: { $0.kind == .executable }) else {
            Diagnostics.error("specgen cannot be built:\n\(build.logText)")
            throw CommandFailure()
        }
        let process = Process()
        process.executableURL = program.url
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
