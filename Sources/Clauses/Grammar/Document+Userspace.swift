import KernelDoc

extension Document {
    /// The file speaks to userspace.
    var isUserspaceInterface: Bool { file.split(separator: "/").contains("uapi") }
}
