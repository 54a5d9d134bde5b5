/// A process context of the simulated (or real) machine.
public enum ProcessContext: String, Sendable, CaseIterable {
    case first, second, third
}
