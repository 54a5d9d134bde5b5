/// Folders whose files speak to those who use the kernel from outside, where others speak to its callers.
enum FolderTable {
    /// Wherever they lie.
    static let interfaces = ["uapi", "userspace-api", "admin-guide", "ABI"]
    /// Where books lie, and which of the folders below hold books for users.
    static let books = ["Documentation"]
    static let booksForUsers = ["fb", "hwmon", "iio", "kbuild", "laptops", "scsi", "trace", "watchdog"]
}
