/// Folders whose files speak to those who use the kernel from outside, where others speak to its callers, and folders of
/// books on drivers.
enum FolderTable {
    /// Wherever they lie.
    static let interfaces = ["uapi", "userspace-api", "admin-guide", "ABI"]
    /// Where books lie, and which of the folders below hold books for users.
    static let books = ["Documentation"]
    static let booksForUsers = [
        "accounting", "device_drivers", "fb", "filesystems", "hwmon", "iio", "kbuild", "laptops", "scsi", "trace",
        "watchdog",
    ]
    /// Which of them hold a book for each driver: what such a book says is done, the driver does.
    static let booksOfDrivers = ["device_drivers", "hwmon", "watchdog"]
}
