import Compliance
import Foundation
import KernelDoc

/// The documents that a command works on, after all that is to be said about its inputs has been said.
struct Documents {
    var all: [Document]
    /// `findings` when some inputs could not be used.
    var status: ExitStatus

    /// What came by streams, which can be read once, by the names that their documents have.
    private(set) var streams: [String: [UInt8]] = [:]

    /// Whether inputs that can be read, and document nothing, are fine.
    enum Silence {
        case refused
        /// A C file that was named and has no kernel-doc is as usable as one in a folder.
        case ofCode
        /// Any file is, which then gets a note; a folder in which there is nothing to read is not.
        case ofFiles
        case accepted
    }

    /// Reads the inputs and prints every diagnostic.
    ///
    /// - Parameters:
    ///   - isSaidElsewhere: what the command has as a finding of its own, so that it is not printed twice.
    ///   - name: the name of a file as the user knows it.
    /// - Throws: `ExitStatus.unusable`, said, when nothing could be read from any of them.
    init(
        _ inputs: [String], with reader: DocumentReader, printer: DiagnosticPrinter, silence: Silence = .refused,
        unless isSaidElsewhere: (Diagnostic) -> Bool = { _ in false }, named name: (String) -> String = { $0 }
    ) throws(ExitStatus) {
        let reading = Self.read(inputs, with: reader, &streams).withPlainPaths()
        var diagnostics = reading.allDiagnostics
        for place in diagnostics.indices { diagnostics[place].file = name(diagnostics[place].file) }
        let isCode = !Set(inputs + streams.keys).isDisjoint(with: reading.undocumented)
        let isFine =
            switch silence {
            case .refused: false
            case .ofCode: isCode
            case .ofFiles: !reading.undocumented.isEmpty || inputs.contains { !isFolder($0) }
            case .accepted: true
            }
        let isUnusable =
            reading.documents.isEmpty && (!isFine || diagnostics.contains { $0.severity == .error })
        if isUnusable { diagnostics = Self.causes(diagnostics) }
        for diagnostic in diagnostics where !isSaidElsewhere(diagnostic) { printer.print(diagnostic) }
        if isUnusable {
            if !diagnostics.contains(where: { $0.severity == .error }) {
                printer.print(
                    Diagnostic(
                        .error, file: name(Self.subject(inputs, streams)),
                        message: "no documentation in any input",
                        advice: Self.isGone(inputs, streams, with: reader)
                            ? "the patch only takes some away: --side old reads it"
                            : "kernel-doc comments begin with /**"))
            }
            throw .unusable
        }
        if silence == .ofFiles, reading.documents.isEmpty, diagnostics.isEmpty {
            printer.print(
                Diagnostic(.note, file: Self.subject(inputs, streams), message: "no documentation in the input"))
        }
        all = reading.documents
        status = diagnostics.contains { $0.severity == .error } ? .findings : .fine
    }

    /// What a message about all inputs is about: the one that there is.
    private static func subject(_ inputs: [String], _ streams: [String: [UInt8]]) -> String {
        inputs.count == 1 ? streams.keys.first ?? inputs[0] : ""
    }

    /// What is the cause of a failure is no warning, and is said when errors alone are.
    static func causes(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        diagnostics.map { diagnostic in
            var cause = diagnostic
            if cause.line == 0 { cause.severity = .error }
            return cause
        }
    }

    /// Whether what was read of patches after them is silent since they take away all documentation that they show.
    private static func isGone(
        _ inputs: [String], _ streams: [String: [UInt8]], with reader: DocumentReader
    ) -> Bool {
        guard reader.options.side == .new else { return false }
        var reader = reader
        reader.options.side = .old
        let named = reader.read(inputs.filter { !StreamInput.isNamed($0) })
        return !named.documents.isEmpty
            || streams.contains { !reader.read($0.value, named: $0.key).documents.isEmpty }
    }

    private static func read(
        _ inputs: [String], with reader: DocumentReader, _ streams: inout [String: [UInt8]]
    ) -> DocumentReader.Reading {
        let refusals = inputs.compactMap(ForeignFile.refusal)
        let inputs = inputs.filter { ForeignFile.refusal(of: $0) == nil }
        var all = DocumentReader.Reading()
        if !inputs.contains(where: StreamInput.isNamed) {
            all = reader.read(inputs)
            all.diagnostics = refusals + all.diagnostics
            return all
        }
        all.diagnostics = refusals
        for input in inputs {
            var one = DocumentReader.Reading()
            if StreamInput.isNamed(input) {
                do throws(Diagnostic) {
                    let stream = try StreamInput(reading: input)
                    streams[stream.name] = stream.bytes
                    one = reader.read(stream.bytes, named: stream.name)
                } catch {
                    one.diagnostics = [error]
                }
            } else {
                one = reader.read([input])
            }
            all.documents += one.documents
            all.diagnostics += one.diagnostics
            all.undocumented += one.undocumented
        }
        return all
    }

    /// Reads the documentation of a subsystem of a package, and prints every diagnostic.
    ///
    /// - Throws: `ExitStatus.unusable`, said, when nothing could be read.
    init(of subsystem: Subsystem, printer: DiagnosticPrinter) throws(ExitStatus) {
        try self.init([displayed(subsystem.folder)], with: DocumentReader(), printer: printer)
        leaveOutWaivers()
    }

    /// Waivers lie beside documentation, and say nothing of what it promises.
    mutating func leaveOutWaivers() {
        all.removeAll { URL(fileURLWithPath: $0.file).lastPathComponent == WaiverFile.name }
    }
}

extension DocumentReader.Reading {
    /// With `net/socket.c` for `./net/socket.c`, as the files are called that a book of the working directory pulls in:
    /// annotations and editors know a file by one name.
    fileprivate func withPlainPaths() -> Self {
        func plain(_ path: String) -> String {
            guard path.hasPrefix("./") else { return path }
            let rest = String(path.dropFirst(2).drop { $0 == "/" })
            return rest.isEmpty || StreamInput.isNamed(rest) ? path : plain(rest)
        }
        var reading = self
        for index in reading.diagnostics.indices {
            reading.diagnostics[index].file = plain(reading.diagnostics[index].file)
        }
        for index in reading.documents.indices {
            reading.documents[index].file = plain(reading.documents[index].file)
            for place in reading.documents[index].diagnostics.indices {
                reading.documents[index].diagnostics[place].file = plain(
                    reading.documents[index].diagnostics[place].file)
            }
        }
        return reading
    }
}
