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
    /// US dollars a month: of the first placement, or of the Fargate strategy.
    public let monthly: ScalingRange<Decimal?>
}
