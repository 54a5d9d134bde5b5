import ArgumentParser
import Clauses
import Foundation

/// Clause ids for the shell: of the run that `specgen show` looks at, in the package around the working directory.
enum ClauseIDCompletion {
    static var kind: CompletionKind { .custom { _, _, _ in ids() } }

    private static func ids() -> [String] {
        guard let package = try? SpecgenPackage.find(nil),
            let run = try? FinishedRun.newest(of: .anything, in: package, printer: nil),
            let clauses = try? run.clauses()
        else { return [] }
        return Set(clauses.map(\.id)).sorted()
    }
}
