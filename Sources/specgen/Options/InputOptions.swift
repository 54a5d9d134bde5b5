import ArgumentParser
import KernelDoc

/// For the commands that read documentation named in the call.
struct InputOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "Files and folders: C (.c, .h), Markdown, reStructuredText, plain text, patches; - for standard input.",
            valueName: "input"),
        completion: .file())
    var inputs: [String] = []

    @OptionGroup var reading: ReadingOptions

    func validate() throws {
        if inputs.isEmpty { throw ValidationError("Name at least one file or folder to read.") }
        if inputs.contains("") { throw ValidationError("One of the inputs is an empty name: name a file or a folder.") }
    }
}
