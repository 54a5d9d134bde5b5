import Compliance

/// One folder of `Spec/`: documentation, and beside it the vocabulary that binds its words to a testbed.
struct Subsystem {
    var name: String
    var folder: String

    static let vocabularyName = "vocabulary.yaml"
    var vocabulary: String { "\(folder)/\(Self.vocabularyName)" }
    /// Need not be there.
    var waivers: String { "\(folder)/\(WaiverFile.name)" }
}
