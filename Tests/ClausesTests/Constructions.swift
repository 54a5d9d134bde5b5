/// What English asks, allows, promises and tells in so many words: sentences by the place where they stand and by what a
/// careful reader takes them for. A line under a modality is a sentence.
enum Constructions {
    /// In a DOC section.
    static let overview = """
        = prohibition
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
        """

    /// In a function's description.
    static let function = """
        = obligation
        Keep in mind that the lock must be held.
        Bear in mind that the lock must be held.
        It should be noted that the lock must be held.
        The important thing is that the lock must be held.
        The rule is that the lock must be held.
        The rules are simple: the lock must be held.
        One rule: the lock must be held.
        Not holding the lock is an error.
        Forgetting to free it is a bug.
        There must be a matching ring_put() for each ring_get().
        For each ring_get() there must be a ring_put().
        Every ring_get() must be paired with a ring_put().
        Each call to ring_get() must be balanced by one to ring_put().
        ring_get() and ring_put() must be paired.
        Calls must be balanced.
        Calls to ring_get() must be balanced with calls to ring_put().
        A ring_get() requires a ring_put().
        Must be paired with ring_put().
        Use together with ring_put().
        Only to be used with the lock held.
        Valid only while the ring runs.
        The pointer is only valid while the ring runs.
        The pointer is valid only until ring_put() is called.
        Callers are assumed to hold the lock.
        The caller holds the lock.
        The caller already holds the lock.
        The caller has taken the lock.
        Caller must hold the lock.
        Caller holds the lock.
        Caller is responsible for locking.
        Caller needs to do locking.
        Locking is the responsibility of the caller.
        Locking is up to the caller.
        Locking must be provided by the caller.
        Locking has to be done by the caller.
        Locking is required.
        External locking is required.
        Serialization is required.
        Callers must provide their own locking.
        Callers have to do their own locking.
        Callers must synchronize.
        Callers must serialize calls to it.
        Calls must be serialized.
        Calls must be serialized by the caller.
        The calls have to be serialized against each other.
        Must be called from process context.
        To be called from process context only.
        Callable from process context only.
        Call from process context.
        Call in process context.
        Use in process context only.
        Has to run in process context.
        Must run in process context.
        This needs process context.
        Needs process context.
        Requires process context.
        Called under the lock.
        Called with interrupts disabled.
        Must be called with interrupts disabled.
        Interrupts must be disabled.
        Preemption must be disabled.
        Must be called under rcu_read_lock().
        Must hold the lock.
        Needs the lock.
        Requires the lock.
        Hold the lock while calling this.
        Lock must be held.
        Lock must be held on entry.
        On entry the lock must be held.
        On entry, the lock is held.
        The lock is held on entry.
        The lock is held on entry and released on exit.
        Assumes the lock is held.
        Assumes lock is held.
        Assumes the caller holds the lock.
        Expects lock to be held.
        Expects to be called with the lock held.
        It must be held during the call.
        They must be freed by the caller.
        The returned slot must be freed by the caller.
        The returned slot must be freed with ring_put().
        The returned slot has to be freed using ring_put().
        The slot returned must be freed.
        The caller must free the returned slot.
        The caller has to call ring_put() on the returned slot.
        The caller must release the reference when done.
        The caller must drop the reference after use.
        Must be released with ring_put().
        Use ring_put() to release it.
        Use ring_put() when done.
        Call ring_put() when done.
        = outcome
        Returns 0 on success.
        Return 0 on success, or a negative error code.
        Zero is returned on success.
        On success, zero is returned.
        On success 0 is returned, on error a negative value.
        It returns NULL if there is no slot.
        The function will return NULL if there is no slot.
        If there is no slot, NULL is returned.
        This yields NULL if there is no slot.
        This evaluates to true if the ring is full.
        True if the ring is full, false otherwise.
        Fails with -ENOMEM if there is no memory.
        This fails with -EBUSY if the ring is in use.
        This can fail.
        This never fails.
        This cannot fail.
        This always succeeds.
        It may fail if memory is low.
        The call fails when the ring is full.
        The call succeeds even if the ring is full.
        An error is returned if the ring is full.
        An error code is returned if the ring is full.
        A negative errno is returned on failure.
        -EINVAL is returned for odd sizes.
        -EINVAL if the size is odd.
        -EINVAL: the size is odd.
        The return value is the number of slots.
        The return value is negative on error.
        The result is negative on error.
        Its return value tells how many slots were taken.
        It returns the slot, or an ERR_PTR().
        Returns the slot or NULL.
        Either returns a slot or NULL.
        Will return -EAGAIN if it has to wait.
        Can return -EAGAIN.
        May return -EAGAIN.
        Might return NULL.
        Never returns NULL.
        Always returns 0.
        Does not return NULL.
        This does not return.
        It bails out with -EIO if the ring died.
        It errors out if the ring died.
        If that fails, -EIO is returned.
        Otherwise -EIO is returned.
        Otherwise returns -EIO.
        Returns without an error if the ring is empty.
        Returns early if the ring is empty.
        The error of the callback is returned.
        Errors are propagated to the caller.
        The number of slots is returned.
        = guarantee
        This function stops the ring.
        Stops the ring.
        Stop the ring.
        The ring is stopped.
        The ring will be stopped.
        This will stop the ring.
        This stops the ring if it is full.
        If it is full, the ring is stopped.
        It waits until the ring is empty.
        It blocks until the ring is empty.
        It may sleep.
        It might sleep.
        It can sleep.
        It does not sleep.
        It will not sleep.
        It doesn't block.
        It never blocks.
        The function takes the lock.
        The lock is taken by this function.
        The lock is dropped while waiting.
        The lock is released before it returns.
        The caller's slot is left untouched.
        The slot is not freed.
        The slot is not touched.
        No slot is freed.
        Nothing is freed.
        The ring grows as needed.
        The core calls this when the ring is full.
        This is called by the core when the ring is full.
        This is called when the ring is full.
        This callback is invoked on every open.
        This gets called once per slot.
        The slots are protected by the lock.
        The lock protects the slots.
        Access to the slots is serialized by the lock.
        The lock serializes access to the slots.
        A reference is held on the ring.
        A reference to the ring is taken.
        It takes a reference to the ring.
        It drops the reference.
        The reference is dropped on failure.
        The size is rounded up to a page.
        The size is limited to 4096 bytes.
        At most two slots are taken.
        No more than two slots are taken.
        Only one slot is taken.
        Exactly one slot is taken.
        A slot can hold at most two pages.
        There can be at most two slots.
        There is at most one slot per ring.
        There is only one slot per ring.
        There is one slot per ring.
        There are no more than two slots.
        There will never be more than two slots.
        There cannot be more than two slots.
        The order of the slots is kept.
        The order is preserved.
        Writes are visible to readers afterwards.
        After this, the slot can no longer be found.
        It is guaranteed that the slot is valid.
        The core guarantees that the slot is valid.
        The slot is guaranteed to be valid.
        The slot remains valid until it is freed.
        The slot stays mapped until it is freed.
        This has no effect if the ring is empty.
        This is a no-op if the ring is empty.
        It does nothing if the ring is empty.
        Nothing happens if the ring is empty.
        The call is ignored if the ring is empty.
        Empty slots are skipped.
        Invalid slots are ignored.
        Odd sizes are rejected.
        The default is 5.
        Defaults to 5.
        If unset, the default is used.
        After this call the ring is stopped.
        When this returns, the ring is stopped.
        On return, the ring is stopped.
        Upon return the ring has been stopped.
        On failure, the ring is left as it was.
        On error nothing is changed.
        If this fails, no slot has been taken.
        If the ring is stopped, slots are freed.
        If the ring is stopped the slots are freed.
        When the ring is stopped, its slots are freed.
        When the last slot is freed, the ring is stopped.
        As soon as the last slot is freed the ring is stopped.
        Whenever a slot is freed, readers are woken.
        Each time a slot is freed readers are woken up.
        Every slot is checked.
        Slots that are not used are freed.
        Unused slots are freed.
        Slots not in use are freed.
        The slot will be freed when the ring is stopped.
        The slot gets freed when the ring is stopped.
        The slot is freed by ring_put().
        ring_put() frees the slot.
        ring_put() will free the slot.
        Calling ring_put() frees the slot.
        A call to ring_put() frees the slot.
        The driver frees the slot.
        The core frees the slot.
        The core will call @free for each slot.
        The callback is called for each slot.
        The callback is not called for empty slots.
        The callback runs in interrupt context.
        Readers block until a slot is free.
        Readers are blocked until a slot is free.
        Readers wait for a slot.
        Writers do not wait.
        Writers never block readers.
        This does not block.
        This function does not sleep.
        This function can sleep.
        This function might sleep.
        This will block until the ring is stopped.
        This increments the count.
        The count is incremented.
        The count is incremented by one.
        The count never drops below zero.
        The count is always even.
        The count is kept in the ring.
        The lock is held while the callback runs.
        The lock is held across the callback.
        The lock is not held when the callback is called.
        The lock is always taken before the ring is read.
        The slots are freed in reverse order.
        The slots are visited in order.
        Slots are numbered from zero.
        Both slots are freed.
        All but the last slot are freed.
        Only the last slot is freed.
        Only slots in use are freed.
        Only root can write to it.
        It is safe against concurrent readers.
        It is not affected by later writes.
        Reads return zero.
        Writing 1 to it stops the ring.
        Writing to it stops the ring.
        Setting this flag stops the ring.
        Passing NULL stops the ring.
        A value of 0 disables the timer.
        Zero means no limit.
        The ring is created with two slots.
        A new ring is created if there is none.
        If there is none, a new ring is created.
        If no ring exists, one is created.
        A slot is allocated and added to the ring.
        It allocates a slot and adds it to the ring.
        Allocates a slot, and adds it to the ring.
        Allocate a slot and add it to the ring.
        Finds and frees the slot.
        Also frees the slot.
        Atomically frees the slot.
        Conditionally frees the slot.
        Then frees the slot.
        The slot, if any, is freed.
        The slot (if any) is freed.
        Memory is freed with kfree().
        The caller's reference is consumed.
        Ownership moves to the core.
        Ownership of the slot is transferred to the core.
        The core takes ownership of the slot.
        The memory is zeroed.
        The memory is not zeroed.
        Interrupts are disabled.
        Interrupts are disabled while the callback runs.
        Runs with interrupts disabled.
        It runs in process context.
        Takes the lock.
        Takes and releases the lock.
        Grabs the lock.
        Acquires the lock.
        Drops the lock.
        Drops and retakes the lock.
        Releases the lock on return.
        The lock is taken and released.
        The lock is dropped and retaken.
        The lock is released on return.
        The lock is held on return.
        The lock will be held on return.
        On return the lock is held.
        On success, the lock is held.
        May sleep.
        Might sleep.
        Can sleep.
        Sleeps.
        Will sleep.
        This sleeps.
        Does not sleep.
        Doesn't sleep.
        Never sleeps.
        Will not sleep.
        May block.
        Blocks.
        Blocking.
        Non-blocking.
        Does not block.
        Will not block.
        Won't block.
        May wait.
        Waits for readers.
        This function may block.
        This call blocks.
        Any context.
        = permission
        Does not need to be called with the lock held.
        Can be called with or without the lock held.
        May be called in any context.
        Can be called in atomic context.
        Callable from any context.
        Callable from interrupt context.
        Usable from any context.
        Usable in interrupt context.
        Safe to call from interrupt context.
        Safe in any context.
        This is safe to call in any context.
        This can be used in interrupt context.
        Interrupts may be enabled.
        No need to hold the lock.
        No lock needed.
        No locking needed.
        No locks required.
        Needs no locking.
        Requires no locking.
        Locking is not required.
        Lock need not be held.
        Does not require locking.
        Doesn't need any lock.
        The caller need not hold the lock.
        The caller does not have to hold any lock.
        = informative
        This is a helper for drivers.
        The ring is an array of slots.
        A ring consists of slots.
        Slots are described below.
        See ring_get() for details.
        This was added for old hardware.
        It used to be slow.
        This may be slow.
        This can be slow on some machines.
        Some drivers use two rings.
        Most drivers do not need this.
        Hardware often has two rings.
        For example, a driver may use two rings.
        The idea is to avoid copies.
        This is useful for debugging.
        This is needed since hardware is slow.
        The reason is that hardware is slow.
        This is a wrapper around ring_get().
        Wrapper for ring_get().
        There are two kinds of rings.
        There are several reasons for that.
        This document describes rings.
        This section is about rings.
        In general, rings are small.
        Historically, rings were small.
        Note that rings are usually small.
        We should make it faster some day.
        In the future this might change.
        It would be nice to have more.
        How many slots does a ring need?
        The name of the ring.
        Pointer to the ring.
        Number of slots in the ring.
        This structure represents a ring.
        This structure contains all information on a ring.
        The difference is that rings are circular.
        It is similar to a list.
        Rings are similar to lists.
        It would need to be freed otherwise.
        Otherwise it would have to wait.
        If it were freed, readers would crash.
        Without this, readers would crash.
        This avoids a race.
        This is to avoid a race.
        This is because readers may still use it.
        The reason why the lock is held is that readers may run.
        Suppose a driver takes a slot.
        Consider the following code.
        Let us look at the ring.
        A ring with two slots looks like this:
        Here is how it works.
        Here is an example.
        An example is given below.
        What follows is a list of flags.
        There are three ways to free a slot.
        Two kinds of rings exist.
        Rings come in two flavours.
        In short, a ring is a list.
        Basically a ring is a list.
        A ring is made up of slots.
        The ring has two slots.
        Rings were invented long ago.
        This was changed in Linux 4.6.
        Since Linux 4.6 there are rings.
        Older kernels did not have this.
        Used internally.
        Used for debugging.
        Internal use only.
        Mostly for debugging.
        Similar to ring_get().
        Like ring_get(), but for drivers.
        Counterpart of ring_get().
        Helper for ring_get().
        The name is a misnomer.
        The comment above explains it.
        Details are in Documentation/ring.rst.
        More details can be found in Documentation/ring.rst.
        Please see Documentation/ring.rst.
        Thanks to everyone who helped.
        Author: Nobody.
        This needs more thought.
        That is hard to get right.
        This is easy to get wrong.
        Performance matters here.
        The overhead is small.
        It takes a while.
        It can take a while.
        This may take some time.
        You may wonder why.
        We do this to save memory.
        We don't care about the order.
        It doesn't matter.
        It does not matter which one is used.
        """

    /// In a member's description.
    static let member = """
        = prohibition
        Do not touch.
        Do not modify.
        Drivers must not touch this.
        Must not be modified by drivers.
        Not to be modified by drivers.
        Must not be called directly.
        Don't use directly.
        = obligation
        Must be set before ring_start().
        Must be non-NULL.
        Must be a power of two.
        Has to be a multiple of four.
        Must be at least 4.
        Must be zeroed by the caller.
        Drivers must fill this in.
        Mandatory.
        This callback is mandatory.
        This hook is required.
        This must return 0 on success.
        The implementation must hold the lock.
        Drivers must stop all DMA here.
        The driver must stop all DMA before it returns.
        Every driver has to implement this.
        = outcome
        Returns 0 on success.
        = guarantee
        Called by the core when the ring is full.
        This is called with the lock held.
        Called once per open.
        Called before the ring is started.
        Called after the ring is stopped.
        Called from interrupt context.
        Called whenever a slot is freed.
        This is invoked under the lock.
        Protected by the lock.
        Protected by @lock.
        Never NULL.
        Always set.
        Set to true when the ring is stopped.
        Cleared by the core on stop.
        If set, the ring is stopped on error.
        If true, slots are freed on stop.
        If not set, the default is used.
        = permission
        Optional.
        This is optional.
        Optional, may be NULL.
        May be NULL.
        Can be NULL if not needed.
        May be left NULL.
        This hook is optional.
        This callback is optional and may be NULL.
        Drivers may leave this unset.
        Implementations may sleep.
        = informative
        The number of slots.
        Name of the ring.
        Lock for the slots.
        List of all slots.
        Used by the core.
        Private data of the driver.
        Reserved.
        Internal.
        For internal use.
        Opaque pointer.
        Size in bytes.
        Size of the ring in bytes.
        See &struct ring.
        Zero-based index.
        Flags of the ring.
        Points to the ring.
        Holds the slots.
        Contains the slots.
        Describes the ring.
        Tells whether the ring is full.
        Indicates that the ring is full.
        True if the ring is full.
        Whether the ring is full.
        Reference count.
        """

    /// In a parameter's description.
    static let parameter = """
        = prohibition
        the ring, must not be locked
        the ring, must not be NULL
        the ring (must not be NULL)
        = obligation
        must be a power of two
        must be non-zero
        size, must be a power of two
        the size (must be a power of two)
        the size; must be a power of two
        the size - must be a power of two
        the size. Must be a power of two.
        the size, which must be a power of two
        the size, has to be a power of two
        size to allocate, needs to be page aligned
        must point to a valid ring
        the ring, must be locked
        ring, must be locked by the caller
        ring that must be locked
        the ring (must be locked)
        the ring, must have been started
        = guarantee
        if true, wait for a slot
        if set, the ring is stopped
        if non-zero, slots are cleared
        if NULL, the default ring is used
        the ring, or NULL to use the default
        the ring; if NULL, the default ring is used
        the ring. If NULL the default ring is used.
        when NULL, nothing is done
        will be set to the number of slots
        is set to the number of slots
        gets the number of slots
        receives the number of slots
        = permission
        the ring, can be NULL
        the ring, may be NULL
        the ring, NULL is allowed
        optional ring
        the ring (optional)
        the ring (can be NULL)
        the ring, if any (may be NULL)
        optional pointer to the ring
        the ring. May be NULL.
        the ring; may be NULL if there is none
        can be NULL
        NULL is allowed
        = informative
        the ring
        ring to stop
        the ring to be stopped
        pointer to the ring to stop
        number of slots to take
        number of slots, in bytes
        size in bytes
        the size of the ring in bytes
        flags for the ring
        GFP flags
        allocation flags
        the slot to start from
        where to store the slot
        where the slot is stored
        address of the slot
        buffer for the name
        buffer in which the name is stored
        buffer that receives the name
        returned number of slots
        result
        unused
        the device that owns the ring
        the callback to call when the ring is full
        function to call when done
        data passed to the callback
        opaque data for the callback
        context of the caller
        timeout in jiffies
        timeout in ms
        true for reads, false for writes
        whether to wait
        direction of the transfer
        one of DMA_TO_DEVICE and DMA_FROM_DEVICE
        bitmask of flags
        zero-based index
        index of the slot, from 0
        owner of the ring, usually THIS_MODULE
        the module
        out parameter
        [in] the ring
        [out] the slot
        input: the ring
        the ring, as returned by ring_get()
        the ring obtained from ring_get()
        a ring that was returned by ring_get()
        """

    /// In a function's purpose.
    static let purpose = """
        = outcome
        return the size of the ring
        returns true if the ring is full
        returns the ring
        return the next slot
        = guarantee
        stop the ring
        stops the ring
        stop and free the ring
        take a slot from the ring
        get a slot
        get the next slot
        find a slot
        find slot by name
        look up a slot
        lookup slot by number
        allocate a ring
        alloc and init a ring
        free a ring
        release a ring
        register a ring
        unregister ring
        add a slot to a ring
        remove a slot
        set the size
        get the size
        read the size
        write the size
        copy a ring
        enable the timer
        disable the timer
        start the timer
        wait for a slot
        wait until a slot is free
        wake up readers
        send a message
        receive a message
        map a slot
        unmap a slot
        lock the ring
        unlock the ring
        convert the size to pages
        compute the size
        calculate the size
        count the slots
        print the ring
        dump the ring
        create a ring
        destroy a ring
        reset the ring
        flush the ring
        clear the ring
        fill the ring
        iterate over all slots
        walk the slots
        call a function for each slot
        increment the count
        drop a reference
        take a reference
        grab a reference to the ring
        put the ring
        mark the slot as used
        update the size
        select the ring
        attach to a ring
        detach from a ring
        open the device
        close the device
        queue a request
        cancel a request
        submit a request
        atomically add a slot
        safely remove a slot
        conditionally stop the ring
        try to take a slot
        attempt to take a slot
        acquire the lock
        = informative
        ring helper
        helper for rings
        ring of slots
        a ring of slots
        a ring
        the ring
        callbacks of the ring
        states of the ring
        describes a ring
        represents a ring
        information on a ring
        private data of the ring
        handle a request
        process a request
        initialize the ring
        init the ring
        prepare the ring
        check the ring
        check if the ring is full
        check whether the ring is full
        test if the ring is full
        test whether a slot is free
        is the ring full?
        parse the ring
        manage the ring
        wrapper for ring_get()
        wrapper around ring_get()
        ring interrupt handler
        interrupt handler
        callback for timers
        probe function
        module init
        size of the ring
        maximum size of the ring
        """

    /// In a book.
    static let book = """
        = prohibition
        Applications must not write to it while the ring runs.
        Do not write to this file.
        This file must not be written to.
        Never write to it.
        = obligation
        Userspace must set the size before it starts the ring.
        Applications must call RING_STOP before closing the file.
        Applications have to zero the reserved fields.
        The reserved fields must be zero.
        The application must be root.
        You must be root to write to it.
        To stop the ring, write 1 to this file.
        Write 1 to this file to stop the ring.
        Enable CONFIG_RING to use it.
        Drivers must set CONFIG_RING.
        First, load the module.
        Run make menuconfig.
        The file must be opened first.
        Before use, the ring must be started with RING_START.
        = undefined
        The order of the files is not defined.
        There is no guarantee that the file exists.
        = outcome
        The ioctl fails with -EBUSY if the ring is in use.
        On success the ioctl returns 0.
        EBUSY is returned if the ring is in use.
        ENOMEM: not enough memory.
        read() returns 0 at the end.
        poll() returns POLLIN when a slot is free.
        mmap() fails with EINVAL if the size is odd.
        open() can fail with -ENODEV.
        = guarantee
        Writing 1 to this file stops the ring.
        Writing anything to this file stops the ring.
        The file is read-only.
        The file is only readable by root.
        The default is 0.
        The default value is 0.
        By default the ring is stopped.
        The value is in milliseconds and is rounded up.
        If the value is 0, the timer is disabled.
        0 disables the timer.
        1: the ring is stopped.
        The option stops the ring.
        With this option the ring is stopped.
        With "nostop", the ring is not stopped.
        If CONFIG_RING is set, rings are used.
        The kernel prints a warning when the ring is full.
        A warning is printed when the ring is full.
        The kernel ignores unknown flags.
        The driver creates one file per ring.
        Each ring gets its own directory.
        The driver supports up to four rings.
        At most four rings are supported.
        The ioctl blocks until the ring is empty.
        = recommendation
        Applications should check the flags.
        Users should not rely on it.
        It is recommended to set CONFIG_RING.
        You should enable CONFIG_RING.
        The use of this file is discouraged.
        = permission
        Applications may read it at any time.
        Users can write 1 to this file.
        The size can be changed by writing to this file.
        The timer can be disabled by writing 0.
        The ring can be stopped at any time.
        The ring can be stopped with the "stop" option.
        The user can choose the size.
        You can stop the ring by writing 1.
        = informative
        The ring driver was written in 2004.
        This chapter describes rings.
        The chip has two timers.
        The hardware has four rings.
        The chip supports two modes.
        The files are in the directory of the device.
        Some chips have more.
        Most users do not need this.
        This driver is for the RX100.
        See the data sheet for details.
        The registers are described in the data sheet.
        It was tested on a RX100.
        Known bugs: none.
        The interface is still experimental.
        For example, writing 1 stops the ring.
        Imagine a ring with two slots.
        Figure 1 shows a ring.
        """
}
