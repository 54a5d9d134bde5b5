/// What callbacks and calls return, as in C: 0 on success, a negative error code on failure. Nothing keeps a
/// callback from returning a positive value; the contract checker says so when one does.
public typealias Status = Int32

/// The error codes of the kernel that this code uses, without the minus sign
/// (`include/uapi/asm-generic/errno-base.h`, `errno.h`, `include/linux/errno.h`).
public enum Linux {
    public static let ENOENT: Status = 2
    public static let EINTR: Status = 4
    public static let EIO: Status = 5
    public static let EBADF: Status = 9
    public static let EAGAIN: Status = 11
    public static let ENOMEM: Status = 12
    public static let EACCES: Status = 13
    public static let EFAULT: Status = 14
    public static let EBUSY: Status = 16
    public static let EINVAL: Status = 22
    public static let EMFILE: Status = 24
    public static let ENOTTY: Status = 25
    public static let ENODEV: Status = 19
    public static let EOVERFLOW: Status = 75
    public static let EDEADLK: Status = 35
    /// The kernel's own: the system call is to be restarted. It never reaches userspace.
    public static let ERESTARTSYS: Status = 512
    /// The largest error code that a pointer can carry (`MAX_ERRNO`).
    static let maxErrno: Status = 4095
}
