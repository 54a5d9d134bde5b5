import KernelDoc

extension Document {
    /// Folders of files for those who use the kernel from outside.
    private static let folders: [StaticString] = ["uapi", "userspace-api", "admin-guide", "ABI"]
    /// Folders of books for users, below `Documentation`.
    private static let books: [StaticString] = [
        "fb", "hwmon", "iio", "kbuild", "laptops", "scsi", "trace", "watchdog",
    ]

    /// The file speaks to those who use the kernel from outside: an interface's header, or a book for them.
    var isUserspaceInterface: Bool {
        var file = file
        return file.withUTF8 { path in
            var liesInDocumentation = false
            var liesInBook = false
            var start = 0
            while let end = path[start...].firstIndex(of: UInt8(ascii: "/")) {
                let folder = UnsafeBufferPointer(rebasing: path[start..<end])
                if folder.isOne(of: Self.folders) { return true }
                liesInDocumentation = liesInDocumentation || folder.isOne(of: ["Documentation"])
                liesInBook = liesInBook || folder.isOne(of: Self.books)
                start = end + 1
            }
            return liesInDocumentation && liesInBook
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether these are the letters of one of `names`.
    fileprivate func isOne(of names: [StaticString]) -> Bool {
        names.contains { name in
            name.utf8CodeUnitCount == count && name.withUTF8Buffer { $0.elementsEqual(self) }
        }
    }
}
