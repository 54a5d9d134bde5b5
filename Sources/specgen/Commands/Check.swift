import ArgumentParser
import Compliance
import PlainText

/// `specgen check`: whether `Generated/` is what the documentation in `Spec/` gives.
struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        _superCommandName: Specgen.name,
        abstract: "Exit with 1, and a diff, when Generated/ is not what Spec/ gives.",
        discussion: """
            Writes nothing: for continuous integration, where a change of the documentation must come with the \
            change of the tests. A document in Spec/ for which there is no vocabulary is a finding, too.

            EXAMPLES
              specgen check
              specgen check | patch -p1
              specgen check --snapshot
              specgen check --proof
            """)

    @Flag(help: "Compare the newest run of the tests with the committed snapshot: coverage that was lost is a finding.")
    var snapshot = false

    @Flag(
        help: """
            Look at the proof itself in the newest run of all tests: a mutant that no test of its promise kills, a \
            test that kills none, and a mutant so coarse that a quarter of the tests fail on it are findings.
            """)
    var proof = false

    @OptionGroup var color: ColorOptions
    @OptionGroup var location: PackageOptions

    func run() throws {
        let package = try location.package()
        if proof || snapshot {
            // Both are said, whatever the one finds.
            var status = ExitStatus.fine
            func note(_ check: () throws -> Void) throws {
                do { try check() } catch let found as ExitStatus { status = max(status, found) }
            }
            if proof { try note(ProofCheck(package: package, style: color.output).run) }
            if snapshot {
                try note(SnapshotCheck(package: package, style: color.output, printer: color.messages).run)
            }
            if status != .fine { throw status }
            return
        }
        let specification = try Specification(of: package, printer: color.messages)
        (specification.manifestGaps + specification.slips).forEach(color.messages.print)
        let changes = try Specification.folder(in: package.root).changes(to: specification.files)
        let style = color.output
        for change in changes {
            try StandardOutput.write(Self.diff(of: change).map { Self.colored($0, style) }.joined())
        }
        guard changes.isEmpty else {
            let files = changes.count == 1 ? "1 file" : "\(changes.count) files"
            StandardError.write("specgen: Generated/ is stale in \(files); run specgen generate\n")
            throw ExitStatus.findings
        }
        guard specification.status == .fine else { throw specification.status }
        try StandardOutput.write("\(specification.summary); Generated/ is up to date\n")
        if specification.leavesOutDocuments { throw ExitStatus.findings }
    }

    private static func diff(of change: GeneratedFolder.Change) -> [Substring] {
        let text = UnifiedDiff.text(
            from: String(decoding: change.old ?? [], as: UTF8.self),
            named: change.old == nil ? "/dev/null" : "a/Generated/\(change.path)",
            to: String(decoding: change.new ?? [], as: UTF8.self),
            named: change.new == nil ? "/dev/null" : "b/Generated/\(change.path)")
        return text.split(separator: "\n", omittingEmptySubsequences: true)
    }

    private static func colored(_ line: Substring, _ style: Style) -> String {
        let text = InertText.line(String(line))
        let tone: Style.Tone? =
            switch line.first {
            case "+": .good
            case "-": .error
            case "@": .note
            default: nil
            }
        return (tone.map { style(text, $0) } ?? text) + "\n"
    }
}
