/// An error code of the kernel (`include/uapi/asm-generic/errno-base.h`, `errno.h`, `include/linux/errno.h`),
/// without the minus sign.
public struct Errno: RawRepresentable, Sendable, Hashable, CustomStringConvertible {
    public var rawValue: Int32
    public init(rawValue: Int32) { self.rawValue = rawValue }

    public static let EPERM = Errno(rawValue: 1)
    public static let ENOENT = Errno(rawValue: 2)
    public static let EINTR = Errno(rawValue: 4)
    public static let EIO = Errno(rawValue: 5)
    public static let EBADF = Errno(rawValue: 9)
    public static let EAGAIN = Errno(rawValue: 11)
    public static let ENOMEM = Errno(rawValue: 12)
    public static let EACCES = Errno(rawValue: 13)
    public static let EFAULT = Errno(rawValue: 14)
    public static let EBUSY = Errno(rawValue: 16)
    public static let EEXIST = Errno(rawValue: 17)
    public static let ENODEV = Errno(rawValue: 19)
    public static let EINVAL = Errno(rawValue: 22)
    public static let ENOTTY = Errno(rawValue: 25)
    public static let ENOSPC = Errno(rawValue: 28)
    public static let ERANGE = Errno(rawValue: 34)
    public static let EDEADLK = Errno(rawValue: 35)
    public static let ENOSYS = Errno(rawValue: 38)
    public static let EOVERFLOW = Errno(rawValue: 75)
    public static let EOPNOTSUPP = Errno(rawValue: 95)
    public static let ETIMEDOUT = Errno(rawValue: 110)
    public static let ERESTARTSYS = Errno(rawValue: 512)

    static let names: [(Errno, String)] = [
        (.EPERM, "EPERM"), (.ENOENT, "ENOENT"), (.EINTR, "EINTR"), (.EIO, "EIO"), (.EBADF, "EBADF"),
        (.EAGAIN, "EAGAIN"), (.ENOMEM, "ENOMEM"), (.EACCES, "EACCES"), (.EFAULT, "EFAULT"), (.EBUSY, "EBUSY"),
        (.EEXIST, "EEXIST"), (.ENODEV, "ENODEV"), (.EINVAL, "EINVAL"), (.ENOTTY, "ENOTTY"), (.ENOSPC, "ENOSPC"),
        (.ERANGE, "ERANGE"), (.EDEADLK, "EDEADLK"), (.ENOSYS, "ENOSYS"), (.EOVERFLOW, "EOVERFLOW"),
        (.EOPNOTSUPP, "EOPNOTSUPP"), (.ETIMEDOUT, "ETIMEDOUT"), (.ERESTARTSYS, "ERESTARTSYS"),
    ]

    /// One of each sort that callers must tell apart, for "any negative error code".
    public static let samples: [Errno] = [.EINTR, .EIO, .EAGAIN, .ENOMEM, .EBUSY, .EINVAL, .ERESTARTSYS]

    public var description: String {
        Errno.names.first { $0.0 == self }.map { "-" + $0.1 } ?? "-\(rawValue)"
    }
}
