import KernelDoc

/// Which blocks of a document state the contract of a callback.
struct Callbacks: ~Copyable {
    private struct Member: Hashable {
        var structure: String
        var name: String
    }

    private var members: Set<Member> = []
    /// The structures of `members`, each once: of few, as most files have, none needs a hash.
    private var tables: [String] = []
    private var structures: Set<String> = []
    /// Members that are seen to hold data, though their structure is named as a table of callbacks is.
    private var data: Set<Member> = []
    let isUserspaceInterface: Bool
    let isDriverBook: Bool

    init(_ document: Document) {
        isUserspaceInterface = document.isUserspaceInterface
        isDriverBook = document.isDriverBook
        for item in document.items {
            switch item.kind {
            case .struct, .union:
                let isTable = Self.namesTable(item.name)
                for parameter in item.parameters {
                    if Self.isFunctionPointer(parameter.type) {
                        members.insert(Member(structure: item.name, name: parameter.name))
                        if tables.last != item.name { tables.append(item.name) }
                    } else if isTable, !parameter.type.isEmpty {
                        data.insert(Member(structure: item.name, name: parameter.name))
                    }
                }
            case .typedef:
                if Self.isFunctionPointer(item.prototype) { structures.insert(item.name) }
            default: break
            }
        }
    }

    /// "(*" stands in it.
    private static func isFunctionPointer(_ type: String) -> Bool {
        var type = type
        return type.withUTF8 { bytes in
            var opened = false
            for byte in bytes where byte != UInt8(ascii: " ") {
                if opened, byte == UInt8(ascii: "*") { return true }
                opened = byte == UInt8(ascii: "(")
            }
            return false
        }
    }

    func contains(_ block: UnsafePointer<Prose.Block>) -> Bool {
        guard let symbol = block.pointee.symbol else { return false }
        let kind = block.pointee.kind
        guard let member = block.pointee.member else { return kind == .typedef && structures.contains(symbol) }
        guard kind == .struct || kind == .member || kind == .union else { return false }
        let isTable = Self.namesTable(symbol)
        guard isTable || tables.count > 8 || tables.contains(symbol) else { return false }
        let place = Member(structure: symbol, name: member)
        return members.contains(place) || isTable && !data.contains(place)
    }

    /// Whether a table of callbacks is named so; for those whose declaration was not seen (in a patch).
    private static func namesTable(_ structure: String) -> Bool {
        guard structure.utf8.last == UInt8(ascii: "s") || structure.utf8.last == UInt8(ascii: "e") else { return false }
        var structure = structure
        return structure.withUTF8 { name in
            guard let bar = name.lastIndex(of: UInt8(ascii: "_")) else { return false }
            let ending = name[(bar + 1)...]
            return endings.contains { $0.utf8.count == ending.count && ending.elementsEqual($0.utf8) }
        }
    }

    /// Behind the last "_".
    private static let endings = ["ops", "operations", "funcs", "fops", "vtable", "callbacks"]
}
