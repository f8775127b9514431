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
        switch assembly.objects[id.index].kind.key {
        case .queue: return [arn("sqs", name)]
        case .topic: return [arn("sns", name)]
        case .bucket: return [arn("s3", name)]
        case .function: return [arn("lambda", PolicyText("function:"), name)]
        case .role: return [arn("iam", PolicyText("role"), path(of: id), name)]
        case .kmsKey: return [arn("kms", PolicyText("key/"), name)]
        case .cluster: return [arn("ecs", PolicyText("cluster/"), name)]
        case .logGroup:
            return [
                arn("logs", PolicyText("log-group:"), name), arn("logs", PolicyText("log-group:"), name, PolicyText(":*")),
            ]
        case .eventRule: return [arn("events", PolicyText("rule/"), name)]
        case .schedule: return [arn("scheduler", PolicyText("schedule/"), name)]
        case .pipe: return [arn("pipes", PolicyText("pipe/"), name)]
        case .alarm: return [arn("cloudwatch", PolicyText("alarm:"), name)]
        case .taskDefinition:
            // A target may name a revision or leave it open.
            return [
                arn("ecs", PolicyText("task-definition/"), name, revision),
                arn("ecs", PolicyText("task-definition/"), name),
            ]
        case .secret: return [arn("secretsmanager", PolicyText("secret:"), name, suffix)]
        case .parameter: return [arn("ssm", PolicyText("parameter"), slash(before: name), name)]
        default: return [identity(of: id)]
        }
    }

    /// Kinds that policies name by just the ARN that Terraform holds; others go by several spellings or change with a revision.
    private static let kindsOfOneARN: Set<Kind> = [.queue, .topic, .bucket, .function, .role, .kmsKey]

    /// The ARN that a state or plan knows already.
    private func ownARN(of id: ObjectID) -> String? {
        guard assembly.dialect(of: id) == .terraform, Self.kindsOfOneARN.contains(assembly.objects[id.index].kind.key),
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
        let path = assembly.written(.path, of: role)
        return path.isAbsent ? PolicyText("/") : text(of: path, isPattern: false)
    }

    // MARK: - Values

    /// A value of a policy as text; references are spelled out.
    func text(of value: Value, isPattern: Bool) -> PolicyText {
        var text = PolicyText()
        let parts = value.textParts
        for (index, part) in parts.enumerated() {
            switch part {
            case .literal(let literal): text.append(literal, isPattern: isPattern)
            case .value(let value):
                append(value, to: &text, isPattern: isPattern, isPart: Self.isPartOfARN(index, among: parts))
            }
        }
        return text
    }

    /// Whether what stands at a place is all that stands between two colons of an ARN.
    private static func isPartOfARN(_ index: Int, among parts: [TextPart]) -> Bool {
        guard index > 0, index + 1 < parts.count, case .literal(let start)? = parts.first, start.hasPrefix("arn:"),
            case .literal(let before) = parts[index - 1], case .literal(let after) = parts[index + 1]
        else { return false }
        return before.hasSuffix(":") && after.hasPrefix(":")
    }

    private func append(_ value: Value, to text: inout PolicyText, isPattern: Bool, isPart: Bool) {
        if let place = value.deploymentPlace {
            let reason = Reason("\(place.rawValue) is known at deployment only", source: place.source)
            return text.appendUnknown([reason], isPart: true)
        }
        switch value.content {
        case .reference(let reference): text.append(spelling(of: reference))
        case .scalar(let scalar): text.append(scalar.text, isPattern: isPattern)
        case .text: text.append(self.text(of: value, isPattern: isPattern))
        default:
            let reasons = value.unknownReasons
            text.appendUnknown(reasons.isEmpty ? [Reason("a text of a policy is not known")] : reasons, isPart: isPart)
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
        let found = assembly.idsByResource[reference.resource] ?? LinkResolver(assembly: assembly).lookedUp(reference.resource)
        guard let id = found else {
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
        switch form(of: reference) {
        case .arn: return arns(of: id).first ?? identity(of: id)
        // The id of a key is what stands in its ARN.
        case .name, .id: return name(of: id)
        case .url, nil:
            var text = identity(of: id)
            text.append("#\(reference.attribute)")
            return text
        }
    }

    /// What a reference stands for; attributes of types that the table does not list go by their names.
    private func form(of reference: Reference) -> ReferenceForm? {
        let type = assembly.typesByResource[reference.resource] ?? ""
        if let form = ReferenceTable.form(of: reference.attribute, type: type) { return form }
        switch reference.attribute {
        case .identifier: return ReferenceTable.row(of: type) == nil ? .name : nil
        case .named(let name): return Self.usualForms[name]
        }
    }

    private static let usualForms: [String: ReferenceForm] = [
        "Arn": .arn, "arn": .arn, "qualified_arn": .arn, "id": .name, "name": .name, "Name": .name,
    ]
}
