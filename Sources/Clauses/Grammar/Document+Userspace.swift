import KernelDoc

extension Document {
    /// Folders of books for users, below `Documentation`.
    private var books: [String] { ["fb", "hwmon", "iio", "kbuild", "laptops", "scsi", "trace", "watchdog"] }

    /// The file speaks to those who use the kernel from outside: an interface's header, or a book for them.
    var isUserspaceInterface: Bool {
        var file = file
        return file.withUTF8 { path in
            let folders = path.split(separator: UInt8(ascii: "/")).dropLast()
            func lies(in names: [String]) -> Bool {
                folders.contains { folder in names.contains { folder.elementsEqual($0.utf8) } }
            }
            return lies(in: ["uapi", "userspace-api", "admin-guide", "ABI"])
                || lies(in: ["Documentation"]) && lies(in: books)
        }
    }
}
