import KernelDoc

extension Document {
    /// The file speaks to those who use the kernel from outside: an interface's header, or a book for them.
    var isUserspaceInterface: Bool {
        var file = file
        return file.withUTF8 { path in
            var isBook = false
            var isForUsers = false
            var start = 0
            while let end = path[start...].firstIndex(of: UInt8(ascii: "/")) {
                let folder = path[start..<end]
                if Self.isOne(of: FolderTable.interfaces, folder) { return true }
                isBook = isBook || Self.isOne(of: FolderTable.books, folder)
                isForUsers = isForUsers || Self.isOne(of: FolderTable.booksForUsers, folder)
                start = end + 1
            }
            return isBook && isForUsers
        }
    }

    private static func isOne(of names: [String], _ folder: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        names.contains { $0.utf8.count == folder.count && folder.elementsEqual($0.utf8) }
    }
}
