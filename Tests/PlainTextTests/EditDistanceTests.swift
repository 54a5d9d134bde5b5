import PlainText
import Testing

@Suite("Distance of names")
struct EditDistanceTests {
    @Test(
        "A letter changed, added, left out or swapped is one step",
        arguments: [
            ("", "", 0), ("ring", "ring", 0), ("ring", "rings", 1), ("ring", "rin", 1), ("ring", "rang", 1),
            ("ring", "rnig", 1), ("", "ring", 4), ("slot", "ring", 4),
        ])
    func distance(one: String, other: String, steps: Int) {
        #expect(EditDistance.between(one, other) == steps)
        #expect(EditDistance.between(other, one) == steps)
    }

    @Test(
        "The nearest names are told, all that are equally near, and none that a third of the letters does not make",
        arguments: [
            ("rinh", ["slot", "ring"], ["ring"]), ("slut", ["slat", "slot", "ring"], ["slat", "slot"]),
            ("owner", ["ring", "slot"], []), ("r", ["s"], ["s"]), ("ring", [], []),
        ])
    func nearest(name: String, names: [String], found: [String]) {
        #expect(EditDistance.nearest(to: name, among: names) == found)
    }
}
