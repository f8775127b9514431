/// How many instances a number of tasks needs.
package enum Fleet {
    /// The instances for `tasks` equal tasks; `nil` when a task never fits.
    ///
    /// In one zone they are packed: `ceil(tasks / tasksPerInstance)`. Over several zones ECS spreads them evenly, so each
    /// zone has a remainder of its own, and every zone keeps at least one instance.
    package static func instances(forTasks tasks: Int, tasksPerInstance: Int, zones: Int = 1) -> Int? {
        let zones = max(1, zones)
        guard tasks > 0 else { return zones > 1 ? zones : 0 }
        guard tasksPerInstance > 0 else { return nil }
        let (share, rest) = tasks.quotientAndRemainder(dividingBy: zones)
        let fuller = (share + (rest > 0 ? 1 : 0)).ceilingDivided(by: tasksPerInstance).saturatingMultiplied(by: rest)
        let others = share.ceilingDivided(by: tasksPerInstance).saturatingMultiplied(by: zones - rest)
        let sum = fuller.saturatingAdding(others)
        return zones > 1 ? max(sum, zones) : sum
    }

    /// The instances that managed scaling keeps for a target capacity of `targetCapacityPercent` (1...100; other values
    /// count as the nearest of these): `ceil(instances * 100 / targetCapacity)`.
    package static func desiredCapacity(instances: Int, targetCapacityPercent: Int) -> Int {
        let target = min(max(targetCapacityPercent, 1), 100)
        let hundredfold = Int128(max(0, instances)) * 100
        return Int(clamping: (hundredfold + Int128(target) - 1) / Int128(target))
    }

    /// The instances that still hold every task after the loss of one zone; `nil` for a single zone or a task that never fits.
    package static func instancesSurvivingZoneLoss(forTasks tasks: Int, tasksPerInstance: Int, zones: Int) -> Int? {
        guard zones > 1, let packed = instances(forTasks: tasks, tasksPerInstance: tasksPerInstance) else { return nil }
        return packed.ceilingDivided(by: zones - 1).saturatingMultiplied(by: zones)
    }
}
