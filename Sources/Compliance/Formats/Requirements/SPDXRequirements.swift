import Clauses
import PlainText

/// The clauses in the `SPDX-Req-*` tags of ELISA's template for requirements of the Linux kernel, so that a safety
/// team can take them over: one instance for each clause that can hold or be broken.
///
/// The template asks that an id be the SHA-256 of project, file, instance and code. Here the code is the
/// documentation: a clause of the same words in the same file keeps its id, and its key is equal to it.
public struct SPDXRequirements: CustomStringConvertible {
    private let report: ComplianceReport
    private let subsystem: String

    /// For the hashes: whose requirements they are.
    private static let project = "linux"

    /// - Parameter subsystem: as the kernel's MAINTAINERS names it.
    public init(_ report: ComplianceReport, subsystem: String) {
        self.report = report
        self.subsystem = subsystem
    }

    public var description: String {
        let instances = report.clauses.filter { $0.status.isNormative }.map(instance)
        return instances.joined(separator: "\n")
    }

    private func instance(_ reported: ReportedClause) -> String {
        let clause = reported.clause
        var lines = ["SPDX-Req-Sys: \(InertText.line(subsystem))"]
        let words = tagged("SPDX-Req-Text", clause.text)
        lines += words
        let notes = [
            clause.source.place, "\(clause.modality.rawValue), kept by \(clause.bearer)",
            "specgen \(clause.id): \(reported.status.rawValue)",
        ]
        for (index, note) in notes.enumerated() {
            lines += tagged("SPDX-Req-Note", note, isLast: index == notes.count - 1)
        }
        // What is said of the status does not make it another requirement.
        let code = words.joined(separator: "\n")
        let hash = SHA256.hex(Array((Self.project + clause.source.file + code + clause.id).utf8))
        return (["SPDX-Req-ID: \(hash)", "SPDX-Req-HKey: \(hash)"] + lines + ["SPDX-Req-End"])
            .map { "// \($0)\n" }.joined()
    }

    /// A tag of several lines: they are joined as they stand, so each but the first begins with a blank. An underscore
    /// in place of the blank behind the colon is a line break behind the line.
    private func tagged(_ tag: String, _ text: String, isLast: Bool = true) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in InertText.line(text).split(separator: " ") {
            if !line.isEmpty, tag.count + line.count + word.count > 70 {
                lines.append(line)
                line = ""
            }
            line += (line.isEmpty ? "" : " ") + word
        }
        if !line.isEmpty || lines.isEmpty { lines.append(line) }
        let final = lines.count - 1
        return lines.enumerated().map { index, line in
            "\(tag):\(index == final && !isLast ? "_" : " ")\(index == 0 ? "" : " ")\(line)"
        }
    }
}
