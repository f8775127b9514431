import Evaluation
import Templates

/// Whether the notifications of buckets are made after the policies of the queues that they notify.
///
/// S3 tries the queue when the notification is made, and refuses it while no policy lets S3 send: "Unable to validate the
/// following destination configurations". Only a reference or `DependsOn` makes CloudFormation and Terraform wait.
/// Source: AWS::S3::Bucket NotificationConfiguration; aws_s3_bucket_notification in the provider's documentation.
struct NotificationOrder {
    private let assembly: ModelAssembly
    private var resources: [ResourceID: Resource] = [:]
    private var ids: [ObjectID: ResourceID] = [:]
    private var byName: [PlacedName: ResourceID] = [:]
    /// The same by the name without the keys of copies, which `depends_on` leaves out.
    private var copies: [PlacedName: [ResourceID]] = [:]

    private struct PlacedName: Hashable {
        let root: Int
        let name: String
    }

    init(_ assembly: ModelAssembly) {
        self.assembly = assembly
        guard !assembly.ids(of: .bucket).isEmpty, !assembly.ids(of: .queuePolicy).isEmpty else { return }
        for stack in assembly.workload.stacks {
            for resource in stack.resources {
                resources[resource.id] = resource
                byName[PlacedName(root: stack.root, name: resource.name)] = resource.id
                let name = PlacedName(root: stack.root, name: ResourceAddress.withoutKeys(resource.name))
                copies[name, default: []].append(resource.id)
            }
        }
        ids = Dictionary(assembly.idsByResource.map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// - Returns: `nil` where no policy of the notification's own template stands on the queue: there is nothing to wait for,
    ///   or the order of whole stacks decides.
    func waitsForPolicy(_ notification: ObjectID, of queue: ObjectID) -> Field.Content? {
        let root = assembly.root(of: notification)
        guard let name = assembly.objects[notification.index].resource,
            let start = byName[PlacedName(root: root, name: name)].flatMap({ resources[$0] })
        else { return nil }
        let policies = assembly.ids(of: .queuePolicy, besides: queue).filter { policy in
            assembly.objects(.queues, of: policy).found.contains { $0.id == queue }
        }
        let places = Set(policies.compactMap { ids[$0] }.filter { $0.stack == start.id.stack })
        guard !places.isEmpty, places.count == policies.count else { return nil }
        return reaches(places, from: start, inRoot: root).map { .bool($0) }
            ?? .unknown([Reason("a plan or state does not tell all that \(start.name) waits for")], mayBeAbsent: false)
    }

    /// Whether a resource waits for one of others, directly or by way of what it waits for; `nil` where it is not known what
    /// it waits for.
    private func reaches(_ wanted: Set<ResourceID>, from start: Resource, inRoot root: Int) -> Bool? {
        let before = everything(before: start, inRoot: root)
        if !before.isDisjoint(with: wanted) { return true }
        let open = before.union([start.id]).filter { resources[$0]?.isOrderKnown == false }
        guard !open.isEmpty else { return false }
        // What each policy waits for cannot wait for a policy: that would be a circle.
        let isSettled = wanted.compactMap { resources[$0] }.allSatisfy { policy in
            open.isSubset(of: everything(before: policy, inRoot: root))
        }
        return isSettled ? false : nil
    }

    /// What a resource waits for, as far as that is known, directly or by way of what it waits for.
    private func everything(before start: Resource, inRoot root: Int) -> Set<ResourceID> {
        var seen: Set<ResourceID> = []
        var waiting = [start]
        while let resource = waiting.popLast() {
            for next in needs(of: resource, inRoot: root) where seen.insert(next).inserted {
                if let found = resources[next] { waiting.append(found) }
            }
        }
        return seen
    }

    private func needs(of resource: Resource, inRoot root: Int) -> Set<ResourceID> {
        var things = GivenThings()
        things.add(resource.body)
        let named = resource.waitsFor.flatMap { name -> [ResourceID] in
            guard name.hasSuffix(".") else { return copies[PlacedName(root: root, name: name)] ?? [] }
            return copies.filter { $0.key.root == root && $0.key.name.hasPrefix(name) }.flatMap(\.value)
        }
        return things.references.union(named)
    }
}
