extension Constructions {
    /// In a function's description.
    static let function = """
        = obligation
        Acquire the lock before calling this function!
        If the type is wrong, a handler of its own is required instead.
        The lock must be taken and not dropped before it ends.
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
        Checks that it is valid, returning -EBUSY if it is not.
        Takes a slot, returning NULL if there is none.
        If there is no slot, then the result is 5.
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
        A full ring does not show up in the status register.
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
        The ring has a PPQ (process packet queue).
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
}
