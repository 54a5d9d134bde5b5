/// What files share that show the same thing (`struct inode`), here only for its address space.
public final class Inode: Sendable {
    public let name: String
    /// The pages behind it, and who maps them (`i_mapping`).
    public let mapping: AddressSpace

    init(_ name: String) {
        self.name = name
        mapping = AddressSpace()
    }
}
