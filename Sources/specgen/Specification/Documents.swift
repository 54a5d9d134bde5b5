import Compliance
import Foundation
import KernelDoc

/// The documents that a command works on, after all that is to be said about its inputs has been said.
struct Documents {
    var all: [Document]
    /// `findings` when some inputs could not be used.
    var status: ExitStatus

    /// Reads the inputs and prints every diagnostic.
    ///
    /// - Throws: `ExitStatus.unusable`, said, when nothing could be read from any of them.
    init(_ inputs: [String], with reader: DocumentReader, printer: DiagnosticPrinter) throws(ExitStatus) {
        let reading = reader.read(inputs)
        let diagnostics = reading.allDiagnostics
        for diagnostic in diagnostics { printer.print(diagnostic) }
        if reading.documents.isEmpty {
            if diagnostics.isEmpty {
                printer.print(
                    Diagnostic(
                        .error, file: inputs.count == 1 ? inputs[0] : "", message: "no documentation in any input",
                        advice: "kernel-doc comments begin with /**"))
            }
            throw .unusable
        }
        all = reading.documents
        status = diagnostics.contains { $0.severity == .error } ? .findings : .fine
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
