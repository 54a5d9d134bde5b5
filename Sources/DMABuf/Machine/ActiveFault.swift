/// The fault that is switched on, if any. In a release build there is none: the question is a constant, and what
/// would follow from another answer is not compiled in.
struct ActiveFault: Sendable {
    #if MUTANTS
        let fault: Fault?
        /// What a reference was asked for: no other fault could have changed anything in what it did.
        private let asked = AskedFaults()

        init(fault: Fault?) { self.fault = fault }

        func isActive(_ candidate: Fault) -> Bool {
            if fault == nil { asked.insert(candidate) }
            return fault == candidate
        }

        var reached: Set<Fault> { asked.all }
    #else
        @inline(__always)
        func isActive(_ candidate: @autoclosure () -> Fault) -> Bool { false }
    #endif
}
