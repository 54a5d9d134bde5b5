/// Prototypes in C, read off the types of Swift functions.
enum Prototype {
    /// Of a method: its receiver is the first parameter.
    static func of<Receiver: CType, each Parameter: CType, Result: CType>(
        _ method: (Receiver) -> (repeat each Parameter) -> Result
    ) -> String {
        var parameters = [Receiver.cType]
        repeat parameters.append((each Parameter).cType)
        return spell(Result.cType, parameters)
    }

    static func of<Receiver: CType, each Parameter: CType>(
        _ method: (Receiver) -> (repeat each Parameter) -> Void
    ) -> String {
        var parameters = [Receiver.cType]
        repeat parameters.append((each Parameter).cType)
        return spell("void", parameters)
    }

    /// Of a function.
    static func of<each Parameter: CType, Result: CType>(function: (repeat each Parameter) -> Result) -> String {
        var parameters: [String] = []
        repeat parameters.append((each Parameter).cType)
        return spell(Result.cType, parameters)
    }

    static func of<each Parameter: CType>(function: (repeat each Parameter) -> Void) -> String {
        var parameters: [String] = []
        repeat parameters.append((each Parameter).cType)
        return spell("void", parameters)
    }

    private static func spell(_ result: String, _ parameters: [String]) -> String {
        result + (result.hasSuffix("*") ? "" : " ")
            + "(" + (parameters.isEmpty ? "void" : parameters.joined(separator: ", ")) + ")"
    }
}
