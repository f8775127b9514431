extension ManagedPolicies {
    /// What policies of AWS grant the ECS agent of an instance, beside what stands in the table; those of the table that grant
    /// everything need no line here.
    ///
    /// Source: the documents as stored in moto 5.2.1, `iam/aws_managed_policies.py`, where every document was searched for
    /// ecs:RegisterContainerInstance, ecs:DiscoverPollEndpoint and ecs:Poll.
    static let agentGrants: [String: [Grant]] = [
        "AmazonEC2ContainerServiceforEC2Role": [
            Grant(actions: ["ecs:RegisterContainerInstance", "ecs:DiscoverPollEndpoint", "ecs:Poll"])
        ],
        "AmazonECS_FullAccess": [
            Grant(actions: ["ecs:RegisterContainerInstance", "ecs:DiscoverPollEndpoint", "ecs:Poll"])
        ],
    ]
}
