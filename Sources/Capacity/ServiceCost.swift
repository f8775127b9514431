import InstanceCatalog

/// What one service costs.
public struct ServiceCost: Hashable, Sendable {
    public enum Kind: String, Sendable {
        case ec2
        case fargate
        case undetermined
    }

    public let name: String
    public let resource: String?
    public let kind: Kind
    public let task: TaskDemand?
    public let tasks: ScalingRange<Int?>
    /// One for each instance type; empty for a service on Fargate.
    public let placements: [InstancePlacement]
    /// What Fargate would cost, or costs; `nil` when Fargate has no size for the task.
    public let fargate: FargateCost?
    /// Groups of a strategy over several, the first type of each; empty for a single group.
    public let shares: [InstancePlacement]
    /// US dollars a month: of the first placement, of the strategy over groups or on Fargate; where services share a
    /// group, its part of what the group costs.
    public internal(set) var monthly: ScalingRange<Decimal?>
    /// The monthly cost at the desired count by the millions of messages of a month; `nil` when their rate is unknown.
    public internal(set) var usdPerMillionMessages: Decimal?

    init(
        _ service: ServiceCostRequest, kind: Kind, placements: [InstancePlacement] = [], fargate: FargateCost? = nil,
        shares: [InstancePlacement] = [], monthly: ScalingRange<Decimal?>
    ) {
        name = service.name
        resource = service.resource
        self.kind = kind
        task = service.task
        tasks = service.tasks
        self.placements = placements
        self.fargate = fargate
        self.shares = shares
        self.monthly = monthly
        usdPerMillionMessages = nil
    }
}
