import Compliance
import Foundation

extension SpecgenPackage {
    /// The status of every clause as it was committed: `specgen report --format snapshot` writes it, `specgen check
    /// --snapshot` holds a run against it. Not a name that documentation has.
    var snapshotFile: String { "\(specFolder)/compliance.snapshot" }

    /// What became of the clauses in the newest revisions of the committed snapshot.
    func history(ofSnapshotUpTo count: Int) -> ClauseHistory {
        let format = ["log", "-n", "\(count)", "--format=%h %as", "--", snapshotFile]
        guard FileManager.default.fileExists(atPath: snapshotFile), let log = GitRevision.output(format, in: root)
        else {
            return ClauseHistory([])
        }
        let revisions = log.split(separator: UInt8(ascii: "\n")).reversed().compactMap {
            line -> ClauseHistory.Revision? in
            let words = String(decoding: line, as: UTF8.self).split(separator: " ")
            guard words.count == 2 else { return nil }
            let path = "\(words[0]):./\(relative(snapshotFile))"
            guard let contents = GitRevision.output(["show", path], in: root),
                let snapshot = try? Snapshot(reading: String(decoding: contents, as: UTF8.self), file: path)
            else { return nil }
            return .init(name: String(words[0]), date: String(words[1]), snapshot: snapshot)
        }
        return ClauseHistory(revisions)
    }
}
