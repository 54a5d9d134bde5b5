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
}
