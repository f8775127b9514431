import Evaluation
import Templates

/// Collects what is linked the other way round: the topics of an alarm, the consumptions of a service.
struct RelationDerivation {
    let assembly: ModelAssembly
    let resolver: LinkResolver

    /// Links that producers and formulas need.
    func runFirst() {
        for id in assembly.ids(of: .alarm) {
            linkActions(of: id, as: .topics, among: .topic)
            linkActions(of: id, as: .scalingPolicies, among: .scalingPolicy)
        }
    }

    /// Links that need consumers.
    func runLast() {
        AlarmDerivation(assembly: assembly, resolver: resolver).run()
        AlarmListenerDerivation(assembly: assembly, resolver: resolver).run()
        for id in assembly.ids(of: .scalingPolicy) {
            collectWatched(of: id)
            readZero(of: id)
        }
        WakeDerivation(assembly: assembly, resolver: resolver).run()
        AlarmReferenceDerivation(assembly: assembly).run()
        collectConsumptions()
        for id in assembly.ids(of: .scalingPolicy) { collectConsumers(of: id) }
        for id in assembly.ids(of: .taskDefinition) { markConsumer(id) }
        collectStoppedTaskRules()
        for id in assembly.ids(of: .taskDefinition) {
            for role in assembly.objects(.taskRole, of: id).found {
                assembly.setDerived(.isTaskRole, of: role.id, to: .bool(true))
            }
        }
    }

    // MARK: - Alarms

    private func linkActions(of alarm: ObjectID, as field: FieldKey, among kind: Kind) {
        let actions = assembly.written(.actions, of: alarm)
        var found: [(id: ObjectID, condition: Condition)] = []
        var open: [Reason] = []
        for candidate in resolver.candidates(inList: actions, among: kind, from: alarm) {
            switch candidate.meaning {
            case .object(let id): found.append((id, candidate.condition))
            case .unknown(let reasons, _): open += reasons
            case .outside, .absent: continue
            }
        }
        assembly.setDerived(field, of: alarm, to: assembly.links(found, open: open))
    }

    // MARK: - Policies

    /// The formulas that move a policy: that of its own metric, and those of the alarms that start it.
    private func formulas(of policy: ObjectID, _ reading: Reading) throws(ReadingFailure) -> [ObjectID] {
        var formulas: [ObjectID] = []
        if let tracking = try reading.object(.targetTracking, of: policy),
            let metric = try reading.object(.customizedMetric, of: tracking),
            let formula = try reading.object(.formula, of: metric)
        {
            formulas.append(formula)
        }
        for alarm in assembly.objects(.alarms, of: policy).found where try reading.isTrue(alarm.condition) {
            if let formula = try reading.object(.formula, of: alarm.id) { formulas.append(formula) }
        }
        return formulas
    }

    private func collectWatched(of policy: ObjectID) {
        assembly.derive(.watchedQueues, of: policy) { reading throws(ReadingFailure) in
            var queues: [ObjectID] = []
            for formula in try formulas(of: policy, reading) {
                for queue in try reading.objects(.queues, of: formula) where !queues.contains(queue) {
                    queues.append(queue)
                }
            }
            return assembly.links(queues.map { ($0, .always) }, open: assembly.objects(.alarms, of: policy).open)
        }
    }

    /// Whether a policy starts a first task: target tracking on something that has a value at zero tasks, or a step that adds
    /// on an alarm on a queue.
    private func readZero(of policy: ObjectID) {
        assembly.derive(.canLeaveZero, of: policy) { reading throws(ReadingFailure) in
            if let tracking = try reading.object(.targetTracking, of: policy) {
                // Without tasks there is no CPU or memory to be used.
                guard let metric = try reading.object(.customizedMetric, of: tracking),
                    let formula = try reading.object(.formula, of: metric)
                else { return .bool(false) }
                return try leavesZero(formula, reading)
            }
            guard let step = try reading.object(.step, of: policy), try adds(step, reading) else { return .bool(false) }
            let (alarms, open) = assembly.objects(.alarms, of: policy)
            for alarm in alarms where try reading.isTrue(alarm.condition) {
                guard let formula = try reading.object(.formula, of: alarm.id) else { continue }
                if case .bool(true) = try leavesZero(formula, reading) { return .bool(true) }
            }
            return open.isEmpty ? .bool(false) : .unknown(ModelAssembly.unique(open), mayBeAbsent: false)
        }
    }

    private func leavesZero(_ formula: ObjectID, _ reading: Reading) throws(ReadingFailure) -> Field.Content {
        guard try reading.bool(.countsMessages, of: formula) == true else {
            let metrics = try reading.objects(.metrics, of: formula)
            // The age of the oldest message has a value as well.
            for metric in metrics where try reading.string(.namespace, of: metric) == "AWS/SQS" { return .bool(true) }
            for metric in metrics {
                let namespace = try reading.string(.namespace, of: metric) ?? ""
                if !namespace.hasPrefix("AWS/"), !namespace.hasPrefix("ECS/") {
                    throw .unknown(
                        [Reason("what the metric of the namespace \(namespace) counts is not known")], mayBeAbsent: false)
                }
            }
            return .bool(false)
        }
        return .bool(try reading.bool(.worksAtZeroTasks, of: formula) ?? false)
    }

    /// Whether a step adds tasks where there are none: not in percent.
    private func adds(_ step: ObjectID, _ reading: Reading) throws(ReadingFailure) -> Bool {
        let type = try reading.string(.adjustmentType, of: step)
        let isPercent = type == "PercentChangeInCapacity"
        let least = try reading.integer(.minAdjustmentMagnitude, of: step) ?? 0
        for adjustment in try reading.objects(.steps, of: step)
        where (try reading.integer(.adjustment, of: adjustment) ?? 0) > 0 && (!isPercent || least > 0) {
            return true
        }
        return false
    }

    // MARK: - Consumers

    /// Every queue is looked at once, not once for each service.
    private func collectConsumptions() {
        var consumptions: [ObjectID: [(id: ObjectID, condition: Condition)]] = [:]
        var proven: [ObjectID: [(id: ObjectID, condition: Condition)]] = [:]
        for queue in assembly.ids(of: .queue) {
            for consumer in assembly.objects(.consumers, of: queue).found {
                guard case .object(let service) = assembly.field(.service, of: consumer.id).content else { continue }
                consumptions[service, default: []].append(consumer)
                let evidence = assembly.objects(.evidence, of: consumer.id).found.filter { item in
                    guard case .string("scaling") = assembly.field(.kind, of: item.id).content else { return true }
                    return false
                }
                guard !evidence.isEmpty else { continue }
                let condition = evidence.map(\.condition).reduce(Condition.never) { $0.or($1) }
                proven[service, default: []].append((queue, consumer.condition.and(condition)))
            }
        }
        for service in assembly.ids(of: .service) {
            assembly.setDerived(.consumptions, of: service, to: assembly.links(consumptions[service] ?? [], open: []))
            assembly.setDerived(.provenQueues, of: service, to: assembly.links(proven[service] ?? [], open: []))
        }
    }

    private func collectConsumers(of policy: ObjectID) {
        assembly.derive(.consumers, of: policy) { reading throws(ReadingFailure) in
            guard let service = try reading.object(.service, of: policy) else { return .list([], open: []) }
            let watched = try reading.objects(.watchedQueues, of: policy)
            var consumers: [(id: ObjectID, condition: Condition)] = []
            for consumer in assembly.objects(.consumptions, of: service).found where try reading.isTrue(consumer.condition) {
                guard let queue = try reading.object(.queue, of: consumer.id), watched.contains(queue) else { continue }
                consumers.append((consumer.id, .always))
            }
            return assembly.links(consumers, open: [])
        }
    }

    private func markConsumer(_ definition: ObjectID) {
        let services = assembly.objects(.services, of: definition)
        let consumptions =
            services.found.flatMap { assembly.objects(.consumptions, of: $0.id).found.map(\.id) }
            + (assembly.tasksThatConsumeAlone[definition] ?? [])
        let confirmations = consumptions.map { assembly.field(.isConfirmed, of: $0).content }
        let doubts = confirmations.flatMap { content -> [Reason] in
            if case .unknown(let reasons, _) = content { reasons } else { [] }
        }
        // A single one that is sure is enough, and so is one that is sure under a condition.
        let isOpen = !doubts.isEmpty && confirmations.allSatisfy { if case .unknown = $0 { true } else { false } }
        assembly.setDerived(
            .isConsumer, of: definition,
            to: isOpen ? .unknown(ModelAssembly.unique(doubts), mayBeAbsent: false) : .bool(!consumptions.isEmpty))
    }

    // MARK: - Stopped tasks

    /// Rules on stopped tasks whose target tells somebody: a topic, a queue or a function.
    private func collectStoppedTaskRules() {
        // They are the same for all clusters of a system, but for the place of an open question.
        var known: [Int: Field.Content] = [:]
        for cluster in assembly.ids(of: .cluster) {
            let root = assembly.root(of: cluster)
            if let content = known[root] {
                assembly.setDerived(.stoppedTaskRules, of: cluster, to: content)
                continue
            }
            collectStoppedTaskRules(of: cluster)
            let content = assembly.field(.stoppedTaskRules, of: cluster).content
            if case .choice = content { continue }
            known[root] = content
        }
    }

    private func collectStoppedTaskRules(of cluster: ObjectID) {
        assembly.derive(.stoppedTaskRules, of: cluster) { reading throws(ReadingFailure) in
            var found: [ObjectID] = []
            var open = assembly.openReasons(ofUnbound: cluster)
            for rule in assembly.ids(of: .eventRule, besides: cluster) {
                guard try reading.isTrue(assembly.objects[rule.index].existence) else { continue }
                do throws(ReadingFailure) {
                    if try watchesStoppedTasks(rule, reading) { found.append(rule) }
                } catch {
                    if case .undecided = error { throw error }
                    open += error.reasons
                }
            }
            return assembly.links(found.map { ($0, .always) }, open: open)
        }
    }

    private func watchesStoppedTasks(_ rule: ObjectID, _ reading: Reading) throws(ReadingFailure) -> Bool {
        let pattern = EventPatternReading(rule: rule, reading: reading)
        guard try pattern.isOn, try pattern.wants("aws.ecs", in: .sources),
            try pattern.wants("ECS Task State Change", in: .detailTypes), try pattern.wants("STOPPED", in: .lastStatuses)
        else { return false }
        let targets = assembly.objects(.targets, of: rule)
        return !targets.open.isEmpty || targets.found.contains { !isLogGroup($0.id) }
    }

    /// Whether a target surely only keeps events, in CloudWatch Logs, and tells nobody.
    private func isLogGroup(_ target: ObjectID) -> Bool {
        let names = ResourceNames(assembly: assembly)
        var pattern = names.arn("logs")
        pattern.append(.anyText)
        if case .yes = pattern.matches(names.text(of: assembly.written(.arn, of: target), isPattern: false)) { return true }
        return false
    }
}
