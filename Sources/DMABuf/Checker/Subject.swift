/// What a report of the contract checker is about.
public enum Subject: Sendable, Hashable {
    /// A span between begin and end of CPU access.
    case cpuAccess
    /// A span between SYNC_START and SYNC_END.
    case syncAccess
    case kmap
    case atomicKmap
    case vmapping
    case userMapping
    case reference
    case attachment
    case dmaMapping
    /// Storage that must stay where it is.
    case pin
    case addressSpace
    case callback(Callback)
    case supply(Supply)
    case lock(LockName)

    public var name: String {
        switch self {
        case .cpuAccess: "cpuAccess"
        case .syncAccess: "syncAccess"
        case .kmap: "kmap"
        case .atomicKmap: "atomicKmap"
        case .vmapping: "vmapping"
        case .userMapping: "userMapping"
        case .reference: "reference"
        case .attachment: "attachment"
        case .dmaMapping: "dmaMapping"
        case .pin: "pin"
        case .addressSpace: "addressSpace"
        case .callback(let callback): callback.rawValue
        case .supply(let supply): supply.rawValue
        case .lock(let lock): lock.rawValue
        }
    }
}
