import ClauseTesting

extension GateTestbed {
    public enum API: String, TestbedName { case create, enter, leave }
    public enum Callback: String, TestbedName { case open, close }
    public enum Resource: String, TestbedName { case pass }
    public enum Supply: String, TestbedName { case memory }
    public enum Lock: String, TestbedName { case gate }
    public typealias Variant = NoNames
    public typealias Action = NoNames
    public enum Observation: String, TestbedName { case isOpen }

    enum Fault: String, CaseIterable {
        case opensForEveryPass, closesForEveryPass, opensUnlocked, closesUnlocked, entersAnyway, allowsFourPasses
        case missesLeaks, missesSleep, allowsMissingOpen, refusesMissingClose, neverOpens, neverCloses
        case ignoresMemory, keepsCountOutsideLock, returnsOne, returnsEIO, refusesWithEIO

        var mutant: Mutant {
            switch self {
            case .opensForEveryPass: mutant("open is called for every pass", .init(.referenceCounted, Resource.pass))
            case .closesForEveryPass: mutant("close is called for every pass", .init(.referenceCounted, Resource.pass))
            case .opensUnlocked: mutant("open is called without the lock", .init(.protectedByLock, Lock.gate))
            case .closesUnlocked: mutant("close is called without the lock", .init(.protectedByLock, Lock.gate))
            case .entersAnyway: mutant("a pass is given though open failed", .init(.canFail, Callback.open))
            case .allowsFourPasses: mutant("a fourth pass is not reported", .init(.maxHeld, Resource.pass))
            case .missesLeaks: mutant("a pass never given back is not reported", .init(.pairs, Resource.pass))
            case .missesSleep: mutant("sleeping with a pass is not reported", .init(.sleeping, Resource.pass))
            case .allowsMissingOpen: mutant("open can be missing", .init(.callbackPresence, Callback.open))
            case .refusesMissingClose: mutant("close must be there", .init(.callbackPresence, Callback.close))
            case .neverOpens: mutant("open is not called", .init(.calledFrom, Callback.open))
            case .neverCloses: mutant("close is not called", .init(.calledFrom, Callback.close))
            case .ignoresMemory: mutant("a gate is made without memory", .init(.canFail, API.create))
            case .refusesWithEIO: mutant("without open no gate is made, for -EIO", .init(.canFail, API.create))
            case .returnsOne: mutant("0 from open becomes 1", .init(.returns, Callback.open))
            case .returnsEIO: mutant("every error of open becomes -EIO", .init(.returns, API.enter))
            case .keepsCountOutsideLock:
                mutant("passes are counted before locking", .init(.protectedByLock, Lock.gate))
            }
        }

        private func mutant(_ says: String, _ breaks: Promise) -> Mutant {
            Mutant(rawValue, says: says, breaks: breaks)
        }
    }

    public static var mutants: [Mutant] { Fault.allCases.map(\.mutant) }
}
