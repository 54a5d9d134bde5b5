extension Constructions {
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
}
