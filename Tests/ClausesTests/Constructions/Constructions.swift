/// What English asks, allows, promises and tells in so many words: sentences by the place where they stand, a file a place,
/// and in it by what a careful reader takes them for. A line under a modality is a sentence.
enum Constructions {}
