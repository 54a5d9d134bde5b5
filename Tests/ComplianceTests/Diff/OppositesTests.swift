import Testing

@testable import Compliance

@Suite("Words that take each other back")
struct OppositesTests {
    @Test(
        "Opposites are known in every inflection",
        arguments: [
            ("succeed", "fail"), ("succeeds", "fails"), ("succeeded", "failed"), ("succeeding", "failing"),
            ("allowed", "forbidden"), ("permitted", "forbidden"), ("allowing", "denying"), ("allowed", "denied"),
            ("takes", "releases"), ("taken", "released"), ("taking", "releasing"), ("drops", "holds"),
            ("held", "dropped"), ("mapped", "unmapped"), ("unmapping", "mapping"), ("accesses", "accesses not"),
            ("success", "failure"), ("successes", "failures"), ("synchronously", "asynchronously"),
            ("optional", "mandatory"), ("includes", "excludes"), ("writes", "reads"), ("grown", "shrunk"),
            ("valid", "invalid"), ("interruptible", "uninterruptible"), ("atomic", "non-atomic"),
            ("atomic", "nonatomic"),
        ])
    func inflected(one: String, other: String) {
        let isPair = !other.contains(" ")
        #expect((Opposites.first(of: [one], in: [other]) != nil) == isPair)
        #expect((Opposites.first(of: [other], in: [one]) != nil) == isPair)
    }

    @Test("An opposite is the word behind its prefix and hyphen")
    func prefixes() {
        #expect(Opposites.base(of: "non-coherent") == "coherent")
        #expect(Opposites.base(of: "noncoherent") == "coherent")
        #expect(Opposites.base(of: "none") == nil)
    }

    @Test(
        "Words that only look opposite are no opposites",
        arguments: [("put", "input"), ("ring", "string"), ("needs", "need"), ("late", "related"), ("held", "shelf")])
    func unrelated(one: String, other: String) {
        #expect(Opposites.first(of: [one], in: [other]) == nil)
    }
}
