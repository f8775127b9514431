import Evaluation
import Templates

/// An action, a resource or a value of a condition, and when it is there.
struct PolicyPattern {
    let text: PolicyText
    let presence: Condition
    /// Where it stands; `nil` in a policy of AWS.
    let origin: Origin?
}
