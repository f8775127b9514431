// Defaults: AWS::Lambda::Function and AWS::Lambda::EventSourceMapping in the CloudFormation reference.

extension KindDeclaration {
    static let function = KindDeclaration(
        "function", cloudFormation: ["AWS::Lambda::Function"], terraform: ["aws_lambda_function"],
        namedBy: "functionName", "A Lambda function.",
        fields: [
            .init("name", .string, "The name for people."),
            .init(
                "functionName", .string, cloudFormation: "Properties.FunctionName", terraform: "function_name",
                isOptional: true, "Its own name."),
            .init(
                "environment", .list(.object("environmentVariable")),
                cloudFormation: .path("Properties.Environment.Variables", as: .keyValueMap(key: "Name", value: "Value")),
                terraform: .path("environment.variables", as: .keyValueMap(key: "name", value: "value")),
                default: .emptyList, "Environment variables."),
            .init(
                "tags", .list(.object("tag")), cloudFormation: "Properties.Tags",
                terraform: .path("tags|tags_all", as: .keyValueMap(key: "key", value: "value")), default: .emptyList,
                "Its tags."),
            .init(
                "timeout", .integer, unit: .seconds, cloudFormation: "Properties.Timeout", terraform: "timeout",
                default: .integer(3), "How long one invocation may take."),
            .init(
                "deadLetterQueue", .object("queue"), cloudFormation: "Properties.DeadLetterConfig.TargetArn",
                terraform: "dead_letter_config.target_arn", isOptional: true, "Where failed asynchronous events go."),
        ])

    static let eventSourceMapping = KindDeclaration(
        "eventSourceMapping", cloudFormation: ["AWS::Lambda::EventSourceMapping"],
        terraform: ["aws_lambda_event_source_mapping"], "What feeds a queue into a function.",
        fields: [
            .init("name", .string, "The name for people."),
            .init(
                "queue", .object("queue"), cloudFormation: "Properties.EventSourceArn", terraform: "event_source_arn",
                isOptional: true, "The queue that is read."),
            .init(
                "function", .object("function"), cloudFormation: "Properties.FunctionName", terraform: "function_name",
                isOptional: true, "The function that is called."),
            .init(
                "isEnabled", .bool, cloudFormation: "Properties.Enabled", terraform: "enabled", default: .bool(true),
                "Whether it runs."),
            .init(
                "batchSize", .integer, unit: .messages, cloudFormation: "Properties.BatchSize", terraform: "batch_size",
                default: .integer(10), "Most messages of one invocation."),
        ])
}
