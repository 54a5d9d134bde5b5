import Foundation

/// The folder of generated files: compared with what should be there, and replaced only as a whole.
///
/// Files that somebody wrote by hand are never touched. A file whose contents stay the same keeps its date, so that
/// nothing is compiled again for it.
struct GeneratedFolder {
    /// Where it is; it need not exist yet.
    var path: String
    /// Whether a file's path in here, or its contents, say that specgen wrote it.
    var isGenerated: (String, [UInt8]) -> Bool

    struct Change {
        /// Relative to the folder.
        var path: String
        /// Nil when there is no such file.
        var old: [UInt8]?
        /// Nil when the file is to go.
        var new: [UInt8]?
    }

    /// What would have to change for the folder to hold these files and no other generated ones, ordered by path.
    ///
    /// - Parameter files: contents by path relative to the folder.
    /// - Throws: `Failure` when a file cannot be read, or when a file of one of these names was not generated.
    func changes(to files: [String: [UInt8]]) throws(Failure) -> [Change] {
        let present = try presentFiles()
        var changes: [Change] = []
        for name in Set(files.keys).union(present).sorted() {
            let old = present.contains(name) ? try contents(of: name) : nil
            let new = files[name]
            guard old != new else { continue }
            if let old, !isGenerated(name, old) {
                guard new != nil else { continue }
                throw Failure(
                    "was not generated, and a generated file of this name would replace it", file: "\(path)/\(name)",
                    advice: "move it out of \(path), or delete it")
            }
            changes.append(Change(path: name, old: old, new: new))
        }
        return changes
    }

    /// Makes these changes. All new contents are on the disk before the first file is replaced, and each file is
    /// replaced at once: nobody ever reads half of one.
    func apply(_ changes: [Change]) throws(Failure) {
        guard !changes.isEmpty else { return }
        let staging = "\(path)/\(Self.stagingName)"
        defer { try? FileManager.default.removeItem(atPath: staging) }
        try stage(changes, in: staging)
        for (number, change) in changes.enumerated() {
            let file = "\(path)/\(change.path)"
            let result = change.new == nil ? unlink(file) : rename("\(staging)/\(number)", file)
            guard result == 0 else {
                throw Failure("cannot be replaced: \(systemMessage(errno))", file: file)
            }
        }
    }

    private func stage(_ changes: [Change], in staging: String) throws(Failure) {
        let manager = FileManager.default
        do {
            // What an interrupted run may have left.
            try? manager.removeItem(atPath: staging)
            try manager.createDirectory(atPath: staging, withIntermediateDirectories: true)
            for (number, change) in changes.enumerated() {
                guard let new = change.new else { continue }
                try Data(new).write(to: URL(fileURLWithPath: "\(staging)/\(number)"))
                let folder = URL(fileURLWithPath: "\(path)/\(change.path)").deletingLastPathComponent()
                try manager.createDirectory(at: folder, withIntermediateDirectories: true)
            }
        } catch {
            throw Failure("cannot be written: \(error.reason)", file: path, advice: "nothing in it was changed")
        }
    }

    /// Hidden, so that a build does not look into it.
    private static let stagingName = ".specgen-new"

    /// Every file that can be one of ours, relative to the folder.
    private func presentFiles() throws(Failure) -> Set<String> {
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        guard let walk = FileManager.default.enumerator(atPath: path) else {
            throw Failure("is not a folder that can be read", file: path)
        }
        var files: Set<String> = []
        for case let name as String in walk {
            if name.split(separator: "/").contains(where: { $0.hasPrefix(".") }) {
                walk.skipDescendants()
            } else if walk.fileAttributes?[.type] as? FileAttributeType == .typeRegular {
                files.insert(name)
            }
        }
        return files
    }

    private func contents(of name: String) throws(Failure) -> [UInt8] {
        do {
            return Array(try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)")))
        } catch {
            throw Failure("cannot be read: \(error.reason)", file: "\(path)/\(name)")
        }
    }
}
