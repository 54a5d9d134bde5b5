import KernelDoc

/// What the place of a sentence says about it before its first word is read.
struct UnitContext: Sendable {
    /// What a block's section is about.
    enum Section: UInt8, Sendable { case none, returns, context, note, example }

    var role: Prose.Role
    var kind: Prose.Block.Kind
    var section: Section
    /// The block documents a callback (a member that is a function pointer).
    var isCallback: Bool
    /// The block documents one parameter, member or constant.
    var isMember: Bool
    /// The file speaks to userspace.
    var isUserspaceInterface: Bool
    /// What the sentence that leads into this list asks for, or nil.
    var leadIn: Modality?
    /// The list's items are steps to take.
    var leadsSteps: Bool
    /// Index of the party that the lead-in speaks of, or -1.
    var leadInParty: Int

    /// The text describes what a function does.
    var describesFunction: Bool { (kind == .function || kind == .macro) && !isMember }

    var describesFunctionParameter: Bool { (kind == .function || kind == .macro) && isMember }

    /// The unit names a thing unless its verb says otherwise.
    var namesThing: Bool {
        role == .parameter && !isCallback || role == .purpose && !(kind == .function || kind == .macro)
            || isMember && !isCallback && role != .paragraph
    }

    /// Base forms tell what a function or callback does: "clear a bit".
    var tellsAction: Bool {
        describesFunction && section != .returns || isCallback || isMember && kind == .enum
    }

    static func section(named title: String?) -> Section {
        guard let title else { return .none }
        let word = title.lowercased().prefix { $0.isLetter }
        switch word {
        case "return", "returns", "returning", "result", "results", "retval": return .returns
        case "context", "locking", "locks", "calling": return .context
        case "example", "examples": return .example
        case "note", "notes", "notice", "warning", "important", "caution": return .note
        default: return .none
        }
    }
}
