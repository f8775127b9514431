/// How an Auto Scaling group shares its instances between on demand and Spot (InstancesDistribution).
package struct InstanceDistribution: Hashable, Sendable {
    /// The first instances that are always on demand.
    package let onDemandBase: Int
    /// Of those above the base, the percentage on demand, 0...100.
    package let onDemandPercent: Int

    /// Values outside their range count as the nearest inside. AWS's defaults are 0 and 100.
    package init(onDemandBase: Int = 0, onDemandPercent: Int = 100) {
        self.onDemandBase = max(0, onDemandBase)
        self.onDemandPercent = min(max(onDemandPercent, 0), 100)
    }

    /// All instances on demand.
    package static let onDemand = InstanceDistribution()

    /// The two parts of a group; a fraction of an instance goes to on demand (EC2 Auto Scaling guide, mixed instances).
    package func split(_ instances: Int) -> (onDemand: Int, spot: Int) {
        let all = max(0, instances)
        let base = min(onDemandBase, all)
        let onDemand = base + onDemandPercent.percentRoundedUp(of: all - base)
        return (onDemand, all - onDemand)
    }

    /// The two parts of a group whose instances count `weight` units each: base and percentage are in units then.
    package func split(_ instances: Int, weight: Int) -> (onDemand: Int, spot: Int) {
        let all = max(0, instances)
        let units = split(all.saturatingMultiplied(by: max(1, weight)))
        let onDemand = min(all, units.onDemand.ceilingDivided(by: max(1, weight)))
        return (onDemand, all - onDemand)
    }
}
