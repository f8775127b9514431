import Evaluation
import Templates

/// The texts by which policies name the resources of an input: their ARNs and names as far as templates tell them.
///
/// Partitions, regions and accounts are compared where a Terraform state or plan knows the resource's own ARN. Elsewhere they
/// are not: a policy that names a queue of the input by its name means that queue.
///
/// Source: Service Authorization Reference, "Resource types" of each service.
struct ResourceNames {
    let assembly: ModelAssembly

    /// The ARN of an object; several where AWS asks policies in several spellings.
    func arns(of id: ObjectID) -> [PolicyText] {
        if let own = ownARN(of: id) { return [PolicyText(own)] }
        let name = name(of: id)
        switch assembly.objects[id.index].kind.name {
        case "queue": return [arn("sqs", name)]
        case "topic": return [arn("sns", name)]
        case "bucket": return [arn("s3", name)]
        case "function": return [arn("lambda", PolicyText("function:"), name)]
        case "role": return [arn("iam", PolicyText("role"), path(of: id), name)]
        case "kmsKey": return [arn("kms", PolicyText("key/"), name)]
        case "cluster": return [arn("ecs", PolicyText("cluster/"), name)]
        case "logGroup":
            return [
                arn("logs", PolicyText("log-group:"), name), arn("logs", PolicyText("log-group:"), name, PolicyText(":*")),
            ]
        case "eventRule": return [arn("events", PolicyText("rule/"), name)]
        case "schedule": return [arn("scheduler", PolicyText("schedule/"), name)]
        case "pipe": return [arn("pipes", PolicyText("pipe/"), name)]
        case "alarm": return [arn("cloudwatch", PolicyText("alarm:"), name)]
        case "taskDefinition":
            // A target may name a revision or leave it open.
            return [
                arn("ecs", PolicyText("task-definition/"), name, revision),
                arn("ecs", PolicyText("task-definition/"), name),
            ]
        case "secret": return [arn("secretsmanager", PolicyText("secret:"), name, suffix)]
        case "parameter": return [arn("ssm", PolicyText("parameter"), slash(before: name), name)]
        default: return [identity(of: id)]
        }
    }

    /// Kinds that policies name by just the ARN that Terraform holds; others go by several spellings or change with a revision.
    private static let kindsOfOneARN: Set<String> = ["queue", "topic", "bucket", "function", "role", "kmsKey"]

    /// The ARN that a state or plan knows already.
    private func ownARN(of id: ObjectID) -> String? {
        guard assembly.dialect(of: id) == .terraform, Self.kindsOfOneARN.contains(assembly.objects[id.index].kind.name),
            let arn = assembly.value(of: id).member("arn").knownText, arn.hasPrefix("arn:")
        else { return nil }
        return arn
    }

    /// The account that a resource is of, where its ARN is known and names one.
    func account(of id: ObjectID) -> String? {
        guard let parts = ownARN(of: id)?.split(separator: ":", omittingEmptySubsequences: false), parts.count > 5,
            !parts[4].isEmpty
        else { return nil }
        return String(parts[4])
    }

    /// A text in an ARN of a service; bucket names stand alone.
    func arn(_ service: String, _ parts: PolicyText...) -> PolicyText {
        var text = PolicyText("arn:")
        text.append(.ignored)
        text.append(":\(service):")
        text.append(.ignored)
        text.append(":")
        text.append(.ignored)
        text.append(":")
        for part in parts { text.append(part) }
        return text
    }

    /// The name that an object has or gets.
    func name(of id: ObjectID) -> PolicyText {
        guard let written = assembly.writtenName(of: id), !written.isAbsent else { return identity(of: id) }
        return text(of: written, isPattern: false)
    }

    private func identity(of id: ObjectID) -> PolicyText {
        var text = PolicyText()
        text.append(.name("#\(id.index)"))
        return text
    }

    private var revision: PolicyText {
        var text = PolicyText(":")
        text.append(.ignored)
        return text
    }

    /// Secrets Manager puts a hyphen and six characters behind the name.
    private var suffix: PolicyText {
        var text = PolicyText("-")
        text.append(.ignored)
        return text
    }

    /// A parameter's name may begin with the slash that its ARN has.
    private func slash(before name: PolicyText) -> PolicyText {
        name.tokens.first == .byte(UInt8(ascii: "/")) ? PolicyText() : PolicyText("/")
    }

    private func path(of role: ObjectID) -> PolicyText {
        let path = assembly.written("path", of: role)
        return path.isAbsent ? PolicyText("/") : text(of: path, isPattern: false)
    }

    // MARK: - Values

    /// A value of a policy as text; references are spelled out.
    func text(of value: Value, isPattern: Bool) -> PolicyText {
        var text = PolicyText()
        for part in value.textParts {
            switch part {
            case .literal(let literal): text.append(literal, isPattern: isPattern)
            case .value(let value): append(value, to: &text, isPattern: isPattern)
            }
        }
        return text
    }

    private func append(_ value: Value, to text: inout PolicyText, isPattern: Bool) {
        switch value.content {
        case .reference(let reference): text.append(spelling(of: reference))
        case .scalar(let scalar): text.append(scalar.text, isPattern: isPattern)
        case .text: text.append(self.text(of: value, isPattern: isPattern))
        default:
            let reasons = value.unknownReasons
            text.appendUnknown(reasons.isEmpty ? [Reason("a text of a policy is not known")] : reasons)
        }
    }

    /// What a reference to a resource gives: its ARN, its name, or something that nothing else is.
    private func spelling(of reference: Reference) -> PolicyText {
        if let value = assembly.value(behind: reference) {
            if case .reference(let other) = value.content { return ownSpelling(of: other) }
            return text(of: value, isPattern: false)
        }
        return ownSpelling(of: reference)
    }

    private func ownSpelling(of reference: Reference) -> PolicyText {
        guard let id = assembly.idsByResource[reference.resource] else {
            var text = PolicyText()
            let address = reference.resource.logicalID
            if address.hasPrefix("data.") || address.contains(".data.") {
                // It looks up something that is there already, which may be of the input too.
                text.appendUnknown([Reason("what \(address) finds is not known")])
            } else {
                text.append(.name("\(reference.resource.stack)/\(address)/\(reference.attribute)"))
            }
            return text
        }
        if case .named("arn_without_revision") = reference.attribute { return arns(of: id).last ?? identity(of: id) }
        switch Self.meaning(of: reference.attribute, kind: assembly.objects[id.index].kind.name, assembly.dialect(of: id)) {
        case .arn: return arns(of: id).first ?? identity(of: id)
        case .name: return name(of: id)
        case .other:
            var text = identity(of: id)
            text.append("#\(reference.attribute)")
            return text
        }
    }

    private enum Meaning {
        case arn
        case name
        case other
    }

    /// Kinds whose `Ref`, or whose `id` in Terraform, is the ARN.
    ///
    /// Source: "Return values" of each type in the CloudFormation reference; "Attribute Reference" of each resource of
    /// Terraform's AWS provider.
    private static let identifiedByARN: [Dialect: Set<String>] = [
        .cloudFormation: ["topic", "taskDefinition", "service", "secret", "policy", "scalingPolicy"],
        .terraform: ["topic", "secret", "service", "policy", "cluster", "capacityProvider"],
    ]

    private static func meaning(of attribute: Reference.Attribute, kind: String, _ dialect: Dialect) -> Meaning {
        switch attribute {
        case .identifier: return identifiedByARN[dialect]?.contains(kind) == true ? .arn : kind == "queue" ? .other : .name
        case .named(let name):
            switch name {
            case "Arn", "arn", "TopicArn", "TaskDefinitionArn", "ServiceArn", "AlarmArn", "qualified_arn":
                return .arn
            case "id": return identifiedByARN[dialect]?.contains(kind) == true ? .arn : kind == "queue" ? .other : .name
            case "QueueName", "TopicName", "RoleName", "name", "Name", "bucket", "family", "key_id", "KeyId",
                "function_name",
                "ClusterName":
                return .name
            default: return .other
            }
        }
    }
}
