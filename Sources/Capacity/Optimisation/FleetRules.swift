/// What a fleet has to keep while it is as cheap as it can be.
package struct FleetRules: Hashable, Sendable {
    /// The zones that instances and tasks are balanced over when the loss of one of them has to leave room for every task;
    /// `nil` where a zone may take tasks with it. At least 2.
    package var survivedZones: Int?
    /// The share of the tasks that may run on Spot, in percent, 0...100.
    package var spotAtMostPercent = 0
    /// How full managed scaling keeps the instances, 1...100.
    package var targetCapacityPercent = 100
    /// Which instance types may be taken.
    package var filter: InstanceTypeFilter

    /// Tasks that are optimised at most.
    package static let mostTasks = 100_000

    /// Creates rules that allow every type of the current generation, on demand alone.
    package init() {
        filter = .currentGeneration
    }

    /// Tasks that the fleet needs room for, and how many of them not on Spot.
    func needs(ofTasks tasks: Int) -> (all: Int, onDemand: Int) {
        let onDemand = tasks - tasks * min(max(spotAtMostPercent, 0), 100) / 100
        let target = min(max(targetCapacityPercent, 1), 100)
        return ((tasks * 100).ceilingDivided(by: target), (onDemand * 100).ceilingDivided(by: target))
    }
}
