import Clauses
import Compliance
import Foundation
import KernelDoc
import Promises

/// The result of a run of the tests, with the clauses that it was about.
struct FinishedRun {
    /// The package that was run: the one with the specification, or a scratch package.
    var root: String
    /// What one types to have such a run: `swift test`, `specgen verify`.
    var command: String
    var result: RunResult

    /// What runs are looked at.
    enum Subject {
        /// Those of the package's own tests, all of them.
        case ownTests
        /// Those of the documentation in `Spec/`: what the package itself promises.
        case specification
        /// Those of documents named in a call of `specgen verify`, too.
        case anything
    }

    /// The newest one in a package, of its own tests or of a verification.
    ///
    /// - Parameter printer: warns of a run that was begun later and has not ended; nil: nobody needs to know.
    static func newest(
        of subject: Subject, in package: SpecgenPackage, printer: DiagnosticPrinter?
    ) throws(Failure) -> FinishedRun {
        var roots = [(path: package.root, command: "swift test")]
        if subject != .ownTests {
            let scratch = (try? FileManager.default.contentsOfDirectory(atPath: package.verifyFolder)) ?? []
            roots += scratch.sorted().map { ("\(package.verifyFolder)/\($0)", "specgen verify") }
        }
        if subject == .specification { roots.removeAll { !isOfSpecification($0.path, package) } }
        var newest: FinishedRun?
        var unfinished: (started: Date, file: String)?
        for root in roots {
            let store = ResultStore(package: URL(fileURLWithPath: root.path))
            do throws(ResultError) {
                if let result = try store.finished(.full), result.started > newest?.result.started ?? .distantPast {
                    newest = FinishedRun(root: root.path, command: root.command, result: result)
                }
                if let result = try store.unfinished(.full), result.started > unfinished?.started ?? .distantPast {
                    unfinished = (result.started, store.journal(of: .full).path)
                }
            } catch {
                throw Failure(error.message, file: displayed(error.file), advice: "run the tests again")
            }
        }
        if let printer, let unfinished, unfinished.started > newest?.result.started ?? .distantPast {
            printer.print(
                Diagnostic(
                    .warning, file: displayed(unfinished.file), message: "a newer run of the tests has not ended",
                    advice: "it is still running, or it crashed; this report is not about it"))
        }
        guard let newest else {
            throw Failure(
                "no finished run of the tests in \(displayed(package.buildFolder))",
                advice: subject == .ownTests ? "run `swift test`" : "run `swift test`, or `specgen verify`")
        }
        return newest
    }

    /// Whether a run was about `Spec/`, not about documents named in a call.
    static func isOfSpecification(_ root: String, _ package: SpecgenPackage) -> Bool {
        root == package.root || VerifiedInputs(in: root)?.inputs.isEmpty == true
    }

    /// What the same tests did on Linux; nil when they were not run there.
    func onLinux() throws(Failure) -> RunResult? {
        do throws(ResultError) {
            return try ResultStore(package: URL(fileURLWithPath: root)).finishedOnLinux()
        } catch {
            throw Failure(error.message, file: displayed(error.file), advice: "run specgen verify --on both again")
        }
    }

    /// The file that the result stands in.
    var file: String { ResultStore(package: URL(fileURLWithPath: root)).file(of: result.scope).path }

    /// Every clause of the documentation that was generated from, tested or not.
    func clauses() throws(Failure) -> [Clause] {
        let file = "\(root)/Generated/clauses.json"
        do {
            return try JSONDecoder().decode(ClauseList.self, from: Data(contentsOf: URL(fileURLWithPath: file))).clauses
        } catch {
            throw Failure(
                "cannot be read as \(ClauseList.schema): \(error.reason)", file: displayed(file),
                advice: "run specgen generate")
        }
    }

    /// Which run it was, for the head of a report.
    var title: String {
        guard let finished = result.finished else { return command }
        return "\(command), \(Self.text(of: finished)) (\(displayed(file)))"
    }

    private static func text(of date: Date) -> String {
        var seconds = time_t(date.timeIntervalSince1970)
        var parts = tm()
        localtime_r(&seconds, &parts)
        var buffer = [CChar](repeating: 0, count: 32)
        let count = strftime(&buffer, buffer.count, "%Y-%m-%d %H:%M", &parts)
        return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
