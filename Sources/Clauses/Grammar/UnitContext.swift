import KernelDoc

/// What the place of a sentence says about it before its first word is read.
struct UnitContext: Sendable {
    /// What a block's section is about.
    enum Section: UInt8, Sendable { case none, returns, context, requirements, note, example, toDo }

    var role: Prose.Role
    var kind: Prose.Block.Kind
    var section: Section = .none
    /// The block documents a callback (a member that is a function pointer).
    var isCallback = false
    /// The block documents one parameter, member or constant.
    var isMember = false
    /// A DOC section of one parameter of a module: `size (int)`.
    var isModuleParameter = false
    /// The file speaks to userspace.
    var isUserspaceInterface = false
    /// The file is a book on a driver.
    var isDriverBook = false
    /// What the sentence that leads into this list asks for, or nil.
    var leadIn: Modality?
    /// The list's items are steps to take.
    var leadsSteps = false
    /// It says what the term above it, an option or a value, does or means.
    var definesTerm = false
    /// Another sentence of the same paragraph stands before it, and it is a statement, no mere name.
    var goesOn = false
    /// Index of the party that the lead-in speaks of, or -1.
    var leadInParty = -1

    init(role: Prose.Role, kind: Prose.Block.Kind) {
        self.role = role
        self.kind = kind
    }

    /// What holds for all units of a block.
    init(of block: UnsafePointer<Prose.Block>, _ callbacks: borrowing Callbacks) {
        role = .paragraph
        kind = block.pointee.kind
        section = Self.section(named: block.pointee.section)
        isMember = block.pointee.member != nil
        isCallback = callbacks.contains(block)
        isModuleParameter = kind == .doc && (block.pointee.title.map { Self.namesParameter($0) } ?? false)
        isUserspaceInterface = callbacks.isUserspaceInterface
        isDriverBook = callbacks.isDriverBook
    }

    /// The text describes what a function does.
    var describesFunction: Bool { (kind == .function || kind == .macro) && !isMember }

    var describesFunctionParameter: Bool { (kind == .function || kind == .macro) && isMember }

    /// The unit describes a member of a structure, a callback or not.
    var isStructureMember: Bool { isMember && (kind == .struct || kind == .union || kind == .member) }

    /// The sentence names a thing unless its verb says otherwise.
    var namesThing: Bool {
        guard !goesOn else { return false }
        return role == .purpose && !(kind == .function || kind == .macro)
            || (role == .parameter || isMember && role != .paragraph) && !isCallback
    }

    /// Base forms tell what a function or callback does: "clear a bit".
    var tellsAction: Bool {
        describesFunction && section != .returns || isCallback || isMember && kind == .enum && !goesOn
            || isModuleParameter
    }

    /// "size (int)"
    private static func namesParameter(_ title: String) -> Bool {
        let words = title.utf8.split(separator: UInt8(ascii: " "))
        return words.count == 2 && words[1].first == UInt8(ascii: "(") && words[1].last == UInt8(ascii: ")")
    }

    /// By the first word of the title.
    static func section(named title: String?) -> Section {
        guard let title else { return .none }
        let word = title.utf8.prefix { Byte.isLetter($0) }
        for (section, names) in SectionTable.names {
            for name in names where name.utf8.elementsEqual(word.lazy.map { Lexicon.lowercase($0) }) { return section }
        }
        return .none
    }
}
