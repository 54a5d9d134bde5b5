/// A text in the memory of a `TextGatherer`: its bytes, and the numbers of its lines.
struct GatheredText: Sendable, Equatable {
    var bytes = 0..<0
    var lines = 0..<0

    var isEmpty: Bool { bytes.isEmpty }
}
