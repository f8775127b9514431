import InstanceCatalog

/// A target tracking policy of Application Auto Scaling on a service's number of tasks.
package struct TargetTracking: Hashable, Sendable {
    /// What the metric should be, above 0.
    package let target: Decimal
    /// The fewest tasks that scaling keeps.
    package let minimumTasks: Int
    /// The most tasks that scaling starts, at least `minimumTasks`.
    package let maximumTasks: Int

    /// Creates a policy; a maximum below the minimum counts as the minimum.
    package init(target: Decimal, minimumTasks: Int, maximumTasks: Int) {
        self.target = target
        self.minimumTasks = minimumTasks
        self.maximumTasks = max(minimumTasks, maximumTasks)
    }

    /// The tasks that the policy asks for: running tasks times metric by target, rounded up, within its bounds.
    ///
    /// It starts from the running count and not from the desired one (ECS developer guide, service-auto-scaling).
    package func tasks(running: Int, metric: Decimal) -> Int {
        let wanted = (metric * max(0, running)).divided(by: target)?.roundedUp ?? maximumTasks
        return min(max(wanted, minimumTasks), maximumTasks)
    }

    /// The fewest messages for which a policy on the backlog per task asks for its maximum, whatever number runs: the number
    /// of tasks falls out of `ceil(running * (messages / running) / target)`.
    package var messagesForMaximum: Int { (target * max(0, maximumTasks - 1)).roundedDown.saturatingAdding(1) }
}
