import InstanceCatalog

/// How ECS sizes an Auto Scaling group through a capacity provider.
package struct ManagedScaling: Hashable, Sendable {
    /// How full ECS keeps the group, 1...100.
    package let targetCapacityPercent: Int
    /// The fewest and the most instances that one step adds (API reference, ManagedScaling: 1 and 10000).
    package let minimumStep: Int
    /// The most instances that one step adds.
    package let maximumStep: Int
    /// Seconds that a new instance warms up before the next step counts it (default 300).
    package let warmupSeconds: Int

    /// Values outside their range count as the nearest inside.
    package init(targetCapacityPercent: Int = 100, minimumStep: Int = 1, maximumStep: Int = 10_000, warmupSeconds: Int = 300) {
        self.targetCapacityPercent = min(max(targetCapacityPercent, 1), 100)
        self.minimumStep = min(max(minimumStep, 1), 10_000)
        self.maximumStep = min(max(maximumStep, self.minimumStep), 10_000)
        self.warmupSeconds = max(0, warmupSeconds)
    }

    /// The metric CapacityProviderReservation in percent: needed by running instances; 100 when both are zero, and 200
    /// when instances are needed and none runs.
    package static func reservation(needed: Int, running: Int) -> Decimal {
        guard running > 0 else { return needed > 0 ? 200 : 100 }
        return (Decimal(max(0, needed)) * 100).divided(by: running) ?? 100
    }

    /// The instances that target tracking asks for; a group without instances first gets two, whatever is needed.
    package func desiredInstances(needed: Int, running: Int) -> Int {
        guard running > 0 else { return needed > 0 ? 2 : 0 }
        return Fleet.desiredCapacity(instances: needed, targetCapacityPercent: targetCapacityPercent)
    }

    /// The instances that one step adds, 0 when none is needed.
    package func step(needed: Int, running: Int) -> Int {
        let missing = needed.saturatingSubtracting(running)
        return missing > 0 ? min(maximumStep, max(minimumStep, missing)) : 0
    }

    /// The steps from one number of instances to a larger one.
    package func steps(from running: Int, to needed: Int) -> Int {
        max(0, needed.saturatingSubtracting(running)).ceilingDivided(by: maximumStep)
    }
}
