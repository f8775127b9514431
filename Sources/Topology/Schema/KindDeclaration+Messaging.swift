// Sources: AWS::SQS::QueuePolicy, AWS::SNS::Topic, TopicPolicy and Subscription in the CloudFormation reference.
// Terraform: the provider's pages sqs_queue_policy, sns_topic, sns_topic_policy and sns_topic_subscription.
// A subscription's redrive policy names a queue and has no maxReceiveCount (SNS API, Subscribe, RedrivePolicy).

extension KindDeclaration {
    static let queuePolicy = KindDeclaration(
        .queuePolicy, cloudFormation: ["AWS::SQS::QueuePolicy", "AWS::SQS::QueueInlinePolicy"],
        terraform: ["aws_sqs_queue_policy"], "A policy of queues: who may do what with them.",
        fields: [
            .init(.name, .string, "The name for people."),
            .init(
                .queues, .list(.object(.queue)), cloudFormation: "Properties.Queues|Properties.Queue",
                terraform: "queue_url", default: .emptyList, form: .url, "The queues that it stands on."),
            .init(
                .statements, .list(.object(.statement)), cloudFormation: "Properties.PolicyDocument.Statement",
                terraform: "policy.Statement", default: .emptyList, "What it allows and denies."),
        ])

    static let topic = KindDeclaration(
        .topic, cloudFormation: ["AWS::SNS::Topic"], terraform: ["aws_sns_topic"], namedBy: .topicName, "An SNS topic.",
        fields: [
            .init(.name, .string, "The name for people."),
            .init(
                .topicName, .string, cloudFormation: "Properties.TopicName", terraform: "name", isOptional: true,
                "Its own name."),
            .init(
                .isFifo, .bool, cloudFormation: "Properties.FifoTopic", terraform: "fifo_topic", default: .bool(false),
                "A FIFO topic."),
            .init(
                .kmsMasterKeyId, .string, cloudFormation: .path("Properties.KmsMasterKeyId", as: .absentWhenEmpty),
                terraform: .path("kms_master_key_id", as: .absentWhenEmpty), isOptional: true,
                "The KMS key that encrypts its messages."),
            .init(
                .ownStatements, .list(.object(.statement)), cloudFormation: .none, terraform: "policy.Statement",
                default: .emptyList, "The policy that stands in the topic itself (Terraform)."),
            .init(
                .ownSubscriptions, .list(.object(.subscription)), cloudFormation: "Properties.Subscription",
                default: .emptyList, "Subscriptions that stand in the topic itself (CloudFormation)."),
            .init(.key, .object(.kmsKey), isOptional: true, "The customer's key that encrypts it; absent without one."),
            .init(.usesAwsManagedKey, .bool, "It is encrypted with alias/aws/sns, which no other service may use."),
            .init(.policyStatements, .list(.object(.statement)), "Every statement of its policies."),
            .init(.subscriptions, .list(.object(.subscription)), "Who gets its messages."),
            .init(
                .publishers, .list(.object(.producer)),
                "Alarms, event rules and buckets that publish to it, each with its evidence."),
            .init(.isAlarmTarget, .bool, "An alarm notifies it."),
            .init(.isEventTarget, .bool, "An EventBridge rule sends to it."),
        ])

    static let topicPolicy = KindDeclaration(
        .topicPolicy, cloudFormation: ["AWS::SNS::TopicPolicy", "AWS::SNS::TopicInlinePolicy"],
        terraform: ["aws_sns_topic_policy"], "A policy of topics.",
        fields: [
            .init(.name, .string, "The name for people."),
            .init(
                .topics, .list(.object(.topic)), cloudFormation: "Properties.Topics|Properties.TopicArn", terraform: "arn",
                default: .emptyList, form: .arn, "The topics that it stands on."),
            .init(
                .statements, .list(.object(.statement)), cloudFormation: "Properties.PolicyDocument.Statement",
                terraform: "policy.Statement", default: .emptyList, "What it allows and denies."),
        ])

    static let subscription = KindDeclaration(
        .subscription, cloudFormation: ["AWS::SNS::Subscription"], terraform: ["aws_sns_topic_subscription"],
        isEmbedded: true, "One that gets a topic's messages.",
        fields: [
            .init(.name, .string, "The name for people."),
            .init(
                .topic, .object(.topic), cloudFormation: "Properties.TopicArn", terraform: "topic_arn", isOptional: true,
                form: .arn, "The topic."),
            .init(
                .protocol, .string, cloudFormation: "Properties.Protocol|Protocol", terraform: "protocol", isOptional: true,
                "sqs, email, lambda, https, ..."),
            .init(
                .endpoint, .string, cloudFormation: "Properties.Endpoint|Endpoint", terraform: "endpoint", isOptional: true,
                "Where messages go, as written."),
            .init(
                .deadLetterQueue, .object(.queue), cloudFormation: "Properties.RedrivePolicy.deadLetterTargetArn",
                terraform: "redrive_policy.deadLetterTargetArn", isOptional: true, form: .arn,
                "The queue that gets messages which cannot be delivered."),
            .init(.queue, .object(.queue), isOptional: true, "The queue that gets them; absent for other protocols."),
            .init(
                .function, .object(.function), isOptional: true, "The function that gets them; absent for other protocols."),
            .init(
                .mayInvoke, .bool, isOptional: true,
                "The function's permissions let the topic call it; absent for other protocols and functions outside the input."),
        ])

    static let producer = KindDeclaration(
        .producer, "Something that sends to a queue or a topic, with its evidence.",
        fields: [
            .init(.name, .string, "The sender's name for people."),
            .init(
                .kind, .string,
                "bucket, subscription, eventRule, schedule, pipe, alarm, service, taskDefinition or function."),
            .init(.summary, .string, "The evidence in words: bucket Inbox notifies it."),
            .init(
                .isService, .bool,
                "An AWS service sends on its own behalf (S3, SNS, EventBridge, CloudWatch), so that the policies of the receiver must let it."
            ),
            .init(
                .principal, .string, isOptional: true,
                "That service: s3.amazonaws.com. Absent for others, which send as a role."),
            .init(.queue, .object(.queue), isOptional: true, "The queue that it sends to."),
            .init(.topic, .object(.topic), isOptional: true, "The topic that it sends to."),
            .init(
                .maySend, .bool,
                "Policies let it send: the receiver's for a service, the role's or the receiver's for others."),
            .init(
                .mayUseKey, .bool,
                "The receiver's encryption lets it send: there is no KMS key of a customer, or its policy grants kms:GenerateDataKey and kms:Decrypt."
            ),
            .init(.role, .object(.role), isOptional: true, "The role that it sends as."),
            .init(
                .isFedFifo, .bool,
                "It may feed a FIFO queue: a FIFO topic, or anything but a bucket and a standard topic."),
            .init(
                .waitsForPolicy, .bool, isOptional: true,
                "A bucket's notification is made after the queue's policy; absent for others, and where no policy of the same template stands on the queue."
            ),
        ])

    static let queueAccess = KindDeclaration(
        .queueAccess, "What the task role of a service may do with a queue that the service receives from.",
        fields: [
            .init(.name, .string, "The queue's name."),
            .init(.queue, .object(.queue), "The queue."),
            .init(.role, .object(.role), isOptional: true, "The task role; absent without one."),
            .init(.mayReceive, .bool, "sqs:ReceiveMessage is allowed."),
            .init(.mayDelete, .bool, "sqs:DeleteMessage is allowed."),
            .init(.mayChangeVisibility, .bool, "sqs:ChangeMessageVisibility is allowed."),
            .init(.mayDecrypt, .bool, "There is no KMS key of a customer, or kms:Decrypt is allowed on it."),
            .init(.extendsVisibility, .bool, "The worker extends the visibility timeout, as far as anybody says so."),
        ])
}
