import Clauses

/// The same tests on a Linux kernel: a second column beside the reference's.
public struct LinuxReport: Sendable, Equatable, Codable {
    /// The kernel's release, as `uname -r` has it; nil when it did not say.
    public var release: String?
    public var kept = 0
    public var broken = 0
    public var notObservable = 0
    public var absent = 0
    public var untested = 0
    /// The clauses that one of both keeps and the other does not, by id, in the order of the documentation.
    public var differences: [String]

    init(release: String?, clauses: [ReportedClause]) {
        self.release = release
        differences = clauses.filter(\.differsOnLinux).map(\.clause.id)
        for verdict in clauses.compactMap(\.linux) {
            switch verdict.outcome {
            case .kept: kept += 1
            case .broken: broken += 1
            case .notObservable: notObservable += 1
            case .absent: absent += 1
            case .untested: untested += 1
            }
        }
    }

    /// "Linux 6.1.0-18-amd64: 41 kept, 3 broken, 17 not observable, 29 absent, 4 untested".
    public var summary: String {
        let counts: [(Int, Verdict.Outcome)] = [
            (kept, .kept), (broken, .broken), (notObservable, .notObservable), (absent, .absent), (untested, .untested),
        ]
        let words = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1.words)" }
        return "Linux\(release.map { " \($0)" } ?? ""): \(words.isEmpty ? "nothing" : words.joined(separator: ", "))"
    }
}

extension ReportedClause {
    /// Whether its test passes on one of both, and fails on the other.
    public var differsOnLinux: Bool {
        switch (status, linux?.outcome) {
        case (.verified, .broken?), (.unproven, .broken?), (.failing, .kept?): true
        default: false
        }
    }

    /// Which of both disagrees with the documentation's words, and what its test said; nil when they agree.
    public var difference: (who: String, evidence: String)? {
        guard differsOnLinux else { return nil }
        if linux?.outcome == .broken {
            return ("the reference keeps it, and Linux disagrees with the words", linux?.reason ?? "")
        }
        return ("Linux keeps it, and the reference disagrees with the words", test?.message ?? clause.reason ?? "")
    }
}
