/// How the number of tasks moves.
package struct ScalingSettings: Hashable, Sendable {
    /// Tasks at the start.
    package var desired: Int
    package var minimum: Int
    package var maximum: Int
    package var policies: [ScalingPolicy]
    package var schedule: [BoundsChange]
    package var suspendsScaleOut: Bool
    package var suspendsScaleIn: Bool

    /// Creates settings; without policies and schedule the number stays.
    package init(
        desired: Int, minimum: Int, maximum: Int, policies: [ScalingPolicy] = [], schedule: [BoundsChange] = [],
        suspendsScaleOut: Bool = false, suspendsScaleIn: Bool = false
    ) {
        self.desired = desired
        self.minimum = minimum
        self.maximum = max(minimum, maximum)
        self.policies = policies
        self.schedule = schedule
        self.suspendsScaleOut = suspendsScaleOut
        self.suspendsScaleIn = suspendsScaleIn
    }
}
