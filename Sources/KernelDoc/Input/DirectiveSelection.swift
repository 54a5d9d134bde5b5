/// Which items of a file a `kernel-doc::` directive asks for, as the kernel's Sphinx extension reads its options.
struct DirectiveSelection {
    enum Choice: Equatable {
        case all
        /// The DOC section of that title.
        case doc(String)
        /// What is exported, by this file or by those that the patterns name.
        case exported([String])
        /// All but what is exported, and no DOC sections.
        case notExported([String])
        case named(Set<String>)
        /// All but DOC sections.
        case declarations
    }

    var choice: Choice
    var without: Set<String>

    init(_ directive: KernelDocDirective) {
        let options = directive.options
        if let patterns = options["export"] {
            choice = .exported(DirectiveSelection.words(patterns))
        } else if let patterns = options["internal"] {
            choice = .notExported(DirectiveSelection.words(patterns))
        } else if let title = options["doc"] {
            choice = .doc(DirectiveSelection.words(title).joined(separator: " "))
        } else if let names = options["functions"] ?? options["identifiers"] {
            let names = Set(DirectiveSelection.words(names))
            choice = names.isEmpty ? .declarations : .named(names)
        } else {
            choice = .all
        }
        without = Set(DirectiveSelection.words(options["no-identifiers"] ?? ""))
    }

    /// Whether `item` is asked for; `exported` are the names that the files in question export.
    func includes(_ item: Item, exported: Set<String>) -> Bool {
        guard !without.contains(item.name) else { return false }
        return switch choice {
        case .all: true
        case .doc(let title): item.name == title
        case .exported: item.kind != .doc && exported.contains(item.name)
        case .notExported:
            item.kind != .doc && !((item.kind == .function || item.kind == .macro) && exported.contains(item.name))
        case .named(let names): names.contains(item.name)
        case .declarations: item.kind != .doc
        }
    }

    private static func words(_ text: String) -> [String] {
        text.split { $0 == " " || $0 == "\t" || $0 == "," }.map { String($0) }
    }
}
