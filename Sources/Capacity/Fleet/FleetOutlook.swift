/// What else there is to know of the instances of a placement.
package struct FleetOutlook: Hashable, Sendable {
    /// The instances that hold every task after the loss of one zone; `nil` for a single zone.
    package let instancesSurvivingZoneLoss: ScalingRange<Int?>
    /// What a rolling deployment at the desired count takes; `nil` when its bounds are not known.
    package let deployment: RollingDeployment?
    /// Of the service's maximum, the tasks that the group's maximum never holds.
    package let neverPlacedTasks: Int
    /// Instances of the group's minimum that stay empty even at the service's maximum.
    package let idleInstances: Int
    /// The instances that wait at the desired count; `nil` without a warm pool or without the group's maximum.
    package let warmPoolInstances: Int?
    /// The steps of managed scaling from the fewest to the most instances; `nil` without managed scaling.
    package let scaleOutSteps: Int?
    /// The seconds that these steps take at least, each waiting for the one before to warm up.
    package let scaleOutSeconds: Int?
}
