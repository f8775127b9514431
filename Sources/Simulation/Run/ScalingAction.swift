/// A change of the number of tasks.
package struct ScalingAction: Hashable, Sendable {
    /// Milliseconds from the start.
    package let time: Int
    package let from: Int
    package let to: Int
    /// The place of the policy among the settings' policies; `nil` for a scheduled action.
    package let policy: Int?
}
