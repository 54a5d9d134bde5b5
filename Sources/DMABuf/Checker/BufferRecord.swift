/// What the checker knows of one buffer.
struct BufferRecord {
    /// One caller: a process, as a kernel user or as userspace.
    struct Caller: Hashable {
        var process: Int
        var user: Bracket.User
    }

    var brackets: [Caller: [Bracket]] = [:]
    /// Callers whose last begin was interrupted and not made again.
    var interrupted: Set<Caller> = []
    /// Callers that have begun an access before.
    var experienced: Set<Caller> = []
    var holds = PageHolds()
    /// Pages of kernel addresses that were given out.
    var addresses: Set<UInt64> = []
    /// Tables that devices hold.
    var tables = 0
}
