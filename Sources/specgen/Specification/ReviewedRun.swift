import Compliance
import Foundation
import KernelDoc

/// A run of the tests, reported, with what reports beyond the figures show of it: the documentation itself, the
/// sources of the tests, and what became of the clauses before.
struct ReviewedRun {
    var report: ComplianceReport
    /// Which run it was, in words.
    var title: String
    private let root: String
    private let package: SpecgenPackage

    /// The newest finished run in a package, with the waivers that apply to it.
    init(
        newestOf subject: FinishedRun.Subject = .anything, in package: SpecgenPackage, printer: DiagnosticPrinter
    ) throws {
        let run = try FinishedRun.newest(of: subject, in: package, printer: printer)
        let isOwn = FinishedRun.isOfSpecification(run.root, package)
        let waivers = isOwn ? try package.subsystems().flatMap { $0.readWaivers(printer).waivers } : []
        self.init(
            ComplianceReport(
                clauses: try run.clauses(), result: run.result, linux: try run.onLinux(), waivers: waivers),
            title: run.title,
            root: run.root, package: package)
    }

    /// - Parameter root: of the package whose tests were run.
    init(_ report: ComplianceReport, title: String, root: String, package: SpecgenPackage) {
        (self.report, self.title, self.root, self.package) = (report, title, root, package)
    }

    /// What the documentation is about: the subsystems in `Spec/`, or the documents that were named in a call.
    var subject: String {
        let inputs = FinishedRun.isOfSpecification(root, package) ? [] : VerifiedInputs(in: root)?.inputs ?? []
        let names =
            inputs.isEmpty
            ? ((try? package.subsystems()) ?? []).map(\.name)
            : inputs.map { URL(fileURLWithPath: $0).lastPathComponent }
        return names.joined(separator: ", ")
    }

    /// The documentation as it is now.
    var documents: [Document] {
        guard FinishedRun.isOfSpecification(root, package) else { return VerifiedInputs(in: root)?.documents ?? [] }
        let folders = (try? package.subsystems())?.map(\.folder) ?? []
        return DocumentReader().read(folders).documents.map { document in
            var document = document
            document.file = package.relative(document.file)
            return document
        }
    }

    /// The contents of the tests' files, by the name under which a result has them: module and file.
    var testSources: [String: String] {
        let wanted = Set(report.clauses.compactMap(\.test?.file))
        guard !wanted.isEmpty, let walk = FileManager.default.enumerator(atPath: "\(root)/Generated") else {
            return [:]
        }
        var sources: [String: String] = [:]
        for case let path as String in walk {
            let name = "Generated/\(URL(fileURLWithPath: path).lastPathComponent)"
            guard wanted.contains(name), let data = FileManager.default.contents(atPath: "\(root)/Generated/\(path)")
            else { continue }
            sources[name] = String(decoding: data, as: UTF8.self)
        }
        return sources
    }

    /// From the revisions of the committed snapshot; empty without any.
    var history: ClauseHistory { package.history(ofSnapshotUpTo: 40) }
}
