import Evaluation

/// What connectors grant, as far as queues, topics and calls of functions are concerned.
///
/// Source: "AWS::Serverless::Connector" and "Supported source and destination resource types for connectors" in the SAM
/// specification; other pairs grant nothing here.
struct ServerlessConnectors {
    let expansion: ServerlessExpansion
    private let resources: [String: Resource]

    init(expansion: ServerlessExpansion, resources: [Resource]) {
        self.expansion = expansion
        self.resources = Dictionary(resources.map { ($0.id.logicalID, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The policies of connectors of their own and of those inside other resources.
    func grants(of written: [Resource]) -> [Resource] {
        written.flatMap { resource -> [Resource] in
            if resource.type == ServerlessTransform.connector {
                let properties = resource.body.member("Properties")
                return grants(
                    of: resource.id.logicalID, properties, source: end(properties.member("Source")), in: resource)
            }
            guard case .map(let connectors, _) = resource.body.member("Connectors").content else { return [] }
            let source = end(named: resource.id.logicalID, origin: resource.body.origin)
            return connectors.flatMap { connector in
                grants(
                    of: resource.id.logicalID + connector.key, connector.value.member("Properties"), source: source,
                    in: resource)
            }
        }
    }

    private func grants(
        of logicalID: String, _ properties: Value, source: ServerlessConnectorEnd?, in resource: Resource
    ) -> [Resource] {
        let destination = properties.member("Destination")
        guard let source, case .list(let several, _) = destination.content else {
            return source.map { pair(logicalID, "", $0, end(destination), properties, in: resource) } ?? []
        }
        return several.enumerated().flatMap { index, destination in
            pair(logicalID, "Destination\(index)", source, end(destination), properties, in: resource)
        }
    }

    /// What one pair of source and destination gets.
    private func pair(
        _ logicalID: String, _ suffix: String, _ source: ServerlessConnectorEnd, _ destination: ServerlessConnectorEnd?,
        _ properties: Value, in resource: Resource
    ) -> [Resource] {
        guard let destination else { return [] }
        let permissions = permissions(properties)
        let origin = properties.origin
        let existence = resource.existence
        switch (source.type, destination.type) {
        case ("AWS::Lambda::Function", "AWS::SQS::Queue"):
            let actions =
                (permissions.contains("Read") ? ["sqs:ReceiveMessage", "sqs:GetQueueAttributes"] : [])
                + (permissions.contains("Write")
                    ? ["sqs:DeleteMessage", "sqs:SendMessage", "sqs:ChangeMessageVisibility", "sqs:PurgeQueue"] : [])
            return [rolePolicy("\(logicalID)Policy\(suffix)", actions, on: destination.arn, to: source.role, existence, origin)]
        case ("AWS::SQS::Queue", "AWS::Lambda::Function"):
            let actions =
                (permissions.contains("Read") ? ["sqs:ReceiveMessage", "sqs:GetQueueAttributes"] : [])
                + (permissions.contains("Write") ? ["sqs:DeleteMessage"] : [])
            return [rolePolicy("\(logicalID)Policy\(suffix)", actions, on: source.arn, to: destination.role, existence, origin)]
        case ("AWS::Events::Rule", "AWS::SNS::Topic") where permissions.contains("Write"):
            return [topicPolicy("\(logicalID)TopicPolicy\(suffix)", from: source, to: destination, existence, origin)]
        case ("AWS::Lambda::Function", "AWS::SNS::Topic"), ("AWS::StepFunctions::StateMachine", "AWS::SNS::Topic"):
            let id = "\(logicalID)Policy\(suffix)"
            return permissions.contains("Write")
                ? [rolePolicy(id, ["sns:Publish"], on: destination.arn, to: source.role, existence, origin)] : []
        case ("AWS::StepFunctions::StateMachine", "AWS::SQS::Queue"):
            return [
                rolePolicy(
                    "\(logicalID)Policy\(suffix)", ["sqs:SendMessage"], on: destination.arn, to: source.role, existence, origin)
            ]
        case ("AWS::SNS::Topic", "AWS::SQS::Queue"), ("AWS::Events::Rule", "AWS::SQS::Queue"):
            let service = source.type == "AWS::SNS::Topic" ? "sns.amazonaws.com" : "events.amazonaws.com"
            return [
                expansion.queuePolicy(
                    "\(logicalID)QueuePolicy\(suffix)", letting: service, from: source.arn, sendTo: destination.arn,
                    url: destination.url, when: existence, at: origin)
            ]
        case ("AWS::SNS::Topic", "AWS::Lambda::Function"), ("AWS::Events::Rule", "AWS::Lambda::Function"),
            ("AWS::S3::Bucket", "AWS::Lambda::Function"):
            let id = "\(logicalID)WriteLambdaPermission\(suffix)"
            return [permission(id, from: source, to: destination, existence, origin)]
        default: return []
        }
    }

    private func permission(
        _ logicalID: String, from source: ServerlessConnectorEnd, to function: ServerlessConnectorEnd, _ existence: Condition,
        _ origin: Origin
    ) -> Resource {
        let services = ["AWS::SNS::Topic": "sns", "AWS::Events::Rule": "events", "AWS::S3::Bucket": "s3"]
        let service = services[source.type].map { "\($0).amazonaws.com" } ?? "*"
        return expansion.resource(
            logicalID, "AWS::Lambda::Permission", when: existence,
            properties: .map(
                [
                    "Action": .literal("lambda:InvokeFunction", origin: origin), "FunctionName": function.arn,
                    "Principal": .literal(service, origin: origin), "SourceArn": source.arn,
                ], origin: origin),
            at: origin)
    }

    /// The policy that lets an event rule publish to a topic.
    private func topicPolicy(
        _ logicalID: String, from rule: ServerlessConnectorEnd, to topic: ServerlessConnectorEnd, _ existence: Condition,
        _ origin: Origin
    ) -> Resource {
        let statement = expansion.statement(
            allowing: ["sns:Publish"], on: topic.arn,
            to: .map(["Service": .literal("events.amazonaws.com", origin: origin)], origin: origin),
            if: .map(["ArnEquals": .map(["aws:SourceArn": rule.arn], origin: origin)], origin: origin), origin: origin)
        let document = Value.map(["Statement": .list([statement], origin: origin)], origin: origin)
        return expansion.resource(
            logicalID, "AWS::SNS::TopicPolicy", when: existence,
            properties: .map(["Topics": .list([topic.arn], origin: origin), "PolicyDocument": document], origin: origin),
            at: origin)
    }

    private func rolePolicy(
        _ logicalID: String, _ actions: [String], on queue: Value, to role: Value, _ existence: Condition, _ origin: Origin
    ) -> Resource {
        let statement = expansion.statement(allowing: actions, on: queue, origin: origin)
        let document = Value.map(["Statement": .list([statement], origin: origin)], origin: origin)
        return expansion.resource(
            logicalID, "AWS::IAM::ManagedPolicy", when: existence,
            properties: .map(["Roles": .list([role], origin: origin), "PolicyDocument": document], origin: origin),
            at: origin)
    }

    private func permissions(_ properties: Value) -> Set<String> {
        guard case .list(let names, _) = properties.member("Permissions").content else { return [] }
        return Set(names.compactMap(\.knownText))
    }

    // MARK: - Ends

    /// What a connector's `Source` or `Destination` names: a logical id, or type and ARN.
    private func end(_ value: Value) -> ServerlessConnectorEnd? {
        if let logicalID = value.member("Id").knownText { return end(named: logicalID, origin: value.origin) }
        guard let type = value.member("Type").knownText else { return nil }
        return ServerlessConnectorEnd(
            type: ServerlessTransform.deployedType(of: type), arn: value.member("Arn"), url: value.member("QueueUrl"),
            role: value.member("RoleName"))
    }

    /// The role itself instead of its ARN, where a resource is meant.
    private static func roleName(_ role: Value) -> Value {
        guard case .reference(let reference) = role.content else { return role }
        return Value(
            .reference(Reference(resource: reference.resource, attribute: .identifier)), origin: role.origin,
            steps: role.steps)
    }

    private func end(named logicalID: String, origin: Origin) -> ServerlessConnectorEnd? {
        guard let resource = resources[logicalID] else { return nil }
        let type = ServerlessTransform.deployedType(of: resource.type)
        let named = resource.body.member(atPath: "Properties.Role").whenAbsent(
            resource.body.member(atPath: "Properties.RoleArn"))
        let role = named.whenAbsent(expansion.reference(logicalID + "Role", .identifier, origin: origin)).flatMap {
            Self.roleName($0)
        }
        let isNamedByARN = type == "AWS::SNS::Topic" || type == "AWS::StepFunctions::StateMachine"
        return ServerlessConnectorEnd(
            type: type, arn: expansion.reference(logicalID, isNamedByARN ? .identifier : .named("Arn"), origin: origin),
            url: expansion.reference(logicalID, .identifier, origin: origin), role: role)
    }
}
