import Evaluation
import Templates

/// Works out what event rules, schedules and pipes start or feed, what buckets and topics notify, and how often the clock runs.
struct TargetDerivation {
    let assembly: ModelAssembly
    let resolver: LinkResolver
    private let names: ResourceNames

    init(assembly: ModelAssembly, resolver: LinkResolver) {
        self.assembly = assembly
        self.resolver = resolver
        names = ResourceNames(assembly: assembly)
    }

    func run() {
        for id in assembly.ids(of: .pipe) { readPipe(id) }
        for id in assembly.ids(of: .eventRule) { claimTargets(of: id) }
        for id in assembly.ids(of: .schedule) { claimTarget(of: id) }
        for id in assembly.ids(of: .eventTarget) { readTarget(id) }
        let index = LinkIndex(assembly)
        for id in assembly.ids(of: .eventRule) { collectTargets(of: id, index) }
        for (kind, field) in [
            (Kind.eventRule, FieldKey.scheduleExpression), (.schedule, .scheduleExpression), (.scheduledAction, .schedule),
        ] {
            for id in assembly.ids(of: kind) { readSchedule(of: id, field: field) }
        }
        for id in assembly.ids(of: .eventRule) { addClock(of: id, "event rule", isRule: true) }
        for id in assembly.ids(of: .schedule) { addClock(of: id, "schedule", isRule: false) }
        for id in assembly.ids(of: .subscription) { readSubscription(id) }
        for id in assembly.ids(of: .topic) { claimSubscriptions(of: id) }
        let laterIndex = LinkIndex(assembly)
        let others = ReverseLinks(
            assembly, resolver, from: assembly.ids(of: .subscription), by: .topic, to: .topic, hasNeighbours: true)
        for id in assembly.ids(of: .topic) { collectSubscriptions(of: id, laterIndex, others) }
        for id in assembly.ids(of: .bucket) { readBucket(id, laterIndex) }
        let targets = PossibleOwners(assembly, .eventTarget, by: .function)
        for id in assembly.ids(of: .function) { readSchedules(ofFunction: id, targets) }
    }

    // MARK: - Targets

    /// Targets that stand in their rule know it by that.
    private func claimTargets(of rule: ObjectID) {
        for target in assembly.objects(.ownTargets, of: rule).found {
            assembly.setDerived(.eventRule, of: target.id, to: .object(rule))
        }
    }

    private func claimTarget(of schedule: ObjectID) {
        for target in assembly.objects(.target, of: schedule).found {
            assembly.setDerived(.schedule, of: target.id, to: .object(schedule))
        }
    }

    private func readTarget(_ id: ObjectID) {
        let origin = [FieldKey.schedule, .pipe].first { !assembly.field($0, of: id).isAbsent }
        assembly.setDerived(.origin, of: id, to: .string(origin?.name ?? "rule"))
        guard origin != .pipe else { return }
        let arn = assembly.written(.arn, of: id)
        link(arn, of: id)
        let task = assembly.written(.taskDefinition, of: id)
        assembly.setDerived(.isTask, of: id, to: presence(of: task))
    }

    /// The queue, topic, function or cluster that an ARN means.
    private func link(_ arn: Value, of target: ObjectID) {
        let links: [(Kind, FieldKey, String)] = [
            (.queue, .queue, "sqs"), (.topic, .topic, "sns"), (.function, .function, "lambda"), (.cluster, .cluster, "ecs"),
        ]
        for (kind, field, service) in links {
            let content = meaning(of: arn, among: kind, service: service, from: target)
            assembly.setField(field, of: target, to: Field(content, state: .derived, origin: arn.origin, steps: arn.steps))
        }
        assembly.setDerived(.isFunction, of: target, to: isFunction(arn, target: target))
        assembly.derive(.feedsFifoQueue, of: target) { reading throws(ReadingFailure) in
            if case .known(let isFifo) = FifoName.reading(of: arn) { return .bool(isFifo) }
            guard let queue = try reading.object(.queue, of: target) else { return .bool(false) }
            return .bool(try reading.bool(.isFifo, of: queue) ?? false)
        }
    }

    private func isFunction(_ arn: Value, target: ObjectID) -> Field.Content {
        switch assembly.field(.function, of: target).content {
        case .absent: return .bool(false)
        case .object: return .bool(true)
        default: if Self.isCalledTopic(arn) { return .bool(false) }
        }
        if case .reference(let reference) = arn.content {
            return .bool(assembly.typesByResource[reference.resource]?.hasSuffix("aws_lambda_function") == true)
        }
        var pattern = names.arn("lambda")
        pattern.append(.anyText)
        return pattern.matches(names.text(of: arn, isPattern: false)).content
    }

    /// The object of a kind that an ARN means; absent when it surely is something else.
    private func meaning(of value: Value, among kind: Kind, service: String, from owner: ObjectID) -> Field.Content {
        if case .choice(let condition, let yes, let no) = value.content {
            func side(_ value: Value) -> Field {
                Field(meaning(of: value, among: kind, service: service, from: owner), state: .derived, origin: value.origin)
            }
            return .choice(condition, side(yes), side(no))
        }
        guard let declaration = assembly.schema.declaration(of: kind) else { return .absent }
        switch value.content {
        case .reference(let reference):
            let content = resolver.link(value, to: declaration, from: owner)
            if case .object = content { return content }
            // An alias of a function is one too.
            let type = assembly.typesByResource[reference.resource] ?? ""
            return kind == .function && type.lowercased().contains("lambda") ? content : .absent
        case .scalar, .text:
            var pattern = names.arn(service)
            pattern.append(.anyText)
            if case .no = pattern.matches(names.text(of: value, isPattern: false)) { return .absent }
            return resolver.link(value, to: declaration, from: owner)
        default:
            let content = resolver.link(value, to: declaration, from: owner)
            guard case .unknown(let reasons, _) = content else { return content }
            return Self.isCalledTopic(value) && kind != .topic ? .absent : .unknown(reasons, mayBeAbsent: true)
        }
    }

    /// A parameter or import without value whose name says that it is a topic: `OpsTopicArn`.
    private static func isCalledTopic(_ value: Value) -> Bool {
        guard case .unknown(let reasons, _) = value.content, !reasons.isEmpty else { return false }
        return reasons.allSatisfy { $0.source != nil && NameWords.words(of: $0.text).contains { $0 == "topic" || $0 == "sns" } }
    }

    private func presence(of value: Value) -> Field.Content {
        switch value.content {
        case .absent: .bool(false)
        case .unknown(let reasons, true): .unknown(reasons, mayBeAbsent: false)
        case .choice(let condition, let yes, let no):
            .choice(
                condition, Field(presence(of: yes), state: .derived, origin: yes.origin),
                Field(presence(of: no), state: .derived, origin: no.origin))
        default: .bool(true)
        }
    }

    private func collectTargets(of rule: ObjectID, _ index: LinkIndex) {
        let own = assembly.objects(.ownTargets, of: rule)
        let known = Set(own.found.map(\.id))
        let linked = index.owners(.eventTarget, by: .eventRule, of: rule)
        let found = own.found + linked.found.filter { !known.contains($0.id) }
        let open = own.open + assembly.openReasons(of: rule) + linked.open
        assembly.setDerived(.targets, of: rule, to: assembly.links(found, open: open))
    }

    /// A pipe's target as those of rules and schedules are.
    private func readPipe(_ pipe: ObjectID) {
        let source = assembly.written(.source, of: pipe)
        let queue = meaning(of: source, among: .queue, service: "sqs", from: pipe)
        assembly.setField(
            .sourceQueue, of: pipe, to: Field(queue, state: .derived, origin: source.origin, steps: source.steps))
        let arn = assembly.written(.targetArn, of: pipe)
        guard let target = assembly.addDerived(.eventTarget, named: assembly.objects[pipe.index].name, at: arn, like: pipe)
        else { return }
        assembly.setDerived(.pipe, of: target, to: .object(pipe))
        let same: [FieldKey] = [
            .role, .messageGroupId, .taskDefinition, .propagateTags, .setsTags, .capacityProviderStrategy,
            .hasNetworkConfiguration, .subnets, .assignPublicIp, .launchType, .taskCount,
        ]
        for field in same { assembly.setField(field, of: target, to: assembly.field(field, of: pipe)) }
        link(arn, of: target)
        assembly.setDerived(.isTask, of: target, to: presence(of: assembly.written(.taskDefinition, of: pipe)))
        assembly.setDerived(.target, of: pipe, to: .object(target))
    }

    // MARK: - The clock

    private func readSchedule(of id: ObjectID, field: FieldKey) {
        assembly.derive(.shortestIntervalSeconds, of: id) { reading throws(ReadingFailure) in
            guard let text = try reading.string(field, of: id) else { return .absent }
            do throws(ScheduleError) {
                return try Schedule(text).shortestInterval.map { .integer($0) } ?? .absent
            } catch {
                return .unknown([Reason(error.message)], mayBeAbsent: true)
            }
        }
    }

    /// The schedule expression of a rule or schedule as an object of its own, which says whether AWS takes it.
    private func addClock(of owner: ObjectID, _ words: String, isRule: Bool) {
        let expression = assembly.field(.scheduleExpression, of: owner)
        guard !expression.isAbsent,
            let id = assembly.addDerived(
                .scheduleExpression, named: assembly.objects[owner.index].name, at: assembly.value(of: owner), like: owner)
        else { return }
        assembly.setDerived(.kind, of: id, to: .string(words))
        assembly.setField(.expression, of: id, to: expression)
        assembly.derive(.scheduleError, of: id) { reading throws(ReadingFailure) in
            let text: String?
            do throws(ReadingFailure) {
                text = try reading.string(.scheduleExpression, of: owner)
            } catch .unknown(let reasons, _) {
                return .unknown(reasons, mayBeAbsent: true)
            }
            guard let text else { return .absent }
            return Schedule.refusal(of: text, isRule: isRule).map { .string($0) } ?? .absent
        }
    }

    /// How often a function runs by the clock: its most frequent rule or schedule that is on.
    private func readSchedules(ofFunction id: ObjectID, _ targets: PossibleOwners) {
        assembly.derive(.shortestScheduleSeconds, of: id) { reading throws(ReadingFailure) in
            var shortest: Int64?
            for target in targets.owners(of: id) {
                guard try reading.object(.function, of: target) == id else { continue }
                for link in [FieldKey.eventRule, .schedule] {
                    guard let clock = try reading.object(link, of: target),
                        try reading.string(.state, of: clock)?.hasPrefix("DISABLED") != true,
                        let seconds = try reading.integer(.shortestIntervalSeconds, of: clock)
                    else { continue }
                    shortest = min(shortest ?? seconds, seconds)
                }
            }
            return shortest.map { .integer($0) } ?? .absent
        }
    }

    // MARK: - Topics and buckets

    private func readSubscription(_ id: ObjectID) {
        // Both protocols take ARNs.
        let endpoint = ReferenceForms(assembly: assembly).value(assembly.written(.endpoint, of: id), due: .arn)
        assembly.derive(.queue, of: id) { reading throws(ReadingFailure) in
            guard try reading.string(.protocol, of: id) == "sqs" else { return .absent }
            return meaning(of: endpoint, among: .queue, service: "sqs", from: id)
        }
        assembly.derive(.function, of: id) { reading throws(ReadingFailure) in
            guard try reading.string(.protocol, of: id) == "lambda" else { return .absent }
            return meaning(of: endpoint, among: .function, service: "lambda", from: id)
        }
    }

    /// Subscriptions that stand in their topic know it by that.
    private func claimSubscriptions(of topic: ObjectID) {
        for subscription in assembly.objects(.ownSubscriptions, of: topic).found {
            assembly.setDerived(.topic, of: subscription.id, to: .object(topic))
        }
    }

    private func collectSubscriptions(of topic: ObjectID, _ index: LinkIndex, _ others: ReverseLinks) {
        let own = assembly.objects(.ownSubscriptions, of: topic)
        let known = Set(own.found.map(\.id))
        let linked = index.owners(.subscription, by: .topic, of: topic)
        let found = own.found + linked.found.filter { !known.contains($0.id) }
        let open = own.open + assembly.openReasons(of: topic) + linked.open + others.doubts(of: topic, assembly)
        assembly.setDerived(.subscriptions, of: topic, to: assembly.links(found, open: open))
    }

    private func readBucket(_ bucket: ObjectID, _ index: LinkIndex) {
        var notifications = [.ownQueueNotifications, .ownTopicNotifications, .ownFunctionNotifications].map {
            assembly.objects($0, of: bucket)
        }
        let linked = index.owners(.bucketNotificationConfiguration, by: .bucket, of: bucket)
        let configurations = linked.found
        let open = assembly.openReasons(of: bucket) + linked.open
        for (configuration, condition) in configurations {
            for field in [FieldKey.queueNotifications, .topicNotifications, .functionNotifications] {
                let (found, doubts) = assembly.objects(field, of: configuration)
                notifications.append((found.map { ($0.id, condition.and($0.condition)) }, doubts))
            }
        }
        let links = assembly.links(notifications.flatMap(\.found), open: open + notifications.flatMap(\.open))
        assembly.setDerived(.notifications, of: bucket, to: links)
        assembly.derive(.isEventBridgeOn, of: bucket) { reading throws(ReadingFailure) in
            if try reading.bool(.hasEventBridgeConfiguration, of: bucket) == true {
                return .bool(try reading.bool(.eventBridgeEnabled, of: bucket) ?? true)
            }
            for configuration in configurations where try reading.isTrue(configuration.condition) {
                if try reading.bool(.isEventBridgeOn, of: configuration.id) == true { return .bool(true) }
            }
            return open.isEmpty ? .bool(false) : .unknown(ModelAssembly.unique(open), mayBeAbsent: false)
        }
    }
}

extension Field {
    /// Nothing is there, for certain.
    var isAbsent: Bool {
        if case .absent = content { true } else { false }
    }
}
