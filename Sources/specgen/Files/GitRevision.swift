import Foundation
import KernelDoc

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

    /// What a file of a checkout is called in git; nil for any other file. The checkout is gone when a message is read.
    func name(of file: String, in root: String) -> String? {
        file.hasPrefix(root + "/") ? "\(revision):\(file.dropFirst(root.count + 1))" : nil
    }

    /// Writes the regular files out. Links are left out: they could point anywhere.
    func checkOut() throws(Failure) -> Checkout {
        let files = try files()
        let root = FileManager.default.temporaryDirectory.appendingPathComponent("specgen-\(UUID().uuidString)").path
        let checkout = Checkout(root: root, path: path.isEmpty ? root : "\(root)/\(path)")
        do throws(Failure) {
            // One git for all files: starting one for each would take minutes for the documentation of a kernel.
            let list = "\(root)/.objects"
            try write(Data(files.map { $0.object + "\n" }.joined().utf8), to: list)
            var contents = try git(["cat-file", "--batch"], input: list)[...]
            try? FileManager.default.removeItem(atPath: list)
            for file in files {
                // OBJECT blob SIZE, a line break, the contents, and a line break.
                guard let end = contents.firstIndex(of: UInt8(ascii: "\n")),
                    let size = Int(String(decoding: contents[..<end].split(separator: 0x20).last ?? [], as: UTF8.self)),
                    contents.endIndex - end > size + 1
                else { throw Failure("git says less than it was asked for", file: "\(revision):\(file.path)") }
                try write(Data(contents[(end + 1)...].prefix(size)), to: "\(root)/\(file.path)")
                contents = contents[(end + size + 2)...]
            }
        } catch {
            checkout.remove()
            throw error
        }
        return checkout
    }

    /// The file, or those of the folder's that are documentation by their names.
    private func files() throws(Failure) -> [(object: String, path: String)] {
        let list = try git(["ls-tree", "-r", "-z", "--full-tree", revision, "--", path.isEmpty ? "." : path])
        // MODE TYPE OBJECT TAB PATH, each ended by a NUL.
        let files = list.split(separator: 0).compactMap { entry -> (object: String, path: String)? in
            guard let tab = entry.firstIndex(of: UInt8(ascii: "\t")), entry.starts(with: "100".utf8),
                let object = entry[..<tab].split(separator: 0x20).last
            else { return nil }
            let path = String(decoding: entry[entry.index(after: tab)...], as: UTF8.self)
            guard !path.split(separator: "/").contains(".."),
                path == self.path || DocumentReader.reads(path)
            else { return nil }
            return (String(decoding: object, as: UTF8.self), path)
        }
        guard !files.isEmpty else {
            throw Failure(
                "no such file or folder in \(revision)", file: "\(revision):\(path)",
                advice: "the path counts from the top of the repository: git ls-tree \(revision)")
        }
        return files
    }

    private func write(_ contents: Data, to file: String) throws(Failure) {
        let place = URL(fileURLWithPath: file)
        do {
            try FileManager.default.createDirectory(
                at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
            try contents.write(to: place)
        } catch {
            throw Failure("cannot be written: \(error.reason)", file: file)
        }
    }

    /// What git prints; nil when it cannot be run, or has failed.
    ///
    /// - Parameter input: the file that it reads as its standard input; nil: none.
    static func output(_ arguments: [String], in folder: String, input: String? = nil) -> [UInt8]? {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["git", "-C", folder] + arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        process.standardInput = input.flatMap(FileHandle.init(forReadingAtPath:)) ?? FileHandle.nullDevice
        guard (try? process.run()) != nil else { return nil }
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return process.terminationStatus == 0 ? Array(data) : nil
    }

    private func git(_ arguments: [String], input: String? = nil) throws(Failure) -> [UInt8] {
        let folder = FileManager.default.currentDirectoryPath
        if let output = GitRevision.output(arguments, in: folder, input: input) { return output }
        throw Failure(
            "is neither a file nor anything that git knows here", file: "\(revision):\(path)",
            advice: "write REV:PATH, in a folder of the repository; git log lists revisions")
    }
}
