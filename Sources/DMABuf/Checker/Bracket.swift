/// An open access: what one caller began, and has not ended yet.
struct Bracket: Sendable {
    /// Kernel users and processes may overlap on one buffer; each has brackets of its own.
    enum User: Sendable, Hashable {
        case kernel
        case userspace

        /// What reports call such a bracket.
        var subject: Subject { self == .kernel ? .cpuAccess : .syncAccess }
    }
    var direction: DMADataDirection
    /// Something was written through it that devices are to see.
    var hasWritten = false
    /// Ending it was interrupted, and has not been tried again.
    var isEndInterrupted = false
    /// Its leak, or its missing restart, has been reported.
    var isReported = false
}
