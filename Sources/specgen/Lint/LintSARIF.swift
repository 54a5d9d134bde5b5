import Clauses
import Compliance

/// Findings as SARIF, for code review and editors.
struct LintSARIF {
    private let findings: [PlacedFinding]

    init(_ findings: [PlacedFinding]) { self.findings = findings }

    func text() throws -> String {
        let results = findings.map { placed in
            let finding = placed.finding
            var result = SARIFLog.Result(
                rule: finding.kind.rawValue, message: "“\(finding.text)”: \(finding.why)\n\(finding.suggestion)",
                source: finding.source)
            result.column = placed.column?.characters
            result.related = finding.other.map { .init(source: $0, message: "what does not go with it") }
            return result
        }
        return try SARIFLog(version: Specgen.version, rules: LintFinding.Kind.allCases.map(rule), results: results)
            .text()
    }

    private func rule(_ kind: LintFinding.Kind) -> SARIFLog.Rule {
        let (summary, help) = words(kind)
        return SARIFLog.Rule(id: kind.rawValue, severity: .warning, summary: summary, help: help)
    }

    private func words(_ kind: LintFinding.Kind) -> (summary: String, help: String) {
        switch kind {
        case .contradiction:
            (
                "Two clauses about one thing cannot both hold.",
                "Keep one of the two, or say under which condition each holds."
            )
        case .deniedError:
            (
                "One sentence names error codes, another says that the call cannot fail.",
                "Keep one of the two, or say under which condition each holds."
            )
        case .ambiguousModal:
            (
                "“May not” forbids to one reader, and to another says that it might not happen.",
                "Write “must not” where it is forbidden, “might not” where it is possible."
            )
        case .dutyWithoutBearer:
            (
                "Somebody has to do something, and nothing in the section says who.",
                "Name the caller, the driver, userspace or the core as the subject of the sentence."
            )
        case .restartUnexplained:
            (
                "A call has to be restarted, and nothing says how.",
                "Say which call is made again, with which arguments, and what is kept in between."
            )
        case .misplacedDescription:
            (
                "A parameter's description plainly belongs to another parameter or type.",
                "Describe what the parameter is that it stands at."
            )
        case .unknownError:
            ("The kernel has no error code of this name.", "Name the code that is returned.")
        case .resultMismatch:
            (
                "The text gives a function a result that it cannot have by its prototype.",
                "Say what the function returns by its prototype, or leave the result out."
            )
        case .absentParameter:
            (
                "A parameter is described that the function does not have.",
                "Name the parameter that is meant, or leave the description out."
            )
        }
    }
}
