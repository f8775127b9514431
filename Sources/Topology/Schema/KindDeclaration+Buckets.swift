// Sources: AWS::S3::Bucket in the CloudFormation reference; CDK's Custom::S3BucketNotifications has the shape of S3's
// PutBucketNotificationConfiguration (botocore s3 2006-03-01).
// Terraform: the provider's pages s3_bucket and s3_bucket_notification.

extension KindDeclaration {
    static let bucket = KindDeclaration(
        .bucket, cloudFormation: ["AWS::S3::Bucket"], terraform: ["aws_s3_bucket"], namedBy: .bucketName, "An S3 bucket.",
        fields: [
            .init(.name, .string, "The name for people."),
            .init(
                .bucketName, .string, cloudFormation: "Properties.BucketName", terraform: "bucket", isOptional: true,
                "Its own name."),
            .init(
                .ownQueueNotifications, .list(.object(.bucketNotification)),
                cloudFormation: "Properties.NotificationConfiguration.QueueConfigurations", default: .emptyList,
                "Queues that it notifies, as it says itself (CloudFormation)."),
            .init(
                .ownTopicNotifications, .list(.object(.bucketNotification)),
                cloudFormation: "Properties.NotificationConfiguration.TopicConfigurations", default: .emptyList,
                "Topics that it notifies, as it says itself (CloudFormation)."),
            .init(
                .ownFunctionNotifications, .list(.object(.bucketNotification)),
                cloudFormation: "Properties.NotificationConfiguration.LambdaConfigurations", default: .emptyList,
                "Functions that it calls, as it says itself (CloudFormation)."),
            .init(
                .hasEventBridgeConfiguration, .bool,
                cloudFormation: .path("Properties.NotificationConfiguration.EventBridgeConfiguration", as: .presence),
                default: .bool(false), "It says itself that its events go to EventBridge (CloudFormation)."),
            .init(
                .eventBridgeEnabled, .bool,
                cloudFormation: "Properties.NotificationConfiguration.EventBridgeConfiguration.EventBridgeEnabled",
                default: .bool(true), "What that configuration says."),
            .init(.notifications, .list(.object(.bucketNotification)), "Queues, topics and functions that it notifies."),
            .init(.isEventBridgeOn, .bool, "Its events go to EventBridge."),
        ])

    static let bucketNotification = KindDeclaration(
        .bucketNotification, "A queue, topic or function that a bucket notifies.",
        fields: [
            .init(
                .queue, .object(.queue), cloudFormation: "Queue|QueueArn", terraform: "queue_arn", isOptional: true,
                form: .arn, "The queue."),
            .init(
                .topic, .object(.topic), cloudFormation: "Topic|TopicArn", terraform: "topic_arn", isOptional: true,
                form: .arn, "The topic."),
            .init(
                .function, .object(.function), cloudFormation: "Function|LambdaFunctionArn",
                terraform: "lambda_function_arn", isOptional: true, form: .arn, "The function."),
            .init(
                .mayInvoke, .bool, isOptional: true,
                "The function's permissions let the bucket call it; absent for queues, topics and functions outside the input."),
            .init(
                .events, .list(.string), cloudFormation: "Event|Events", terraform: "events", default: .emptyList,
                "The events, such as s3:ObjectCreated:*."),
        ])

    /// CDK writes a bucket's notifications as a custom resource; Terraform has a resource for them.
    static let bucketNotificationConfiguration = KindDeclaration(
        .bucketNotificationConfiguration, cloudFormation: ["Custom::S3BucketNotifications"],
        terraform: ["aws_s3_bucket_notification"], "The notifications of a bucket as a resource of their own.",
        fields: [
            .init(.name, .string, "The name for people."),
            .init(
                .bucket, .object(.bucket), cloudFormation: "Properties.BucketName", terraform: "bucket", isOptional: true,
                "The bucket."),
            .init(
                .queueNotifications, .list(.object(.bucketNotification)),
                cloudFormation: "Properties.NotificationConfiguration.QueueConfigurations", terraform: "queue",
                default: .emptyList, "Queues that the bucket notifies."),
            .init(
                .topicNotifications, .list(.object(.bucketNotification)),
                cloudFormation: "Properties.NotificationConfiguration.TopicConfigurations", terraform: "topic",
                default: .emptyList, "Topics that the bucket notifies."),
            .init(
                .functionNotifications, .list(.object(.bucketNotification)),
                cloudFormation: "Properties.NotificationConfiguration.LambdaFunctionConfigurations", terraform: "lambda_function",
                default: .emptyList, "Functions that the bucket calls."),
            .init(
                .isEventBridgeOn, .bool,
                cloudFormation: .path("Properties.NotificationConfiguration.EventBridgeConfiguration", as: .presence),
                terraform: "eventbridge", default: .bool(false), "The bucket's events go to EventBridge."),
        ])
}
