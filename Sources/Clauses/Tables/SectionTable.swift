/// The titles of sections that say something about the sentences in them, by their first word in lower case.
enum SectionTable {
    static let names: [(section: UnitContext.Section, names: [String])] = [
        (.returns, ["return", "returns", "returning", "result", "results", "retval"]),
        (.context, ["context", "locking", "locks", "calling"]),
        (.requirements, ["requires", "requirement", "requirements", "precondition", "preconditions"]),
        (.example, ["example", "examples"]),
        (.note, ["note", "notes", "notice", "warning", "important", "caution"]),
        (.toDo, ["todo", "fixme", "xxx"]),
    ]
}
