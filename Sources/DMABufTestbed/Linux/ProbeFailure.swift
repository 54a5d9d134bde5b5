/// The probe does not do what it is asked for. Not the kernel's fault, nor the documentation's.
struct ProbeFailure: Error, CustomStringConvertible {
    var description: String
    init(_ description: String) { self.description = description }
}
