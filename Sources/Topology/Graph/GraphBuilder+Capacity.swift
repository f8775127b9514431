import Evaluation
import Templates

/// What services run on: clusters, capacity providers and Auto Scaling groups.
extension GraphBuilder {
    mutating func addCapacity() {
        for (kind, node) in [
            (Kind.cluster, GraphNodeKind.cluster), (.capacityProvider, .capacityProvider),
            (.autoScalingGroup, .autoScalingGroup),
        ] {
            for id in model.ids(of: kind) { add(id, as: node) }
        }
        for id in model.ids(of: .capacityProvider) { addGroup(of: id) }
        for id in model.ids(of: .autoScalingGroup) { addClusters(of: id) }
        for id in model.ids(of: .groupScalingPolicy) { addGroupPolicy(id) }
        for id in model.ids(of: .service) { addCapacity(of: id) }
        for id in model.ids(of: .cluster) { addStoppedTaskRules(of: id) }
    }

    private mutating func addGroup(of provider: ObjectID) {
        let groups = GraphLinks(.autoScalingGroup, of: provider, in: model)
        doubt(provider, "Auto Scaling group", groups.doubts)
        for group in groups.found {
            link(
                provider, to: group.id, .madeOf, when: group.condition,
                Evidence("the provider names the group", origin: group.origin))
        }
    }

    /// The providers that are made of a group.
    private func providers(of group: ObjectID) -> [GraphLinks.Link] {
        GraphLinks(.capacityProviders, of: group, in: model).found
    }

    /// A cluster offers a group's providers; a group without one joins the cluster by its user data.
    private mutating func addClusters(of group: ObjectID) {
        let clusters = GraphLinks(.clusters, of: group, in: model)
        doubt(group, "clusters", clusters.doubts)
        let providers = providers(of: group)
        for cluster in clusters.found {
            for provider in providers {
                link(
                    cluster.id, to: provider.id, .offers, when: cluster.condition.and(provider.condition),
                    Evidence("the cluster is given the provider", origin: model[cluster.id].origin))
            }
            if providers.isEmpty {
                link(
                    cluster.id, to: group, .offers, when: cluster.condition,
                    Evidence("its instances join the cluster", kind: "user-data", origin: model[group].origin))
            }
        }
    }

    private mutating func addGroupPolicy(_ policy: ObjectID) {
        let groups = GraphLinks(.autoScalingGroup, of: policy, in: model)
        for group in groups.found {
            add(policy, as: .groupScalingPolicy)
            link(
                policy, to: group.id, .moves, when: group.condition, Evidence("the policy names the group", origin: group.origin))
        }
    }

    private mutating func addStoppedTaskRules(of cluster: ObjectID) {
        for rule in GraphLinks(.stoppedTaskRules, of: cluster, in: model).found {
            add(rule.id, as: .eventRule)
            link(
                cluster, to: rule.id, .reports, when: rule.condition,
                Evidence("its pattern takes events of stopped tasks", origin: model[rule.id].origin))
        }
    }

    // MARK: - Services

    private mutating func addCapacity(of service: ObjectID) {
        let clusters = GraphLinks(.cluster, of: service, in: model)
        doubt(service, "cluster", clusters.doubts)
        for cluster in clusters.found {
            link(
                service, to: cluster.id, .inCluster, when: cluster.condition,
                Evidence("the service names the cluster", origin: cluster.origin))
        }
        let strategy = GraphLinks(.effectiveStrategy, of: service, in: model)
        doubt(service, "capacity", strategy.doubts)
        var isPlaced = !strategy.found.isEmpty
        for item in strategy.found {
            let groups = GraphLinks(.autoScalingGroup, of: item.id, in: model)
            doubt(service, "capacity", groups.doubts)
            for group in groups.found { place(service, on: group, by: item) }
        }
        if case .bool(true) = model.field(.isOnFargate, of: service).content { isPlaced = true }
        guard !isPlaced else { return }
        let groups = GraphLinks(.autoScalingGroups, of: service, in: model)
        doubt(service, "capacity", groups.doubts)
        for group in groups.found {
            link(
                service, to: group.id, .placedOn, when: group.condition,
                Evidence("instances of its cluster run its tasks", kind: "user-data", origin: model[group.id].origin))
        }
    }

    private mutating func place(_ service: ObjectID, on group: GraphLinks.Link, by item: GraphLinks.Link) {
        let share = GraphFacts(model: model).share(of: item.id)
        let summary = share.isEmpty ? "the strategy names it" : "the strategy gives it\(share)"
        let evidence = Evidence(summary, kind: "strategy", origin: model[item.id].origin)
        let providers = providers(of: group.id)
        for provider in providers.count == 1 ? providers.map(\.id) : [group.id] {
            link(service, to: provider, .placedOn, when: item.condition.and(group.condition), evidence)
        }
    }
}
