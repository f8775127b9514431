// Sources: AWS::Pipes::Pipe in the CloudFormation reference. Terraform: the provider's page pipes_pipe.

extension KindDeclaration {
    static let pipe = KindDeclaration(
        .pipe, cloudFormation: ["AWS::Pipes::Pipe"], terraform: ["aws_pipes_pipe"], namedBy: .pipeName,
        "A pipe of EventBridge: it receives from a source and feeds a target.",
        fields: [
            .init(.name, .string, "The name for people."),
            .init(
                .pipeName, .string, cloudFormation: "Properties.Name", terraform: "name", isOptional: true, "Its own name."),
            .init(
                .sourceQueue, .object(.queue), isOptional: true,
                "The queue that it receives from; absent for other sources."),
            .init(
                .source, .string, cloudFormation: "Properties.Source", terraform: "source", isOptional: true, form: .arn,
                "The source's ARN, as written."),
            .init(
                .batchSize, .integer, unit: .messages,
                cloudFormation: "Properties.SourceParameters.SqsQueueParameters.BatchSize",
                terraform: "source_parameters.sqs_queue_parameters.batch_size", default: .integer(10),
                "Most messages of one call."),
            .init(
                .targetArn, .string, cloudFormation: "Properties.Target", terraform: "target", isOptional: true, form: .arn,
                "The target's ARN, as written."),
            .init(
                .role, .object(.role), cloudFormation: "Properties.RoleArn", terraform: "role_arn", isOptional: true,
                form: .arn, "The role that it acts as."),
            .init(
                .messageGroupId, .string,
                cloudFormation: "Properties.TargetParameters.SqsQueueParameters.MessageGroupId",
                terraform: "target_parameters.sqs_queue_parameters.message_group_id", isOptional: true,
                "The message group of a FIFO queue."),
            .init(
                .taskDefinition, .object(.taskDefinition),
                cloudFormation: "Properties.TargetParameters.EcsTaskParameters.TaskDefinitionArn",
                terraform: "target_parameters.ecs_task_parameters.task_definition_arn", isOptional: true, form: .arn,
                "The task that it runs."),
            .init(
                .propagateTags, .string, cloudFormation: "Properties.TargetParameters.EcsTaskParameters.PropagateTags",
                terraform: "target_parameters.ecs_task_parameters.propagate_tags", isOptional: true,
                "TASK_DEFINITION gives its tasks the tags of the task definition."),
            .init(
                .setsTags, .bool,
                cloudFormation: .path("Properties.TargetParameters.EcsTaskParameters.Tags", as: .presence),
                terraform: .path("target_parameters.ecs_task_parameters.tags", as: .presence), default: .bool(false),
                "It gives its tasks tags of its own."),
            .init(
                .enrichment, .string, cloudFormation: .path("Properties.Enrichment", as: .absentWhenEmpty),
                terraform: "enrichment", isOptional: true, "What it asks to enrich the messages, as written."),
            .init(
                .functionInvocation, .string,
                cloudFormation: "Properties.TargetParameters.LambdaFunctionParameters.InvocationType",
                terraform: "target_parameters.lambda_function_parameters.invocation_type",
                default: .string("REQUEST_RESPONSE"), "How it calls a function: FIRE_AND_FORGET does not wait."),
            .init(
                .workflowInvocation, .string,
                cloudFormation: "Properties.TargetParameters.StepFunctionStateMachineParameters.InvocationType",
                terraform: "target_parameters.step_function_state_machine_parameters.invocation_type",
                default: .string("REQUEST_RESPONSE"), "How it starts a state machine: FIRE_AND_FORGET does not wait."),
            .init(
                .taskCount, .integer, unit: .tasks,
                cloudFormation: "Properties.TargetParameters.EcsTaskParameters.TaskCount",
                terraform: "target_parameters.ecs_task_parameters.task_count", isOptional: true,
                "Tasks that it runs for each batch, as written."),
            .init(
                .launchType, .string, cloudFormation: "Properties.TargetParameters.EcsTaskParameters.LaunchType",
                terraform: "target_parameters.ecs_task_parameters.launch_type", isOptional: true,
                "EC2, FARGATE or EXTERNAL, as written."),
            .init(
                .capacityProviderStrategy, .list(.object(.strategyItem)),
                cloudFormation: "Properties.TargetParameters.EcsTaskParameters.CapacityProviderStrategy",
                terraform: "target_parameters.ecs_task_parameters.capacity_provider_strategy", default: .emptyList,
                "The strategy of its tasks."),
            .init(
                .hasNetworkConfiguration, .bool,
                cloudFormation: .path("Properties.TargetParameters.EcsTaskParameters.NetworkConfiguration", as: .presence),
                terraform: .path("target_parameters.ecs_task_parameters.network_configuration", as: .presence),
                default: .bool(false), "Its tasks are given subnets."),
            .init(
                .subnets, .list(.string),
                cloudFormation:
                    "Properties.TargetParameters.EcsTaskParameters.NetworkConfiguration.AwsvpcConfiguration.Subnets",
                terraform: "target_parameters.ecs_task_parameters.network_configuration.aws_vpc_configuration.subnets",
                default: .emptyList, "Where its tasks start."),
            .init(
                .assignPublicIp, .string,
                cloudFormation:
                    "Properties.TargetParameters.EcsTaskParameters.NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp",
                terraform: "target_parameters.ecs_task_parameters.network_configuration.aws_vpc_configuration.assign_public_ip",
                isOptional: true, "ENABLED when its tasks get public IPv4 addresses."),
            .init(.target, .object(.eventTarget), "What it feeds or starts."),
            .init(
                .mayReceive, .bool, isOptional: true,
                "Its role may call sqs:ReceiveMessage on its queue; absent for other sources."),
            .init(
                .mayDelete, .bool, isOptional: true,
                "Its role may call sqs:DeleteMessage on its queue; absent for other sources."),
            .init(
                .mayGetAttributes, .bool, isOptional: true,
                "Its role may call sqs:GetQueueAttributes on its queue; absent for other sources."),
            .init(
                .mayDecrypt, .bool, isOptional: true,
                "Its role may decrypt what it receives (kms:Decrypt); true where its queue has no customer key; absent for other sources."
            ),
            .init(
                .mayStartTarget, .bool, isOptional: true,
                "Its role may feed its queue or topic or start its workflow; absent for other targets."),
        ])
}
