import InstanceCatalog

/// A service on one instance type: how many tasks an instance takes, how many instances that makes, and the money.
public struct InstancePlacement: Hashable, Sendable {
    /// The type's name, such as `t3a.small`.
    public let instanceType: String
    /// What the plan counts on: hard limits, and memory kept for the host and its daemons. 0 means that a task never fits.
    public let planned: Placement?
    /// What the ECS scheduler would put on an instance, from the memory that it registers.
    public let placed: Placement?
    /// The tasks that ECS would place if its agent kept what the plan keeps for the host (`ECS_RESERVED_MEMORY`); `nil` where
    /// the agent keeps something already, the plan keeps nothing, or it cannot be told.
    public let tasksIfReserved: Int?
    /// Why the two differ, in words; empty where they agree.
    public let differences: [String]
    /// What the tasks need after target capacity, within the group's bounds; `nil` where a count is unknown.
    public let instances: ScalingRange<Int?>
    /// Those of them that are bought on demand.
    public let onDemandInstances: ScalingRange<Int?>
    /// Those of them that are Spot.
    public let spotInstances: ScalingRange<Int?>
    /// US dollars an hour for one instance; `nil` when the catalog lacks the price.
    public let onDemandHour: Decimal?
    /// US dollars an hour for one Spot instance; `nil` when nobody knows.
    public let spotHour: Decimal?
    /// US dollars a month; `nil` where a price or a count is missing.
    public let monthly: ScalingRange<Decimal?>
    /// The monthly cost at the desired count, for one task.
    public let usdPerTaskMonth: Decimal?
    /// The Auto Scaling group, where it has a name.
    public let group: String?
    /// The tasks that are placed here: all of the service, or its share of a strategy over several groups.
    public let tasks: ScalingRange<Int?>
    /// Zone loss, deployments, scaling; `nil` when the tasks of an instance are unknown.
    public let fleet: FleetOutlook?
    /// 100 less the mean of the shares of CPU and memory that tasks use of a full instance, in percent.
    public let wastePercent: Decimal?

    /// The planned tasks of an instance; `nil` when it cannot be told.
    public var tasksPerInstance: Int? { planned?.tasksPerInstance }
    /// The tasks that ECS would place; `nil` when it cannot be told.
    public var tasksPlacedByECS: Int? { placed?.tasksPerInstance }
}
