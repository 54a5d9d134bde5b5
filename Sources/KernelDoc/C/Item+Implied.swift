extension Item.Parameter {
    /// What kernel-doc itself says of a parameter that nobody has to describe, or nil.
    ///
    /// It is no part of the source, so it is not in `text`.
    var impliedText: String? {
        if name == "void" { return "no arguments" }
        if type == "..." { return "variable arguments" }
        if name == "{unnamed_struct}" || name == "{unnamed_union}" { return "anonymous" }
        return nil
    }
}
