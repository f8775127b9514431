import Evaluation
import Templates

/// The places of an input that send dead letters somewhere: redrive policies, and what else has a setting for them.
struct DeadLetterSettings {
    let assembly: ModelAssembly

    /// A place that sends dead letters somewhere.
    struct Setting {
        let value: Value
        /// The queue whose redrive policy it is; `nil` for functions, targets, subscriptions.
        let source: ObjectID?
        let condition: Condition
        let place: Viewpoint
    }

    /// The redrive policies of queues, and what any other resource says.
    func all(of queues: [ObjectID]) -> [Setting] {
        queues.flatMap { settings(of: $0) }
            + assembly.workload.stacks.flatMap { stack in stack.resources.flatMap { settings(of: $0, in: stack) } }
    }

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
}
