import Evaluation
import Templates

/// Works out what instances are told at their first boot, and what else moves and uses their group.
struct HostDerivation {
    let assembly: ModelAssembly
    private let index: LinkIndex

    init(assembly: ModelAssembly) {
        self.assembly = assembly
        index = LinkIndex(assembly)
    }

    func run() {
        for kind in [Kind.launchTemplate, .launchConfiguration] {
            for id in assembly.ids(of: kind) { readCredentials(of: id) }
        }
        for id in assembly.ids(of: .groupScalingPolicy) {
            assembly.derive(.isManagedByECS, of: id) { reading throws(ReadingFailure) in
                .bool(try reading.string(.metricName, of: id) == "CapacityProviderReservation")
            }
        }
        for id in assembly.ids(of: .capacityProvider) { readManagedScaling(of: id) }
        for id in assembly.ids(of: .autoScalingGroup) {
            readAgent(of: id)
            readMetadata(of: id)
            collect(.groupScalingPolicy, by: .autoScalingGroup, as: .scalingPolicies, of: id)
            collect(.capacityProvider, by: .autoScalingGroup, as: .capacityProviders, of: id)
            collect(.service, by: .autoScalingGroups, as: .services, of: id)
            collectClusters(of: id)
        }
    }

    /// Without a word about managed scaling it is off; what ECS takes for settings without a status is not documented.
    ///
    /// Source: TestAccECSCapacityProvider_basic of Terraform's AWS provider, which reads `DISABLED` back from AWS for a provider
    /// without the block.
    private func readManagedScaling(of provider: ObjectID) {
        assembly.derive(.isManagedScalingOn, of: provider) { reading throws(ReadingFailure) in
            if let status = try reading.string(.managedScalingStatus, of: provider) { return .bool(status == "ENABLED") }
            guard try reading.bool(.hasManagedScaling, of: provider) == true else { return .bool(false) }
            throw .unknown([Reason("managed scaling has settings and no status")], mayBeAbsent: false)
        }
    }

    private func readCredentials(of launch: ObjectID) {
        let value = assembly.written(.userData, of: launch)
        let data = UserData(value)
        let elements = data.credentials.map { Field.Element(Field(.string($0), state: .derived, origin: value.origin)) }
        let open = data.isKnown ? [] : value.unknownReasons
        assembly.setField(
            .userDataCredentials, of: launch, to: Field(.list(elements, open: open), state: .derived, origin: value.origin))
    }

    /// The objects of a kind that link to one, each with its condition.
    private func collect(_ kind: Kind, by link: FieldKey, as field: FieldKey, of id: ObjectID) {
        let links = index.owners(kind, by: link, of: id)
        assembly.setDerived(
            field, of: id, to: assembly.links(links.found, open: assembly.openReasons(of: id) + links.open))
    }

    /// The clusters that a group is offered to by its capacity providers, or whose name its user data sets.
    private func collectClusters(of group: ObjectID) {
        var found: [(id: ObjectID, condition: Condition)] = []
        func add(_ cluster: ObjectID, _ condition: Condition) {
            if !found.contains(where: { $0.id == cluster }) { found.append((cluster, condition)) }
        }
        for service in assembly.objects(.services, of: group).found {
            for cluster in assembly.objects(.cluster, of: service.id).found {
                add(cluster.id, service.condition.and(cluster.condition))
            }
        }
        assembly.setDerived(.clusters, of: group, to: assembly.links(found, open: []))
    }

    // MARK: - The agent

    private func launch(of group: ObjectID, _ reading: Reading) throws(ReadingFailure) -> ObjectID? {
        if let template = try reading.object(.launchTemplate, of: group) { return template }
        return try reading.object(.launchConfiguration, of: group)
    }

    private func userData(of group: ObjectID, _ reading: Reading) throws(ReadingFailure) -> Value {
        guard let launch = try launch(of: group, reading) else {
            return Value(.absent, origin: assembly.objects[group.index].origin)
        }
        return BootScript(assembly).value(of: launch, group: group)
    }

    private func readAgent(of group: ObjectID) {
        guard
            let id = assembly.addDerived(
                .agentSettings, named: assembly.objects[group.index].name, at: place(of: group), like: group)
        else { return }
        assembly.setDerived(.agent, of: group, to: .object(id))
        assembly.derive(.isVisible, of: id) { reading throws(ReadingFailure) in
            .bool(UserData(try userData(of: group, reading)).isKnown)
        }
        assembly.derive(.hasUserData, of: id) { reading throws(ReadingFailure) in
            let data = UserData(try userData(of: group, reading))
            return .bool(!data.isKnown || !data.isEmpty)
        }
        for (field, name) in [(FieldKey.setsCluster, "ECS_CLUSTER"), (.setsReservedMemory, "ECS_RESERVED_MEMORY")] {
            derive(field, of: id, from: name, of: group) { if case .absent = $0 { .bool(false) } else { .bool(true) } }
        }
        derive(.cluster, of: id, from: "ECS_CLUSTER", of: group) { setting in
            switch setting {
            case .absent: .absent
            case .known(let text): .string(text)
            case .unknown: .unknown([Reason("ECS_CLUSTER is known at deployment only")], mayBeAbsent: false)
            }
        }
        let switches = [
            (FieldKey.isSpotDrainingOn, "ECS_ENABLE_SPOT_INSTANCE_DRAINING"), (.blocksTaskMetadata, "ECS_AWSVPC_BLOCK_IMDS"),
        ]
        for (field, name) in switches {
            derive(field, of: id, from: name, of: group) { setting in
                switch setting {
                case .absent: .bool(false)
                case .known(let text): .bool(text.lowercased() == "true")
                case .unknown: .unknown([Reason("\(name) is not known")], mayBeAbsent: false)
                }
            }
        }
        derive(.stopTimeout, of: id, from: "ECS_CONTAINER_STOP_TIMEOUT", of: group) { Self.seconds($0) }
        assembly.setField(.reservedMemory, of: id, to: assembly.field(.ecsReservedMemory, of: group))
    }

    private func derive(
        _ field: FieldKey, of id: ObjectID, from name: String, of group: ObjectID,
        _ content: (UserData.Setting) -> Field.Content
    ) {
        assembly.derive(field, of: id) { reading throws(ReadingFailure) in
            content(try UserData(try userData(of: group, reading)).setting(name))
        }
    }

    /// `90s`, `2m`, `1m30s`, as Go writes a duration.
    private static func seconds(_ setting: UserData.Setting) -> Field.Content {
        guard case .known(let text) = setting else {
            if case .absent = setting { return .absent }
            return .unknown([Reason("ECS_CONTAINER_STOP_TIMEOUT is not known")], mayBeAbsent: false)
        }
        var total: Int64 = 0
        var digits = ""
        for character in text {
            if character.isASCII, character.isNumber {
                digits.append(character)
                continue
            }
            let factor: [Character: Int64] = ["s": 1, "m": 60, "h": 3_600]
            guard let number = Int64(digits), number < 1_000_000, let scale = factor[character] else {
                return .unknown([Reason("ECS_CONTAINER_STOP_TIMEOUT is not a time")], mayBeAbsent: false)
            }
            total += number * scale
            digits = ""
        }
        guard digits.isEmpty, !text.isEmpty else {
            return .unknown([Reason("ECS_CONTAINER_STOP_TIMEOUT is not a time")], mayBeAbsent: false)
        }
        return .integer(total)
    }

    /// Where the user data stands, or would stand.
    private func place(of group: ObjectID) -> Value {
        let launch =
            (assembly.objects(.launchTemplate, of: group).found + assembly.objects(.launchConfiguration, of: group).found)
            .first
        let value = launch.map { assembly.written(.userData, of: $0.id) } ?? assembly.value(of: group)
        return Value(.map([]), origin: value.origin)
    }

    // MARK: - Metadata service

    private func readMetadata(of group: ObjectID) {
        assembly.derive(.httpTokens, of: group) { reading throws(ReadingFailure) in
            guard let launch = try launch(of: group, reading) else { return .absent }
            return try reading.string(.httpTokens, of: launch).map { .string($0) } ?? .absent
        }
        assembly.derive(.metadataHopLimit, of: group) { reading throws(ReadingFailure) in
            guard let launch = try launch(of: group, reading) else { return .absent }
            return try reading.integer(.httpPutResponseHopLimit, of: launch).map { .integer($0) } ?? .absent
        }
    }
}
