import Evaluation
import Templates

/// Works out which queues get dead letters, from whatever in the input sends them.
struct DeadLetterDerivation {
    let assembly: ModelAssembly
    let resolver: LinkResolver

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
        let inflow = inflow(from: DeadLetterSettings(assembly: assembly).all(of: queues))
        let references = Dictionary(grouping: references(), by: \.queue)
        let given = givenOut()
        for queue in queues { link(queue, inflow, references: references[queue] ?? [], given: given) }
    }

    private func inflow(from settings: [DeadLetterSettings.Setting]) -> Inflow {
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
