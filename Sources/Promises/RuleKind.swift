/// The kinds of check that a clause can become. What each means, and how it is recognised and tested,
/// stands in its own file under `Rules/Kinds`.
public enum RuleKind: String, Sendable, Codable, CaseIterable {
    /// A callback that the implementer may leave out, or must give.
    case callbackPresence
    /// A callback is called from an interface; an interface calls down, forwards or hands over.
    case calledFrom
    /// What a call or a callback returns: 0, a negative error code, NULL.
    case returns
    /// How a call can fail: with which codes, for which causes.
    case canFail
    /// A call that must not fail ("always succeeds"), even when resources are short.
    case alwaysSucceeds
    /// Failures come out of one call, never out of a later one.
    case failsOnlyIn
    /// After a named error the call is made again.
    case restartedAfter
    /// At most so many held at once, in a scope.
    case maxHeld
    /// Something of which there is a limited supply.
    case limitedSupply
    /// Done as often as one likes, without anything in between.
    case repeatable
    /// Sleeping or blocking, in a callback or between two calls.
    case sleeping
    /// What is acquired is released again.
    case pairs
    /// One call before (or after) another.
    case order
    /// Access only inside of a bracket.
    case validBetween
    /// What happens outside of a range, of a bracket, or in another direction.
    case outcomeOutside
    /// Calls are counted; the callback runs for the first and the last only.
    case referenceCounted
    /// Protected by a lock.
    case protectedByLock
    /// The core rejects a call whose argument is bad.
    case rejectsWhen
    /// Callers need not check: a callback never sees a bad argument.
    case checkedBefore
    /// Two ways to the same result.
    case equivalent
    /// One way out when another fails.
    case fallback
    /// Aligned to, and sized in, units.
    case unitSized
    /// An interface that exists with this prototype.
    case prototype
    /// Data seen right by CPU and device when bracketed.
    case coherentWhenBracketed
    /// Data that must not be relied on without a bracket.
    case incoherentUnbracketed
    /// A call or callback maps a thing, and access works through it.
    case maps
    /// A call or callback ends a mapping, and access faults afterwards.
    case unmaps
    /// A call ends what another one started.
    case ends
    /// A thing is got or used through an interface.
    case usableThrough
    /// The documented steps, in their order.
    case sequence
    /// A choice of userspace is carried through.
    case carriedThrough
    /// A phrase of the domain: arranged, done and observed by steps of the vocabulary.
    case domainStep
}
