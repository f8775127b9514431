import Evaluation

/// A condition of the template's `Conditions`, read.
struct StatedCondition {
    /// When it holds.
    let condition: Condition
    /// The assumed defaults that it rests on.
    let assumptions: [OriginStep]
}
