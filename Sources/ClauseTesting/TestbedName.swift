/// A name in a testbed's vocabulary of calls, callbacks, resources and so on.
public protocol TestbedName: RawRepresentable<String>, CaseIterable, Hashable, Sendable {}
