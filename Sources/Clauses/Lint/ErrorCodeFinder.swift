import KernelDoc
import PlainText
import Promises

/// Finds error codes that the kernel does not have.
struct ErrorCodeFinder {
    let prose: Prose

    func findings(_ clause: Clause, _ record: ClauseRecord) -> [LintFinding] {
        clause.errors.filter(isUnknown).map { name in
            var finding = LintFinding(
                kind: .unknownError, source: clause.source, text: words(around: name, in: record) ?? clause.text,
                why: "the kernel has no error code \(name)", suggestion: Self.advice(on: name))
            finding.name = name
            return finding
        }
    }

    /// A library's own codes (RING_ERR_FULL) are none of the kernel's.
    private func isUnknown(_ name: String) -> Bool {
        !name.contains("ERR_") && ErrorCode.number(name) == nil && !ErrorCode.aliases.contains(name)
    }

    /// The codes whose names are nearest, where they are near enough to be meant.
    private static func advice(on name: String) -> String? {
        let near = EditDistance.nearest(to: name, among: ErrorCode.all.map(\.name) + ErrorCode.aliases)
        guard (1...3).contains(near.count) else { return nil }
        return "did you mean \(near.map { "-\($0)" }.joined(separator: " or "))?"
    }

    /// Of lines that run together without a period, the words up to where one plainly begins anew.
    private func words(around name: String, in record: ClauseRecord) -> String? {
        guard let place = prose.bytes[record.text].firstRange(of: Array(name.utf8)) else { return nil }
        var words = record.text
        for mark in prose.lineMarks(within: record.text) {
            let next = prose.bytes[mark.offset..<record.text.upperBound].prefix { $0 != 0x20 }
            guard Self.beginnings.contains(String(decoding: next, as: UTF8.self)) else { continue }
            if mark.offset <= place.lowerBound {
                words = mark.offset..<words.upperBound
            } else {
                words = words.lowerBound..<mark.offset
                break
            }
        }
        guard words != record.text else { return nil }
        return String(decoding: prose.bytes[words], as: UTF8.self).split(separator: " ").joined(separator: " ")
    }

    private static let beginnings: Set<String> = [
        "Also", "The", "This", "These", "If", "When", "It", "Note", "Return", "Returns", "In", "For", "All", "Any",
        "Otherwise", "See", "Other", "On", "Must", "May",
    ]
}
