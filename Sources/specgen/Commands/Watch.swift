import ArgumentParser
import Clauses
import Compliance
import Foundation
import KernelDoc
import PlainText

/// `specgen watch`: the tests follow the documentation while it is written.
struct Watch: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch",
        _superCommandName: Specgen.name,
        abstract: "Write the tests anew each time a file in Spec/ is saved, and say what changed.",
        discussion: """
            Looks at the files themselves, so that it does not matter how an editor saves: in place, or by putting \
            another file there, and says how long after that all was written. A mistake is said, and leaves Generated/ as it was. Ends with Ctrl-C.

            EXAMPLES
              specgen watch
              specgen watch --package-path ~/specgen
            """)

    @OptionGroup var color: ColorOptions
    @OptionGroup var location: PackageOptions

    func run() throws {
        let package = try location.package()
        var files = WatchedFolder(path: package.specFolder)
        var known = try regenerate(package, since: nil, savedAt: nil)
        try StandardOutput.write("watching \(displayed(package.specFolder)) …\n")
        while true {
            let saved = files.waitForChange()
            known = try regenerate(package, since: known, savedAt: saved) ?? known
        }
    }

    /// Nil when something is wrong with the documentation; said.
    private func regenerate(
        _ package: SpecgenPackage, since known: [Clause]?, savedAt saved: Duration?
    ) throws -> [Clause]? {
        do {
            let specification = try Specification(of: package, printer: color.messages)
            guard specification.status == .fine else { return nil }
            // Said once; what is changed then is told by the words.
            if known == nil { specification.remarks.forEach(color.messages.print) }
            let folder = Specification.folder(in: package.root)
            let changes = try folder.changes(to: specification.files)
            try folder.apply(changes)
            let taken = saved.map { Duration.now - $0 }
            if let known {
                try StandardOutput.write(
                    story(from: known, to: specification.clauses, files: changes.map(\.path), in: taken))
            } else {
                try StandardOutput.write("\(specification.summary); \(changes.count) files written\n")
            }
            return specification.clauses
        } catch let failure as Failure {
            for diagnostic in failure.diagnostics { color.messages.print(diagnostic) }
        } catch let diagnostic as Diagnostic {
            color.messages.print(diagnostic)
        } catch is ExitStatus {
            // It has been said, and can be put right while we watch.
        }
        return nil
    }

    /// - Parameter taken: from the save until all was written.
    private func story(from old: [Clause], to new: [Clause], files: [String], in taken: Duration?) -> String {
        let diff = ClauseDiff(from: old, to: new)
        let isNews = diff.changes.contains { $0.kind != .unchanged && $0.kind != .moved }
        var written = files.isEmpty ? "nothing to write" : "wrote \(files.joined(separator: ", "))"
        // A file that was put there from elsewhere may have been changed long ago.
        if let taken, taken >= .zero, taken < .seconds(60) {
            written += ", \(Int(taken / .milliseconds(1))) ms after it was saved"
        }
        guard isNews else { return "no change in words; \(InertText.line(written))\n" }
        let text = DiffText(
            diff, title: "Spec", width: Terminal.width(of: STDOUT_FILENO), isColored: color.output.isColored)
        return "\(text)\(InertText.line(written))\n"
    }
}
