/// What a service's tasks run on.
package enum ServiceCapacity: Hashable, Sendable {
    /// Instances of one Auto Scaling group.
    case ec2(EC2Capacity)
    /// Several Auto Scaling groups, shared by base and weight.
    case ec2Groups([EC2GroupItem])
    /// Fargate, Fargate Spot or both.
    case fargate(FargateCapacity)
    /// Machines of one's own that are registered with ECS (launch type EXTERNAL): they have no price at AWS.
    case external
    /// It cannot be told, with the reason for people.
    case undetermined(reason: String)
}

extension ServiceCapacity {
    /// One line of a capacity provider strategy over Auto Scaling groups.
    package struct EC2GroupItem: Hashable, Sendable {
        /// The first tasks that go here, 0...100000.
        package let base: Int
        /// The relative share of the tasks above the base, 0...1000.
        package let weight: Int
        /// The group's instances.
        package let capacity: EC2Capacity

        /// Creates an item. Its numbers are checked when the service is priced.
        package init(base: Int = 0, weight: Int = 0, capacity: EC2Capacity) {
            self.base = base
            self.weight = weight
            self.capacity = capacity
        }
    }
}
