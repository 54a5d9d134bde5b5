import Clauses

/// The words of one subsystem, and what each is called in its testbed. Data: no expectation, no number that
/// the documentation states, no sentence.
public struct Vocabulary: Sendable {
    /// A documented interface.
    public struct API: Sendable, Equatable {
        /// The case of the testbed's `API` that it is.
        public var name: String
        /// Its names in C.
        public var symbols: [String]
        /// Other phrases for it.
        public var nouns: [String]
        /// The callbacks that it calls down into.
        public var calls: [String]
        /// The party that calls it.
        public var by: String?
    }

    /// What an implementer fills in.
    public struct Callback: Sendable, Equatable {
        /// The case of the testbed's `Callback` that it is.
        public var name: String
        /// Its member names in C.
        public var members: [String]
        /// The structure whose members they are (`thing_ops.open`); nil where the vocabulary does not say.
        public var structure: String?
        /// Other phrases for it.
        public var nouns: [String]

        /// Whether a member of a structure is this callback: one of another structure that goes by the same name is not.
        /// Where either side leaves the structure open, the member's name is enough.
        fileprivate func isMember(_ member: String, of structure: String?) -> Bool {
            guard members.contains(member) else { return false }
            guard let structure, let own = self.structure else { return true }
            return structure == own
        }
    }

    /// What is held and released again.
    public struct Resource: Sendable, Equatable {
        /// What holding it gives.
        public enum Nature: String, Sendable, CaseIterable {
            /// An address through which bytes can be reached.
            case mapping
            /// A span of time in which accesses are in order.
            case bracket
            /// Anything else that is taken and given back.
            case reference
        }
        /// The case of the testbed's `Resource` that it is.
        public var name: String
        /// What holding it gives.
        public var nature: Nature
        /// Phrases for it.
        public var nouns: [String]
        /// The interface that acquires it, by its name in the testbed.
        public var acquire: String
        /// The interface that releases it, by its name in the testbed.
        public var release: String
        /// The bracket inside of which it may be used; nil: anywhere.
        public var within: String?
        /// A mapping of one chunk, and not of the whole object.
        public var isPerChunk = false
        /// Whoever acquires it says which way the data go.
        public var isDirected = false
        /// The interface that makes the object, and with it the first one of these; nil: none is held at first. The
        /// callback behind the release runs when none is left.
        public var initial: String?
        /// The variant with which accesses within it go to a copy, for which there may be no room; nil: there is none.
        public var copied: String?
    }

    /// Any other name with its phrases: a supply, a lock, a variant.
    public struct Entry: Sendable, Equatable {
        /// The case of the testbed's enumeration that it is.
        public var name: String
        /// Phrases for it.
        public var nouns: [String]
    }

    /// A phrase of the domain, bound to an arrangement, an action or an observation of the testbed.
    public struct Step: Sendable, Equatable {
        /// The phrase, as documentation has it; it is found by its stems, in the passive and as a noun, too.
        public var phrase: String
        /// The implementation that shows it; nil: the plain one.
        public var variant: String?
        /// What the testbed arranges or does for it; nil: nothing but to look.
        public var action: String?
        /// What is to be seen then; nil: that the action goes well.
        public var observation: String?
        /// Words of which one has to stand in the clause for the phrase to mean this.
        public var with: [String] = []
        /// The interfaces and callbacks that a clause may name beside it, and speak of this all the same.
        public var beside: [String] = []
        /// The party that does it; nil: what the clause's other words say.
        public var by: String?
    }

    /// A phrase whose words the testbed cannot keep as they stand, and what it keeps in their place.
    public struct Remark: Sendable, Equatable {
        /// The phrase, as documentation has it.
        public var phrase: String
        /// What is kept instead, for whoever reads the report.
        public var text: String
    }

    /// What the subsystem is called, in messages and reports.
    public var subsystem: String
    /// The testbed's type and module.
    public var testbed: String
    /// Whoever the documentation speaks of or to.
    public var parties: [Parties.Party]
    /// The documented interfaces.
    public var apis: [API]
    /// What implementers fill in.
    public var callbacks: [Callback]
    /// What is held and released again.
    public var resources: [Resource]
    /// What can run out.
    public var supplies: [Entry]
    /// What one holds at a time.
    public var locks: [Entry]
    /// Implementations that differ from the plain one.
    public var variants: [Entry]
    /// Words for the unit in which the object is accessed (page, chunk).
    public var units: [String]
    /// Words for the object itself.
    public var objects: [String]
    /// Phrases that only this domain has.
    public var steps: [Step]
    /// Phrases that the testbed cannot keep as they stand.
    public var remarks: [Remark] = []

    /// The callback that a member of a structure is: one that the vocabulary knows of this very structure comes first.
    func callback(member: String, of structure: String?) -> Callback? {
        callbacks.first { $0.members.contains(member) && structure != nil && $0.structure == structure }
            ?? callbacks.first { $0.isMember(member, of: structure) }
    }

    /// A vocabulary made by hand, as tests have it; the others are read by `VocabularyFile`.
    public init(
        subsystem: String, testbed: String, parties: [Parties.Party] = [], apis: [API] = [], callbacks: [Callback] = [],
        resources: [Resource] = [], supplies: [Entry] = [], locks: [Entry] = [], variants: [Entry] = [],
        units: [String] = [], objects: [String] = [], steps: [Step] = []
    ) {
        self.subsystem = subsystem
        self.testbed = testbed
        self.parties = parties
        self.apis = apis
        self.callbacks = callbacks
        self.resources = resources
        self.supplies = supplies
        self.locks = locks
        self.variants = variants
        self.units = units
        self.objects = objects
        self.steps = steps
    }
}

extension Vocabulary {
    func api(_ name: String) -> API? { apis.first { $0.name == name } }
    func callback(_ name: String) -> Callback? { callbacks.first { $0.name == name } }
    func resource(_ name: String) -> Resource? { resources.first { $0.name == name } }

    /// The interfaces that call down into a callback.
    func apis(calling callback: String) -> [API] { apis.filter { $0.calls.contains(callback) } }
    /// The resource that an interface acquires or releases.
    func resource(acquiredOrReleasedBy api: String) -> Resource? {
        resources.first { $0.acquire == api || $0.release == api }
    }
    /// Another bracket than the named one, whose begin or end calls down into this callback.
    func bracket(calling callback: String, besides bracket: String) -> String? {
        apis(calling: callback).lazy.compactMap { resource(acquiredOrReleasedBy: $0.name) }
            .first { $0.nature == .bracket && $0.name != bracket }?.name
    }
    func resource(acquiredBy api: String) -> Resource? { resources.first { $0.acquire == api } }
    func resource(releasedBy api: String) -> Resource? { resources.first { $0.release == api } }

    /// Whether a name is one of a bracket itself, or of what begins one.
    func beginsBracket(_ name: Name) -> Bool {
        switch name.category {
        case .resource: resource(name.identifier)?.nature == .bracket
        case .api: resource(acquiredBy: name.identifier)?.nature == .bracket
        case .callback: apis(calling: name.identifier).contains { resource(acquiredBy: $0.name)?.nature == .bracket }
        default: false
        }
    }

    /// An interface that ends a bracket, or a callback behind one; the bracket itself ends nothing.
    func endsBracket(_ name: Name) -> Bool {
        switch name.category {
        case .api: resource(releasedBy: name.identifier)?.nature == .bracket
        case .callback: apis(calling: name.identifier).contains { resource(releasedBy: $0.name)?.nature == .bracket }
        default: false
        }
    }

    /// The parties that call one of some interfaces.
    func callers(of apis: [String]) -> [String] { apis.compactMap { api($0)?.by } }

    /// Whether a party is one that calls the subsystem's interfaces from within the kernel.
    func isCaller(_ party: String) -> Bool { parties.contains { $0.name == party && $0.role == .caller } }

    /// The parties that acquire and release a resource.
    func holders(of name: String) -> [String] {
        resource(name).map { callers(of: [$0.acquire, $0.release]) } ?? []
    }

    /// Whether programs acquire and release it.
    func isHeldByUserspace(_ resource: String) -> Bool {
        let holders = holders(of: resource)
        return parties.contains { $0.role == .userspace && holders.contains($0.name) }
    }

    /// Whom the grammar looks for.
    public var grammarParties: Parties { Parties(parties) }

    /// The parties that fill in callbacks.
    var implementers: [String] { parties.filter { $0.role == .implementer }.map(\.name) }
}
