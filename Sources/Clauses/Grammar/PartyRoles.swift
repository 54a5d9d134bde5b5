/// The roles of parties by their index.
struct PartyRoles: Sendable {
    private let roles: [Parties.Role]

    init(_ parties: Parties) { roles = parties.parties.map(\.role) }

    func isCaller(_ party: Int) -> Bool { roles.indices.contains(party) && roles[party] == .caller }
    func isFramework(_ party: Int) -> Bool { roles.indices.contains(party) && roles[party] == .framework }
}
