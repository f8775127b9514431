import Evaluation
import Templates

/// Works out which groups run tasks, whether a group at zero can ever have an instance, and whether its instances can join a
/// cluster.
struct InstanceDerivation {
    let assembly: ModelAssembly
    private let questions: AccessQuestions
    private let clusterGroups: ClusterGroups
    private let index: LinkIndex
    /// Groups that stacks tell to others.
    private let givenOut: Set<ObjectID>
    /// Roles that may change the size of groups, by root.
    private let sizers: [Int: [String]]

    init(assembly: ModelAssembly, resolver: LinkResolver, questions: AccessQuestions) {
        self.assembly = assembly
        self.questions = questions
        let hasGroups = !assembly.ids(of: .autoScalingGroup).isEmpty
        clusterGroups = ClusterGroups(assembly, resolver)
        index = LinkIndex(assembly)
        givenOut = hasGroups ? Self.givenOut(assembly) : []
        sizers = hasGroups ? Self.sizers(assembly) : [:]
    }

    func run() {
        for kind in [Kind.launchTemplate, .launchConfiguration] {
            for id in assembly.ids(of: kind) {
                assembly.setDerived(.isUserDataEncoded, of: id, to: UserDataEncoding(assembly: assembly).content(of: id))
            }
        }
        for id in assembly.ids(of: .autoScalingGroup) {
            let schedules = index.owners(.groupSchedule, by: .autoScalingGroup, of: id)
            assembly.setDerived(
                .groupSchedules, of: id,
                to: assembly.links(schedules.found, open: assembly.openReasons(of: id) + schedules.open))
            readUse(of: id)
            readGrowth(of: id)
            readRole(of: id)
        }
    }

    // MARK: - Use

    private func readUse(of group: ObjectID) {
        assembly.derive(.servesTasks, of: group) { reading throws(ReadingFailure) in
            if !clusterGroups.clusters(of: group).isEmpty { return .bool(true) }
            let links = [FieldKey.capacityProviders, .services].map { assembly.objects($0, of: group) }
            for link in links.flatMap(\.found) where try reading.isTrue(link.condition) { return .bool(true) }
            guard usesECS(besides: group) else { return .bool(false) }
            let launch = try launch(of: group, reading)
            if let launch, namesImageOfECS(launch) { return .bool(true) }
            if let launch, try namesAgent(launch, of: group, reading) { return .bool(true) }
            let open = links.flatMap(\.open)
            return open.isEmpty ? .bool(false) : .unknown(ModelAssembly.unique(open), mayBeAbsent: false)
        }
    }

    /// Whether the system holds anything of ECS, or its user data speaks of it: without, nobody runs tasks on its groups.
    private func usesECS(besides group: ObjectID) -> Bool {
        let kinds = [Kind.cluster, .service, .taskDefinition, .capacityProvider, .capacityProviderAssociation]
        if kinds.contains(where: { !assembly.ids(of: $0, besides: group).isEmpty }) { return true }
        let launches = [FieldKey.launchTemplate, .launchConfiguration].flatMap { assembly.objects($0, of: group).found }
        return launches.contains { launch in
            namesImageOfECS(launch.id) || Self.speaksOfAgent(BootScript(assembly).value(of: launch.id, group: group))
        }
    }

    private func launch(of group: ObjectID, _ reading: Reading) throws(ReadingFailure) -> ObjectID? {
        if let template = try reading.object(.launchTemplate, of: group) { return template }
        return try reading.object(.launchConfiguration, of: group)
    }

    /// Source: ECS developer guide, "Retrieving Amazon ECS-optimized Linux AMI metadata".
    private func namesImageOfECS(_ launch: ObjectID) -> Bool {
        let image = assembly.written(.imageId, of: launch)
        var texts = image.textParts.compactMap { if case .literal(let text) = $0 { text } else { nil } }
        if case .external(let description) = image.content { texts.append(description) }
        return texts.contains { !$0.ranges(of: "aws/service/ecs/optimized-ami").isEmpty }
    }

    private func namesAgent(_ launch: ObjectID, of group: ObjectID, _ reading: Reading) throws(ReadingFailure) -> Bool {
        let script = BootScript(assembly).value(of: launch, group: group)
        if Self.speaksOfAgent(script) { return true }
        switch script.content {
        case .absent, .scalar: return false
        case .text(let parts):
            // A script whose text is known but for some names does not hide the agent.
            guard parts.contains(where: { if case .literal = $0 { true } else { false } }) else { break }
            return false
        default: break
        }
        let reasons = script.unknownReasons
        throw .unknown(reasons.isEmpty ? [Reason("the user data is not known")] : reasons, mayBeAbsent: false)
    }

    private static func speaksOfAgent(_ script: Value) -> Bool {
        script.textParts.contains { part in
            guard case .literal(let text) = part else { return false }
            return ["ECS_CLUSTER", "/etc/ecs/", "amazon-ecs", "ecs-init", "Initialize-ECSAgent"].contains {
                !text.ranges(of: $0).isEmpty
            }
        }
    }

    // MARK: - Growth

    private func readGrowth(of group: ObjectID) {
        assembly.derive(.canGrow, of: group) { reading throws(ReadingFailure) in
            for field in [FieldKey.minSize, .desiredCapacity] where try reading.integer(field, of: group) ?? 0 > 0 {
                return .bool(true)
            }
            var open: [Reason] = []
            if try hasScaler(group, &open, reading) { return .bool(true) }
            if let ignored = ignoresSize(group) { return ignored }
            for role in sizers[assembly.root(of: group)] ?? [] {
                open.append(Reason("\(role) may change the size of groups"))
            }
            if givenOut.contains(group) {
                open.append(Reason("\(assembly.objects[group.index].name) is an output, so something elsewhere may raise it"))
            }
            return open.isEmpty ? .bool(false) : .unknown(ModelAssembly.unique(open), mayBeAbsent: false)
        }
    }

    private func hasScaler(
        _ group: ObjectID, _ open: inout [Reason], _ reading: Reading
    ) throws(ReadingFailure) -> Bool {
        let policies = assembly.objects(.scalingPolicies, of: group)
        for policy in policies.found where try reading.isTrue(policy.condition) {
            if try reading.bool(.isEnabled, of: policy.id) ?? true { return true }
        }
        let schedules = assembly.objects(.groupSchedules, of: group)
        for schedule in schedules.found where try reading.isTrue(schedule.condition) {
            for field in [FieldKey.minSize, .desiredCapacity]
            where try reading.integer(field, of: schedule.id) ?? 0 > 0 { return true }
        }
        let providers = assembly.objects(.capacityProviders, of: group)
        for provider in providers.found where try reading.isTrue(provider.condition) {
            if try reading.bool(.isManagedScalingOn, of: provider.id) ?? false { return true }
        }
        open += policies.open + schedules.open + providers.open
        return false
    }

    /// In Terraform `ignore_changes` says that something else sets the size.
    private func ignoresSize(_ group: ObjectID) -> Field.Content? {
        guard assembly.dialect(of: group) == .terraform else { return nil }
        let ignored = assembly.value(of: group).member("lifecycle").block.member("ignore_changes")
        let names = ModelAssembly.elements(ignored).compactMap(\.value.knownText)
        guard names.contains(where: { ["desired_capacity", "min_size", "all"].contains($0) }) else {
            let reasons = ModelAssembly.openReasons(ignored)
            return reasons.isEmpty ? nil : .unknown(reasons, mayBeAbsent: false)
        }
        return .unknown([Reason("Terraform ignores changes of its size, so something else sets it")], mayBeAbsent: false)
    }

    private static func givenOut(_ assembly: ModelAssembly) -> Set<ObjectID> {
        var things = GivenThings()
        for value in assembly.workload.stacks.flatMap({ $0.exports + $0.outputs }) { things.add(value) }
        return Set(things.references.compactMap { assembly.idsByResource[$0] })
    }

    /// Actions that give a group instances.
    private static let sizing = [
        "autoscaling:SetDesiredCapacity", "autoscaling:UpdateAutoScalingGroup", "autoscaling:PutScheduledUpdateGroupAction",
        "autoscaling:PutScalingPolicy",
    ]

    /// Policies of AWS that grant one of them.
    private static let sizingPolicies = [
        "AdministratorAccess", "PowerUserAccess", "AutoScalingFullAccess", "AmazonEC2FullAccess",
    ]

    private static func sizers(_ assembly: ModelAssembly) -> [Int: [String]] {
        var sizers: [Int: [String]] = [:]
        for role in assembly.ids(of: .role) {
            let statements = assembly.objects(.statements, of: role).found
            let grants = statements.contains { statement in
                assembly.written(.actions, of: statement.id).textLeaves.contains { pattern in
                    sizing.contains { ActionPattern.matches(pattern, $0) }
                }
            }
            let managed = assembly.written(.managedPolicies, of: role).textLeaves
            guard grants || managed.contains(where: { text in sizingPolicies.contains { text.hasSuffix("/\($0)") } }) else {
                continue
            }
            sizers[assembly.root(of: role), default: []].append(assembly.objects[role.index].name)
        }
        return sizers
    }

    // MARK: - Registration

    private func readRole(of group: ObjectID) {
        assembly.derive(.hasInstanceProfile, of: group) { reading throws(ReadingFailure) in
            guard let launch = try launch(of: group, reading) else {
                throw .unknown([Reason("how the group starts instances is not in the input")], mayBeAbsent: false)
            }
            return try hasProfile(assembly.written(.instanceProfile, of: launch), reading)
        }
        assembly.derive(.instanceRole, of: group) { reading throws(ReadingFailure) in
            guard let launch = try launch(of: group, reading),
                let profile = try reading.object(.instanceProfile, of: launch)
            else { return .absent }
            return try reading.objects(.roles, of: profile).first.map { .object($0) } ?? .absent
        }
        assembly.derive(.mayRegister, of: group) { reading throws(ReadingFailure) in
            guard let role = try reading.object(.instanceRole, of: group) else { return .bool(false) }
            // A grant for some cluster or instance is taken for one of this: which the agent asks for is not known here.
            var anything = PolicyText()
            anything.appendUnknown([Reason("which cluster the role may register with is not compared")])
            let clusters = clusterGroups.clusters(of: group).sorted().flatMap { questions.arns(of: $0) }
            var answer = try questions.mayRole(
                role, PolicyRequest("ecs:RegisterContainerInstance", on: clusters.isEmpty ? [anything] : clusters), reading)
            for action in ["ecs:DiscoverPollEndpoint", "ecs:Poll"] {
                answer = answer.and(try questions.mayRole(role, PolicyRequest(action, on: [anything]), reading))
            }
            return answer.content
        }
    }

    private func hasProfile(_ value: Value, _ reading: Reading) throws(ReadingFailure) -> Field.Content {
        switch value.content {
        case .absent: return .bool(false)
        case .choice(let condition, let yes, let no):
            return try hasProfile(try reading.isTrue(condition) ? yes : no, reading)
        case .unknown(let reasons, true): throw .unknown(reasons, mayBeAbsent: false)
        default: return .bool(true)
        }
    }
}

extension Value {
    /// Every text in a value that is one text or a list of texts, as far as they are known.
    fileprivate var textLeaves: [String] {
        ModelAssembly.elements(self).compactMap(\.value.knownText)
    }
}
