import Templates

/// Works out which queues get dead letters, from whatever in the input sends them.
struct DeadLetterDerivation {
    let assembly: ModelAssembly
    let resolver: LinkResolver

    /// A place that sends dead letters somewhere.
    private struct Setting {
        let value: Value
        /// The queue whose redrive policy it is; `nil` for functions, targets, subscriptions.
        let source: ObjectID?
        let condition: Condition
        let root: Int
    }

    /// What the settings of one system mean.
    private struct Targets {
        /// For each queue that gets dead letters when it does, and from which queue if from one.
        var settings: [ObjectID: [(source: ObjectID?, condition: Condition)]] = [:]
        var doubts: [Reason] = []
    }

    func run() {
        let queues = assembly.ids(of: "queue")
        guard !queues.isEmpty else { return }
        let settings = assembly.workload.stacks.flatMap { stack in stack.resources.flatMap { self.settings(of: $0, in: stack) } }
        let targets = targets(of: settings)
        let references = references()
        for queue in queues {
            link(queue, targets: targets[assembly.roots[queue.index]] ?? Targets(), references: references)
        }
    }

    /// By root stack. Every setting is looked at once, not once for each queue.
    private func targets(of settings: [Setting]) -> [Int: Targets] {
        var targets: [Int: Targets] = [:]
        let owners = Dictionary(
            assembly.ids(of: "queue").map { (assembly.roots[$0.index], $0) }, uniquingKeysWith: { first, _ in first })
        for setting in settings {
            guard let owner = owners[setting.root] else { continue }
            for candidate in resolver.candidates(setting.value, among: "queue", from: owner) {
                switch candidate.meaning {
                case .object(let queue):
                    targets[setting.root, default: Targets()].settings[queue, default: []]
                        .append((setting.source, setting.condition.and(candidate.condition)))
                case .unknown(let reasons, _): targets[setting.root, default: Targets()].doubts += reasons
                case .outside, .absent: continue
                }
            }
        }
        return targets.mapValues { Targets(settings: $0.settings, doubts: ModelAssembly.unique($0.doubts)) }
    }

    private func link(_ queue: ObjectID, targets: Targets, references: [Reference]) {
        let settings = targets.settings[queue] ?? []
        let isTarget = settings.contains { $0.condition != .never }
        let sources = settings.compactMap { setting in setting.source.map { (id: $0, condition: setting.condition) } }
        var doubts = assembly.openReasons(of: queue) + targets.doubts
        let isNamed = isNamedLikeDeadLetterQueue(queue)
        if isNamed { doubts += outsideUses(of: queue, references: references) }
        assembly.setDerived("isNamedLikeDeadLetterQueue", of: queue, to: .bool(isNamed))
        assembly.setDerived("deadLetterSources", of: queue, to: assembly.links(sources, open: doubts))
        let rest: Field.Content = doubts.isEmpty ? .bool(false) : .unknown(ModelAssembly.unique(doubts), mayBeAbsent: false)
        // A queue that gets dead letters under some condition is meant for them under every one.
        assembly.setDerived("isDeadLetterQueue", of: queue, to: isTarget ? .bool(true) : rest)
    }

    // MARK: - Settings

    private func settings(of resource: Resource, in stack: Stack) -> [Setting] {
        let source = assembly.idsByResource[resource.id].flatMap { id in
            assembly.objects[id.index].kind.name == "queue" ? id : nil
        }
        var found: [Setting] = []
        let arguments = ModelAssembly.arguments(of: resource, in: stack)
        collect(arguments, when: resource.existence, source: source, root: stack.root, into: &found)
        return found
    }

    /// Members that name the target of a dead-letter setting, in both dialects.
    private static let targetKeys = ["TargetArn", "Arn", "Destination", "target_arn", "arn", "destination", "destination_arn"]

    /// Looks for dead-letter settings at any depth: SQS and SNS `deadLetterTargetArn`, `DeadLetterConfig` of functions, rules
    /// and schedules, `OnFailure` destinations, SAM's `DeadLetterQueue`.
    private func collect(
        _ value: Value, when condition: Condition, source: ObjectID?, root: Int, into found: inout [Setting]
    ) {
        switch value.content {
        case .map(let members):
            for member in members {
                switch member.key {
                case "deadLetterTargetArn":
                    found.append(Setting(value: member.value, source: source, condition: condition, root: root))
                case "DeadLetterConfig", "OnFailure", "DeadLetterQueue", "dead_letter_config", "on_failure":
                    for key in Self.targetKeys {
                        let target = member.value.attribute(key)
                        guard !target.isAbsent else { continue }
                        found.append(Setting(value: target, source: nil, condition: condition, root: root))
                    }
                case "RedrivePolicy", "redrive_policy":
                    let policy = member.value.unwrappedJSON
                    if !policy.mentions.isEmpty {
                        found.append(Setting(value: policy, source: source, condition: condition, root: root))
                    }
                    collect(policy, when: condition, source: source, root: root, into: &found)
                default: collect(member.value, when: condition, source: source, root: root, into: &found)
                }
            }
        case .list(let values, _):
            for value in values { collect(value, when: condition, source: source, root: root, into: &found) }
        case .choice(let split, let yes, let no):
            collect(yes, when: condition.and(split), source: source, root: root, into: &found)
            collect(no, when: condition.and(split.negated), source: source, root: root, into: &found)
        default: return
        }
    }

    // MARK: - Names and outside uses

    /// `dlq`, `dead-letter` or `deadletter` as a word of the logical id or of the name.
    private func isNamedLikeDeadLetterQueue(_ queue: ObjectID) -> Bool {
        let name = assembly.written("queueName", of: queue).textParts.compactMap { part in
            if case .literal(let text) = part { text } else { nil }
        }
        return ([ownLabel(of: queue)] + name).contains { text in
            let words = NameWords.words(of: text)
            return words.contains("dlq") || words.contains("deadletter")
                || zip(words, words.dropFirst()).contains { $0 == "dead" && ($1 == "letter" || $1 == "letters") }
        }
    }

    /// The logical id, or the part of an address behind the type: what its author called the queue itself, without the
    /// nested stack or module around it.
    private func ownLabel(of queue: ObjectID) -> String {
        let name = assembly.objects[queue.index].name
        switch assembly.dialect(of: queue) {
        case .cloudFormation: return name.split(separator: "/").last.map(String.init) ?? ""
        case .terraform: return name.ranges(of: "aws_sqs_queue.").last.map { String(name[$0.upperBound...]) } ?? name
        }
    }

    /// Why something that is not a setting may send dead letters there: another stack that is told the queue, or a resource
    /// that refers to it and may pass it on.
    private func outsideUses(of queue: ObjectID, references: [Reference]) -> [Reason] {
        let name = assembly.objects[queue.index].name
        var reasons = references.filter { $0.queue == queue && !Self.isMereBystander($0.type) }.map {
            Reason("\($0.resource) refers to \(name) and may send dead letters to it")
        }
        for stack in assembly.workload.stacks where stack.root == assembly.roots[queue.index] {
            if stack.exports.contains(where: { means($0, queue) }) {
                reasons.append(Reason("\(name) is exported, so another stack may send dead letters to it"))
            } else if stack.outputs.contains(where: { means($0, queue) }), !hasPossibleSource(besides: queue) {
                reasons.append(Reason("\(name) is an output, and no queue of the input needs it"))
            }
        }
        return reasons
    }

    /// Another queue of the system that is no dead-letter queue by name and has no redrive policy: the likely source.
    private func hasPossibleSource(besides queue: ObjectID) -> Bool {
        assembly.ids(of: "queue", besides: queue).contains { other in
            guard other != queue, !isNamedLikeDeadLetterQueue(other) else { return false }
            return assembly.written("redrive", of: other).isAbsent
        }
    }

    private func means(_ value: Value, _ queue: ObjectID) -> Bool {
        resolver.candidates(value, among: "queue", from: queue).contains { candidate in
            guard case .object(queue) = candidate.meaning else { return false }
            return true
        }
    }

    // MARK: - References

    /// A resource that mentions a queue.
    private struct Reference {
        let queue: ObjectID
        let resource: String
        let type: String
    }

    /// Types that mention a queue without sending to it: permissions, alarms, what reads from it.
    private static func isMereBystander(_ type: String) -> Bool {
        bystanders.contains(type) || bystanderFamilies.contains { type.hasPrefix($0) }
    }

    private static let bystanderFamilies = ["AWS::IAM::", "AWS::CloudWatch::", "aws_iam_", "data.", "aws_cloudwatch_metric_"]

    private static let bystanders: Set<String> = [
        "AWS::SQS::QueuePolicy", "AWS::SQS::Queue", "AWS::KMS::Key", "AWS::Lambda::EventSourceMapping",
        "AWS::ApplicationAutoScaling::ScalingPolicy",
        "aws_sqs_queue", "aws_sqs_queue_policy", "aws_sqs_queue_redrive_policy", "aws_sqs_queue_redrive_allow_policy",
        "aws_kms_key", "aws_kms_key_policy", "aws_lambda_event_source_mapping", "aws_appautoscaling_policy",
        "aws_cloudwatch_composite_alarm", "aws_cloudwatch_dashboard",
    ]

    private func references() -> [Reference] {
        assembly.workload.stacks.flatMap { stack in
            stack.resources.flatMap { resource in
                var queues: Set<ObjectID> = []
                collectReferences(ModelAssembly.arguments(of: resource, in: stack), into: &queues)
                return queues.map { Reference(queue: $0, resource: resource.name, type: resource.type) }
            }
        }
    }

    private func collectReferences(_ value: Value, into queues: inout Set<ObjectID>) {
        for mention in value.mentions { collect(mention, into: &queues) }
        switch value.content {
        case .reference(let reference): collect(reference, into: &queues)
        case .map(let members): for member in members { collectReferences(member.value, into: &queues) }
        case .list(let values, _): for value in values { collectReferences(value, into: &queues) }
        case .choice(_, let yes, let no):
            collectReferences(yes, into: &queues)
            collectReferences(no, into: &queues)
        case .text(let parts):
            for case .value(let part) in parts { collectReferences(part, into: &queues) }
        case .scalar, .external, .absent, .unknown: return
        }
    }

    private func collect(_ reference: Templates.Reference, into queues: inout Set<ObjectID>) {
        if let id = assembly.idsByResource[reference.resource], assembly.objects[id.index].kind.name == "queue" {
            queues.insert(id)
        }
    }
}
