import KernelDoc

extension Document {
    /// The file speaks to those who use the kernel from outside: an interface's header, or a book for them.
    var isUserspaceInterface: Bool {
        file.split(separator: "/").contains { ["uapi", "userspace-api", "admin-guide", "ABI"].contains($0) }
    }
}
