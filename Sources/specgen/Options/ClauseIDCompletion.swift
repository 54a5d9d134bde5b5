import ArgumentParser
import Clauses
import Foundation

/// Clause ids for the shell: of the package around the working directory, as its tests were generated.
enum ClauseIDCompletion {
    static var kind: CompletionKind { .custom { _, _, _ in ids() } }

    private static func ids() -> [String] {
        guard let package = try? SpecgenPackage.find(nil) else { return [] }
        let scratch = (try? FileManager.default.contentsOfDirectory(atPath: package.verifyFolder)) ?? []
        let roots = [package.root] + scratch.map { "\(package.verifyFolder)/\($0)" }
        let ids = roots.flatMap { root -> [String] in
            let file = URL(fileURLWithPath: "\(root)/Generated/clauses.json")
            guard let data = try? Data(contentsOf: file) else { return [] }
            return (try? JSONDecoder().decode(ClauseList.self, from: data))?.clauses.map(\.id) ?? []
        }
        return Set(ids).sorted()
    }
}
