/// What a call came back with.
public struct Outcome: Sendable, Equatable {
    /// 0 (or a positive value) on success, a negative error code on failure.
    public var status: Int32
    /// The address, for calls that return one; nil for NULL and for calls that return none.
    public var address: UInt64?
    /// True for calls that return a pointer, also when it is NULL.
    public var returnsPointer: Bool

    public init(status: Int32, address: UInt64? = nil, returnsPointer: Bool = false) {
        self.status = status
        self.address = address
        self.returnsPointer = returnsPointer
    }

    /// A call that returned 0, and no pointer.
    public static let success = Outcome(status: 0)
    /// A call that returns a pointer and returned NULL.
    public static let null = Outcome(status: 0, returnsPointer: true)
    /// A call that returned an error code, with its minus sign.
    public static func failure(_ error: Errno) -> Outcome { Outcome(status: -error.rawValue) }

    /// No error, and not NULL where a pointer is returned.
    public var succeeded: Bool { status >= 0 && (!returnsPointer || address != nil) }
    /// The error code, or nil.
    public var error: Errno? { status < 0 ? Errno(rawValue: -status) : nil }
    /// Whether it failed with one of these error codes.
    public func fails(with errors: Errno...) -> Bool { error.map(errors.contains) ?? false }
}
