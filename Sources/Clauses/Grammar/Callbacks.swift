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
                for parameter in item.parameters where parameter.type.contains("(*") || parameter.type.contains("( *") {
                    members.insert(item.name + "." + parameter.name)
                }
            case .typedef:
                if item.prototype.contains("(*") { structures.insert(item.name) }
            default: break
            }
        }
    }

    func contains(_ block: Prose.Block) -> Bool {
        guard let symbol = block.symbol else { return false }
        guard let member = block.member else { return structures.contains(symbol) && block.kind == .typedef }
        guard block.kind == .struct || block.kind == .member || block.kind == .union else { return false }
        return members.contains(symbol + "." + member) || Self.endings.contains { symbol.hasSuffix($0) }
    }

    /// A table of callbacks is named so; read where its declaration was not seen (in a patch).
    private static let endings = ["_ops", "_operations", "_funcs", "_fops", "_vtable", "_callbacks", "_helper_funcs"]
}
