/// How a plan calls an interface, from what the vocabulary says of it: a call that acquires is a `hold`, one
/// that releases a `release` of what was held before.
extension Vocabulary {
    struct Use {
        /// What has to be there first.
        var before: [TestPlan.Step]
        var action: TestPlan.Action
        /// What leaves the world as it was.
        var after: [TestPlan.Step]
        /// The resource that it acquires or releases.
        var resource: Resource?
        var isAcquiring: Bool
        var isReleasing: Bool
    }

    func use(_ api: String, _ arguments: TestPlan.Arguments = .init()) -> Use {
        if let resource = resource(acquiredBy: api) {
            return Use(
                before: [.act(.prepare(api))], action: .hold(resource.name, arguments),
                after: [.act(.release(resource.name, arguments))], resource: resource, isAcquiring: true,
                isReleasing: false)
        }
        if let resource = resource(releasedBy: api) {
            return Use(
                before: [.act(.prepare(resource.acquire)), .act(.hold(resource.name, arguments))],
                action: .release(resource.name, arguments), after: [], resource: resource, isAcquiring: false,
                isReleasing: true)
        }
        // Another way to the same: what it gives is released as the resource is.
        let given = resource(givenBy: api)
        return Use(
            before: [.act(.prepare(api))], action: .call(api, arguments),
            after: given.map { [.act(.release($0.name, arguments))] } ?? [], resource: given,
            isAcquiring: given != nil, isReleasing: false)
    }

    /// The resource whose acquisition runs the same callback as an interface.
    func resource(givenBy api: String) -> Resource? {
        guard let callback = callback(behind: api) else { return nil }
        return resources.first { self.callback(behind: $0.acquire) == callback }
    }

    /// Brings the world to where `resource` can be held.
    func preparing(_ resource: String) -> [TestPlan.Step] {
        guard let acquire = self.resource(resource)?.acquire else { return [] }
        return [.act(.prepare(acquire))]
    }

    /// The callback behind an interface, when there is exactly one.
    func callback(behind api: String) -> String? {
        guard let calls = self.api(api)?.calls, calls.count == 1 else { return nil }
        return calls[0]
    }

    /// The callback behind the acquisition of a resource.
    func acquiringCallback(of resource: String) -> String? {
        self.resource(resource).flatMap { callback(behind: $0.acquire) }
    }

    func releasingCallback(of resource: String) -> String? {
        self.resource(resource).flatMap { callback(behind: $0.release) }
    }

    /// The callbacks that end what a callback begins, or begin what it ends.
    func counterparts(of callback: String) -> [String] {
        resources.flatMap { resource -> [String] in
            let ends = [acquiringCallback(of: resource.name), releasingCallback(of: resource.name)]
                .compactMap { $0 }
            return ends.contains(callback) ? ends.filter { $0 != callback } : []
        }
    }

    /// Everything that is taken and given back, and that no object goes without.
    var references: [String] { resources.filter { $0.nature == .reference }.map(\.name) }

    /// What anything may run short of: the supply that goes by "memory", or else the first that the vocabulary lists.
    var memory: Entry? { supplies.first { $0.nouns.contains("memory") } ?? supplies.first }

    /// Mappings that are made by whoever opens a bracket.
    func mappings(besides bracket: String) -> [Resource] {
        guard let party = resource(bracket).flatMap({ api($0.acquire)?.by }) else { return [] }
        return resources.filter { $0.nature == .mapping && api($0.acquire)?.by == party }
    }

    /// The bracket inside of which a mapping is used: the one that it needs, or else one of whoever makes it.
    func bracket(around mapping: String) -> Resource? {
        guard let mapping = resource(mapping) else { return nil }
        if let bracket = mapping.within { return resource(bracket) }
        guard let party = api(mapping.acquire)?.by else { return nil }
        return resources.first { $0.nature == .bracket && api($0.acquire)?.by == party }
    }

    /// Every mapping that whoever makes this one can make, itself among them, those of the whole object first.
    func mappings(beside mapping: String) -> [String] {
        let party = resource(mapping).flatMap { api($0.acquire)?.by }
        // Where nobody is said to make it, no other is known to be of the same one.
        let beside = resources.filter {
            $0.nature == .mapping && ($0.name == mapping || party != nil && api($0.acquire)?.by == party)
        }
        return (beside.filter { !$0.isPerChunk } + beside.filter(\.isPerChunk)).map(\.name)
    }

    /// Whether a resource is a bracket around accesses to something that can be read and written.
    func isReadable(_ bracket: Resource) -> Bool {
        bracket.nature == .bracket && !mappings(within: bracket.name).isEmpty
    }

    /// Mappings that may be used inside of a bracket only.
    func mappings(within bracket: String) -> [Resource] {
        resources.filter { $0.within == bracket && $0.nature == .mapping }
    }
}
