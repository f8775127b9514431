import InstanceCatalog

/// An Auto Scaling group whose instances run the tasks of several services.
package struct SharedGroupCost: Hashable, Sendable {
    /// The group's name, as `EC2Capacity.group` has it.
    package let name: String
    /// Names of the services on it, in the order of the request.
    package let services: [String]
    /// The type that all of its instances have: the first that the group names.
    package let instanceType: String
    /// All tasks packed together: first fit, the largest kind first; after target capacity and within the group's bounds.
    package let instances: ScalingRange<Int?>
    /// The fewest instances that any packing needs: the largest sum of a need by what an instance offers of it.
    package let lowerBound: ScalingRange<Int?>
    /// US dollars a month for the group as a whole.
    package internal(set) var monthly: ScalingRange<Decimal?>
}
