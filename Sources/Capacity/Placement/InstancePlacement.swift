import InstanceCatalog

/// A service on one instance type: how many tasks an instance takes, how many instances that makes, and the money.
package struct InstancePlacement: Hashable, Sendable {
    /// The type's name, such as `t3a.small`.
    package let instanceType: String
    /// What the plan counts on: hard limits, and memory kept for the host and its daemons. 0 means that a task never fits.
    package let planned: Placement?
    /// What the ECS scheduler would put on an instance, from the memory that it registers.
    package let placed: Placement?
    /// The tasks that ECS would place if its agent kept what the plan keeps for the host (`ECS_RESERVED_MEMORY`); `nil` where
    /// the agent keeps something already, the plan keeps nothing, or it cannot be told.
    package let tasksIfReserved: Int?
    /// Why the two differ, in words; empty where they agree.
    package let differences: [String]
    /// What the tasks need after target capacity, within the group's bounds; `nil` where a count is unknown.
    package let instances: ScalingRange<Int?>
    /// Those of them that are bought on demand.
    package let onDemandInstances: ScalingRange<Int?>
    /// Those of them that are Spot.
    package let spotInstances: ScalingRange<Int?>
    /// US dollars an hour for one instance; `nil` when the catalog lacks the price.
    package let onDemandHour: Decimal?
    /// US dollars an hour for one Spot instance; `nil` when nobody knows.
    package let spotHour: Decimal?
    /// US dollars a month; `nil` where a price or a count is missing.
    package let monthly: ScalingRange<Decimal?>
    /// The monthly cost at the desired count, for one task.
    package let usdPerTaskMonth: Decimal?
    /// The Auto Scaling group, where it has a name.
    package let group: String?
    /// The tasks that are placed here: all of the service, or its share of a strategy over several groups.
    package let tasks: ScalingRange<Int?>
    /// Zone loss, deployments, scaling; `nil` when the tasks of an instance are unknown.
    package let fleet: FleetOutlook?
    /// 100 less the mean of the shares of CPU and memory that tasks use of a full instance, in percent.
    package let wastePercent: Decimal?

    /// The planned tasks of an instance; `nil` when it cannot be told.
    package var tasksPerInstance: Int? { planned?.tasksPerInstance }
    /// The tasks that ECS would place; `nil` when it cannot be told.
    package var tasksPlacedByECS: Int? { placed?.tasksPerInstance }
}
