import Evaluation
import Templates

/// Finds targets whose task needs an instance that nobody starts: launch type EC2 on a cluster whose only group is empty.
///
/// RunTask with a launch type takes no capacity provider, so that managed scaling does not see the task: it fails at once.
/// Source: ECS RunTask (botocore ecs 2014-11-13), `launchType`; ECS developer guide, "Amazon ECS cluster auto scaling".
struct EmptyGroupDerivation {
    let assembly: ModelAssembly
    let groups: ClusterGroups

    init(assembly: ModelAssembly, resolver: LinkResolver) {
        self.assembly = assembly
        groups = ClusterGroups(assembly, resolver)
    }

    func run() {
        guard !assembly.ids(of: .autoScalingGroup).isEmpty else { return }
        for target in assembly.ids(of: .eventTarget) {
            assembly.derive(.emptyGroup, of: target) { reading throws(ReadingFailure) in
                do throws(ReadingFailure) {
                    return try emptyGroup(for: target, reading)
                } catch .unknown(let reasons, _) {
                    return .unknown(reasons, mayBeAbsent: true)
                }
            }
        }
    }

    private func emptyGroup(for target: ObjectID, _ reading: Reading) throws(ReadingFailure) -> Field.Content {
        guard try reading.bool(.isTask, of: target) == true, let cluster = try reading.object(.cluster, of: target),
            try isOnInstances(target, cluster, reading)
        else { return .absent }
        return try emptyGroup(of: cluster, reading)
    }

    /// Without a launch type and any strategy ECS takes EC2.
    private func isOnInstances(
        _ target: ObjectID, _ cluster: ObjectID, _ reading: Reading
    ) throws(ReadingFailure) -> Bool {
        if let type = try reading.string(.launchType, of: target) { return type == "EC2" }
        let strategy = try reading.list(.capacityProviderStrategy, of: target)
        guard strategy.isEmpty else { return false }
        return try reading.list(.defaultStrategy, of: cluster).isEmpty
    }

    private func emptyGroup(of cluster: ObjectID, _ reading: Reading) throws(ReadingFailure) -> Field.Content {
        let found = groups.groups(of: cluster)
        var first: ObjectID?
        for group in found where try reading.isTrue(assembly.objects[group.index].existence) {
            guard try reading.integer(.minSize, of: group) == 0,
                try reading.integer(.desiredCapacity, of: group) ?? 0 == 0, !mayBeRaised(group)
            else { return .absent }
            first = first ?? group
        }
        guard let first else { return .absent }
        let open = assembly.openReasons(of: cluster) + assembly.openReasons(of: first)
        return open.isEmpty ? .object(first) : .unknown(ModelAssembly.unique(open), mayBeAbsent: true)
    }

    private static let raising: Set<String> = [
        "AWS::AutoScaling::ScheduledAction", "AWS::AutoScaling::ScalingPolicy", "aws_autoscaling_schedule",
        "aws_autoscaling_policy",
    ]

    /// Whether a policy or a schedule may change the group's size: one that surely means another group does not.
    private func mayBeRaised(_ group: ObjectID) -> Bool {
        let root = assembly.root(of: group)
        return assembly.workload.stacks.contains { stack in
            stack.root == root
                && stack.resources.contains { resource in
                    Self.raising.contains(resource.type) && !isForAnotherGroup(resource, than: group)
                }
        }
    }

    private func isForAnotherGroup(_ resource: Resource, than group: ObjectID) -> Bool {
        var things = GivenThings()
        things.add(resource.body)
        let meant = things.references.compactMap { assembly.idsByResource[$0] }
            .filter { assembly.objects[$0.index].kind.key == .autoScalingGroup }
        return !meant.isEmpty && !meant.contains(group)
    }
}
