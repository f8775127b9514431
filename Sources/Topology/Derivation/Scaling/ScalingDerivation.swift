import Evaluation
import Templates

/// Works out which service a scalable target moves, which policies move it, and which queue a metric watches.
struct ScalingDerivation {
    let assembly: ModelAssembly
    let resolver: LinkResolver

    func run() {
        for kind in [Kind.customizedMetric, .metricQuery, .alarm] {
            for id in assembly.ids(of: kind) { linkQueue(of: id) }
        }
        for id in assembly.ids(of: .scalableTarget) { linkTarget(id) }
        let index = ScalableTargetIndex(assembly)
        for id in assembly.ids(of: .scalingPolicy) { linkPolicy(id, index) }
        linkServices()
        collectPolicies()
        collectAlarms()
    }

    // MARK: - Queues of metrics

    private func linkQueue(of id: ObjectID) {
        guard let value = MetricDimensions.value(of: "QueueName", of: id, assembly) else {
            return linkUnnamedQueue(of: id, open: assembly.objects(.dimensions, of: id).open)
        }
        guard let queue = assembly.schema.declaration(of: .queue) else { return }
        let content = resolver.link(value, to: queue, from: id)
        assembly.setField(
            .queue, of: id, to: Field(content, state: .derived, origin: value.origin, steps: value.steps))
    }

    /// A first plan does not know the dimensions of an alarm at all when one of them is the name of a queue that is not made
    /// yet: it watches some queue.
    private func linkUnnamedQueue(of id: ObjectID, open: [Reason]) {
        guard !open.isEmpty else { return }
        if case .string(let namespace) = assembly.field(.namespace, of: id).content, namespace != "AWS/SQS" { return }
        assembly.setDerived(.queue, of: id, to: .unknown(open, mayBeAbsent: true))
    }

    // MARK: - Scalable targets

    private func linkTarget(_ id: ObjectID) {
        let resourceID = assembly.written(.resourceId, of: id)
        assembly.setDerived(.isForService, of: id, to: isForService(id))
        assembly.setDerived(.isRoleServiceLinked, of: id, to: Self.isServiceLinked(assembly.written(.role, of: id)))
        guard let service = assembly.schema.declaration(of: .service) else { return }
        let isOther = assembly.written(.serviceNamespace, of: id).knownText.map { $0 != "ecs" } ?? false
        let content = isOther ? Field.Content.absent : resolver.link(resourceID, to: service, from: id)
        let field = Field(content, state: .derived, origin: resourceID.origin, steps: resourceID.steps)
        assembly.setField(.service, of: id, to: field)
        let ids = ServiceResourceIDs(assembly: assembly, resolver: resolver)
        let shape = Field(ids.namesService(resourceID), state: .derived, origin: resourceID.origin, steps: resourceID.steps)
        assembly.setField(.namesService, of: id, to: shape)
        let misplaced = Field(
            ids.misplacedService(resourceID, from: id), state: .derived, origin: resourceID.origin, steps: resourceID.steps)
        assembly.setField(.misplacedService, of: id, to: misplaced)
        if case .bool(false) = shape.content, !isOther {
            let reason = Reason("the resource id of \(assembly.objects[id.index].name) is not service/CLUSTER/SERVICE")
            assembly.setField(
                .service, of: id,
                to: Field(.unknown([reason], mayBeAbsent: false), state: .unknown, origin: resourceID.origin))
        }
    }

    /// Whether the namespace, the dimension or the resource id speaks of an ECS service.
    private func isForService(_ id: ObjectID) -> Field.Content {
        if let namespace = assembly.written(.serviceNamespace, of: id).knownText { return .bool(namespace == "ecs") }
        if let dimension = assembly.written(.scalableDimension, of: id).knownText { return .bool(dimension.hasPrefix("ecs:")) }
        if case .literal(let start)? = assembly.written(.resourceId, of: id).textParts.first {
            return .bool(start.hasPrefix("service/"))
        }
        return .unknown([Reason("what it scales is not known")], mayBeAbsent: false)
    }

    /// Whether a role's ARN leads into the path that only service-linked roles have.
    ///
    /// Source: IAM User Guide, "Service-linked role ARN": `arn:aws:iam::ACCOUNT:role/aws-service-role/SERVICE/NAME`.
    private static func isServiceLinked(_ role: Value) -> Field.Content {
        if case .choice(let condition, let yes, let no) = role.content {
            return .choice(
                condition, Field(isServiceLinked(yes), state: .derived, origin: yes.origin),
                Field(isServiceLinked(no), state: .derived, origin: no.origin))
        }
        let holdsPath = role.textParts.contains { part in
            if case .literal(let text) = part { text.contains(":role/aws-service-role/") } else { false }
        }
        if holdsPath { return .bool(true) }
        switch role.content {
        case .absent, .reference, .scalar: return .bool(false)
        default: return .unknown(role.unknownReasons, mayBeAbsent: false)
        }
    }

    // MARK: - Policies

    private func linkPolicy(_ id: ObjectID, _ index: ScalableTargetIndex) {
        let origin = assembly.objects[id.index].origin
        let named = assembly.written(.scalingTargetId, of: id)
        let (matches, doubts) = named.isAbsent ? targets(of: id, among: index) : matches(named, .scalableTarget, id)
        let rest: Field.Content =
            doubts.isEmpty
            ? .unknown([Reason("its scalable target is not in the input")], mayBeAbsent: false)
            : .unknown(doubts, mayBeAbsent: false)
        assembly.setDerived(.scalableTarget, of: id, to: assembly.link(matches, else: rest, origin: origin))
        assembly.derive(.service, of: id) { reading throws(ReadingFailure) in
            guard let target = try reading.object(.scalableTarget, of: id) else { return .absent }
            return try reading.object(.service, of: target).map { .object($0) } ?? .absent
        }
        if assembly.written(.serviceNamespace, of: id).isAbsent, assembly.written(.scalableDimension, of: id).isAbsent,
            !named.isAbsent
        {
            assembly.derive(.isForService, of: id) { reading throws(ReadingFailure) in
                guard let target = try reading.object(.scalableTarget, of: id) else { return .bool(false) }
                return .bool(try reading.bool(.isForService, of: target) ?? false)
            }
        } else {
            assembly.setDerived(.isForService, of: id, to: isForService(id))
        }
    }

    /// The targets that a policy means by `ResourceId`: the same id, or the same service.
    private func targets(
        of policy: ObjectID, among index: ScalableTargetIndex
    ) -> ([(id: ObjectID, condition: Condition)], [Reason]) {
        let resourceID = assembly.written(.resourceId, of: policy)
        // Terraform's way: the id is an attribute of the target itself.
        let referred = matches(resourceID, .scalableTarget, policy).0
        if !referred.isEmpty { return (referred, []) }
        let services = matches(resourceID, .service, policy).0.map(\.id)
        let root = assembly.root(of: policy)
        var found = index.targets(withResourceID: resourceID, inRoot: root)
        found += index.targets(of: services).filter { assembly.root(of: $0) == root }
        // The target of another template moves the same service.
        if found.isEmpty { found = index.targets(of: services) }
        let doubts = found.isEmpty ? ModelAssembly.openReasons(resourceID) : []
        return (Set(found).sorted().map { ($0, assembly.objects[$0.index].existence) }, doubts)
    }

    private func matches(
        _ value: Value, _ kind: Kind, _ owner: ObjectID
    ) -> ([(id: ObjectID, condition: Condition)], [Reason]) {
        var found: [(id: ObjectID, condition: Condition)] = []
        var doubts: [Reason] = []
        for candidate in resolver.candidates(value, among: kind, from: owner) {
            switch candidate.meaning {
            case .object(let id): found.append((id, candidate.condition))
            case .unknown(let reasons, _): doubts += reasons
            case .outside, .absent: continue
            }
        }
        return (found, doubts)
    }

    // MARK: - The other way round

    /// The scalable targets of services: those whose `ResourceId` means one.
    private func linkServices() {
        let targets = assembly.ids(of: .scalableTarget).filter { target in
            if case .bool(false) = assembly.field(.isForService, of: target).content { false } else { true }
        }
        let right = targets.filter { target in
            if case .bool(false) = assembly.field(.namesService, of: target).content { false } else { true }
        }
        let matches = ReverseLinks(assembly, resolver, from: right, by: .resourceId, to: .service, hasNeighbours: true)
        let meant = meantAllTheSame(targets)
        for id in assembly.ids(of: .service) {
            let doubts = assembly.openReasons(of: id) + matches.doubts(of: id, assembly) + (meant[id] ?? [])
            let rest: Field.Content =
                doubts.isEmpty ? .absent : .unknown(ModelAssembly.unique(doubts), mayBeAbsent: true)
            assembly.setDerived(
                .scalableTarget, of: id,
                to: assembly.link(matches.owners(of: id), else: rest, origin: assembly.objects[id.index].origin))
        }
    }

    /// The services that resource ids of a wrong form mean: SCL026 says so, and that such a service does not scale is the same
    /// fault. So it is with an id that names a service in a cluster that it does not run in.
    private func meantAllTheSame(_ targets: [ObjectID]) -> [ObjectID: [Reason]] {
        var meant: [ObjectID: [Reason]] = [:]
        let ids = ServiceResourceIDs(assembly: assembly, resolver: resolver)
        for target in targets {
            var services = assembly.objects(.misplacedService, of: target).found.map(\.id)
            if case .bool(false) = assembly.field(.namesService, of: target).content {
                services += ids.mentionedServices(assembly.written(.resourceId, of: target), from: target)
            }
            let reason = Reason("the resource id of \(assembly.objects[target.index].name) may be meant for it")
            for service in services { meant[service, default: []].append(reason) }
        }
        return meant
    }

    private func collectPolicies() {
        var matches = ReverseLinks()
        for policy in assembly.ids(of: .scalingPolicy) {
            var open: [Reason] = []
            for (id, condition) in possibleObjects(assembly.field(.scalableTarget, of: policy), open: &open) {
                matches.add(policy, when: condition.and(assembly.objects[policy.index].existence), to: id)
            }
            matches.add(doubts: open, inRoot: assembly.root(of: policy))
        }
        for target in assembly.ids(of: .scalableTarget) {
            let open = assembly.openReasons(of: target) + matches.doubts(inRoot: assembly.root(of: target))
            assembly.setDerived(.policies, of: target, to: assembly.links(matches.owners(of: target), open: open))
        }
    }

    private func possibleObjects(
        _ field: Field, when condition: Condition = .always, open: inout [Reason]
    ) -> [(ObjectID, Condition)] {
        switch field.content {
        case .object(let id): return [(id, condition)]
        case .choice(let split, let yes, let no):
            return possibleObjects(yes, when: condition.and(split), open: &open)
                + possibleObjects(no, when: condition.and(split.negated), open: &open)
        case .unknown(let reasons, _):
            open += reasons
            return []
        default: return []
        }
    }

    private func collectAlarms() {
        let matches = ReverseLinks(
            assembly, resolver, from: assembly.ids(of: .alarm), by: .actions, to: .scalingPolicy)
        let givenOut = policiesGivenOut()
        for policy in assembly.ids(of: .scalingPolicy) {
            var open = assembly.openReasons(of: policy) + matches.doubts(inRoot: assembly.root(of: policy))
            if givenOut.contains(policy) {
                open.append(Reason("\(assembly.objects[policy.index].name) is an output, so an alarm elsewhere may start it"))
            }
            assembly.setDerived(.alarms, of: policy, to: assembly.links(matches.owners(of: policy), open: open))
        }
    }

    /// The policies that stacks tell to others.
    private func policiesGivenOut() -> Set<ObjectID> {
        let values = assembly.workload.stacks.flatMap { $0.exports + $0.outputs }.flatMap { ModelAssembly.elements($0) }
        let references = values.flatMap { $0.value.textParts }.compactMap { part -> Reference? in
            guard case .value(let value) = part, case .reference(let reference) = value.content else { return nil }
            return reference
        }
        return Set(references.compactMap { assembly.idsByResource[$0.resource] })
    }
}
