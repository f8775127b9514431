/// Instances of an Auto Scaling group that a service's tasks are placed on.
package struct EC2Capacity: Hashable, Sendable {
    /// Which instance types are priced.
    package enum InstanceChoice: Hashable, Sendable {
        /// These types, priced one by one in this order; totals take the first.
        case named([String])
        /// The types of the catalog that run the task for the least money, this many.
        case cheapest(Int)
    }

    /// Which instance types are priced.
    package var instances: InstanceChoice
    /// The group's minimum, in units where `weights` holds any; `nil` where it is not known.
    package var minimumInstances: Int?
    /// The group's maximum, in the same units; `nil` where it is not known.
    package var maximumInstances: Int?
    /// The instances that the group is told to have, in the same units; `nil` where nothing says it.
    package var desiredInstances: Int?
    /// Whether something gives the group the instances that its tasks need: managed scaling or a policy. Where nothing does, it
    /// has its desired instances, whatever runs on them (calculator.md 13.4).
    package var isSizedByTasks = true
    /// Whether ECS runs the instances as Managed Instances, for a fee on top of their price.
    package var isManagedByECS = false
    /// What scheduled actions make of the three sizes within a week; empty where the clock changes nothing.
    package var week: [WeekChange<GroupSizes>] = []
    /// Which types may be ranked where none is named; `nil` for every one that fits the task.
    package var typeFilter: InstanceTypeFilter?
    /// How the group shares its instances between on demand and Spot.
    package var distribution: InstanceDistribution
    /// Where the price of its Spot instances comes from.
    package var spot: SpotPricing
    /// What runs on every instance beside the service.
    package var daemons: [DaemonDemand]
    /// What the plan keeps free for the host itself, in MiB; `nil` for the usual (`HostMemory`).
    package var hostMemoryMiB: Int?
    /// `ECS_RESERVED_MEMORY` of the agent, in MiB; 0 where it is not set.
    package var ecsReservedMemoryMiB: Int
    /// Whether the account setting `awsvpcTrunking` is on.
    package var trunking: Bool
    /// Availability zones that the tasks are spread over.
    package var zones: Int
    /// `targetCapacity` of managed scaling, 1...100.
    package var targetCapacityPercent: Int
    /// The group as people tell it from every other one of the input; services on the same one share its instances. `nil` for
    /// instances of their own.
    package var group: String?
    /// What an instance of a type counts for in the group's bounds (WeightedCapacity); 1 where nothing is said.
    package var weights: [String: Int] = [:]
    /// Volumes of every instance, as far as the launch template says.
    package var volumes: [BlockVolume] = []
    /// Whether every instance gets a public IPv4 address; `nil` when nobody says it.
    package var hasPublicAddress: Bool?
    /// Whether EC2 sends the metrics of every instance each minute, for money.
    package var hasDetailedMonitoring = false
    /// vCPUs that the operating system sees, where CPU options set them; `nil` for the type's own.
    package var vcpus: Int?
    /// The service's bounds during a deployment, in percent; `nil` when nobody says them.
    package var deployment: DeploymentBounds?
    /// How ECS sizes the group; `nil` when it does not.
    package var managedScaling: ManagedScaling?
    /// The group's instances in waiting; `nil` where it has none.
    package var warmPool: WarmPool?

    /// Creates a capacity; volumes, addresses, deployments and what else has a default are set afterwards.
    package init(
        instances: InstanceChoice, minimumInstances: Int? = nil, maximumInstances: Int? = nil,
        distribution: InstanceDistribution = .onDemand, spot: SpotPricing = .catalog, daemons: [DaemonDemand] = [],
        hostMemoryMiB: Int? = nil, ecsReservedMemoryMiB: Int = 0, trunking: Bool = false, zones: Int = 1,
        targetCapacityPercent: Int = 100
    ) {
        self.instances = instances
        self.minimumInstances = minimumInstances
        self.maximumInstances = maximumInstances
        self.distribution = distribution
        self.spot = spot
        self.daemons = daemons
        self.hostMemoryMiB = hostMemoryMiB
        self.ecsReservedMemoryMiB = ecsReservedMemoryMiB
        self.trunking = trunking
        self.zones = zones
        self.targetCapacityPercent = targetCapacityPercent
    }

    /// What an instance of the type counts for, at least 1.
    func weight(of type: String) -> Int { max(1, weights[type] ?? 1) }
}
