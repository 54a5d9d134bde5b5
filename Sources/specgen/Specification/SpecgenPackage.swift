import Compliance
import Foundation
import KernelDoc

/// The package that holds a specification: `Spec/`, the testbeds, and the tests generated from it.
struct SpecgenPackage {
    /// Absolute.
    var root: String

    var specFolder: String { "\(root)/Spec" }
    /// Where scratch packages and results live; nobody's work is lost with it.
    var buildFolder: String { "\(root)/.build" }

    var verifyFolder: String { "\(buildFolder)/verify" }

    /// The package named by `--package-path`, or else the one around the working directory, or else the one that
    /// this program was built in.
    static func find(_ named: String?) throws(Failure) -> SpecgenPackage {
        if let named {
            guard isPackage(absolute(named)) else {
                throw Failure(
                    "is not a package with a specification: it lacks Package.swift or the folder Spec", file: named,
                    advice: "name the folder in which both are")
            }
            return SpecgenPackage(root: absolute(named))
        }
        let starts = [FileManager.default.currentDirectoryPath, executable]
        for start in starts {
            if let root = ancestors(of: start).first(where: isPackage) { return SpecgenPackage(root: root) }
        }
        throw Failure(
            "no package with a specification in \(starts[0]) or above it",
            advice: "run this in a folder of the package, or name it with --package-path")
    }

    /// The folders of `Spec/` that hold a vocabulary, ordered by name.
    func subsystems() throws(Failure) -> [Subsystem] {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: specFolder).sorted()
        } catch {
            throw Failure("cannot be read: \(error.reason)", file: specFolder)
        }
        let subsystems = names.map { Subsystem(name: $0, folder: "\(specFolder)/\($0)") }
            .filter { FileManager.default.fileExists(atPath: $0.vocabulary) }
        guard !subsystems.isEmpty else {
            throw Failure(
                "holds no subsystem", file: displayed(specFolder),
                advice: "put its documentation into a folder in there, with a \(Subsystem.vocabularyName) beside it")
        }
        return subsystems
    }

    /// A warning for each document in `Spec/` that belongs to no subsystem, and of which nothing is read.
    ///
    /// - Parameter subsystems: those that are read.
    func strayDocuments(beside subsystems: [Subsystem]) -> [Diagnostic] {
        let folders = Set(subsystems.map(\.name))
        let files = (FileManager.default.enumerator(atPath: specFolder)?.compactMap { $0 as? String } ?? []).sorted()
        return files.compactMap { file in
            let parts = file.split(separator: "/")
            let isHidden = parts.contains { $0.hasPrefix(".") }
            guard let folder = parts.first.map(String.init), let name = parts.last.map(String.init),
                !folders.contains(folder), !isHidden, DocumentReader.reads(name), name != WaiverFile.name,
                !isFolder("\(specFolder)/\(file)")
            else { return nil }
            let advice =
                parts.count == 1
                ? "move it into the folder of its subsystem, beside the \(Subsystem.vocabularyName)"
                : "write \(displayed("\(specFolder)/\(folder)"))/\(Subsystem.vocabularyName), or move it out of Spec/"
            return Diagnostic(
                .warning, file: displayed("\(specFolder)/\(file)"),
                message: "is not read, and none of its clauses counts: there is no vocabulary for it", advice: advice)
        }
    }

    /// A path in the package, from its root.
    func relative(_ path: String) -> String {
        let path = Self.absolute(path)
        return path.hasPrefix(root + "/") ? String(path.dropFirst(root.count + 1)) : path
    }

    /// The folder with a module's sources: of its name, in `Sources/` or, for what only tests use, elsewhere.
    func sources(of module: String) -> String? {
        guard !module.contains("/"), !module.hasPrefix(".") else { return nil }
        let usual = "\(root)/Sources/\(module)"
        if FileManager.default.fileExists(atPath: usual) { return usual }
        guard let walk = FileManager.default.enumerator(atPath: "\(root)/Tests") else { return nil }
        for case let name as String in walk where name.split(separator: "/").last.map(String.init) == module {
            return "\(root)/Tests/\(name)"
        }
        return nil
    }

    private static func isPackage(_ folder: String) -> Bool {
        FileManager.default.fileExists(atPath: "\(folder)/Package.swift") && isFolder("\(folder)/Spec")
    }

    private static func absolute(_ path: String) -> String { URL(fileURLWithPath: path).standardizedFileURL.path }

    private static var executable: String {
        let link = "/proc/self/exe"
        let target = try? FileManager.default.destinationOfSymbolicLink(atPath: link)
        return target ?? absolute(CommandLine.arguments[0])
    }

    private static func ancestors(of path: String) -> some Sequence<String> {
        sequence(first: path) { $0 == "/" ? nil : URL(fileURLWithPath: $0).deletingLastPathComponent().path }
    }
}

/// Whether there is a folder of this path.
func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
}

/// A path as one would type it from the working directory.
func displayed(_ path: String) -> String {
    let here = FileManager.default.currentDirectoryPath
    return path.hasPrefix(here + "/") ? String(path.dropFirst(here.count + 1)) : path
}
