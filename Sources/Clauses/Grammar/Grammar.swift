/// The compiled tables of the grammar, for one set of parties. Never changes; a class, so that handing it on is
/// free of cost.
final class Grammar: Sendable {
    let parties: Parties
    let lexicon: Lexicon
    /// The lexicon's words.
    let words: WordTable
    let groupFinder: VerbGroupFinder
    let cueMatcher: CueMatcher
    let roles: PartyRoles
    /// What only userspace reaches.
    let places: Places

    init(parties: Parties) {
        self.parties = parties
        roles = PartyRoles(parties)
        let named = Lexicon.standard.naming(parties)
        groupFinder = VerbGroupFinder(lexicon: named)
        cueMatcher = CueMatcher(lexicon: named)
        lexicon = named.marking(cueMatcher.openingWords, .openingCue)
        words = lexicon.table()
        places = Places(lexicon: lexicon)
    }

    deinit { words.deallocate() }

    static let general = Grammar(parties: .general)

    /// The first party of a role, or -1.
    func party(_ role: Parties.Role) -> Int { parties.parties.firstIndex { $0.role == role } ?? -1 }
}
