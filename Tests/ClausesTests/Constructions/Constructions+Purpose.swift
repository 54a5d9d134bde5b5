extension Constructions {
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
}
