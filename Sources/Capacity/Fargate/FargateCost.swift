import InstanceCatalog

/// A service on Fargate.
package struct FargateCost: Hashable, Sendable {
    /// How a strategy shares the tasks.
    package struct Split: Hashable, Sendable {
        /// The likeliest number of tasks on demand; `nil` where the tasks are unknown.
        package let onDemandTasks: ScalingRange<Int?>
        /// The likeliest number of tasks on Fargate Spot; `nil` where the tasks are unknown.
        package let spotTasks: ScalingRange<Int?>
        /// What the Spot tasks may be, since AWS documents nowhere which provider gets the remainder.
        package let spotTasksInterval: ScalingRange<ClosedRange<Int>?>
        /// US dollars a month for the whole service.
        package internal(set) var monthly: ScalingRange<Decimal?>
        /// What it may be, by who gets the remainder; `nil` where a price is missing.
        package let interval: ScalingRange<ClosedRange<Decimal>?>
    }

    /// The legal size that is priced.
    package let size: FargateSize
    /// All tasks on demand, in US dollars a month; `nil` when a price is missing.
    package private(set) var onDemandMonthly: ScalingRange<Decimal?>
    /// All tasks on Fargate Spot, in US dollars a month; `nil` when a price is missing.
    package private(set) var spotMonthly: ScalingRange<Decimal?>
    /// Whether its ephemeral storage has no price, which its figures then lack.
    package let lacksStorage: Bool
    /// What the service's own strategy makes of it; `nil` when the service does not run on Fargate.
    package private(set) var split: Split?

    /// Other sums, where the hours of a week differ; what Spot costs follows from what it costs of the price on demand.
    mutating func price(all onDemand: ScalingRange<Decimal?>, asItIs monthly: ScalingRange<Decimal?>) {
        spotMonthly = spotMonthly.combined(with: onDemandMonthly.combined(with: onDemand) { ($0, $1) }) { spot, prices in
            guard let spot, let before = prices.0, let after = prices.1 else { return nil }
            return before == .zero ? spot : (spot * after).divided(by: before)
        }
        onDemandMonthly = onDemand
        split?.monthly = monthly
    }
}
