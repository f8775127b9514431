import Evaluation

extension ServerlessEvent {
    /// `SNS`: a subscription of the function, or of a queue that feeds it.
    func subscription() -> [Resource] {
        let setting = properties.member("SqsSubscription")
        switch setting.content {
        case .absent: return subscriptionOfFunction
        case .map: return subscription(throughOwn: setting)
        case .scalar(let scalar):
            return ConditionTable.truth(scalar.text) == true
                ? subscriptionThroughMadeQueue(at: setting.origin)
                : subscriptionOfFunction
        default:
            let name = expansion.evaluator.displayName(owner.logicalID)
            expansion.evaluator.serverless.leaveOpen(Reason("whether a queue stands between a topic and \(name) is not known"))
            return [subscription(of: .unknown(Reason("SqsSubscription is not known"), origin: setting.origin), protocol: nil)]
        }
    }

    private var subscriptionOfFunction: [Resource] {
        [subscription(of: target(at: origin), protocol: "lambda")]
            + permission(for: "sns.amazonaws.com", from: properties.member("Topic"))
    }

    private func subscription(of endpoint: Value, protocol name: String?) -> Resource {
        resource(
            logicalID, "AWS::SNS::Subscription",
            properties: .map(
                [
                    "TopicArn": properties.member("Topic"), "Endpoint": endpoint,
                    "Protocol": name.map { .literal($0, origin: origin) }
                        ?? .unknown(Reason("SqsSubscription is not known"), origin: origin),
                    "Region": properties.member("Region"), "FilterPolicy": properties.member("FilterPolicy"),
                    "FilterPolicyScope": properties.member("FilterPolicyScope"),
                    "RedrivePolicy": properties.member("RedrivePolicy"),
                ], origin: properties.origin))
    }

    /// Through a queue of the template: subscription, permission to send, and a mapping to the function.
    private func subscription(throughOwn setting: Value) -> [Resource] {
        let policyID = setting.member("QueuePolicyLogicalId").knownText ?? logicalID + "QueuePolicy"
        return subscription(
            through: setting.member("QueueArn"), url: setting.member("QueueUrl"), policyID: policyID,
            batchSize: setting.member("BatchSize"), at: setting.origin)
    }

    /// Through a queue that SAM makes, FIFO where the topic is.
    private func subscriptionThroughMadeQueue(at origin: Origin) -> [Resource] {
        let queueID = logicalID + "Queue"
        let queue = expansion.resource(
            queueID, "AWS::SQS::Queue", when: owner.existence,
            properties: .map(["FifoQueue": isTopicFIFO], origin: origin), at: origin)
        return [queue]
            + subscription(
                through: expansion.reference(queueID, .named("Arn"), origin: origin),
                url: expansion.reference(queueID, .identifier, origin: origin), policyID: logicalID + "QueuePolicy",
                batchSize: .absent(origin: origin), at: origin)
    }

    private func subscription(
        through arn: Value, url: Value, policyID: String, batchSize: Value, at origin: Origin
    ) -> [Resource] {
        let policy = expansion.queuePolicy(
            policyID, letting: nil, from: properties.member("Topic"), sendTo: arn, url: url,
            when: owner.existence, at: origin)
        let settings = Value.map(["BatchSize": batchSize], origin: origin)
        let mapping = expansion.resource(
            logicalID + "EventSourceMapping", "AWS::Lambda::EventSourceMapping", when: owner.existence,
            properties: mapping(of: arn, rest: settings), at: origin)
        return [subscription(of: arn, protocol: "sqs"), policy, mapping]
    }

    private var isTopicFIFO: Value {
        guard case .reference(let reference) = properties.member("Topic").content,
            reference.resource.stack == expansion.evaluator.index,
            let topic = expansion.written[reference.resource.logicalID]
        else { return .absent(origin: origin) }
        return topic.body.member(atPath: "Properties.FifoTopic")
    }
}
