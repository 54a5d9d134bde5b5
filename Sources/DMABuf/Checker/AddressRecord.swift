/// What a kernel address is, or was, good for.
struct AddressRecord {
    var buffer: Int
    weak var object: DMABuffer?
    var kind: Subject
    /// Mappings that give it now, and how many of them are tainted.
    var holds = 0
    var tainted = 0
}
