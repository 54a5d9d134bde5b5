import ArgumentParser

/// `specgen generate`: the tests in `Generated/` from the documentation in `Spec/`.
struct Generate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate",
        _superCommandName: Specgen.name,
        abstract: "Write the tests in Generated/ from the documentation in Spec/.",
        discussion: """
            Files that stay the same are not touched, generated files of which nothing is left in the documentation \
            are removed, and files that were written by hand are never changed. When anything is wrong with the \
            documentation or its vocabulary, nothing is written.

            EXAMPLES
              specgen generate
              specgen generate --package-path ~/specgen
            """)

    @OptionGroup var color: ColorOptions
    @OptionGroup var location: PackageOptions

    func run() throws {
        let package = try location.package()
        let specification = try Specification(of: package, printer: color.messages)
        guard specification.status == .fine else {
            StandardError.write("specgen: nothing was written, because of the errors above\n")
            throw specification.status
        }
        (specification.manifestGaps + specification.remarks).forEach(color.messages.print)
        let folder = Specification.folder(in: package.root)
        let changes = try folder.changes(to: specification.files)
        try folder.apply(changes)
        let style = color.output
        let lines = changes.map { change in
            switch (change.old, change.new) {
            case (nil, _): style("added    ", .good) + change.path
            case (_, nil): style("removed  ", .error) + change.path
            default: style("changed  ", .warning) + change.path
            }
        }
        let end = changes.isEmpty ? "Generated/ was up to date" : "\(changes.count) files changed in Generated/"
        try StandardOutput.write((lines + ["\(specification.summary); \(end)"]).joined(separator: "\n") + "\n")
    }
}
