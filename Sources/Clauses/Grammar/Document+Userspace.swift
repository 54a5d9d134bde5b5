import KernelDoc

extension Document {
    /// The file speaks to those who use the kernel from outside: an interface's header, or a book for them.
    var isUserspaceInterface: Bool {
        let folders = file.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).dropLast()
        if folders.contains(where: { FolderTable.interfaces.contains($0) }) { return true }
        return folders.contains { FolderTable.books.contains($0) }
            && folders.contains { FolderTable.booksForUsers.contains($0) }
    }
}
