import Compliance
import Foundation
import KernelDoc
import PlainText

/// Holds the newest run of the tests against the committed snapshot: a clause that was verified has to stay so.
struct SnapshotCheck {
    var package: SpecgenPackage
    var style: Style
    var printer: DiagnosticPrinter

    /// - Throws: `ExitStatus.findings` when coverage was lost; said, with the clause and the words.
    func run() throws {
        let file = displayed(package.snapshotFile)
        guard let data = FileManager.default.contents(atPath: package.snapshotFile) else {
            throw Failure(
                "there is no snapshot to compare with", file: file,
                advice: "write and commit one: specgen report --format snapshot > \(file)")
        }
        let committed: Snapshot
        do {
            committed = try Snapshot(reading: String(decoding: data, as: UTF8.self), file: file)
        } catch {
            throw Failure([error])
        }
        let run = try ReviewedRun(newestOf: .specification, in: package, printer: printer)
        let current = Snapshot(run.report)
        let losses = current.losses(since: committed)
        try StandardOutput.write(losses.map(words).joined())
        guard losses.isEmpty else {
            StandardError.write(
                "specgen: coverage was lost in \(losses.count == 1 ? "1 clause" : "\(losses.count) clauses")\n")
            throw ExitStatus.findings
        }
        let state =
            current == committed ? "the snapshot is up to date" : "the snapshot is not up to date: write it anew"
        try StandardOutput.write("no coverage was lost since \(file); \(state)\n")
    }

    private func words(_ loss: Snapshot.Loss) -> String {
        var lines = [style("lost ", .error) + InertText.line("\(loss.before.clause), now \(loss.now.status.rawValue)")]
        if loss.isReworded {
            lines.append("  verified as: \(InertText.line(loss.before.words))")
            lines.append("  since then:  \(InertText.line(loss.now.words)) (\(InertText.line(loss.now.clause)))")
        } else {
            lines.append("  \(InertText.line(loss.now.words))")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
