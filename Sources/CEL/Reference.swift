/// What a path such as `q.redrive.maxReceives` points at, for the caller to ask where it stands.
public struct Reference: Sendable {
    /// The last step of the path.
    public enum Step: Sendable {
        case variable(String)
        case field(String)
        case element(Value)
    }

    /// What the last step is taken from; of a variable its value.
    public let base: Value
    public let step: Step
    /// False when the path goes further, but this step leads to something absent or unknown.
    public let isComplete: Bool
}
