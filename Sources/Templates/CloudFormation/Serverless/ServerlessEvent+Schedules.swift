import Evaluation

extension ServerlessEvent {
    /// A dead-letter queue that an event names or SAM makes.
    private struct DeadLetterQueue {
        /// `DeadLetterConfig` as EventBridge takes it.
        let configuration: Value
        /// What SAM makes for it.
        let resources: [Resource]
    }

    /// `Schedule`, `CloudWatchEvent`, `EventBridgeRule`: an EventBridge rule with the function as target.
    func rule() -> [Resource] {
        let queue = deadLetterQueue(allowing: expansion.reference(logicalID, .named("Arn"), origin: origin))
        let identifier = logicalID + (owner.isStateMachine ? "StepFunctionsTarget" : "LambdaTarget")
        let target = Value.map(
            [
                "Arn": self.target(at: origin),
                "Id": properties.member(atPath: "Target.Id").whenAbsent(.literal(identifier, origin: origin)),
                "RoleArn": owner.isStateMachine ? roleARN : .absent(origin: origin),
                "Input": properties.member("Input"), "InputPath": properties.member("InputPath"),
                "InputTransformer": properties.member("InputTransformer"), "RetryPolicy": properties.member("RetryPolicy"),
                "DeadLetterConfig": queue.configuration,
            ], origin: properties.origin)
        let rule = Value.map(
            [
                "Name": properties.member(type == "Schedule" ? "Name" : "RuleName"),
                "Description": properties.member("Description"),
                "ScheduleExpression": properties.member("Schedule"), "EventPattern": properties.member("Pattern"),
                "EventBusName": properties.member("EventBusName"), "State": state,
                "Targets": .list([target], origin: properties.origin),
            ], origin: properties.origin)
        let role = owner.isStateMachine ? madeRole(deadLetters: .absent(origin: origin)) : []
        let permission = permission(
            for: "events.amazonaws.com", from: expansion.reference(logicalID, .named("Arn"), origin: origin))
        return [resource(logicalID, "AWS::Events::Rule", properties: rule)] + permission + queue.resources + role
    }

    /// `ScheduleV2`: a schedule of EventBridge Scheduler with its role.
    func schedule() -> [Resource] {
        let queue = deadLetterQueue(allowing: nil)
        let target = Value.map(
            [
                "Arn": self.target(at: origin),
                "RoleArn": roleARN,
                "Input": properties.member("Input"), "RetryPolicy": properties.member("RetryPolicy"),
                "DeadLetterConfig": queue.configuration,
            ], origin: properties.origin)
        let passed = properties.leavingOut([
            "Name", "FlexibleTimeWindow", "Input", "RoleArn", "RetryPolicy", "DeadLetterConfig", "PermissionsBoundary",
            "OmitName",
        ])
        let isNameless = properties.member("OmitName").knownText.flatMap(ConditionTable.truth) == true
        let name = isNameless ? Value.absent(origin: origin) : .literal(logicalID, origin: origin)
        let window = Value.map(["Mode": .literal("OFF", origin: origin)], origin: origin)
        let own = [
            Value.Member(key: "Name", value: properties.member("Name").whenAbsent(name)),
            Value.Member(key: "FlexibleTimeWindow", value: properties.member("FlexibleTimeWindow").whenAbsent(window)),
            Value.Member(key: "Target", value: target),
        ]
        return [resource(logicalID, "AWS::Scheduler::Schedule", properties: passed.adding(own))] + queue.resources
            + madeRole(deadLetters: queue.configuration)
    }

    // MARK: - Role

    private var roleID: String { logicalID + "Role" }

    /// The event's own role, or the one that SAM makes.
    private var roleARN: Value {
        properties.member("RoleArn").whenAbsent(expansion.reference(roleID, .named("Arn"), origin: origin))
    }

    /// The role that lets EventBridge start the target, unless the event names one.
    private func madeRole(deadLetters: Value) -> [Resource] {
        let absence = properties.member("RoleArn").absence
        guard absence != .never else { return [] }
        let action = owner.isStateMachine ? "states:StartExecution" : "lambda:InvokeFunction"
        let start = expansion.statement(allowing: [action], on: target(at: origin), origin: origin)
        let queue = deadLetters.flatMap { configuration in
            let arn = configuration.member("Arn")
            guard !arn.isAbsent else { return .absent(origin: configuration.origin) }
            return expansion.statement(allowing: ["sqs:SendMessage"], on: arn, origin: configuration.origin)
        }
        let policies = Value.list([expansion.inlinePolicy([start, queue], origin: origin)], origin: origin)
        return [
            expansion.resource(
                roleID, "AWS::IAM::Role", when: owner.existence.and(absence),
                properties: .map(["Policies": policies], origin: origin), at: origin)
        ]
    }

    /// `State`, or what `Enabled` says of it.
    private var state: Value {
        properties.member("State").whenAbsent(
            properties.member("Enabled").flatMap { enabled in
                guard let isEnabled = enabled.knownText.flatMap(ConditionTable.truth) else { return enabled }
                return Value(
                    .scalar(.init(isEnabled ? "ENABLED" : "DISABLED")), origin: enabled.origin, steps: enabled.steps)
            })
    }

    // MARK: - Dead letters

    /// The event's `DeadLetterConfig`: an ARN, or a queue that SAM makes.
    ///
    /// - Parameter source: the rule's ARN, which the queue's policy lets send; Scheduler sends through its role.
    private func deadLetterQueue(allowing source: Value?) -> DeadLetterQueue {
        let given = properties.member("DeadLetterConfig")
        guard given.member("Arn").isAbsent, given.member("Type").knownText == "SQS" else {
            return DeadLetterQueue(configuration: given.leavingOut(["Type", "QueueLogicalId"]), resources: [])
        }
        let queueID = given.member("QueueLogicalId").knownText ?? logicalID + "Queue"
        let origin = given.origin
        let arn = expansion.reference(queueID, .named("Arn"), origin: origin)
        var made = [
            expansion.resource(
                queueID, "AWS::SQS::Queue", when: owner.existence, properties: .map([:], origin: origin), at: origin)
        ]
        if let source {
            made.append(
                expansion.queuePolicy(
                    logicalID + "QueuePolicy", letting: "events.amazonaws.com", from: source, sendTo: arn,
                    url: expansion.reference(queueID, .identifier, origin: origin), when: owner.existence, at: origin))
        }
        return DeadLetterQueue(configuration: .map(["Arn": arn], origin: origin), resources: made)
    }
}
