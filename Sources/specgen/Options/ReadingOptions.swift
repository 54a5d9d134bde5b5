import ArgumentParser
import KernelDoc

/// How documentation is read, whatever it is.
struct ReadingOptions: ParsableArguments {
    @Option(help: "Of a patch, read the text before it (old) or after it (new).")
    var side = DocumentReader.Side.new

    @Option(
        help: ArgumentHelp(
            "The tree that patches apply to, and that kernel-doc directives name files in.", valueName: "folder"),
        completion: .directory)
    var tree: String?

    @Flag(name: .shortAndLong, help: "Say errors alone, and no warnings of how the documentation is written.")
    var quiet = false

    func validate() throws {
        guard let tree, !isFolder(tree) else { return }
        throw ValidationError("--tree is the root of a tree of sources, and '\(tree)' is no folder.")
    }

    var reader: DocumentReader { DocumentReader(options: .init(side: side, tree: tree)) }
}

extension DocumentReader.Side: ExpressibleByArgument {}
