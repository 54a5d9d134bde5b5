import Foundation

/// A file or folder as it is in a revision that git knows, in git's own words: `REV:PATH`, the path from the top of
/// the repository.
struct GitRevision {
    var revision: String
    var path: String

    /// Nil for what has no colon in it, or nothing before it.
    init?(_ text: String) {
        guard let colon = text.firstIndex(of: ":"), colon != text.startIndex, !text.hasPrefix("-") else { return nil }
        revision = String(text[..<colon])
        path = String(text[text.index(after: colon)...])
    }

    /// Files of a revision, in a folder of their own.
    struct Checkout {
        /// The folder, which stands for the top of the repository.
        var root: String
        /// The file or folder that was asked for, in it.
        var path: String

        func remove() { try? FileManager.default.removeItem(atPath: root) }
    }

    /// Writes the regular files out. Links are left out: they could point anywhere.
    func checkOut() throws(Failure) -> Checkout {
        let named = "\(revision):\(path)"
        let list = try git(
            ["ls-tree", "-r", "-z", "--full-tree", revision, "--", path.isEmpty ? "." : path], for: named)
        // MODE TYPE OBJECT TAB PATH, each ended by a NUL.
        let files = list.split(separator: 0).compactMap { entry -> String? in
            guard let tab = entry.firstIndex(of: UInt8(ascii: "\t")), entry.starts(with: "100".utf8) else { return nil }
            return String(decoding: entry[entry.index(after: tab)...], as: UTF8.self)
        }
        guard !files.isEmpty else {
            throw Failure(
                "no such file or folder in \(revision)", file: named,
                advice: "the path counts from the top of the repository: git ls-tree \(revision)")
        }
        let root = FileManager.default.temporaryDirectory.appendingPathComponent("specgen-\(UUID().uuidString)").path
        let checkout = Checkout(root: root, path: path.isEmpty ? root : "\(root)/\(path)")
        for file in files {
            guard !file.split(separator: "/").contains("..") else { continue }
            let contents = try git(["show", "\(revision):\(file)"], for: named)
            let place = URL(fileURLWithPath: "\(root)/\(file)")
            do {
                try FileManager.default.createDirectory(
                    at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(contents).write(to: place)
            } catch {
                checkout.remove()
                throw Failure("cannot be written: \(error.reason)", file: place.path)
            }
        }
        return checkout
    }

    /// Other lines of git that a command may want: `log` of a file.
    static func output(_ arguments: [String], in folder: String) -> [UInt8]? {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["git", "-C", folder] + arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return nil }
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return process.terminationStatus == 0 ? Array(data) : nil
    }

    private func git(_ arguments: [String], for named: String) throws(Failure) -> [UInt8] {
        if let output = GitRevision.output(arguments, in: FileManager.default.currentDirectoryPath) { return output }
        throw Failure(
            "is neither a file nor anything that git knows here", file: named,
            advice: "write REV:PATH, in a folder of the repository; git log lists revisions")
    }
}
