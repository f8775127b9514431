// Defaults: AWS::Lambda::Function and AWS::Lambda::EventSourceMapping in the CloudFormation reference. Permissions:
// AWS::Lambda::Permission there, and AddPermission (botocore lambda 2015-03-31).
// Terraform: the provider's pages lambda_function, lambda_event_source_mapping and lambda_permission.

extension KindDeclaration {
    static let function = KindDeclaration(
        .function, cloudFormation: ["AWS::Lambda::Function"], terraform: ["aws_lambda_function"],
        namedBy: .functionName, "A Lambda function.",
        fields: [
            .init(.name, .string, "The name for people."),
            .init(
                .functionName, .string, cloudFormation: "Properties.FunctionName", terraform: "function_name",
                isOptional: true, "Its own name."),
            .init(
                .environment, .list(.object(.environmentVariable)),
                cloudFormation: .path("Properties.Environment.Variables", as: .keyValueMap(key: "Name", value: "Value")),
                terraform: .path("environment.variables", as: .keyValueMap(key: "name", value: "value")),
                default: .emptyList, "Environment variables."),
            .init(
                .tags, .list(.object(.tag)), cloudFormation: "Properties.Tags",
                terraform: .path("tags|tags_all", as: .keyValueMap(key: "key", value: "value")), default: .emptyList,
                "Its tags."),
            .init(
                .timeout, .integer, unit: .seconds, cloudFormation: "Properties.Timeout", terraform: "timeout",
                default: .integer(3), "How long one invocation may take."),
            .init(
                .deadLetterQueue, .object(.queue), cloudFormation: "Properties.DeadLetterConfig.TargetArn",
                terraform: "dead_letter_config.target_arn", isOptional: true, form: .arn, "Where failed asynchronous events go."),
            .init(
                .role, .object(.role), cloudFormation: "Properties.Role", terraform: "role", isOptional: true,
                "The role that it runs as."),
            .init(
                .reservedConcurrency, .integer,
                cloudFormation: .path("Properties.ReservedConcurrentExecutions", as: .absentWhenNegative),
                terraform: .path("reserved_concurrent_executions", as: .absentWhenNegative), isOptional: true,
                "The most concurrent invocations, where some are reserved."),
            .init(
                .shortestScheduleSeconds, .integer, unit: .seconds, isOptional: true,
                "The shortest time between two runs by a rule or schedule of the input; absent without one."),
            .init(.permissions, .list(.object(.functionPermission)), "Who may call it, beside roles of the account."),
        ])

    static let functionPermission = KindDeclaration(
        .functionPermission, cloudFormation: ["AWS::Lambda::Permission"], terraform: ["aws_lambda_permission"],
        "Leave to call a function: a statement of the function's own policy.",
        fields: [
            .init(.name, .string, "The name for people."),
            .init(
                .function, .object(.function), cloudFormation: "Properties.FunctionName", terraform: "function_name",
                isOptional: true, "The function."),
            .init(
                .qualifier, .string, terraform: "qualifier", isOptional: true,
                "The alias or version that it is for; CloudFormation names them in FunctionName."),
            .init(
                .action, .string, cloudFormation: "Properties.Action", terraform: "action", isOptional: true,
                "lambda:InvokeFunction."),
            .init(
                .principal, .string, cloudFormation: "Properties.Principal", terraform: "principal", isOptional: true,
                "Who may: events.amazonaws.com, s3.amazonaws.com, an account or a role."),
            .init(
                .sourceArn, .string, cloudFormation: "Properties.SourceArn", terraform: "source_arn", isOptional: true,
                "For what a service may call it: a rule, a bucket, a topic; absent for everything."),
            .init(
                .sourceAccount, .string, cloudFormation: "Properties.SourceAccount", terraform: "source_account",
                isOptional: true, "For which account a service may call it."),
            .init(
                .principalOrganisation, .string, cloudFormation: "Properties.PrincipalOrgID", terraform: "principal_org_id",
                isOptional: true, "The organisation whose accounts may call it."),
        ])

    static let eventSourceMapping = KindDeclaration(
        .eventSourceMapping, cloudFormation: ["AWS::Lambda::EventSourceMapping"],
        terraform: ["aws_lambda_event_source_mapping"], "What feeds a queue into a function.",
        fields: [
            .init(.name, .string, "The name for people."),
            .init(
                .queue, .object(.queue), cloudFormation: "Properties.EventSourceArn", terraform: "event_source_arn",
                isOptional: true, form: .arn, "The queue that is read."),
            .init(
                .function, .object(.function), cloudFormation: "Properties.FunctionName", terraform: "function_name",
                isOptional: true, "The function that is called."),
            .init(
                .isEnabled, .bool, cloudFormation: "Properties.Enabled", terraform: "enabled", default: .bool(true),
                "Whether it runs."),
            .init(
                .batchSize, .integer, unit: .messages, cloudFormation: "Properties.BatchSize", terraform: "batch_size",
                default: .integer(10), "Most messages of one invocation."),
            .init(
                .batchingWindowSeconds, .integer, unit: .seconds,
                cloudFormation: "Properties.MaximumBatchingWindowInSeconds",
                terraform: "maximum_batching_window_in_seconds", default: .integer(0),
                "How long it gathers messages before it calls the function."),
            .init(
                .maximumConcurrency, .integer, cloudFormation: "Properties.ScalingConfig.MaximumConcurrency",
                terraform: "scaling_config.maximum_concurrency", isOptional: true,
                "The most concurrent invocations that it makes."),
            .init(
                .hasProvisionedPollers, .bool, cloudFormation: .path("Properties.ProvisionedPollerConfig", as: .presence),
                terraform: .path("provisioned_poller_config", as: .presence), default: .bool(false),
                "It has pollers of its own, whose number is set."),
        ])
}
