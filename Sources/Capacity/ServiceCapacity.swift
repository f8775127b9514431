/// What a service's tasks run on.
public enum ServiceCapacity: Hashable, Sendable {
    case ec2(EC2Capacity)
    /// Several Auto Scaling groups, shared by base and weight.
    case ec2Groups([EC2GroupItem])
    case fargate(FargateCapacity)
    /// It cannot be told, with the reason for people.
    case undetermined(reason: String)
}

extension ServiceCapacity {
    /// One line of a capacity provider strategy over Auto Scaling groups.
    public struct EC2GroupItem: Hashable, Sendable {
        public let base: Int
        public let weight: Int
        public let capacity: EC2Capacity

        public init(base: Int = 0, weight: Int = 0, capacity: EC2Capacity) {
            self.base = base
            self.weight = weight
            self.capacity = capacity
        }
    }
}
