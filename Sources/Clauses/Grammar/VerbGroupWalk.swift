/// Where the reading of a verb group stands: what the group is so far, and what its words let expect.
struct VerbGroupWalk: ~Copyable {
    /// What becomes of the word that was read.
    enum Step {
        /// It belongs to the group, which reaches behind it.
        case takes
        /// Reading goes on behind it; where the group ends stays open.
        case passes
        /// The group is complete.
        case completes
        /// The group ended before it, without another verb than "be", if that.
        case ends
    }

    let tokens: Tokens
    let range: Range<Int>
    var group: VerbGroup
    /// The word that is read.
    var at: Int
    var sawBe = false
    var sawHave = false
    /// A word that takes "to" and an infinitive was just read.
    var governs = false

    init(_ tokens: Tokens, _ range: Range<Int>, from start: Int, _ mood: VerbGroup.Mood) {
        self.tokens = tokens
        self.range = range
        group = VerbGroup(
            start: start, end: start + 1, head: start, powerToken: -1, power: .none, inner: .none, mood: mood)
        at = start
    }

    var token: Token { tokens[at] }

    /// The word behind the one that is read, but for adverbs.
    var next: Int { tokens.behindAdverbs(at + 1, before: range.upperBound) }

    /// "to" and a verb come next.
    var precedesInfinitive: Bool {
        let next = next
        return next < range.upperBound && tokens[next].tag == .infinitive
    }

    /// The first power is the group's ("will" gives way), a second one stands under it.
    mutating func setPower(_ power: VerbGroup.Power, at token: Int) {
        guard power != .none else { return }
        if group.power == .none || group.power == .will {
            group.power = power
            group.powerToken = token
        } else if group.inner == .none {
            group.inner = power
        }
    }

    /// The word that is read has this power over the infinitive that comes.
    mutating func govern(_ power: VerbGroup.Power) -> Step {
        setPower(power, at: at)
        governs = true
        return .passes
    }

    /// The word that is read is the last one of the group so far, and its head.
    mutating func takeHead() {
        group.head = at
        group.end = at + 1
    }
}
