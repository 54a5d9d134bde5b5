import KernelDoc

extension Document {
    /// The file speaks to those who use the kernel from outside: an interface's header, or a book for them.
    var isUserspaceInterface: Bool {
        let folders = file.split(separator: "/").dropLast()
        return folders.contains { ["uapi", "userspace-api", "admin-guide", "ABI"].contains($0) }
            || folders.contains("Documentation") && folders.contains { ["fb", "laptops"].contains($0) }
    }
}
