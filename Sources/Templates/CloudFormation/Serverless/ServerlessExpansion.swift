import Evaluation

/// Turns the resources that SAM's transform rewrites into those that it makes of them.
///
/// It works on evaluated resources, so that conditions, parameters and unknown values stay what they are. What is made
/// bears the logical ids that SAM gives, stands where the SAM template says it and belongs to the resource written there.
/// APIs, tables, layers and the like stay as they are: nothing about queues follows from them.
///
/// Source: "Generated CloudFormation resources for AWS SAM" in the SAM developer guide.
struct ServerlessExpansion {
    let evaluator: StackEvaluator
    /// The template's own resources.
    let written: [String: Resource]

    init(evaluator: StackEvaluator, resources: [Resource]) {
        self.evaluator = evaluator
        written = Dictionary(resources.map { ($0.id.logicalID, $0) }, uniquingKeysWith: { _, last in last })
    }

    static func expanded(_ resources: [Resource], by evaluator: StackEvaluator) -> [Resource] {
        let expansion = ServerlessExpansion(evaluator: evaluator, resources: resources)
        let made = resources.flatMap(expansion.expanded)
        return made + ServerlessConnectors(expansion: expansion, resources: made).grants(of: resources)
    }

    private func expanded(_ resource: Resource) -> [Resource] {
        switch resource.type {
        case ServerlessTransform.function: ServerlessFunction(resource, expansion: self).resources()
        case ServerlessTransform.stateMachine: stateMachine(resource)
        case ServerlessTransform.connector: []
        case ServerlessTransform.application: [application(resource)]
        default: [resource]
        }
    }

    /// An application becomes a nested stack, whose template is followed where it stands in the input.
    private func application(_ resource: Resource) -> Resource {
        Resource(
            id: resource.id, name: resource.name, type: ServerlessTransform.deployedType(of: resource.type),
            existence: resource.existence, body: resource.body)
    }

    /// A state machine stays opaque; what starts it is not.
    private func stateMachine(_ resource: Resource) -> [Resource] {
        let owner = ServerlessEventOwner.stateMachine(resource.id.logicalID, when: resource.existence)
        return [resource] + events(resource.body.member(atPath: "Properties.Events"), of: owner).flatMap { $0.resources() }
    }

    /// The events of a function or state machine; where they are not known, the stack is open.
    func events(_ events: Value, of owner: ServerlessEventOwner) -> [ServerlessEvent] {
        switch events.content {
        case .map(let members, let open):
            if !open.isEmpty { leaveEventsOpen(of: owner) }
            return members.map { ServerlessEvent(name: $0.key, body: $0.value, owner: owner, expansion: self) }
        case .absent: return []
        default:
            leaveEventsOpen(of: owner)
            return []
        }
    }

    private func leaveEventsOpen(of owner: ServerlessEventOwner) {
        evaluator.serverless.leaveOpen(Reason("the events of \(evaluator.displayName(owner.logicalID)) are not known"))
    }

    /// A resource that SAM makes.
    func resource(
        _ logicalID: String, _ type: String, when existence: Condition, properties: Value, at origin: Origin
    ) -> Resource {
        Resource(
            id: ResourceID(stack: evaluator.index, logicalID: logicalID), name: evaluator.displayName(logicalID),
            type: type, existence: existence,
            body: Value(.map([Value.Member(key: "Properties", value: properties)]), origin: origin))
    }

    /// What `Ref` (`identifier`) or `Fn::GetAtt` of a resource of the stack gives.
    func reference(_ logicalID: String, _ attribute: Reference.Attribute, origin: Origin) -> Value {
        let id = ResourceID(stack: evaluator.index, logicalID: logicalID)
        return Value(.reference(Reference(resource: id, attribute: attribute)), origin: origin)
    }

    /// An ARN in the deployment's partition: `arn:${AWS::Partition}:` and the rest.
    func arn(_ rest: [TextPart], origin: Origin) -> Value {
        Value.joined([.literal("arn:"), pseudo("AWS::Partition", origin), .literal(":")] + rest, origin: origin, steps: [])
    }

    /// An ARN of a service in the deployment's region and account.
    func regionalARN(_ service: String, _ name: [TextPart], origin: Origin) -> Value {
        let place: [TextPart] = [
            .literal("\(service):"), pseudo("AWS::Region", origin), .literal(":"), pseudo("AWS::AccountId", origin),
            .literal(":"),
        ]
        return arn(place + name, origin: origin)
    }

    private func pseudo(_ name: String, _ origin: Origin) -> TextPart {
        .value(
            evaluator.parameters.pseudoParameter(name, origin: origin) ?? .unknown(Reason("\(name) is not known"), origin: origin)
        )
    }

    /// A policy of one statement as it stands in a role.
    func inlinePolicy(_ statements: [Value], origin: Origin) -> Value {
        let document = Value.map(["Statement": .list(statements, origin: origin)], origin: origin)
        return Value.map(["PolicyDocument": document], origin: origin)
    }

    /// A statement of a policy; principal and condition only in a resource's own policy.
    func statement(
        allowing actions: [String], on resource: Value, to principal: Value? = nil, if condition: Value? = nil, origin: Origin
    ) -> Value {
        .map(
            [
                "Effect": .literal("Allow", origin: origin),
                "Principal": principal ?? .absent(origin: origin),
                "Condition": condition ?? .absent(origin: origin),
                "Action": .list(actions.map { .literal($0, origin: origin) }, origin: origin),
                "Resource": resource,
            ], origin: origin)
    }

    /// The policy that lets a source send to a queue.
    ///
    /// - Parameter service: the source's service; `nil` for anybody who sends on behalf of the source.
    func queuePolicy(
        _ logicalID: String, letting service: String?, from source: Value, sendTo arn: Value, url: Value,
        when existence: Condition, at origin: Origin
    ) -> Resource {
        let condition = Value.map(["ArnEquals": .map(["aws:SourceArn": source], origin: origin)], origin: origin)
        let principal = service.map { Value.map(["Service": .literal($0, origin: origin)], origin: origin) }
        let statement = statement(
            allowing: ["sqs:SendMessage"], on: arn, to: principal ?? .literal("*", origin: origin), if: condition,
            origin: origin)
        let document = Value.map(["Statement": .list([statement], origin: origin)], origin: origin)
        return resource(
            logicalID, "AWS::SQS::QueuePolicy", when: existence,
            properties: .map(["Queues": .list([url], origin: origin), "PolicyDocument": document], origin: origin),
            at: origin)
    }
}
