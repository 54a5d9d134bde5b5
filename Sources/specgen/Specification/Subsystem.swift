import Compliance
import Foundation

/// One folder of `Spec/`: documentation, and beside it the vocabulary that binds its words to a testbed.
struct Subsystem {
    var name: String
    var folder: String

    static let vocabularyName = "vocabulary.yaml"
    var vocabulary: String { "\(folder)/\(Self.vocabularyName)" }
    /// Need not be there.
    var waivers: String { "\(folder)/\(WaiverFile.name)" }

    /// Reads them, and says which of their lines are none.
    func readWaivers(_ printer: DiagnosticPrinter) -> WaiverFile {
        let data = FileManager.default.contents(atPath: waivers) ?? Data()
        let file = WaiverFile(Array(data), file: displayed(waivers))
        for diagnostic in file.diagnostics { printer.print(diagnostic) }
        return file
    }
}
