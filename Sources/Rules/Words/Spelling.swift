/// Words that are written in more than one way: mistakes that documentation makes, and the spellings of another English.
/// Patterns know the second of each pair alone.
enum Spelling {
    /// The stem of the word that is meant by one with this stem.
    static func corrected(_ stem: String) -> String { stems[stem] ?? stem }

    private static let stems = [String: String](
        words.map { (Stem.asWritten($0), Stem.asWritten($1)) }, uniquingKeysWith: { first, _ in first })

    private static let words: KeyValuePairs = [
        "aquire": "acquire", "braket": "bracket", "coherant": "coherent", "incoherant": "incoherent",
        "concurent": "concurrent", "explicitely": "explicitly", "gaurantee": "guarantee", "garantee": "guarantee",
        "immediatly": "immediately", "interupt": "interrupt", "mutliple": "multiple", "neccessary": "necessary",
        "recieve": "receive", "relase": "release", "seperate": "separate", "succede": "succeed", "sucess": "success",
        "behaviour": "behavior", "initialise": "initialize", "optimise": "optimize", "serialise": "serialize",
        "synchronise": "synchronize", "synchronisation": "synchronization",
    ]
}
