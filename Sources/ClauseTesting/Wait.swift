/// What a process context can wait for, which is to sleep.
public enum Wait: String, Sendable, CaseIterable {
    /// Something happens, some time.
    case event
    /// A lock of whatever is tested, that sleeps when another context holds it.
    case lock
    /// Memory is allocated.
    case memory
    /// A device does its work.
    case device
    /// An access begins, for which a device has to finish.
    case access
    /// A device is given its way to the object.
    case transfer
    /// A part of the object is mapped, in a way that may sleep.
    case mapping
}
