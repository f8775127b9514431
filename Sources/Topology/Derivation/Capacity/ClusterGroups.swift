import Evaluation
import Templates

/// Which Auto Scaling groups' instances join which clusters: their user data names the cluster, or a capacity provider of
/// the cluster is made of the group.
struct ClusterGroups {
    /// In the order of the input.
    private var groupsByCluster: [ObjectID: [ObjectID]] = [:]
    private var clustersByGroup: [ObjectID: Set<ObjectID>] = [:]
    private let assembly: ModelAssembly

    init(_ assembly: ModelAssembly, _ resolver: LinkResolver) {
        self.assembly = assembly
        let clusters = assembly.ids(of: "cluster")
        let groups = assembly.ids(of: "autoScalingGroup")
        guard !clusters.isEmpty, !groups.isEmpty else { return }
        addNamed(by: groups, clusters)
        addProvided(to: clusters, resolver)
        for (group, clusters) in clustersByGroup {
            for cluster in clusters { groupsByCluster[cluster, default: []].append(group) }
        }
        groupsByCluster = groupsByCluster.mapValues { $0.sorted() }
    }

    /// The groups of a cluster that stand in its own system.
    func groups(of cluster: ObjectID) -> [ObjectID] { groupsByCluster[cluster] ?? [] }

    /// The clusters that a group's instances may join.
    func clusters(of group: ObjectID) -> Set<ObjectID> { clustersByGroup[group] ?? [] }

    private mutating func add(_ group: ObjectID, to cluster: ObjectID) {
        guard assembly.root(of: group) == assembly.root(of: cluster) else { return }
        clustersByGroup[group, default: []].insert(cluster)
    }

    // MARK: - User data

    private mutating func addNamed(by groups: [ObjectID], _ clusters: [ObjectID]) {
        var byName: [String: [ObjectID]] = [:]
        for cluster in clusters {
            guard let name = assembly.written("clusterName", of: cluster).knownText else { continue }
            byName[name, default: []].append(cluster)
        }
        for group in groups {
            for kind in ["launchTemplate", "launchConfiguration"] {
                guard case .object(let launch) = assembly.field(kind, of: group).content else { continue }
                for cluster in named(by: assembly.written("userData", of: launch), byName) { add(group, to: cluster) }
            }
        }
    }

    private func named(by userData: Value, _ byName: [String: [ObjectID]]) -> [ObjectID] {
        userData.textParts.flatMap { part -> [ObjectID] in
            switch part {
            case .literal(let text):
                return text.ranges(of: "ECS_CLUSTER=").flatMap { Self.beginnings(of: text[$0.upperBound...], byName) }
            case .value(let value):
                guard case .reference(let reference) = value.content,
                    let id = assembly.idsByResource[reference.resource], assembly.objects[id.index].kind.name == "cluster"
                else { return [] }
                return [id]
            }
        }
    }

    /// ECS allows 255 characters.
    private static let longestName = 255

    /// The clusters whose names a text begins with.
    private static func beginnings(of text: Substring, _ byName: [String: [ObjectID]]) -> [ObjectID] {
        guard !byName.isEmpty else { return [] }
        var found: [ObjectID] = byName[""] ?? []
        var name = ""
        for character in text.prefix(longestName) {
            name.append(character)
            found += byName[name] ?? []
        }
        return found
    }

    // MARK: - Capacity providers

    private mutating func addProvided(to clusters: [ObjectID], _ resolver: LinkResolver) {
        var holders: [(holder: ObjectID, cluster: ObjectID)] = clusters.map { ($0, $0) }
        for association in assembly.ids(of: "capacityProviderAssociation") {
            guard case .object(let cluster) = assembly.field("cluster", of: association).content else { continue }
            holders.append((association, cluster))
        }
        for (holder, cluster) in holders {
            let named = assembly.written("capacityProviders", of: holder)
            for candidate in resolver.candidates(named, among: "capacityProvider", from: holder) {
                guard case .object(let provider) = candidate.meaning,
                    case .object(let group) = assembly.field("autoScalingGroup", of: provider).content
                else { continue }
                add(group, to: cluster)
            }
        }
    }
}
