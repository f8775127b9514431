import InstanceCatalog

/// An Auto Scaling group whose instances run the tasks of several services.
public struct SharedGroupCost: Hashable, Sendable {
    public let name: String
    public let services: [String]
    public let instanceType: String
    /// All tasks packed together: first fit, the largest kind first; after target capacity and within the group's bounds.
    public let instances: ScalingRange<Int?>
    /// The fewest instances that any packing needs: the largest sum of a need by what an instance offers of it.
    public let lowerBound: ScalingRange<Int?>
    /// US dollars a month for the group as a whole.
    public let monthly: ScalingRange<Decimal?>
}
