import Evaluation

/// One entry of a function's or state machine's `Events`.
///
/// Source: "EventSource" of AWS::Serverless::Function and AWS::Serverless::StateMachine in the SAM specification.
struct ServerlessEvent {
    let name: String
    let body: Value
    let owner: ServerlessEventOwner
    let expansion: ServerlessExpansion

    var logicalID: String { owner.logicalID + name }
    var type: String { body.member("Type").knownText ?? "" }
    var properties: Value { body.member("Properties") }
    var origin: Origin { body.origin }

    /// The property that holds a pull source's ARN, by event type.
    private static let sourceProperties = [
        "SQS": "Queue", "Kinesis": "Stream", "DynamoDB": "Stream", "MSK": "Stream", "MQ": "Broker", "DocumentDB": "Cluster",
    ]

    /// What SAM makes of the event; nothing for those that only permit a call: APIs, buckets, user pools.
    func resources() -> [Resource] {
        switch type {
        case "SQS", "Kinesis", "DynamoDB", "MSK", "MQ", "DocumentDB", "SelfManagedKafka": [eventSourceMapping()]
        case "Schedule", "CloudWatchEvent", "EventBridgeRule": rule()
        case "ScheduleV2": schedule()
        case "SNS": subscription()
        default: []
        }
    }

    /// The managed policy that SAM attaches to a role that it makes, for the event.
    var managedPolicy: String? {
        switch type {
        case "SQS": "AWSLambdaSQSQueueExecutionRole"
        case "SNS" where !properties.member("SqsSubscription").isAbsent: "AWSLambdaSQSQueueExecutionRole"
        case "Kinesis": "AWSLambdaKinesisExecutionRole"
        case "DynamoDB": "AWSLambdaDynamoDBExecutionRole"
        case "MSK": "AWSLambdaMSKExecutionRole"
        default: nil
        }
    }

    /// What names the function or state machine.
    func target(at origin: Origin) -> Value {
        expansion.reference(owner.logicalID, owner.target, origin: origin)
    }

    func resource(_ logicalID: String, _ type: String, properties: Value) -> Resource {
        expansion.resource(logicalID, type, when: owner.existence, properties: properties, at: origin)
    }

    /// What lets a service call the function on behalf of a rule or topic; state machines are started as a role.
    func permission(for service: String, from source: Value) -> [Resource] {
        guard !owner.isStateMachine else { return [] }
        let properties = Value.map(
            [
                "Action": .literal("lambda:InvokeFunction", origin: origin), "FunctionName": target(at: origin),
                "Principal": .literal(service, origin: origin), "SourceArn": source,
            ], origin: origin)
        return [resource(logicalID + "Permission", "AWS::Lambda::Permission", properties: properties)]
    }

    // MARK: - Polling

    private func eventSourceMapping() -> Resource {
        let source = Self.sourceProperties[type]
        let arn = source.map { properties.member($0) } ?? .absent(origin: properties.origin)
        let rest = properties.leavingOut(source.map { [$0] } ?? [])
        return resource(
            logicalID, "AWS::Lambda::EventSourceMapping", properties: mapping(of: arn, rest: rest))
    }

    /// The properties of a mapping from a source to the function.
    func mapping(of arn: Value, rest: Value) -> Value {
        rest.adding([
            Value.Member(key: "EventSourceArn", value: arn),
            Value.Member(
                key: "FunctionName", value: expansion.reference(owner.logicalID, owner.name, origin: rest.origin)),
        ])
    }
}
