/// Why a declaration behind a kernel-doc comment says nothing that could be documented.
enum DeclarationError: Error, Equatable {
    case notUnderstood(Item.Kind)
    case nestedTooDeep
}
