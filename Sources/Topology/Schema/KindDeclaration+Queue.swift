// Ranges and defaults: AWS::SQS::Queue in the CloudFormation reference and SQS SetQueueAttributes (botocore sqs
// 2012-11-05). Terraform: schema and defaults of aws_sqs_queue in the provider (internal/service/sqs/queue.go and
// consts.go, v4 to v6). It fills in 262144 bytes as largest message, in v6 too: when SQS went to 1 MiB in August 2025,
// pull request 43710 of terraform-provider-aws raised the bound and kept the default.

extension KindDeclaration {
    static let queue = KindDeclaration(
        .queue, cloudFormation: ["AWS::SQS::Queue"], terraform: ["aws_sqs_queue"], namedBy: .queueName,
        "An SQS queue.",
        fields: [
            .init(.name, .string, "The name for people: the logical id or address."),
            .init(
                .queueName, .string, cloudFormation: "Properties.QueueName", terraform: "name", isOptional: true,
                "The queue's own name."),
            .init(
                .visibilityTimeout, .integer, unit: .seconds, cloudFormation: "Properties.VisibilityTimeout",
                terraform: "visibility_timeout_seconds", default: .integer(30),
                "How long a received message stays hidden from other receivers."),
            .init(
                .messageRetentionPeriod, .integer, unit: .seconds, cloudFormation: "Properties.MessageRetentionPeriod",
                terraform: "message_retention_seconds", default: .integer(345_600),
                "How long a message is kept, from its first arrival."),
            .init(
                .delaySeconds, .integer, unit: .seconds, cloudFormation: "Properties.DelaySeconds",
                terraform: "delay_seconds", default: .integer(0), "How long a new message stays invisible."),
            .init(
                .receiveMessageWaitTimeSeconds, .integer, unit: .seconds,
                cloudFormation: "Properties.ReceiveMessageWaitTimeSeconds", terraform: "receive_wait_time_seconds",
                default: .integer(0), "How long a receive waits for a message; 0 is short polling."),
            .init(
                .maximumMessageSize, .integer, unit: .bytes, cloudFormation: "Properties.MaximumMessageSize",
                terraform: "max_message_size", default: .integer(1_048_576), terraformDefault: .integer(262_144),
                "The largest message."),
            .init(
                .kmsDataKeyReusePeriodSeconds, .integer, unit: .seconds,
                cloudFormation: "Properties.KmsDataKeyReusePeriodSeconds",
                terraform: .path("kms_data_key_reuse_period_seconds", as: .absentWhenZero), default: .integer(300),
                "How long a data key is used again before KMS is asked."),
            .init(
                .isFifo, .bool, cloudFormation: "Properties.FifoQueue", terraform: "fifo_queue", default: .bool(false),
                "A FIFO queue."),
            .init(
                .isContentBasedDeduplication, .bool, cloudFormation: "Properties.ContentBasedDeduplication",
                terraform: "content_based_deduplication", default: .bool(false),
                "FIFO deduplication by the message's content."),
            .init(
                .sqsManagedSseEnabled, .bool, cloudFormation: "Properties.SqsManagedSseEnabled",
                terraform: "sqs_managed_sse_enabled", isOptional: true,
                "SSE-SQS as written; a queue that says nothing is encrypted."),
            .init(
                .kmsMasterKeyId, .string, cloudFormation: .path("Properties.KmsMasterKeyId", as: .absentWhenEmpty),
                terraform: .path("kms_master_key_id", as: .absentWhenEmpty), isOptional: true,
                "The KMS key of SSE-KMS."),
            .init(
                .redrive, .object(.redrive), cloudFormation: "Properties.RedrivePolicy", terraform: "redrive_policy",
                setBy: [
                    FieldOverlay("aws_sqs_queue_redrive_policy", owner: .link("queue_url"), source: "redrive_policy")
                ],
                isOptional: true, "Where messages go that were received too often."),
            .init(
                .redriveAllow, .object(.redriveAllow), cloudFormation: "Properties.RedriveAllowPolicy",
                terraform: "redrive_allow_policy",
                setBy: [
                    FieldOverlay(
                        "aws_sqs_queue_redrive_allow_policy", owner: .link("queue_url"), source: "redrive_allow_policy")
                ],
                isOptional: true, "Which queues may use this one as dead-letter queue."),
            .init(
                .isDeadLetterQueue, .bool,
                "Something sends dead letters here: another queue, a function, a target, a subscription."),
            .init(
                .isNamedLikeDeadLetterQueue, .bool,
                "The logical id or name holds dlq, dead-letter or deadletter as a word."),
            .init(.deadLetterSources, .list(.object(.queue)), "The queues whose redrive policy points here."),
            .init(.consumers, .list(.object(.consumer)), "Who receives from the queue, each with its evidence."),
            .init(
                .deduplicationScope, .string, cloudFormation: "Properties.DeduplicationScope",
                terraform: "deduplication_scope", isOptional: true, "messageGroup or queue; for FIFO queues only."),
            .init(
                .fifoThroughputLimit, .string, cloudFormation: "Properties.FifoThroughputLimit",
                terraform: "fifo_throughput_limit", isOptional: true,
                "perQueue or perMessageGroupId; for FIFO queues only."),
            .init(
                .ownStatements, .list(.object(.statement)), terraform: "policy.Statement", default: .emptyList,
                "The policy that stands in the queue itself (Terraform)."),
            .init(.isVisibilityTimeoutWritten, .bool, "The template sets the visibility timeout; false leaves it at 30 s."),
            .init(
                .nameEndsInFifo, .bool, isOptional: true,
                "The queue's own name ends in .fifo; absent for a queue without a name of its own."),
            .init(
                .key, .object(.kmsKey), isOptional: true, "The customer's key that encrypts it, when it stands in the input."),
            .init(.usesAwsManagedKey, .bool, "It is encrypted with alias/aws/sqs, which no other service may use."),
            .init(.usesCustomerKey, .bool, "It is encrypted with a KMS key of the customer."),
            .init(.policyStatements, .list(.object(.statement)), "Every statement of its policies."),
            .init(.deniesPlainTransport, .bool, "Its policies deny everybody who comes without TLS."),
            .init(
                .producers, .list(.object(.producer)),
                "Who sends to it: buckets, topics, event rules, schedules, pipes, roles; each with its evidence."),
            .init(.alarms, .list(.object(.alarm)), "The alarms on its metrics, metric math included."),
            .init(
                .inputHasAlarms, .bool,
                "An alarm stands in some template of the input, on whatever metric and under whatever condition."),
        ])

    static let redrive = KindDeclaration(
        .redrive, "A queue's redrive policy.",
        fields: [
            .init(
                .deadLetterQueue, .object(.queue), cloudFormation: "deadLetterTargetArn",
                terraform: "deadLetterTargetArn", isOptional: true, form: .arn, "The dead-letter queue."),
            .init(
                .maxReceiveCount, .integer, cloudFormation: "maxReceiveCount", terraform: "maxReceiveCount",
                default: .integer(10),
                "A message that was received more often than this moves to the dead-letter queue."),
            .init(
                .isTargetWritten, .bool, cloudFormation: .path("deadLetterTargetArn", as: .presence),
                terraform: .path("deadLetterTargetArn", as: .presence), default: .bool(false),
                "It has the key deadLetterTargetArn."),
            .init(
                .isCountWritten, .bool, cloudFormation: .path("maxReceiveCount", as: .presence),
                terraform: .path("maxReceiveCount", as: .presence), default: .bool(false),
                "It has the key maxReceiveCount."),
            .init(.otherKeys, .list(.string), "Its keys that SQS does not know: every other one, and these in another case."),
        ])

    static let redriveAllow = KindDeclaration(
        .redriveAllow, "A dead-letter queue's redrive allow policy.",
        fields: [
            .init(
                .redrivePermission, .string, cloudFormation: "redrivePermission", terraform: "redrivePermission",
                default: .string("allowAll"), "allowAll, denyAll or byQueue."),
            .init(
                .sourceQueues, .list(.object(.queue)), cloudFormation: "sourceQueueArns",
                terraform: "sourceQueueArns", default: .emptyList, form: .arn, "The queues that may use it, with byQueue."),
        ])

    static let consumer = KindDeclaration(
        .consumer, "One that receives from a queue, with what is known of its work.",
        fields: [
            .init(.name, .string, "The consumer's name for people."),
            .init(.queue, .object(.queue), "The queue that it receives from."),
            .init(.service, .object(.service), isOptional: true, "The ECS service, when it is one."),
            .init(.function, .object(.function), isOptional: true, "The Lambda function, when it is one."),
            .init(.isFunction, .bool, "A Lambda function rather than a polling worker."),
            .init(.evidence, .list(.object(.evidence)), "What shows that it receives, strongest first."),
            .init(
                .processingSeconds, .integer, unit: .seconds,
                "The longest time for one message; a function's timeout for Lambda."),
            .init(.averageProcessingSeconds, .double, unit: .seconds, "The average time for one message."),
            .init(
                .expectedProcessingSeconds, .double, unit: .seconds,
                "The time for one message to reckon waiting with: the average where somebody says it, else the longest."),
            .init(.isAverageTimeDeclared, .bool, "Somebody says how long a message takes on average."),
            .init(.arrivalRate, .double, "Messages that arrive a second, on average."),
            .init(
                .messagesPerReceive, .integer, unit: .messages,
                "Messages of one receive; 1 unless somebody says more."),
            .init(.concurrency, .integer, "Messages that one task processes concurrently; 1 unless something says more."),
            .init(.extendsVisibility, .bool, "The worker extends the visibility timeout while it works."),
            .init(.usesSpot, .bool, "It can run on Spot capacity."),
            .init(.pipe, .object(.pipe), isOptional: true, "The EventBridge pipe, when it is one."),
            .init(.peakArrivalRate, .double, "Messages that arrive a second at the peak."),
            .init(.latencyGoalSeconds, .double, unit: .seconds, "How long a message may wait."),
            .init(
                .isProcessingTimeDeclared, .bool,
                "Somebody says how long a message takes: the configuration, the resource, a variable, a function's timeout."),
            .init(
                .stopTimeout, .integer, unit: .seconds, isOptional: true,
                "The longest time that a container of the task has between SIGTERM and SIGKILL; absent for functions and pipes."),
            .init(
                .isConfirmed, .bool,
                "Its role, an event source, its scaling or the configuration shows that it receives; unknown where only an environment variable or a doubtful right does."
            ),
            .init(
                .handsOver, .bool,
                "A pipe that hands messages over at once: to a queue, a topic, an event bus or a task, or without waiting for what it starts."
            ),
            .init(
                .reservedConcurrency, .integer, isOptional: true,
                "The most concurrent invocations of the function; absent for others, and where none are reserved or the event source is off."
            ),
            .init(
                .maximumConcurrency, .integer, isOptional: true,
                "The most concurrent invocations that the function's event source makes; absent without such a limit."),
            .init(
                .batchingWindowSeconds, .integer, unit: .seconds, isOptional: true,
                "How long the function's event source gathers messages; absent for others."),
        ])

    static let evidence = KindDeclaration(
        .evidence, "What shows that a worker receives from a queue.",
        fields: [
            .init(.kind, .string, "configuration, event-source-mapping, pipe, role, environment or scaling."),
            .init(.summary, .string, "The evidence in words."),
        ])
}
