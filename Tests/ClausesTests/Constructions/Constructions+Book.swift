extension Constructions {
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
