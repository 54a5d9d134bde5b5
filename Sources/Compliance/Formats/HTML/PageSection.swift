import Clauses
import KernelDoc

/// A part of the documentation under one heading: a chapter, or what is said of one symbol or member.
struct PageSection: Hashable {
    var file: String
    var title: String
    /// Whether the title is a name of C.
    var isSymbol: Bool

    init(_ block: Prose.Block, file: String) {
        self.file = file
        if let symbol = block.symbol, !symbol.isEmpty {
            isSymbol = true
            // A struct's members are documented each for itself; a function's parameters are part of it.
            title = block.kind == .member ? "\(symbol).\(block.member ?? "")" : symbol
        } else {
            isSymbol = false
            title = block.title ?? ""
        }
        if title.isEmpty { title = "(untitled)" }
    }
}
