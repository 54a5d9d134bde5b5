/// A pointer as the kernel returns them: NULL, an error code in disguise (`ERR_PTR`), or a pointer to something.
public enum Pointer<Pointee> {
    case null
    /// A negative error code.
    case error(Status)
    case to(Pointee)

    /// What it points to; nil for NULL and for error pointers.
    public var pointee: Pointee? {
        if case .to(let pointee) = self { pointee } else { nil }
    }

    /// The negative error code of an error pointer (`PTR_ERR`); nil for any other.
    public var error: Status? {
        if case .error(let status) = self { status } else { nil }
    }
}

extension Pointer: Sendable where Pointee: Sendable {}
