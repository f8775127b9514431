import Evaluation
import Templates

/// A service is known by its name and its cluster's: `service/CLUSTER/SERVICE`, or the dimensions ClusterName and ServiceName.
extension LinkResolver {
    /// Whether a text names a service of that name in another cluster than a service runs in.
    func isElsewhere(_ value: Value, _ service: ObjectID, from place: Viewpoint) -> Bool {
        guard assembly.objects[service.index].kind.key == .service, let cluster = Self.clusterPart(of: value) else {
            return false
        }
        return runs(service, inCluster: cluster, from: place) == false
    }

    /// Whether a service runs in the cluster that a value names or refers to; `nil` where that is open.
    func runs(_ service: ObjectID, inCluster named: Value, from owner: ObjectID) -> Bool? {
        runs(service, inCluster: named, from: assembly.viewpoint(of: owner))
    }

    /// The same for a place where no object stands.
    func runs(_ service: ObjectID, inCluster named: Value, from place: Viewpoint) -> Bool? {
        let answers = Set(
            clusters(of: assembly.written(.cluster, of: service)).map { own in
                isSame(own, named, of: service, from: place)
            })
        return answers.count == 1 ? answers.first ?? nil : nil
    }

    /// What a service's cluster may be, on each side of its conditions.
    private func clusters(of value: Value) -> [Value] {
        guard case .choice(_, let yes, let no) = value.content else { return [value] }
        return clusters(of: yes) + clusters(of: no)
    }

    private func isSame(_ own: Value, _ named: Value, of service: ObjectID, from place: Viewpoint) -> Bool? {
        if case .reference(let left) = own.content, case .reference(let right) = named.content, left.resource == right.resource {
            return true
        }
        let ownCluster = cluster(own, from: assembly.viewpoint(of: service))
        let namedCluster = cluster(named, from: place)
        if let ownCluster, let namedCluster {
            if ownCluster == namedCluster { return true }
            // Two of one name, each under a condition of its own, are one cluster.
            guard let left = assembly.writtenName(of: ownCluster), let right = assembly.writtenName(of: namedCluster) else {
                return nil
            }
            return left.isAbsent || right.isAbsent || left.contradicts(right) ? false : nil
        }
        guard let left = name(own, ownCluster), let right = name(named, namedCluster) else { return nil }
        // CloudFormation makes up the name of a cluster that has none, so that no text is it.
        if left.isAbsent || right.isAbsent { return ownCluster == nil && namedCluster == nil ? nil : false }
        if left.isSurelyEqual(to: right) { return true }
        return left.contradicts(right) ? false : nil
    }

    private func cluster(_ value: Value, from place: Viewpoint) -> ObjectID? {
        guard let candidate = candidates(value, among: .cluster, from: place).first, candidate.condition == .always,
            case .object(let id) = candidate.meaning
        else { return nil }
        return id
    }

    /// The name of a cluster as a value, absent for one that CloudFormation names; `nil` where it is not known. A service
    /// that says nothing runs in `default` (ECS, CreateService: `cluster`).
    private func name(_ value: Value, _ cluster: ObjectID?) -> Value? {
        if let cluster { return assembly.writtenName(of: cluster) }
        switch value.content {
        case .absent: return Value(.scalar(.init("default")), origin: value.origin)
        case .scalar, .text: return Self.nameTail(of: value)
        default: return nil
        }
    }

    /// What stands between `service/` and the last `/` of a resource id or a service's ARN; `nil` where nothing does.
    static func clusterPart(of value: Value) -> Value? {
        let segments = ServiceResourceIDs.segments(of: value)
        guard segments.count >= 3, case .literal(let start)? = segments[segments.count - 3].last,
            start == "service" || start.hasSuffix(":service")
        else { return nil }
        let cluster = segments[segments.count - 2]
        guard !cluster.isEmpty else { return nil }
        if cluster.count == 1, case .value(let only)? = cluster.first { return only }
        return Value.joined(cluster, origin: value.origin, steps: value.steps)
    }
}
