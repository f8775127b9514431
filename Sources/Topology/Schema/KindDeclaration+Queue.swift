// Ranges and defaults: AWS::SQS::Queue in the CloudFormation reference and SQS SetQueueAttributes (botocore sqs 2012-11-05).

extension KindDeclaration {
    static let queue = KindDeclaration(
        "queue", cloudFormation: ["AWS::SQS::Queue"], terraform: ["aws_sqs_queue"], namedBy: "queueName",
        "An SQS queue.",
        fields: [
            .init("name", .string, "The name for people: the logical id or address."),
            .init(
                "queueName", .string, cloudFormation: "Properties.QueueName", terraform: "name", isOptional: true,
                "The queue's own name."),
            .init(
                "visibilityTimeout", .integer, unit: .seconds, cloudFormation: "Properties.VisibilityTimeout",
                terraform: "visibility_timeout_seconds", default: .integer(30),
                "How long a received message stays hidden from other receivers."),
            .init(
                "messageRetentionPeriod", .integer, unit: .seconds, cloudFormation: "Properties.MessageRetentionPeriod",
                terraform: "message_retention_seconds", default: .integer(345_600),
                "How long a message is kept, from its first arrival."),
            .init(
                "delaySeconds", .integer, unit: .seconds, cloudFormation: "Properties.DelaySeconds",
                terraform: "delay_seconds", default: .integer(0), "How long a new message stays invisible."),
            .init(
                "receiveMessageWaitTimeSeconds", .integer, unit: .seconds,
                cloudFormation: "Properties.ReceiveMessageWaitTimeSeconds", terraform: "receive_wait_time_seconds",
                default: .integer(0), "How long a receive waits for a message; 0 is short polling."),
            .init(
                "maximumMessageSize", .integer, unit: .bytes, cloudFormation: "Properties.MaximumMessageSize",
                terraform: "max_message_size", default: .integer(1_048_576), "The largest message."),
            .init(
                "kmsDataKeyReusePeriodSeconds", .integer, unit: .seconds,
                cloudFormation: "Properties.KmsDataKeyReusePeriodSeconds",
                terraform: "kms_data_key_reuse_period_seconds", default: .integer(300),
                "How long a data key is used again before KMS is asked."),
            .init(
                "isFifo", .bool, cloudFormation: "Properties.FifoQueue", terraform: "fifo_queue", default: .bool(false),
                "A FIFO queue."),
            .init(
                "isContentBasedDeduplication", .bool, cloudFormation: "Properties.ContentBasedDeduplication",
                terraform: "content_based_deduplication", default: .bool(false),
                "FIFO deduplication by the message's content."),
            .init(
                "sqsManagedSseEnabled", .bool, cloudFormation: "Properties.SqsManagedSseEnabled",
                terraform: "sqs_managed_sse_enabled", isOptional: true,
                "SSE-SQS as written; a queue that says nothing is encrypted."),
            .init(
                "kmsMasterKeyId", .string, cloudFormation: "Properties.KmsMasterKeyId",
                terraform: .path("kms_master_key_id", as: .absentWhenEmpty), isOptional: true,
                "The KMS key of SSE-KMS."),
            .init(
                "redrive", .object("redrive"), cloudFormation: "Properties.RedrivePolicy", terraform: "redrive_policy",
                isOptional: true, "Where messages go that were received too often."),
            .init(
                "redriveAllow", .object("redriveAllow"), cloudFormation: "Properties.RedriveAllowPolicy",
                terraform: "redrive_allow_policy", isOptional: true,
                "Which queues may use this one as dead-letter queue."),
            .init(
                "isDeadLetterQueue", .bool,
                "Something sends dead letters here: another queue, a function, a target, a subscription."),
            .init(
                "isNamedLikeDeadLetterQueue", .bool,
                "The logical id or name holds dlq, dead-letter or deadletter as a word."),
            .init("deadLetterSources", .list(.object("queue")), "The queues whose redrive policy points here."),
            .init("consumers", .list(.object("consumer")), "Who receives from the queue, each with its evidence."),
        ])

    static let redrive = KindDeclaration("redrive", "A queue's redrive policy.",
        fields: [
            .init(
                "deadLetterQueue", .object("queue"), cloudFormation: "deadLetterTargetArn",
                terraform: "deadLetterTargetArn", isOptional: true, "The dead-letter queue."),
            .init(
                "maxReceiveCount", .integer, cloudFormation: "maxReceiveCount", terraform: "maxReceiveCount",
                default: .integer(10),
                "A message that was received more often than this moves to the dead-letter queue."),
        ])

    static let redriveAllow = KindDeclaration("redriveAllow", "A dead-letter queue's redrive allow policy.",
        fields: [
            .init(
                "redrivePermission", .string, cloudFormation: "redrivePermission", terraform: "redrivePermission",
                default: .string("allowAll"), "allowAll, denyAll or byQueue."),
            .init(
                "sourceQueues", .list(.object("queue")), cloudFormation: "sourceQueueArns",
                terraform: "sourceQueueArns", default: .emptyList, "The queues that may use it, with byQueue."),
        ])

    static let consumer = KindDeclaration("consumer", "One that receives from a queue, with what is known of its work.",
        fields: [
            .init("name", .string, "The consumer's name for people."),
            .init("queue", .object("queue"), "The queue that it receives from."),
            .init("service", .object("service"), isOptional: true, "The ECS service, when it is one."),
            .init("function", .object("function"), isOptional: true, "The Lambda function, when it is one."),
            .init("isFunction", .bool, "A Lambda function rather than a polling worker."),
            .init("evidence", .list(.object("evidence")), "What shows that it receives, strongest first."),
            .init(
                "processingSeconds", .integer, unit: .seconds,
                "The longest time for one message; a function's timeout for Lambda."),
            .init("averageProcessingSeconds", .double, unit: .seconds, "The average time for one message."),
            .init("arrivalRate", .double, "Messages that arrive a second, on average."),
            .init(
                "messagesPerReceive", .integer, unit: .messages,
                "Messages of one receive; 1 unless somebody says more."),
            .init("concurrency", .integer, "Messages handled side by side in one task; 1 unless somebody says more."),
            .init("extendsVisibility", .bool, "The worker extends the visibility timeout while it works."),
            .init("usesSpot", .bool, "It can run on Spot capacity."),
        ])

    static let evidence = KindDeclaration("evidence", "What shows that a worker receives from a queue.",
        fields: [
            .init("kind", .string, "configuration, event-source-mapping, role, environment or scaling."),
            .init("summary", .string, "The evidence in words."),
        ])
}
