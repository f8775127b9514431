import Evaluation
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
        let place: Viewpoint
    }

    /// What all settings of a run say of the queues, gathered once.
    private struct Inflow {
        var sources: [ObjectID: [(id: ObjectID, condition: Condition)]] = [:]
        var targets: Set<ObjectID> = []
        /// Why a queue may get dead letters.
        var doubts: [ObjectID: [Reason]] = [:]
        /// Why any queue of a system may, by its root stack.
        var doubtsByRoot: [Int: [Reason]] = [:]
    }

    func run() {
        let queues = assembly.ids(of: .queue)
        guard !queues.isEmpty else { return }
        let settings =
            queues.flatMap { self.settings(of: $0) }
            + assembly.workload.stacks.flatMap { stack in stack.resources.flatMap { self.settings(of: $0, in: stack) } }
        let inflow = inflow(from: settings)
        let references = Dictionary(grouping: references(), by: \.queue)
        let given = givenOut()
        for queue in queues { link(queue, inflow, references: references[queue] ?? [], given: given) }
    }

    private func inflow(from settings: [Setting]) -> Inflow {
        var inflow = Inflow()
        let forms = ReferenceForms(assembly: assembly)
        for setting in settings {
            for candidate in resolver.candidates(setting.value, among: .queue, from: setting.place) {
                let condition = setting.condition.and(candidate.condition)
                switch candidate.meaning {
                case .object(let queue):
                    // Every one of these places takes an ARN; what has another form is refused, whatever it is meant for.
                    if let form = forms.form(of: candidate.value), form != .arn {
                        inflow.doubts[queue, default: []].append(Reason("\(form.phrase) names it where an ARN is due"))
                        continue
                    }
                    if condition != .never { inflow.targets.insert(queue) }
                    if let source = setting.source { inflow.sources[queue, default: []].append((source, condition)) }
                case .unknown(let reasons, _):
                    // What is made from queues is one of those.
                    let mentioned = mentionedQueues(candidate.value)
                    for queue in mentioned { inflow.doubts[queue, default: []] += reasons }
                    if mentioned.isEmpty { inflow.doubtsByRoot[setting.place.root, default: []] += reasons }
                case .outside, .absent: continue
                }
            }
        }
        inflow.doubtsByRoot = inflow.doubtsByRoot.mapValues(ModelAssembly.unique)
        return inflow
    }

    private func mentionedQueues(_ value: Value) -> Set<ObjectID> {
        Set(value.mentions.compactMap { assembly.idsByResource[$0.resource] })
            .filter { assembly.objects[$0.index].kind.key == .queue }
    }

    private func link(_ queue: ObjectID, _ inflow: Inflow, references: [Reference], given: [GivenOut]) {
        var doubts =
            assembly.openReasons(of: queue) + (inflow.doubtsByRoot[assembly.root(of: queue)] ?? [])
            + (inflow.doubts[queue] ?? [])
        let isNamed = isNamedLikeDeadLetterQueue(queue)
        let handedOn = references.filter { Self.mayHandOn($0.type) }
        let outside = inflow.sources[queue] == nil ? given : given.map(\.withoutOutputs)
        let sourceDoubts = doubts + (isNamed ? outsideUses(of: queue, references: handedOn, given: outside) : [])
        if isNamed { doubts += outsideUses(of: queue, references: references, given: given) }
        assembly.setDerived(.isNamedLikeDeadLetterQueue, of: queue, to: .bool(isNamed))
        assembly.setDerived(
            .deadLetterSources, of: queue, to: assembly.links(inflow.sources[queue] ?? [], open: sourceDoubts))
        let rest: Field.Content = doubts.isEmpty ? .bool(false) : .unknown(ModelAssembly.unique(doubts), mayBeAbsent: false)
        // A queue that gets dead letters under some condition is meant for them under every one.
        assembly.setDerived(.isDeadLetterQueue, of: queue, to: inflow.targets.contains(queue) ? .bool(true) : rest)
    }

    // MARK: - Settings

    /// What a queue's own redrive policy says, whichever resource writes it.
    private func settings(of queue: ObjectID) -> [Setting] {
        var found: [Setting] = []
        let policy = Value.Member(key: "RedrivePolicy", value: assembly.written(.redrive, of: queue))
        collect(
            Value(.map([policy]), origin: policy.value.origin), when: assembly.objects[queue.index].existence,
            source: queue, place: assembly.viewpoint(of: queue), into: &found)
        return found
    }

    /// What any other resource says.
    private func settings(of resource: Resource, in stack: Stack) -> [Setting] {
        if resource.isOpaque { return [] }
        if let id = assembly.idsByResource[resource.id], assembly.objects[id.index].kind.key == .queue { return [] }
        var found: [Setting] = []
        let arguments = ModelAssembly.arguments(of: resource, in: stack)
        let place = Viewpoint(root: stack.root, dialect: Dialect(stack.kind))
        collect(arguments, when: resource.existence, source: nil, place: place, into: &found)
        return found
    }

    /// Members that send dead letters, in both dialects; `collect` looks for them at any depth.
    static let settingKeys = [
        "deadLetterTargetArn", "DeadLetterConfig", "OnFailure", "DeadLetterQueue", "dead_letter_config", "on_failure",
        "RedrivePolicy", "redrive_policy",
    ]

    /// Members that name the target of a dead-letter setting, in both dialects.
    private static let targetKeys = ["TargetArn", "Arn", "Destination", "target_arn", "arn", "destination", "destination_arn"]

    /// Looks for dead-letter settings at any depth: SQS and SNS `deadLetterTargetArn`, `DeadLetterConfig` of functions, rules
    /// and schedules, `OnFailure` destinations, SAM's `DeadLetterQueue`.
    private func collect(
        _ value: Value, when condition: Condition, source: ObjectID?, place: Viewpoint, into found: inout [Setting]
    ) {
        switch value.content {
        case .map(let members, let open):
            if !open.isEmpty, source != nil {
                let rest = Value.Content.unknown(open, mayBeAbsent: true)
                found.append(Setting(value: Value(rest, origin: value.origin), source: nil, condition: condition, place: place))
            }
            for member in members {
                switch member.key {
                case let key where RedriveKeyDerivation.meansTarget(key):
                    found.append(Setting(value: member.value, source: source, condition: condition, place: place))
                case "DeadLetterConfig", "OnFailure", "DeadLetterQueue", "dead_letter_config", "on_failure":
                    for key in Self.targetKeys {
                        let target = member.value.attribute(key)
                        guard !target.isAbsent else { continue }
                        found.append(Setting(value: target, source: nil, condition: condition, place: place))
                    }
                case "RedrivePolicy", "redrive_policy":
                    let policy = member.value.unwrappedJSON
                    // One that is not known at all may name any queue: `local.redrive_policy` in a plan without its files.
                    if !policy.mentions.isEmpty || Self.isUnknown(policy) {
                        found.append(Setting(value: policy, source: source, condition: condition, place: place))
                    }
                    collect(policy, when: condition, source: source, place: place, into: &found)
                default: collect(member.value, when: condition, source: source, place: place, into: &found)
                }
            }
        case .list(let values, _):
            for value in values { collect(value, when: condition, source: source, place: place, into: &found) }
        case .choice(let split, let yes, let no):
            collect(yes, when: condition.and(split), source: source, place: place, into: &found)
            collect(no, when: condition.and(split.negated), source: source, place: place, into: &found)
        default: return
        }
    }

    private static func isUnknown(_ value: Value) -> Bool {
        if case .unknown = value.content { true } else { false }
    }

    // MARK: - Names and outside uses

    /// `dlq`, `dead-letter` or `deadletter` as a word of the logical id or of the name.
    private func isNamedLikeDeadLetterQueue(_ queue: ObjectID) -> Bool {
        // `name_prefix` is no name by which anything could mean the queue, but it says what it is for.
        let written = [assembly.written(.queueName, of: queue), assembly.value(of: queue).member("name_prefix")]
        let name = written.flatMap(\.textParts).compactMap { part in
            if case .literal(let text) = part { text } else { nil }
        }
        return ([ownLabel(of: queue)] + name).contains { Self.namesDeadLetterQueue(NameWords.words(of: $0)) }
    }

    /// Words that say of a queue that it has (or lacks) a dead-letter queue: `jobs-with-dlq`.
    private static let havingWords: Set<String> = ["with", "without", "has", "no"]

    private static func namesDeadLetterQueue(_ words: [String]) -> Bool {
        words.indices.contains { index in
            let isNamed =
                switch words[index] {
                case "dlq", "deadletter": true
                case "dead": index + 1 < words.count && ["letter", "letters"].contains(words[index + 1])
                default: false
                }
            return isNamed && !(index > 0 && havingWords.contains(words[index - 1]))
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
    private func outsideUses(of queue: ObjectID, references: [Reference], given: [GivenOut]) -> [Reason] {
        let name = assembly.objects[queue.index].name
        var reasons = references.filter { !Self.isMereBystander($0.type) }.map {
            Reason("\($0.resource) refers to \(name) and may send dead letters to it")
        }
        for stack in given where stack.root == assembly.root(of: queue) {
            if stack.exported.contains(queue) {
                reasons.append(Reason("\(name) is exported, so another stack may send dead letters to it"))
            } else if stack.outputs.contains(queue), !hasPossibleSource(besides: queue) {
                reasons.append(Reason("\(name) is an output, and no queue of the input needs it"))
            }
        }
        return reasons
    }

    /// The queues that a stack tells to others.
    private struct GivenOut {
        let root: Int
        let exported: Set<ObjectID>
        let outputs: Set<ObjectID>

        /// An output tells people about a queue whose source is in the input.
        var withoutOutputs: GivenOut { GivenOut(root: root, exported: exported, outputs: []) }
    }

    private func givenOut() -> [GivenOut] {
        assembly.workload.stacks.compactMap { stack in
            guard let first = assembly.ids(of: .queue, inRoot: stack.root).first else { return nil }
            let exported = queues(meantBy: stack.exports, from: first)
            let outputs = queues(meantBy: stack.outputs, from: first)
            guard !exported.isEmpty || !outputs.isEmpty else { return nil }
            return GivenOut(root: stack.root, exported: exported, outputs: outputs)
        }
    }

    private func queues(meantBy values: [Value], from owner: ObjectID) -> Set<ObjectID> {
        Set(
            values.flatMap { resolver.candidates($0, among: .queue, from: owner) }.compactMap { candidate in
                if case .object(let queue) = candidate.meaning { queue } else { nil }
            })
    }

    /// Another queue of the system that is no dead-letter queue by name and has no redrive policy: the likely source.
    private func hasPossibleSource(besides queue: ObjectID) -> Bool {
        assembly.ids(of: .queue, besides: queue).contains { other in
            guard other != queue, !isNamedLikeDeadLetterQueue(other) else { return false }
            return assembly.written(.redrive, of: other).isAbsent
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

    /// Types that may tell the queue to a stack whose queues are not in the input, and so give it a further source: a rule,
    /// a function or a task sends messages of its own, and has no redrive policy.
    private static func mayHandOn(_ type: String) -> Bool {
        if type.hasPrefix("aws_") { return handingOn.contains(type) }
        guard type.hasPrefix("AWS::") else { return true }
        return type.hasPrefix("AWS::CloudFormation::") || handingOn.contains(type)
    }

    private static let handingOn: Set<String> = ["AWS::SSM::Parameter", "aws_ssm_parameter", "aws_cloudformation_stack"]

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
            stack.resources.flatMap { resource -> [Reference] in
                if resource.isOpaque, resource.body.mentions.isEmpty { return [] }
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
        case .map(let members, _): for member in members { collectReferences(member.value, into: &queues) }
        case .list(let values, _): for value in values { collectReferences(value, into: &queues) }
        case .choice(_, let yes, let no):
            collectReferences(yes, into: &queues)
            collectReferences(no, into: &queues)
        case .text(let parts):
            for case .value(let part) in parts { collectReferences(part, into: &queues) }
        case .scalar, .external, .absent, .unknown: return
        }
    }

    private func collect(_ reference: Evaluation.Reference, into queues: inout Set<ObjectID>) {
        if let id = assembly.idsByResource[reference.resource], assembly.objects[id.index].kind.key == .queue {
            queues.insert(id)
        }
    }
}

extension Resource {
    /// Nothing is known of what it says, as of most of a plan's resources, which nobody looks into.
    fileprivate var isOpaque: Bool {
        if case .unknown = body.content { true } else { false }
    }
}
