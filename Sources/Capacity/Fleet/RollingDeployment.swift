/// How many tasks run while ECS replaces those of a service, and whether it can at all.
///
/// ECS rounds the lower limit up and the upper limit down (API reference, DeploymentConfiguration).
package struct RollingDeployment: Hashable, Sendable {
    /// The fewest tasks that stay healthy.
    package let lowerLimit: Int
    /// The most tasks at once.
    package let upperLimit: Int
    /// Whether ECS may neither stop an old task first nor start a new one, so that a deployment never moves.
    package let isDeadlocked: Bool
    /// The instances for `upperLimit` tasks; `nil` when the tasks of an instance are not known or a task never fits.
    package let peakInstances: Int?
    /// The most tasks that the group has room for during a deployment; `nil` without a bound of the group.
    package let usableTasks: Int?

    /// - Parameters:
    ///   - desiredTasks: the service's desired count.
    ///   - minimumHealthyPercent: 0...100 in ECS; default 100.
    ///   - maximumPercent: 100...200 and above in ECS; default 200.
    ///   - tasksPerInstance: for EC2 capacity.
    ///   - maximumInstances: the Auto Scaling group's bound, for EC2 capacity.
    ///   - runsBothRevisions: all tasks of the new revision start beside all of the old one, whatever the percentages say
    ///     (ECS developer guide, deployment-type-blue-green).
    package init(
        desiredTasks: Int, minimumHealthyPercent: Int = 100, maximumPercent: Int = 200,
        tasksPerInstance: Int? = nil, maximumInstances: Int? = nil,
        runsBothRevisions: Bool = false
    ) {
        let desired = max(0, desiredTasks)
        lowerLimit = runsBothRevisions ? desired : max(0, minimumHealthyPercent).percentRoundedUp(of: desired)
        upperLimit =
            runsBothRevisions
            ? desired.saturatingMultiplied(by: 2) : max(0, maximumPercent).percentRoundedDown(of: desired)
        let slots = tasksPerInstance.flatMap { perInstance in maximumInstances.map { $0.saturatingMultiplied(by: perInstance) } }
        usableTasks = slots.map { [upperLimit] in min(upperLimit, $0) }
        let hasFreeSlot = slots.map { [upperLimit] in runsBothRevisions ? $0 >= upperLimit : $0 > desired } ?? true
        isDeadlocked = desired > 0 && lowerLimit >= desired && (upperLimit <= desired || !hasFreeSlot)
        peakInstances = tasksPerInstance.flatMap { [upperLimit] in
            Fleet.instances(forTasks: upperLimit, tasksPerInstance: $0)
        }
    }
}
