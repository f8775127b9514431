import Evaluation
import Templates

/// Works out what capacity a service's tasks land on: the strategy that counts, Fargate or instances, which groups, Spot.
struct CapacityDerivation {
    let assembly: ModelAssembly
    let resolver: LinkResolver
    /// The capacity providers of groups.
    let providers: PossibleOwners
    /// What says which capacity providers a cluster has.
    private let associations: PossibleOwners
    private let clusterGroups: ClusterGroups

    init(assembly: ModelAssembly, resolver: LinkResolver) {
        self.assembly = assembly
        self.resolver = resolver
        providers = PossibleOwners(assembly, .capacityProvider, by: .autoScalingGroup)
        associations = PossibleOwners(assembly, .capacityProviderAssociation, by: .cluster, asksExistence: true)
        clusterGroups = ClusterGroups(assembly, resolver)
    }

    func run() {
        for id in assembly.ids(of: .strategyItem) { readProviderName(of: id) }
        for id in assembly.ids(of: .autoScalingGroup) { readInstances(of: id) }
        for id in assembly.ids(of: .autoScalingGroup) { readHost(of: id) }
        for id in assembly.ids(of: .service) { linkStrategy(of: id) }
        for id in assembly.ids(of: .service) { linkCapacity(of: id) }
        for id in assembly.ids(of: .strategyItem) { readSpot(of: id) }
        for id in assembly.ids(of: .service) {
            readUse(of: id)
            readMaxTasks(of: id)
        }
        let daemons = daemons()
        for id in assembly.ids(of: .autoScalingGroup) { collectDaemons(of: id, daemons) }
        collectServices()
    }

    // MARK: - Strategies

    /// `CapacityProvider` may be a reference to a provider of the input, which the field cannot show as text.
    private func readProviderName(of id: ObjectID) {
        let name = assembly.field(.capacityProvider, of: id)
        let isFargateSpot: Field.Content =
            switch name.content {
            case .string(let text): .bool(text == "FARGATE_SPOT")
            case .unknown(let reasons, _):
                provider(of: id) == nil ? .unknown(reasons, mayBeAbsent: false) : .bool(false)
            default: .unknown([Reason("which capacity provider is meant is not known")], mayBeAbsent: false)
            }
        assembly.setDerived(.isFargateSpot, of: id, to: isFargateSpot)
    }

    /// The capacity provider of the input that a strategy's line means.
    private func provider(of item: ObjectID) -> ObjectID? {
        let value = assembly.written(.capacityProvider, of: item)
        for candidate in resolver.candidates(value, among: .capacityProvider, from: item) {
            if case .object(let id) = candidate.meaning { return id }
        }
        return nil
    }

    private func linkStrategy(of id: ObjectID) {
        assembly.derive(.effectiveStrategy, of: id) { reading throws(ReadingFailure) in
            let own = try reading.list(.capacityProviderStrategy, of: id)
            if !own.isEmpty { return .list(own.map { Field.Element($0) }, open: []) }
            if try reading.string(.launchType, of: id) != nil { return .list([], open: []) }
            guard let cluster = try reading.object(.cluster, of: id) else { return .list([], open: []) }
            return .list(try defaultStrategy(of: cluster, reading).map { Field.Element($0) }, open: [])
        }
    }

    private func defaultStrategy(of cluster: ObjectID, _ reading: Reading) throws(ReadingFailure) -> [Field] {
        let own = try reading.list(.defaultStrategy, of: cluster)
        if !own.isEmpty { return own }
        for association in associations.owners(of: cluster) {
            guard try reading.isTrue(assembly.objects[association.index].existence),
                try reading.object(.cluster, of: association) == cluster
            else { continue }
            return try reading.list(.defaultStrategy, of: association)
        }
        return []
    }

    // MARK: - Services

    private func linkCapacity(of id: ObjectID) {
        assembly.derive(.isOnFargate, of: id) { reading throws(ReadingFailure) in
            .bool(try isOnFargate(id, reading))
        }
        assembly.derive(.autoScalingGroups, of: id) { reading throws(ReadingFailure) in
            guard try !isOnFargate(id, reading) else { return .list([], open: []) }
            let groups = try groups(of: id, reading)
            return assembly.links(groups.map { ($0, .always) }, open: [])
        }
    }

    private func isOnFargate(_ id: ObjectID, _ reading: Reading) throws(ReadingFailure) -> Bool {
        if let type = try reading.string(.launchType, of: id) { return type == "FARGATE" }
        for item in try reading.objects(.effectiveStrategy, of: id) {
            if provider(of: item) != nil { return false }
            if let name = try reading.string(.capacityProvider, of: item) { return name.hasPrefix("FARGATE") }
        }
        // Neither launch type nor strategy: EC2, unless the definition suits nothing but Fargate.
        guard let definition = try reading.object(.taskDefinition, of: id) else { return false }
        var compatibilities: [String] = []
        for field in try reading.list(.requiresCompatibilities, of: definition) {
            if case .string(let text)? = try reading.content(of: field) { compatibilities.append(text) }
        }
        return compatibilities == ["FARGATE"]
    }

    /// The groups that a service's tasks can land on: those of its strategy, else those of its cluster.
    private func groups(of id: ObjectID, _ reading: Reading) throws(ReadingFailure) -> [ObjectID] {
        let strategy = try reading.objects(.effectiveStrategy, of: id)
        if !strategy.isEmpty {
            var groups: [ObjectID] = []
            for item in strategy {
                guard let provider = provider(of: item) else {
                    throw .unknown([Reason("a capacity provider of the strategy is not in the input")], mayBeAbsent: false)
                }
                if let group = try reading.object(.autoScalingGroup, of: provider), !groups.contains(group) {
                    groups.append(group)
                }
            }
            return groups
        }
        let cluster = try reading.object(.cluster, of: id)
        let joined = cluster.map { clusterGroups.groups(of: $0) } ?? []
        if joined.isEmpty {
            throw .unknown([Reason("which instances join the cluster is not in the input")], mayBeAbsent: false)
        }
        // An account has 500 groups in a region unless it asks for more; each service would list them all.
        // Source: EC2 Auto Scaling user guide, "Quotas for Auto Scaling resources and groups".
        if joined.count > 1_000 {
            throw .unknown([Reason("more groups join the cluster than are followed")], mayBeAbsent: false)
        }
        return joined
    }

    // MARK: - Spot

    private func readSpot(of item: ObjectID) {
        assembly.derive(.autoScalingGroup, of: item) { reading throws(ReadingFailure) in
            guard let provider = provider(of: item), let group = try reading.object(.autoScalingGroup, of: provider) else {
                return .absent
            }
            return .object(group)
        }
        assembly.derive(.isManagedInstances, of: item) { reading throws(ReadingFailure) in
            guard let provider = provider(of: item) else { return .bool(false) }
            return .bool(try reading.bool(.isManagedInstances, of: provider) == true)
        }
        assembly.derive(.managedProvider, of: item) { reading throws(ReadingFailure) in
            guard let provider = provider(of: item), try reading.bool(.isManagedInstances, of: provider) == true else {
                return .absent
            }
            return .object(provider)
        }
        assembly.derive(.isSpot, of: item) { reading throws(ReadingFailure) in
            if try reading.bool(.isFargateSpot, of: item) == true { return .bool(true) }
            if let provider = provider(of: item), try isManagedSpot(provider, reading) { return .bool(true) }
            guard let provider = provider(of: item), let group = try reading.object(.autoScalingGroup, of: provider) else {
                return .bool(false)
            }
            guard try usesSpot(group: group, reading) else { return .bool(false) }
            guard try reading.bool(.isMixed, of: group) == true else { return .bool(true) }
            let base = try reading.integer(.onDemandBaseCapacity, of: group) ?? 0
            let percentage = try reading.integer(.onDemandPercentageAboveBaseCapacity, of: group) ?? 100
            return .bool(base == 0 && percentage == 0)
        }
    }

    private func readUse(of id: ObjectID) {
        assembly.derive(.usesSpot, of: id) { reading throws(ReadingFailure) in
            for item in try reading.objects(.effectiveStrategy, of: id) where try isSpotWithoutGroup(item, reading) {
                let base = try reading.integer(.base, of: item) ?? 0
                let weight = try reading.integer(.weight, of: item) ?? 0
                if base > 0 || weight > 0 { return .bool(true) }
            }
            for group in try reading.objects(.autoScalingGroups, of: id) where try usesSpot(group: group, reading) {
                return .bool(true)
            }
            return .bool(false)
        }
    }

    private func isSpotWithoutGroup(_ item: ObjectID, _ reading: Reading) throws(ReadingFailure) -> Bool {
        if try reading.bool(.isFargateSpot, of: item) == true { return true }
        guard let provider = provider(of: item) else { return false }
        return try isManagedSpot(provider, reading)
    }

    /// Managed Instances of Spot, which AWS takes back with two minutes of notice.
    ///
    /// Source: ECS developer guide, "Amazon ECS Managed Instances", capacityOptionType.
    private func isManagedSpot(_ provider: ObjectID, _ reading: Reading) throws(ReadingFailure) -> Bool {
        guard try reading.bool(.isManagedInstances, of: provider) == true else { return false }
        return try reading.string(.capacityOptionType, of: provider) == "SPOT"
    }

    /// The most tasks: the scalable target's maximum, else the desired count.
    ///
    /// Source of the count when it is not written: 1 in AWS::ECS::Service (CloudFormation), 0 in aws_ecs_service
    /// (Terraform provider, website/docs/r/ecs_service.html.markdown).
    private func readMaxTasks(of id: ObjectID) {
        assembly.derive(.maxTasks, of: id) { reading throws(ReadingFailure) in
            if let target = try reading.object(.scalableTarget, of: id) {
                return try reading.integer(.maxCapacity, of: target).map { .integer($0) }
                    ?? .unknown([Reason("the scalable target has no maximum")], mayBeAbsent: false)
            }
            let usual: Int64 = assembly.dialect(of: id) == .terraform ? 0 : 1
            return .integer(try reading.integer(.desiredCount, of: id) ?? usual)
        }
    }

    // MARK: - The other way round

    /// The services that run a task on each instance of their cluster, by cluster.
    private func daemons() -> [ObjectID: [ObjectID]] {
        var daemons: [ObjectID: [ObjectID]] = [:]
        for service in assembly.ids(of: .service) {
            guard case .string("DAEMON") = assembly.field(.schedulingStrategy, of: service).content,
                case .object(let cluster) = assembly.field(.cluster, of: service).content
            else { continue }
            daemons[cluster, default: []].append(service)
        }
        return daemons
    }

    private func collectDaemons(of group: ObjectID, _ daemons: [ObjectID: [ObjectID]]) {
        var found: [(id: ObjectID, condition: Condition)] = []
        for service in clusterGroups.clusters(of: group).flatMap({ daemons[$0] ?? [] }).sorted() {
            found.append((service, assembly.objects[service.index].existence))
        }
        assembly.setDerived(.daemons, of: group, to: assembly.links(found, open: []))
    }

    private func collectServices() {
        let services = ReverseLinks(
            assembly, resolver, from: assembly.ids(of: .service), by: .taskDefinition, to: .taskDefinition)
        for definition in assembly.ids(of: .taskDefinition) {
            let open = assembly.openReasons(of: definition) + services.doubts(inRoot: assembly.root(of: definition))
            assembly.setDerived(
                .services, of: definition, to: assembly.links(services.owners(of: definition), open: open))
        }
    }
}
