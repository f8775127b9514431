/// What a service's tasks run on.
public enum ServiceCapacity: Hashable, Sendable {
    case ec2(EC2Capacity)
    case fargate(FargateCapacity)
    /// It cannot be told, with the reason for people.
    case undetermined(reason: String)
}
