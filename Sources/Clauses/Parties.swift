/// Who can keep or break a clause, and the nouns by which documentation speaks of them.
///
/// The grammar knows four roles; a vocabulary gives them the names and nouns of its subsystem.
public struct Parties: Sendable, Equatable {
    /// What a party has to do with the interface that is documented.
    public enum Role: String, Sendable, Codable, CaseIterable {
        /// Whoever implements the callbacks.
        case implementer
        /// Whoever calls the in-kernel interface.
        case caller
        /// Programs, behind system calls.
        case userspace
        /// The framework itself.
        case framework
    }

    /// Somebody who can keep or break a clause.
    public struct Party: Sendable, Equatable {
        /// What a clause's `bearer` reads.
        public var name: String
        /// What it has to do with the interface.
        public var role: Role
        /// In the singular, lower case; one word, or several separated by blanks.
        public var nouns: [String]

        public init(name: String, role: Role, nouns: [String]) {
            self.name = name
            self.role = role
            self.nouns = nouns
        }
    }

    /// In the order of the vocabulary; of two with one role, the first is meant where only the role is known.
    public var parties: [Party]

    /// The general nouns of a role are understood as its (first) party, too.
    public init(_ parties: [Party]) {
        var parties = parties
        let taken = Set(parties.flatMap(\.nouns))
        for general in PartyTable.general {
            let nouns = general.nouns.filter { !taken.contains($0) }
            if let index = parties.firstIndex(where: { $0.role == general.role }) {
                parties[index].nouns += nouns
            } else {
                parties.append(Party(name: general.name, role: general.role, nouns: nouns))
            }
        }
        self.parties = parties
    }

    /// Drivers, callers, userspace and the core, as any kernel documentation names them.
    public static let general = Parties([])

    /// The name of the first party in a role.
    public func name(of role: Role) -> String { parties.first { $0.role == role }?.name ?? role.rawValue }
}
