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
    /// Why the plan and ECS differ, in words; empty where they agree.
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
    package internal(set) var monthly: ScalingRange<Decimal?>
    /// The same if instances were packed as full as ECS packs them; `nil` where ECS packs no more than the plan.
    package internal(set) var monthlyIfPacked: ScalingRange<Decimal?>?
    /// What the CPU credits of workers that are always busy cost on top, in US dollars a month; `nil` for types without credits.
    package internal(set) var creditsMonthly: ScalingRange<Decimal?>?
    /// How often Spot instances of the type are interrupted within a month, such as `<5%`; `nil` where nobody says it.
    package internal(set) var spotInterruption: String?
    /// The sum behind `tasksPerInstance`; `nil` where none decides.
    package internal(set) var arithmetic: PlacementArithmetic?
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

    /// The smaller of what the plan counts on and what ECS places, which all sums take: the plan is never more than what is
    /// true, and ECS packs no fuller than a plan that keeps room for the host. `nil` when either cannot be told.
    package var tasksPerInstance: Int? { counted?.tasksPerInstance }
    /// The one of the two that the sums take.
    package var counted: Placement? { Placement.smaller(planned, placed) }
    /// The tasks that ECS would place; `nil` when it cannot be told.
    package var tasksPlacedByECS: Int? { placed?.tasksPerInstance }
}
