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
        let clusters = assembly.ids(of: .cluster)
        let groups = assembly.ids(of: .autoScalingGroup)
        guard !clusters.isEmpty, !groups.isEmpty else { return }
        addNamed(by: groups, clusters)
        addProvided(to: clusters, resolver)
        for (group, clusters) in clustersByGroup {
            for cluster in clusters { groupsByCluster[cluster, default: []].append(group) }
        }
        groupsByCluster = groupsByCluster.mapValues { $0.sorted() }
    }

    /// The groups of a cluster.
    func groups(of cluster: ObjectID) -> [ObjectID] { groupsByCluster[cluster] ?? [] }

    /// The clusters that a group's instances may join.
    func clusters(of group: ObjectID) -> Set<ObjectID> { clustersByGroup[group] ?? [] }

    private mutating func add(_ group: ObjectID, to cluster: ObjectID) {
        clustersByGroup[group, default: []].insert(cluster)
    }

    // MARK: - User data

    private mutating func addNamed(by groups: [ObjectID], _ clusters: [ObjectID]) {
        var byName: [String: [ObjectID]] = [:]
        for cluster in clusters {
            guard let name = assembly.written(.clusterName, of: cluster).knownText else { continue }
            byName[name, default: []].append(cluster)
        }
        for group in groups {
            for link in [FieldKey.launchTemplate, .launchConfiguration] {
                guard case .object(let launch) = assembly.field(link, of: group).content else { continue }
                let script = BootScript(assembly).value(of: launch, group: group)
                for cluster in nearest(named(by: script, byName), to: group) { add(group, to: cluster) }
            }
        }
    }

    /// A cluster that user data names.
    private struct Naming {
        let cluster: ObjectID
        /// The name surely ends where the cluster's does.
        let isExact: Bool
    }

    /// The clusters of the group's own system, else that of another one which alone is surely named.
    private func nearest(_ named: [Naming], to group: ObjectID) -> [ObjectID] {
        let own = named.map(\.cluster).filter { assembly.root(of: $0) == assembly.root(of: group) }
        let others = Set(named.filter(\.isExact).map(\.cluster))
        return own.isEmpty && others.count == 1 ? Array(others) : own
    }

    private func named(by userData: Value, _ byName: [String: [ObjectID]]) -> [Naming] {
        let parts = userData.textParts
        return parts.indices.flatMap { index -> [Naming] in
            switch parts[index] {
            case .literal(let text):
                return text.ranges(of: "ECS_CLUSTER=").flatMap {
                    Self.beginnings(of: text[$0.upperBound...], isCut: index + 1 < parts.count, byName)
                }
            case .value(let value):
                guard case .reference(let reference) = value.content,
                    let id = assembly.idsByResource[reference.resource], assembly.objects[id.index].kind.key == .cluster
                else { return [] }
                return [Naming(cluster: id, isExact: true)]
            }
        }
    }

    /// ECS allows 255 characters.
    private static let longestName = 255

    /// The clusters whose names a text begins with.
    ///
    /// - Parameter isCut: whether text that is not known follows.
    private static func beginnings(of text: Substring, isCut: Bool, _ byName: [String: [ObjectID]]) -> [Naming] {
        guard !byName.isEmpty else { return [] }
        var found: [Naming] = (byName[""] ?? []).map { Naming(cluster: $0, isExact: false) }
        var name = ""
        var rest = text
        while let character = rest.popFirst(), name.utf8.count < longestName {
            name.append(character)
            let isEnd = rest.first.map { !isOfName($0) } ?? !isCut
            found += (byName[name] ?? []).map { Naming(cluster: $0, isExact: isEnd) }
        }
        return found
    }

    /// Letters, digits, hyphens and underscores (ECS, CreateCluster).
    private static func isOfName(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || character == "-" || character == "_"
    }

    // MARK: - Capacity providers

    private mutating func addProvided(to clusters: [ObjectID], _ resolver: LinkResolver) {
        var holders: [(holder: ObjectID, cluster: ObjectID)] = clusters.map { ($0, $0) }
        for association in assembly.ids(of: .capacityProviderAssociation) {
            guard case .object(let cluster) = assembly.field(.cluster, of: association).content else { continue }
            holders.append((association, cluster))
        }
        for (holder, cluster) in holders {
            let named = assembly.written(.capacityProviders, of: holder)
            for candidate in resolver.candidates(named, among: .capacityProvider, from: holder) {
                guard case .object(let provider) = candidate.meaning,
                    case .object(let group) = assembly.field(.autoScalingGroup, of: provider).content
                else { continue }
                add(group, to: cluster)
            }
        }
    }
}
