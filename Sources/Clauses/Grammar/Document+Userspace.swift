import KernelDoc

extension Document {
    /// The file speaks to those who use the kernel from outside: an interface's header, or a book for them.
    var isUserspaceInterface: Bool {
        lies(in: FolderTable.interfaces)
            || lies(in: FolderTable.books) && lies(in: FolderTable.booksForUsers) && !isAboutCode
    }

    /// The file is a book on a driver.
    var isDriverBook: Bool { lies(in: FolderTable.books) && lies(in: FolderTable.booksOfDrivers) }

    /// It documents functions of the kernel, or names calls of them, "ring_get()", so often that it is written for those who
    /// make them. The calls that userspace makes have no underscore, but for a few.
    private var isAboutCode: Bool {
        guard items.isEmpty else { return true }
        var calls = 0
        var length = 0
        prose.bytes.withUnsafeBufferPointer { bytes in
            for unit in prose.units where unit.role != .heading {
                if unit.role == .literal {
                    PrototypeFinder.find(bytes, unit.range) { _, _ in calls += 1 }
                } else {
                    calls += Self.calls(in: bytes[unit.range])
                    length += unit.range.count
                }
            }
        }
        return calls > 2 && calls * 1500 > length
    }

    /// How often a name with an underscore and "()" stands in `text`.
    private static func calls(in text: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
        var calls = 0
        var hasUnderscore = false
        for (index, byte) in zip(text.indices, text) {
            if byte == UInt8(ascii: "_") {
                hasUnderscore = true
            } else if byte == UInt8(ascii: "("), hasUnderscore, index + 1 < text.endIndex,
                text[index + 1] == UInt8(ascii: ")")
            {
                calls += 1
                hasUnderscore = false
            } else if !byte.isNamePart {
                hasUnderscore = false
            }
        }
        return calls
    }

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
