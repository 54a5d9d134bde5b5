extension Constructions {
    /// In a DOC section.
    static let overview = """
        = prohibition
        Make sure to not free it.
        Make sure not to free it.
        The caller must not hold the lock.
        The lock must not be held.
        The lock cannot be held.
        The lock can't be held when calling this.
        The lock may not be held.
        Callers may not sleep.
        Callers cannot sleep.
        Do not sleep here.
        Don't call this with the lock held.
        Never call this with the lock held.
        This must never be called with the lock held.
        This must not be called from interrupt context.
        This cannot be called from interrupt context.
        This may not be called from interrupt context.
        This is not allowed to be called from interrupt context.
        Calling this from interrupt context is forbidden.
        Calling this from interrupt context is not allowed.
        Calling this from interrupt context is prohibited.
        Calling this from interrupt context is illegal.
        Calling this from interrupt context is a bug.
        It is illegal to call this from interrupt context.
        It is not legal to call this from interrupt context.
        It is an error to call this twice.
        It is a bug to call this twice.
        It is forbidden to call this twice.
        It is not permitted to call this twice.
        Callers are not allowed to sleep.
        Callers are forbidden to sleep.
        Callers are forbidden from sleeping.
        Callers are prohibited from sleeping.
        No sleeping is allowed.
        Sleeping is not allowed.
        No locks may be held.
        No lock must be held.
        Neither lock may be held.
        Under no circumstances may the slot be freed.
        At no point may the slot be freed.
        Drivers must not rely on this.
        Drivers can't rely on the order.
        Nobody may write to it.
        Nothing may be written to it.
        Not to be called from interrupt context.
        Must not sleep.
        Can not be called from interrupt context.
        Cannot be used from interrupt context.
        Not for use in interrupt context.
        You must not free it.
        You may not free it.
        You can't free it.
        The driver is not to touch it.
        The slot is not to be touched.
        The slot is off limits to drivers.
        The ring must not be touched until it is stopped.
        Once stopped, the ring must not be used any more.
        Without the lock, the slot must not be read.
        The slot is not allowed to be read without the lock.
        Drivers must neither sleep nor wait.
        It must neither be freed nor be read.
        After the ring is stopped, slots must not be used.
        Once the ring is stopped, slots may no longer be used.
        As long as the ring runs, it must not be freed.
        While the ring runs, it must not be freed.
        Until the ring is stopped, it must not be freed.
        If the ring runs, it must not be freed.
        The ring must not be freed before it is stopped.
        The ring must not be freed unless it is stopped.
        The ring must not be freed until all readers are gone.
        The ring must not be freed while readers exist.
        The ring must not be freed if it is running.
        No new slots may be taken.
        No one may take a slot.
        No driver may take a slot.
        Note that you must not sleep.
        Note that this must not be called with the lock held.
        This function must not be called with the lock held.
        This function may not be called with the lock held.
        This function cannot be called with the lock held.
        Userspace must not rely on it.
        Writing to it is not allowed.
        It is not allowed to write to it.
        Writes are not allowed.
        Writes are forbidden.
        Nested calls are not allowed.
        Recursion is not allowed.
        Mixing both is not allowed.
        Overlapping ranges are not permitted.
        Concurrent calls are not allowed.
        Multiple calls are not allowed.
        = obligation
        The caller is to hold the ring lock.
        It falls to the driver to free the slot.
        Freeing the slot is up to the driver.
        Drivers are required to implement this.
        It is necessary to hold the lock.
        It is imperative that the lock be held.
        It is essential that callers hold the lock.
        Callers have to have taken the lock.
        The lock needs to have been taken before.
        The lock needs taking first.
        The caller is obliged to free the slot.
        The caller is obligated to free the slot.
        The caller is in charge of freeing the slot.
        The onus is on the driver to stop the ring.
        The burden of freeing the slot is on the caller.
        Only call this with the lock held.
        Call this only with the lock held.
        This can only be called with the lock held.
        This may be called only with the lock held.
        This is only to be called with the lock held.
        This is to be called with the lock held.
        To be called with the lock held.
        Must be called with the lock held.
        Needs to be called with the lock held.
        Has to be called with the lock held.
        Requires the lock to be held.
        Requires that the lock is held.
        Expects the lock to be held.
        Expects the caller to hold the lock.
        Assumes that the lock is held.
        The lock is assumed to be held.
        It is assumed that the lock is held.
        Called with the lock held.
        The lock shall be held.
        The lock will have to be held.
        You must hold the lock.
        You need to hold the lock.
        You have to hold the lock.
        You are required to hold the lock.
        One must hold the lock.
        Make sure the lock is held.
        Make sure to hold the lock.
        Be sure to hold the lock.
        Ensure that the lock is held.
        Don't forget to free the slot.
        Remember to free the slot.
        The caller must ensure that the slot is valid.
        It is the caller's responsibility to free the slot.
        It is the responsibility of the caller to free the slot.
        The caller is responsible for freeing the slot.
        Responsibility for freeing the slot lies with the caller.
        Every slot must be freed.
        Each slot that was taken must be given back.
        A call to ring_stop() must precede this.
        A call to this must be followed by ring_stop().
        ring_start() must have been called.
        ring_start() must have been called before this is.
        This must come after ring_start().
        The ring must be idle.
        Before the ring is stopped, all slots must be freed.
        Before stopping the ring, free all slots.
        After use, the slot must be freed.
        Once done, call ring_put().
        When done with the slot, callers must call ring_put().
        When you are done with it, call ring_put().
        If the ring was started, it must be stopped first.
        If this fails, the caller must free the slot.
        If this fails the caller must free the slot.
        In case of failure, the caller has to free the slot.
        In this case the caller must retry.
        In which case the caller must retry.
        On failure, callers must retry.
        Unless the ring is stopped, the lock must be held.
        The lock must be held unless the ring is stopped.
        The lock must be held, except when the ring is stopped.
        The lock must be held for the whole call.
        The lock must be held across the call.
        Whoever calls this must hold the lock.
        Anyone who takes a slot has to free it.
        Anybody calling this must hold the lock.
        A driver which takes slots must free them.
        Drivers that take slots must free them.
        Drivers taking slots must free them.
        Those that take slots must free them.
        The slot that the driver took must be freed.
        Both locks must be held.
        Either lock must be held.
        At least one of the locks must be held.
        One of the locks must be held.
        The size must be at least one page.
        The size must be a multiple of four.
        The size must be no larger than one page.
        The size must match that of the ring.
        The size needs to be page aligned.
        All fields must be initialised.
        All other fields must be zero.
        Unused fields must be zero.
        Userspace must check the flags.
        Applications must check the flags.
        User space programs need to check the flags.
        The flags have to be checked by userspace.
        The hardware must be idle.
        The device must be suspended before this is called.
        The caller must hold the lock, or else the slot may vanish.
        The caller must hold the lock because the slot may vanish.
        The caller must hold the lock so that the slot does not vanish.
        The caller must hold the lock to keep the slot.
        To keep the slot, the caller must hold the lock.
        As the slot may vanish, the caller must hold the lock.
        Since the slot may vanish, callers must hold the lock.
        Note that the lock must be held.
        Please note that the lock must be held.
        Also, the lock must be held.
        However, the lock must be held.
        Therefore the lock must be held.
        Thus callers need to hold the lock.
        Additionally, drivers must free the slot.
        Finally, the slot must be freed.
        Obviously, the lock must be held.
        Of course the lock must be held.
        This means that the lock must be held.
        This implies that the lock must be held.
        That is, the lock must be held.
        In other words, the lock must be held.
        The lock, which protects the slots, must be held.
        The lock (which protects the slots) must be held.
        The lock must be held (it protects the slots).
        The ring lock must be held by the caller.
        The ring's lock must be held.
        The lock in struct ring must be held.
        The lock must always be held.
        The lock must still be held.
        The lock must already be held.
        The lock must therefore be held.
        The lock must only be taken once.
        The lock must be taken exactly once.
        = undefined
        The result is undefined.
        Behaviour is undefined if the lock is not held.
        The behavior of a second call is not defined.
        The contents of the slot are undefined afterwards.
        What happens then is unspecified.
        What happens then is not specified.
        The order is unspecified.
        The order in which slots are freed is not defined.
        There is no guarantee that the slot is valid.
        There are no guarantees about the order.
        The order is not guaranteed.
        It is not guaranteed that the slot is valid.
        Nothing is guaranteed about the order.
        No guarantees are made about the order.
        The slot may contain garbage.
        The value is meaningless.
        The value is not meaningful after the call.
        The results are unpredictable.
        All bets are off.
        The kernel does not guarantee that the slot stays valid.
        = recommendation
        Drivers should use ring_get() instead.
        Drivers should hold the lock.
        It is recommended to hold the lock.
        It is advisable to hold the lock.
        It is strongly recommended that drivers hold the lock.
        It is a good idea to hold the lock.
        It is better to hold the lock.
        It is best to hold the lock.
        It would be better to hold the lock.
        Drivers are encouraged to hold the lock.
        Drivers are advised to hold the lock.
        Drivers are discouraged from using this.
        Use of this is discouraged.
        Using this is discouraged.
        Prefer ring_get() over this.
        ring_get() is preferred.
        ring_get() is to be preferred.
        Drivers should preferably hold the lock.
        Drivers ought to hold the lock.
        You should hold the lock.
        You might want to hold the lock.
        The lock should be held.
        New drivers should not use this.
        New code should not use this.
        Avoid using this in new code.
        This should not be used in new drivers.
        Drivers should avoid sleeping.
        If possible, drivers should hold the lock.
        = permission
        Callers may sleep.
        The caller may hold the lock.
        The caller can hold the lock.
        The caller is free to hold the lock.
        The caller is allowed to hold the lock.
        Callers are permitted to sleep.
        Drivers may choose to ignore it.
        Drivers are at liberty to ignore it.
        Drivers need not implement this.
        Drivers do not need to implement this.
        Drivers don't have to implement this.
        Drivers are not required to implement this.
        It is not necessary to implement this.
        It is not required to hold the lock.
        It is allowed to call this twice.
        It is permissible to call this twice.
        It is legal to call this twice.
        It is OK to call this twice.
        It is fine to call this with the lock held.
        It is safe to call this with the lock held.
        It is possible to call this twice.
        Calling this twice is allowed.
        Calling this twice is fine.
        No lock is needed.
        No locking is required.
        No lock needs to be held.
        There is no need to hold the lock.
        The lock need not be held.
        The lock does not need to be held.
        The lock does not have to be held.
        Locking is not necessary.
        Locking is optional.
        This callback is optional.
        This is optional.
        Optional.
        Can be called from any context.
        May be called from interrupt context.
        This can be called from interrupt context.
        This can be called with the lock held.
        You can free it.
        You may free it at any time.
        Feel free to call this twice.
        Drivers can leave this NULL.
        May be NULL.
        Can be NULL.
        This can be NULL if there is no ring.
        Implementing this is optional.
        Implementing this is not mandatory.
        This is not mandatory.
        The driver is not obliged to free the slot.
        The slots may be freed in any order.
        Any number of slots may be held.
        There is no limit on the slots held.
        Nested calls are allowed.
        Recursion is fine.
        Concurrent calls are allowed.
        Multiple slots can be held at once.
        Multiple slots may be taken by one driver.
        More than one slot may be held.
        A driver may hold more than one slot.
        A driver may hold several slots.
        Drivers can hold slots for as long as they want.
        Slots can be freed in any order.
        If the ring is stopped, the lock need not be held.
        After ring_stop(), callers may free the slot.
        Once stopped, the ring can be freed.
        The ring can be freed after that.
        When stopped, drivers are free to reuse it.
        Drivers that do not use slots can leave this NULL.
        Drivers without slots need not set it.
        Userspace can read the flags at any time.
        The flags can be read by userspace.
        The same slot may be taken twice.
        The ring can be shared by several drivers.
        Several drivers may share one ring.
        It may be called multiple times.
        It can be called more than once.
        It can safely be called more than once.
        This can be done at any time.
        This may be done with the lock held.
        Sleeping is allowed.
        Sleeping is permitted here.
        Instead of that, drivers may call ring_put().
        Alternatively, drivers can call ring_put().
        Either function may be used.
        Both can be used.

        = prohibition
        No sleeping in here.
        No blocking while the lock is held.

        = obligation
        Before ring_map() it has to call ring_begin().
        Before ring_map() callers must call ring_begin().
        This is a mandatory callback.
        The use of ring_begin() before and ring_end() after accessing the slot is always required.
        Now, to do that with the lock held, callers must stop the ring.

        = permission
        Sleeping is fine here.
        The callback is an optional one.
        This is an opportunity for the driver to write back caches.
        There is no reason for a driver to verify this a second time.
        Drivers may or may not implement it.

        = undefined
        Anything can happen if ring_map() is asked for a slot beyond the end.
        There is no telling what ring_map() gives once ring_end() has run.
        Mapping a slot beyond the range that ring_begin() specified has undefined results.

        = guarantee
        The access that ring_begin() started is ended by this function.
        It checks whether a slot is too large and rejects slots of that kind.
        Access to a ring happens in chunks of one page.
        This happens under the lock.

        = outcome
        For example, this can fail when there is no memory.
        One possible reason for failure is that the ring cannot be allocated.
        A possible cause of a failure is that the ring cannot be allocated.

        = permission
        This gives the driver an opportunity to flush caches.
        It gives them the chance to flush caches.

        = obligation
        Using ring_begin() and ring_end() before and after is always required when accessing a slot.

        = recommendation
        There are two kinds of callers (for which the ring should not be pinned, lest it moves) of that.
        """
}
