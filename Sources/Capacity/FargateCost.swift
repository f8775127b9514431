import InstanceCatalog

/// A service on Fargate.
public struct FargateCost: Hashable, Sendable {
    /// How a strategy shares the tasks.
    public struct Split: Hashable, Sendable {
        /// The likeliest number of tasks on demand; `nil` where the tasks are unknown.
        public let onDemandTasks: ScalingRange<Int?>
        /// The likeliest number of tasks on Fargate Spot; `nil` where the tasks are unknown.
        public let spotTasks: ScalingRange<Int?>
        /// What the Spot tasks may be, since AWS documents nowhere which provider gets the remainder.
        public let spotTasksInterval: ScalingRange<ClosedRange<Int>?>
        /// US dollars a month for the whole service.
        public let monthly: ScalingRange<Decimal?>
        /// What it may be, by who gets the remainder; `nil` where a price is missing.
        public let interval: ScalingRange<ClosedRange<Decimal>?>
    }

    /// The legal size that is priced.
    public let size: FargateSize
    /// All tasks on demand, in US dollars a month; `nil` when a price is missing.
    public let onDemandMonthly: ScalingRange<Decimal?>
    /// All tasks on Fargate Spot, in US dollars a month; `nil` when a price is missing.
    public let spotMonthly: ScalingRange<Decimal?>
    /// What the service's own strategy makes of it; `nil` when the service does not run on Fargate.
    public let split: Split?
}
