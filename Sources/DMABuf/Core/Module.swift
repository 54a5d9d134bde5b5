/// A module of the kernel that owns buffers (`struct module`); while it is going, nothing new can be had of it.
///
/// Its count is guarded by the machine's lock.
public final class Module: @unchecked Sendable {
    private let machine: Machine
    public let name: String
    private var users = 0
    private var going = false

    public init(_ machine: Machine, name: String) {
        self.machine = machine
        self.name = name
    }

    /// Whether it is being unloaded.
    public var isGoing: Bool {
        get { machine.atomically { going } }
        set { machine.atomically { going = newValue } }
    }

    /// References held to it.
    public var useCount: Int { machine.atomically { users } }

    /// Takes a reference (`try_module_get`); false when the module is going.
    func tryGet() -> Bool {
        machine.atomically {
            if going { return false }
            users += 1
            return true
        }
    }

    /// Drops a reference (`module_put`).
    func put() { machine.atomically { users -= 1 } }
}
