import KernelDoc

extension Document {
    /// The file speaks to those who use the kernel from outside: an interface's header, or a book for them.
    var isUserspaceInterface: Bool {
        lies(in: FolderTable.interfaces) || lies(in: FolderTable.books) && lies(in: FolderTable.booksForUsers)
    }

    /// The file is a book on a driver.
    var isDriverBook: Bool { lies(in: FolderTable.books) && lies(in: FolderTable.booksOfDrivers) }

    /// One of the folders on the way to the file has one of these names.
    private func lies(in names: [String]) -> Bool {
        var file = file
        return file.withUTF8 { path in
            var start = 0
            while let end = path[start...].firstIndex(of: UInt8(ascii: "/")) {
                let folder = path[start..<end]
                if names.contains(where: { $0.utf8.count == folder.count && folder.elementsEqual($0.utf8) }) {
                    return true
                }
                start = end + 1
            }
            return false
        }
    }
}
