import KernelDoc

extension Prose {
    /// A token as it is written.
    func string(_ token: Token) -> String {
        String(decoding: bytes[Int(token.start)..<Int(token.end)], as: UTF8.self)
    }

    /// A token in lower case, to be looked up in a list of words.
    func word(_ token: Token) -> String { string(token).lowercased() }
}
