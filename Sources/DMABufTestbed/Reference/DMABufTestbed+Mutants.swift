import ClauseTesting
import DMABuf

#if MUTANTS
    extension DMABufTestbed {
        /// Every fault of the reference, with the promise that it breaks. Linux has none that could be switched on.
        public static let mutants = backend == .reference ? Fault.allCases.map(\.mutant) : []

        /// The faults by the names of their mutants.
        static let faults = Dictionary(zip(mutants.map(\.name), Fault.allCases)) { first, _ in first }
        static let faultNames = Dictionary(uniqueKeysWithValues: faults.map { ($1, $0) })
    }

    extension ReferenceWorld {
        var reachedMutants: Set<String>? { Set(machine.reachedFaults.compactMap { Bed.faultNames[$0] }) }
    }
#else
    extension DMABufTestbed {
        /// A release build has none.
        public static var mutants: [Mutant] { [] }
    }

    extension ReferenceWorld {
        var reachedMutants: Set<String>? { nil }
    }
#endif
