/// An error code that the kernel gave.
struct KernelError: Error {
    var status: Int32
}
