import Evaluation

/// A policy template of SAM that grants rights on queues, topics, keys, tasks or metrics.
///
/// Source: `policy_templates.json` of aws-sam-translator 1.115.0. None of the other templates names an action of SQS, KMS or ECS,
/// `sns:Publish` or `cloudwatch:PutMetricData`.
enum ServerlessPolicyTemplate: String {
    case poller = "SQSPollerPolicy"
    case sender = "SQSSendMessagePolicy"
    case decrypter = "KMSDecryptPolicy"
    case encrypter = "KMSEncryptPolicy"
    case dataKeyEncrypter = "KMSEncryptPolicy_v2"
    case taskRunner = "EcsRunTaskPolicy"
    case topicPublisher = "SNSPublishMessagePolicy"
    case topicOwner = "SNSCrudPolicy"
    case metricPublisher = "CloudWatchPutMetricPolicy"

    /// The template of a name; `nil` for one that grants nothing of that.
    init?(_ name: String) {
        self.init(rawValue: name)
    }

    var actions: [String] {
        switch self {
        case .poller:
            [
                "sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:DeleteMessageBatch", "sqs:ChangeMessageVisibility",
                "sqs:ChangeMessageVisibilityBatch", "sqs:GetQueueAttributes",
            ]
        case .sender: ["sqs:SendMessage*"]
        case .decrypter: ["kms:Decrypt"]
        case .encrypter: ["kms:Encrypt"]
        case .dataKeyEncrypter:
            [
                "kms:Encrypt", "kms:GenerateDataKey", "kms:GenerateDataKeyWithoutPlaintext", "kms:GenerateDataKeyPair",
                "kms:GenerateDataKeyPairWithoutPlaintext",
            ]
        case .taskRunner: ["ecs:RunTask"]
        // What else the owner may do with the topic is not asked about.
        case .topicPublisher, .topicOwner: ["sns:Publish"]
        case .metricPublisher: ["cloudwatch:PutMetricData"]
        }
    }

    /// What the template grants on the thing that its parameter names.
    func statement(parameters: Value, expansion: ServerlessExpansion) -> Value {
        let origin = parameters.origin
        let resource =
            switch self {
            case .poller, .sender:
                expansion.regionalARN("sqs", parameters.member("QueueName").textParts, origin: origin)
            case .decrypter, .encrypter, .dataKeyEncrypter:
                expansion.regionalARN("kms", [.literal("key/")] + parameters.member("KeyId").textParts, origin: origin)
            case .topicPublisher:
                expansion.regionalARN("sns", parameters.member("TopicName").textParts, origin: origin)
            case .topicOwner:
                expansion.regionalARN("sns", parameters.member("TopicName").textParts + [.literal("*")], origin: origin)
            case .metricPublisher: Value(.scalar(.init("*")), origin: origin)
            case .taskRunner:
                expansion.regionalARN(
                    "ecs", [.literal("task-definition/")] + parameters.member("TaskDefinition").textParts, origin: origin)
            }
        return expansion.statement(allowing: actions, on: resource, origin: origin)
    }
}
