// Defaults: AWS::Lambda::Function and AWS::Lambda::EventSourceMapping in the CloudFormation reference.

extension KindDeclaration {
    static let function = KindDeclaration(
        "function", cloudFormation: ["AWS::Lambda::Function"], namedBy: "Properties.FunctionName", "A Lambda function.",
        fields: [
            .init("name", .string, "The name for people."),
            .init("functionName", .string, cloudFormation: "Properties.FunctionName", isOptional: true, "Its own name."),
            .init(
                "timeout", .integer, unit: .seconds, cloudFormation: "Properties.Timeout", default: .integer(3),
                "How long one invocation may take."),
            .init(
                "deadLetterQueue", .object("queue"), cloudFormation: "Properties.DeadLetterConfig.TargetArn",
                isOptional: true, "Where failed asynchronous events go."),
        ])

    static let eventSourceMapping = KindDeclaration(
        "eventSourceMapping", cloudFormation: ["AWS::Lambda::EventSourceMapping"], "What feeds a queue into a function.",
        fields: [
            .init("name", .string, "The name for people."),
            .init(
                "queue", .object("queue"), cloudFormation: "Properties.EventSourceArn", isOptional: true,
                "The queue that is read."),
            .init(
                "function", .object("function"), cloudFormation: "Properties.FunctionName", isOptional: true,
                "The function that is called."),
            .init("isEnabled", .bool, cloudFormation: "Properties.Enabled", default: .bool(true), "Whether it runs."),
            .init(
                "batchSize", .integer, unit: .messages, cloudFormation: "Properties.BatchSize", default: .integer(10),
                "Most messages of one invocation."),
        ])
}
