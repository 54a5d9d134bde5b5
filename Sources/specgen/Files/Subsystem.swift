/// One folder of `Spec/`: documentation, and beside it the vocabulary that binds its words to a testbed.
struct Subsystem {
    static let vocabularyName = "vocabulary.yaml"

    var name: String
    var folder: String

    var vocabulary: String { "\(folder)/\(Self.vocabularyName)" }
}
