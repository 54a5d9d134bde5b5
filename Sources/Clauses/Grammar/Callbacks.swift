import KernelDoc

/// Which blocks of a document state the contract of a callback.
struct Callbacks {
    private var members: Set<String> = []
    private var structures: Set<String> = []
    let isUserspaceInterface: Bool

    init(_ document: Document) {
        isUserspaceInterface = document.file.split(separator: "/").contains("uapi")
        for item in document.items {
            switch item.kind {
            case .struct, .union:
                for parameter in item.parameters where Self.isFunctionPointer(parameter.type) {
                    members.insert(item.name + "." + parameter.name)
                }
            case .typedef:
                if Self.isFunctionPointer(item.prototype) { structures.insert(item.name) }
            default: break
            }
        }
    }

    /// "(*" stands in it.
    private static func isFunctionPointer(_ type: String) -> Bool {
        var opened = false
        for byte in type.utf8 where byte != 0x20 {
            if opened, byte == 0x2a { return true }
            opened = byte == 0x28
        }
        return false
    }

    func contains(_ block: Prose.Block) -> Bool {
        guard let symbol = block.symbol else { return false }
        guard let member = block.member else { return structures.contains(symbol) && block.kind == .typedef }
        guard block.kind == .struct || block.kind == .member || block.kind == .union else { return false }
        return members.contains(symbol + "." + member)
            || Self.endings.contains { symbol.utf8.suffix($0.utf8.count).elementsEqual($0.utf8) }
    }

    /// A table of callbacks is named so; read where its declaration was not seen (in a patch).
    private static let endings = ["_ops", "_operations", "_funcs", "_fops", "_vtable", "_callbacks", "_helper_funcs"]
}
