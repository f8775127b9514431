import Evaluation

/// A resource that a reference leads to, and which of its attributes.
struct PlanTarget: Hashable {
    /// The full address.
    let address: String
    /// `arn`, `name`; empty when the plan does not say.
    let attribute: String
}
