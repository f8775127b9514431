// Sources: AWS::Events::Rule and AWS::Scheduler::Schedule in the CloudFormation reference. One task is the default of
// EcsParameters.TaskCount (botocore events 2015-10-07).
// Terraform: internal/service/events/{rule,target}.go of the provider (task_count is 1 unless written) and its page
// scheduler_schedule.

extension KindDeclaration {
    static let eventRule = KindDeclaration(
        .eventRule, cloudFormation: ["AWS::Events::Rule"], terraform: ["aws_cloudwatch_event_rule"], namedBy: .ruleName,
        "An EventBridge rule, by events or by the clock.",
        fields: [
            .init(.name, .string, "The name for people."),
            .init(
                .ruleName, .string, cloudFormation: "Properties.Name", terraform: "name", isOptional: true, "Its own name."),
            .init(
                .scheduleExpression, .string, cloudFormation: "Properties.ScheduleExpression",
                terraform: "schedule_expression", isOptional: true, "rate(...) or cron(...), as written."),
            .init(
                .state, .string, cloudFormation: "Properties.State",
                terraform: .anyOf("state", .path("is_enabled", as: .enabledDisabled)), default: .string("ENABLED"),
                "ENABLED or DISABLED."),
            .init(
                .sources, .list(.string), cloudFormation: "Properties.EventPattern.source",
                terraform: "event_pattern.source",
                default: .emptyList, "The event sources that its pattern wants: aws.s3, aws.ecs."),
            .init(
                .detailTypes, .list(.string), cloudFormation: "Properties.EventPattern.detail-type",
                terraform: "event_pattern.detail-type", default: .emptyList,
                "The detail types that its pattern wants; empty for all."),
            .init(
                .lastStatuses, .list(.string), cloudFormation: "Properties.EventPattern.detail.lastStatus",
                terraform: "event_pattern.detail.lastStatus", default: .emptyList,
                "The last task statuses that its pattern wants; empty for all."),
            .init(
                .buckets, .list(.object(.bucket)), cloudFormation: "Properties.EventPattern.detail.bucket.name",
                terraform: "event_pattern.detail.bucket.name", default: .emptyList,
                "The buckets that its pattern names; empty for all."),
            .init(
                .alarms, .list(.object(.alarm)), cloudFormation: "Properties.EventPattern.detail.alarmName",
                terraform: "event_pattern.detail.alarmName", default: .emptyList,
                "The alarms that its pattern names; empty for all."),
            .init(
                .alarmResources, .list(.object(.alarm)), cloudFormation: "Properties.EventPattern.resources",
                terraform: "event_pattern.resources", default: .emptyList,
                "The alarms among the resources that its pattern wants; empty for all."),
            .init(
                .hasPattern, .bool, cloudFormation: .path("Properties.EventPattern", as: .presence),
                terraform: .path("event_pattern", as: .presence), default: .bool(false), "It fires on events."),
            .init(
                .ownTargets, .list(.object(.eventTarget)), cloudFormation: "Properties.Targets", default: .emptyList,
                "Targets that stand in the rule itself (CloudFormation)."),
            .init(.targets, .list(.object(.eventTarget)), "What it starts or feeds."),
            .init(
                .shortestIntervalSeconds, .integer, unit: .seconds, isOptional: true,
                "The shortest time between two runs by its schedule; absent without one."),
        ])

    static let eventTarget = KindDeclaration(
        .eventTarget, terraform: ["aws_cloudwatch_event_target"], isEmbedded: true,
        "What an EventBridge rule, a schedule or a pipe starts or feeds.",
        fields: [
            .init(.name, .string, "The name for people: that of its rule, schedule or pipe."),
            .init(.origin, .string, "rule, schedule or pipe."),
            .init(.eventRule, .object(.eventRule), terraform: "rule", isOptional: true, "Its rule."),
            .init(
                .arn, .string, cloudFormation: "Arn", terraform: "arn", isOptional: true, form: .arn,
                "What is called, as written."),
            .init(.schedule, .object(.schedule), isOptional: true, "Its schedule."),
            .init(.pipe, .object(.pipe), isOptional: true, "Its pipe."),
            .init(
                .role, .object(.role), cloudFormation: "RoleArn", terraform: "role_arn", isOptional: true, form: .arn,
                "The role that it is called as."),
            .init(.queue, .object(.queue), isOptional: true, "The queue that it feeds; absent for other targets."),
            .init(.topic, .object(.topic), isOptional: true, "The topic that it feeds; absent for other targets."),
            .init(
                .function, .object(.function), isOptional: true, "The function that it calls; absent for other targets."),
            .init(
                .cluster, .object(.cluster), isOptional: true,
                "The cluster that it runs tasks on; absent for other targets."),
            .init(
                .messageGroupId, .string, cloudFormation: "SqsParameters.MessageGroupId",
                terraform: "sqs_target.message_group_id|sqs_parameters.message_group_id", isOptional: true,
                "The message group of a FIFO queue."),
            .init(
                .feedsFifoQueue, .bool,
                "It feeds a FIFO queue: one of the input, or one whose ARN ends in .fifo, as far as that is written."),
            .init(.isTask, .bool, "It runs an ECS task."),
            .init(.isFunction, .bool, "It calls a Lambda function."),
            .init(
                .taskDefinition, .object(.taskDefinition), cloudFormation: "EcsParameters.TaskDefinitionArn",
                terraform: "ecs_target.task_definition_arn|ecs_parameters.task_definition_arn", isOptional: true, form: .arn,
                "The task that it runs."),
            .init(
                .taskCount, .integer, unit: .tasks, cloudFormation: "EcsParameters.TaskCount",
                terraform: "ecs_target.task_count|ecs_parameters.task_count", isOptional: true,
                "Tasks that it runs each time, as written; AWS takes 1."),
            .init(
                .launchType, .string, cloudFormation: "EcsParameters.LaunchType",
                terraform: "ecs_target.launch_type|ecs_parameters.launch_type", isOptional: true,
                "EC2, FARGATE or EXTERNAL, as written."),
            .init(
                .capacityProviderStrategy, .list(.object(.strategyItem)),
                cloudFormation: "EcsParameters.CapacityProviderStrategy",
                terraform: "ecs_target.capacity_provider_strategy|ecs_parameters.capacity_provider_strategy",
                default: .emptyList, "The strategy of its tasks."),
            .init(
                .hasNetworkConfiguration, .bool, cloudFormation: .path("EcsParameters.NetworkConfiguration", as: .presence),
                terraform: .anyOf(
                    .path("ecs_target.network_configuration", as: .presence),
                    .path("ecs_parameters.network_configuration", as: .presence)),
                default: .bool(false), "Its tasks are given subnets."),
            .init(
                .subnets, .list(.string),
                cloudFormation:
                    "EcsParameters.NetworkConfiguration.AwsVpcConfiguration.Subnets|EcsParameters.NetworkConfiguration.AwsvpcConfiguration.Subnets",
                terraform: "ecs_target.network_configuration.subnets|ecs_parameters.network_configuration.subnets",
                default: .emptyList, "Where its tasks start."),
            .init(
                .assignPublicIp, .string,
                cloudFormation:
                    "EcsParameters.NetworkConfiguration.AwsVpcConfiguration.AssignPublicIp|EcsParameters.NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp",
                terraform: .anyOf(
                    .path("ecs_target.network_configuration.assign_public_ip", as: .enabledDisabled),
                    .path("ecs_parameters.network_configuration.assign_public_ip", as: .enabledDisabled)),
                isOptional: true, "ENABLED when its tasks get public IPv4 addresses."),
            .init(
                .deadLetterQueue, .object(.queue), cloudFormation: "DeadLetterConfig.Arn",
                terraform: "dead_letter_config.arn", isOptional: true, form: .arn, "Where events go that could not be delivered."),
            .init(
                .mayRunTask, .bool, isOptional: true,
                "Its role may run the task (ecs:RunTask); absent for other targets."),
            .init(
                .mayPassRoles, .bool, isOptional: true,
                "Its role may pass the task's roles (iam:PassRole); absent for other targets and tasks without roles."),
            .init(
                .mayInvoke, .bool, isOptional: true,
                "It may call its function: by the function's permissions for a rule, by its role for schedules and pipes; absent for other targets and functions outside the input."
            ),
            .init(
                .runSeconds, .integer, unit: .seconds, isOptional: true,
                "How long one run of its task takes, as the configuration says; absent for other targets."),
            .init(
                .propagateTags, .string, cloudFormation: "EcsParameters.PropagateTags",
                terraform: "ecs_target.propagate_tags|ecs_parameters.propagate_tags", isOptional: true,
                "TASK_DEFINITION gives its tasks the tags of the task definition."),
            .init(
                .setsTags, .bool, cloudFormation: .path("EcsParameters.TagList|EcsParameters.Tags", as: .presence),
                terraform: .path("ecs_target.tags|ecs_parameters.tags", as: .presence), default: .bool(false),
                "It gives its tasks tags of its own."),
            .init(.tagsTasks, .bool, "Its tasks get tags: its own, or those of a task definition that has some."),
            .init(
                .mayTagTasks, .bool, isOptional: true,
                "Its role may tag the tasks that it runs (ecs:TagResource); absent for other targets."),
            .init(
                .mayPassTaskRole, .bool, isOptional: true,
                "Its role may pass the task role; absent for other targets and tasks without one."),
            .init(
                .mayPassExecutionRole, .bool, isOptional: true,
                "Its role may pass the execution role; absent for other targets and tasks without one."),
            .init(
                .emptyGroup, .object(.autoScalingGroup), isOptional: true,
                "The group that its task needs an instance of: the cluster has no other one, it has none at first, and nothing raises it for a task of launch type EC2; absent otherwise."
            ),
        ])

    static let schedule = KindDeclaration(
        .schedule, cloudFormation: ["AWS::Scheduler::Schedule"], terraform: ["aws_scheduler_schedule"],
        namedBy: .scheduleName, "A schedule of EventBridge Scheduler.",
        fields: [
            .init(.name, .string, "The name for people."),
            .init(
                .scheduleName, .string, cloudFormation: "Properties.Name", terraform: "name", isOptional: true,
                "Its own name."),
            .init(
                .scheduleExpression, .string, cloudFormation: "Properties.ScheduleExpression",
                terraform: "schedule_expression", isOptional: true, "rate(...), cron(...) or at(...), as written."),
            .init(
                .timeZone, .string, cloudFormation: "Properties.ScheduleExpressionTimezone",
                terraform: "schedule_expression_timezone", default: .string("UTC"), "The time zone of cron and at."),
            .init(
                .state, .string, cloudFormation: "Properties.State", terraform: "state", default: .string("ENABLED"),
                "ENABLED or DISABLED."),
            .init(
                .target, .object(.eventTarget), cloudFormation: "Properties.Target", terraform: "target", isOptional: true,
                "What it starts or feeds."),
            .init(
                .shortestIntervalSeconds, .integer, unit: .seconds, isOptional: true,
                "The shortest time between two runs; absent for what runs once."),
        ])

    static let scheduleExpression = KindDeclaration(
        .scheduleExpression, "The clock of an event rule or of a schedule.",
        fields: [
            .init(.name, .string, "The name of its rule or schedule."),
            .init(.kind, .string, "event rule or schedule."),
            .init(.expression, .string, isOptional: true, "rate(...), cron(...) or at(...), as written."),
            .init(.scheduleError, .string, isOptional: true, "Why AWS refuses it, in words; absent where it does not."),
        ])
}
