/// What a file can do (`struct file_operations`).
struct FileOperations: Sendable {
    var name: String
    var release: (@Sendable (File) -> Void)?
    var mmap: (@Sendable (File, VMA) -> Status)?
    var ioctl: (@Sendable (File, UInt32, DMABufSync?) -> Status)?
}
