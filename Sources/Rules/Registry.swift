import Clauses

/// Every kind of rule, in the order in which ties between them are settled: the more particular first.
enum Registry {
    static let kinds: [any RuleDefinition.Type] = [
        CallbackPresence.self, MaxHeld.self, RestartedAfter.self, CarriedThrough.self, SequenceOfSteps.self,
        AlwaysSucceeds.self, FailsOnlyIn.self, OutcomeOutside.self, ReferenceCounted.self, ProtectedByLock.self,
        Sleeping.self, RejectsWhen.self, CheckedBefore.self, Fallback.self, Equivalent.self, Repeatable.self,
        LimitedSupply.self, CanFail.self, CallOrder.self, ValidBetween.self, CoherentWhenBracketed.self,
        IncoherentUnbracketed.self, Ends.self, CalledFrom.self, Pairs.self, UnitSized.self, Maps.self, Unmaps.self,
        Returns.self, UsableThrough.self, PrototypeExists.self, DomainStep.self,
    ]
}
