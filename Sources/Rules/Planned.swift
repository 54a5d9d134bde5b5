/// A plan, or why there is nothing to test.
public enum Planned: Sendable, Equatable {
    case plan(TestPlan)
    case nothing(String)
}
