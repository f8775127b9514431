import ArgumentParser
import InstanceCatalog
import Workspace

extension CostFlags {
    /// What the flags say in place of, or beside, what templates say.
    func overrides(catalog: InstanceCatalog, region: String?) throws -> CostOverrides {
        try refuseTaskFlags()
        var overrides = CostOverrides()
        overrides.instanceTypes = try instanceType.flatMap { $0 }.map { try known($0, in: catalog).name }
        overrides.tasks = tasks
        overrides.daemons = daemon.isEmpty ? nil : daemon
        overrides.hostMemoryMiB = hostMemory
        overrides.distribution = distribution
        overrides.spot = spot
        overrides.trunking = trunking
        overrides.zones = zones
        overrides.targetCapacityPercent = targetCapacity
        overrides.region = region == nil ? nil : try Self.choice(of: region, in: catalog).name
        overrides.hoursPerMonth = hours ?? 730
        overrides.comparesPurchases = compare
        overrides.workersIdle = idleCPU
        overrides.mostInterruptedPercent = interruptedAtMost
        return overrides
    }

    /// Templates bring their own tasks: a flag that describes one would be silently ignored.
    private func refuseTaskFlags() throws {
        let given: [(flag: String, isGiven: Bool)] = [
            ("--cpu", cpu != nil), ("--memory", memory != nil), ("--soft-memory", softMemory != nil),
            ("--gpus", gpus != nil), ("--network-mode", networkMode != nil), ("--arch", arch != nil),
            ("--queue-rate", queueRate != nil), ("--fifo", fifo),
        ]
        guard let first = given.first(where: \.isGiven) else { return }
        throw ValidationError("\(first.flag) describes one worker, but the templates bring their own. Leave one of the two out.")
    }
}
