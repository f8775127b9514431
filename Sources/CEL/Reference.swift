/// What a path such as `q.redrive.maxReceives` points at, for the caller to ask where it stands.
package struct Reference: Sendable {
    /// The last step of the path.
    package enum Step: Sendable {
        /// The path is a variable's name alone.
        case variable(String)
        /// A field of a structure, or a key of a map that is written as one.
        case field(String)
        /// An index of a list, or a key of a map in brackets.
        case element(Value)
    }

    /// What the last step is taken from; of a variable its value.
    package let base: Value
    /// How the path goes on from ``base``.
    package let step: Step
    /// False when the path goes further, but this step leads to something absent or unknown.
    package let isComplete: Bool
}
