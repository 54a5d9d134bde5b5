extension Constructions {
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
}
