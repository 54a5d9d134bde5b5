import Compliance
import Foundation
import PlainText

/// A machine that is emulated in software, and runs Linux once: with the kernel, the modules and the first process that
/// `Linux/prepare` of the package has made ready.
struct LinuxMachine {
    /// What `Linux/prepare` was given: `.build/linux`, or one for each kernel of one's own.
    private let folder: String
    private var machine: String { "\(folder)/machine" }

    /// A kernel of one's own: a bzImage for x86-64, and a folder for building modules for it.
    struct Kernel {
        var image: String
        var headers: String
    }

    /// Makes everything ready, which may fetch packages and takes a while when it is done for the first time.
    ///
    /// - Throws: `Failure` with what is missing, and what to do.
    init(for package: SpecgenPackage, kernel: Kernel?, _ progress: Progress) throws(Failure) {
        let prepare = "\(package.root)/Linux/prepare"
        guard FileManager.default.isExecutableFile(atPath: prepare) else {
            throw Failure(
                "this package cannot be tested on Linux: it has no \(displayed(prepare))",
                advice: "it makes a kernel ready, and a probe for the testbed; see docs/linux-6.1.md")
        }
        var arguments = ["\(package.buildFolder)/linux"]
        if let kernel {
            let paths = [kernel.image, kernel.headers].map { URL(fileURLWithPath: $0).standardizedFileURL.path }
            arguments = ["\(package.buildFolder)/linux-own"] + paths
        }
        folder = arguments[0]
        var said: [String] = []
        progress.show("making a machine with Linux ready …")
        let end = try ChildProcess.run(prepare, arguments, in: package.root) { line in
            said.append(line)
            progress.show(line)
        }
        progress.clear()
        guard end == .exited(0) else {
            Self.tell(said.suffix(20))
            throw Failure(
                "no machine with Linux can be made ready; the lines above say why",
                advice: "with --on reference, the tests need no Linux")
        }
    }

    /// What every start needs: the first process, the modules, a program with its libraries, and a few files.
    func initramfs(for program: String, files: [String: String]) throws(Failure) -> Initramfs {
        var archive = Initramfs()
        for place in ["proc", "sys", "dev", "tmp", "package"] { archive.addFolder(place) }
        try archive.addFile("init", copyOf: "\(machine)/init", isExecutable: true)
        let modules = (try? FileManager.default.contentsOfDirectory(atPath: "\(machine)/modules")) ?? []
        for module in modules.sorted() {
            try archive.addFile("modules/\(module)", copyOf: "\(machine)/modules/\(module)")
        }
        try archive.addFile("tests", copyOf: program, isExecutable: true)
        for library in try Self.libraries(of: program) {
            try archive.addFile(library, copyOf: library, isExecutable: true)
        }
        for (path, source) in files.sorted(by: { $0.key < $1.key }) { try archive.addFile(path, copyOf: source) }
        return archive
    }

    /// What another program has said, made harmless.
    static func tell(_ lines: some Sequence<String>) {
        StandardError.write(lines.map { "  \(InertText.line($0))\n" }.joined())
    }

    /// The shared libraries that a program is started with, the dynamic linker among them.
    private static func libraries(of program: String) throws(Failure) -> [String] {
        var libraries: [String] = []
        var missing: [String] = []
        let end = try ChildProcess.run("ldd", [program], in: "/") { line in
            let words = line.split(separator: " ").map { $0.trimmingCharacters(in: .whitespaces) }
            if line.contains("not found"), let name = words.first { missing.append(name) }
            if let path = words.first(where: { $0.hasPrefix("/") }) { libraries.append(path) }
        }
        guard end == .exited(0), missing.isEmpty else {
            throw Failure(
                "its libraries cannot be found\(missing.isEmpty ? "" : ": " + missing.joined(separator: ", "))",
                file: displayed(program))
        }
        return libraries
    }

    /// How a start went.
    struct Session {
        var end: ChildProcess.End
        /// What the kernel and the tests printed.
        var console: [String]

        /// Whether the machine was ended because it took too long: what `timeout` exits with then, or when it had to
        /// kill.
        var isOverdue: Bool { end == .exited(124) || end == .exited(137) }

        /// The last lines of the console, made harmless.
        var lastWords: [String] {
            let cause = console.lastIndex { line in Self.causes.contains { line.contains($0) } }
            let lines = cause.map { Array(console[$0...].prefix(12)) } ?? console.suffix(12)
            return lines.map { String($0.prefix(200)) }
        }

        /// How Linux begins to say that it cannot go on.
        private static let causes = ["Kernel panic", "Oops:", "BUG:", "kernel BUG at", "general protection fault"]

        /// The kernel's release, as the first process says it.
        var release: String? {
            console.lazy.compactMap { line in
                line.hasPrefix("init: Linux ") ? String(line.dropFirst("init: Linux ".count).prefix(64)) : nil
            }.first
        }

        /// Lines in which the first process says that something is missing.
        var complaints: [String] { console.filter { $0.hasPrefix("init: cannot ") } }
    }

    /// Starts the machine, and waits until it is switched off. It is ended after `limit` seconds, come what may.
    ///
    /// - Parameters:
    ///   - archives: unpacked one after the other.
    ///   - scratch: a folder for the archive and for what the console says.
    ///   - results: gets what is written to the second serial line.
    func run(_ archives: [Data], in scratch: String, results: String, limit: Int) throws(Failure) -> Session {
        let (initrd, console) = ("\(scratch)/initrd", "\(scratch)/console")
        do {
            try archives.reduce(into: Data()) { $0.append($1) }.write(to: URL(fileURLWithPath: initrd))
        } catch {
            throw Failure("cannot be written: \(error.reason)", file: displayed(initrd))
        }
        for file in [console, results] { _ = FileManager.default.createFile(atPath: file, contents: nil) }
        var said: [String] = []
        let end = try ChildProcess.run(
            "timeout",
            [
                "--foreground", "--kill-after=5", "\(limit)", "\(machine)/emulator", "-initrd", initrd, "-serial",
                "file:\(console)", "-serial", "file:\(results)",
            ], in: folder
        ) { said.append($0) }
        let text = FileManager.default.contents(atPath: console) ?? Data()
        let lines = String(decoding: text, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init)
        guard !lines.isEmpty else {
            Self.tell(said.suffix(20))
            throw Failure(
                "the machine with Linux did not start (\(end))",
                advice: "its kernel must be a bzImage for x86-64 with a console on a serial line; the emulator is "
                    + displayed("\(machine)/emulator"))
        }
        return Session(end: end, console: lines)
    }
}
