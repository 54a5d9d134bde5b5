/// The fault that is switched on, if any. In a release build there is none: the question is a constant, and what
/// would follow from another answer is not compiled in.
struct ActiveFault: Sendable {
    #if MUTANTS
        let fault: Fault?

        func isActive(_ candidate: Fault) -> Bool { fault == candidate }
    #else
        @inline(__always)
        func isActive(_ candidate: @autoclosure () -> Fault) -> Bool { false }
    #endif
}
