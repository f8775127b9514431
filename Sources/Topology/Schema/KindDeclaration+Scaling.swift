// Defaults: Application Auto Scaling PutScalingPolicy (botocore application-autoscaling 2016-02-06); cooldowns of 300 s
// for ECS: API_TargetTrackingScalingPolicyConfiguration.
// Terraform: internal/service/appautoscaling/{target,policy,scheduled_action}.go of the provider.

extension KindDeclaration {
    static let scalableTarget = KindDeclaration(
        .scalableTarget, cloudFormation: ["AWS::ApplicationAutoScaling::ScalableTarget"],
        terraform: ["aws_appautoscaling_target"], "What lets Application Auto Scaling change a service's count.",
        fields: [
            .init(.name, .string, "The name for people."),
            .init(
                .minCapacity, .integer, unit: .tasks, cloudFormation: "Properties.MinCapacity",
                terraform: "min_capacity", isOptional: true, "Fewest tasks."),
            .init(
                .maxCapacity, .integer, unit: .tasks, cloudFormation: "Properties.MaxCapacity",
                terraform: "max_capacity", isOptional: true, "Most tasks."),
            .init(
                .resourceId, .string, cloudFormation: "Properties.ResourceId", terraform: "resource_id",
                isOptional: true, "service/CLUSTER/SERVICE."),
            .init(
                .namesService, .bool,
                "Its resource id is service/CLUSTER/SERVICE by names, as far as it speaks of an ECS service."),
            .init(
                .misplacedService, .object(.service), isOptional: true,
                "The service of the input whose name its resource id has with another cluster than the service runs in."),
            .init(
                .serviceNamespace, .string, cloudFormation: "Properties.ServiceNamespace",
                terraform: "service_namespace", isOptional: true, "ecs for services."),
            .init(
                .scalableDimension, .string, cloudFormation: "Properties.ScalableDimension",
                terraform: "scalable_dimension", isOptional: true, "ecs:service:DesiredCount for services."),
            .init(.isForService, .bool, "It scales an ECS service's desired count."),
            .init(.service, .object(.service), isOptional: true, "The service, when it stands in the input."),
            .init(.policies, .list(.object(.scalingPolicy)), "The policies that move it."),
            .init(
                .scheduledActions, .list(.object(.scheduledAction)), cloudFormation: "Properties.ScheduledActions",
                setBy: [
                    FieldOverlay(
                        "aws_appautoscaling_scheduled_action", owner: .sameValue("resource_id", as: .resourceId),
                        source: .whole)
                ],
                default: .emptyList, "Changes of its bounds by the clock."),
            .init(
                .role, .object(.role), cloudFormation: "Properties.RoleARN", terraform: "role_arn", isOptional: true,
                "The role that scaling acts as, as written; ECS services use a service-linked one all the same."),
            .init(
                .isScaleInSuspended, .bool, cloudFormation: "Properties.SuspendedState.DynamicScalingInSuspended",
                terraform: "suspended_state.dynamic_scaling_in_suspended", default: .bool(false),
                "Its policies may not lower the count."),
            .init(
                .isScaleOutSuspended, .bool, cloudFormation: "Properties.SuspendedState.DynamicScalingOutSuspended",
                terraform: "suspended_state.dynamic_scaling_out_suspended", default: .bool(false),
                "Its policies may not raise the count."),
            .init(
                .isScheduleSuspended, .bool, cloudFormation: "Properties.SuspendedState.ScheduledScalingSuspended",
                terraform: "suspended_state.scheduled_scaling_suspended", default: .bool(false),
                "Its scheduled actions do nothing."),
            .init(.isRoleServiceLinked, .bool, "The role written is a service-linked one, whose trust is AWS's own."),
        ])

    static let scheduledAction = KindDeclaration(
        .scheduledAction, "A change of a scalable target's bounds by the clock.",
        fields: [
            .init(
                .schedule, .string, cloudFormation: "Schedule", terraform: "schedule", isOptional: true,
                "at, rate or cron."),
            .init(
                .minCapacity, .integer, unit: .tasks, cloudFormation: "ScalableTargetAction.MinCapacity",
                terraform: "scalable_target_action.min_capacity", isOptional: true, "The new minimum."),
            .init(
                .maxCapacity, .integer, unit: .tasks, cloudFormation: "ScalableTargetAction.MaxCapacity",
                terraform: "scalable_target_action.max_capacity", isOptional: true, "The new maximum."),
            .init(
                .shortestIntervalSeconds, .integer, unit: .seconds, isOptional: true,
                "The shortest time between two runs; absent for what runs once."),
        ])

    static let scalingPolicy = KindDeclaration(
        .scalingPolicy, cloudFormation: ["AWS::ApplicationAutoScaling::ScalingPolicy"],
        terraform: ["aws_appautoscaling_policy"], "A policy of Application Auto Scaling.",
        fields: [
            .init(.name, .string, "The name for people."),
            .init(
                .policyType, .string, cloudFormation: "Properties.PolicyType", terraform: "policy_type",
                default: .string("StepScaling"), "TargetTrackingScaling, StepScaling or PredictiveScaling."),
            .init(
                .resourceId, .string, cloudFormation: "Properties.ResourceId", terraform: "resource_id",
                isOptional: true, "service/CLUSTER/SERVICE."),
            .init(
                .namesService, .bool,
                "Its resource id is service/CLUSTER/SERVICE by names, as far as it speaks of an ECS service."),
            .init(
                .misplacedService, .object(.service), isOptional: true,
                "The service of the input whose name its resource id has with another cluster than the service runs in."),
            .init(
                .serviceNamespace, .string, cloudFormation: "Properties.ServiceNamespace",
                terraform: "service_namespace", isOptional: true, "ecs for services."),
            .init(
                .scalableDimension, .string, cloudFormation: "Properties.ScalableDimension",
                terraform: "scalable_dimension", isOptional: true, "ecs:service:DesiredCount for services."),
            .init(
                .scalingTargetId, .string, cloudFormation: "Properties.ScalingTargetId", isOptional: true,
                "The scalable target, in CloudFormation's other way to name it."),
            .init(.scalableTarget, .object(.scalableTarget), isOptional: true, "What it moves."),
            .init(.service, .object(.service), isOptional: true, "The service that it moves."),
            .init(.isForService, .bool, "It moves an ECS service's desired count."),
            .init(
                .targetTracking, .object(.targetTracking),
                cloudFormation: "Properties.TargetTrackingScalingPolicyConfiguration",
                terraform: "target_tracking_scaling_policy_configuration", isOptional: true,
                "The target that it holds."),
            .init(
                .step, .object(.stepScaling), cloudFormation: "Properties.StepScalingPolicyConfiguration",
                terraform: "step_scaling_policy_configuration", isOptional: true, "The steps that it takes."),
            .init(
                .forecastMode, .string, cloudFormation: "Properties.PredictiveScalingPolicyConfiguration.Mode",
                terraform: "predictive_scaling_policy_configuration.mode", default: .string("ForecastOnly"),
                "ForecastOnly or ForecastAndScale; of predictive scaling."),
            .init(.alarms, .list(.object(.alarm)), "The alarms that start it."),
            .init(.watchedQueues, .list(.object(.queue)), "The queues in its metrics and in those of its alarms."),
            .init(
                .canLeaveZero, .bool,
                "It can start a first task while none runs and messages wait."),
            .init(.consumers, .list(.object(.consumer)), "Its service as consumer of the queues that it watches."),
            .init(
                .messagesToLeaveZero, .integer, unit: .messages, isOptional: true,
                "The fewest waiting messages at which it starts a first task; absent where it starts none at zero tasks."),
            .init(.isStartedWhenOK, .bool, "An alarm starts it when its state returns to OK."),
        ])

    static let targetTracking = KindDeclaration(
        .targetTracking, "A target tracking configuration.",
        fields: [
            .init(
                .targetValue, .double, cloudFormation: "TargetValue", terraform: "target_value", isOptional: true,
                "The value to hold."),
            .init(
                .scaleInCooldown, .integer, unit: .seconds, cloudFormation: "ScaleInCooldown",
                terraform: "scale_in_cooldown", default: .integer(300), "Rest after a scale-in."),
            .init(
                .scaleOutCooldown, .integer, unit: .seconds, cloudFormation: "ScaleOutCooldown",
                terraform: "scale_out_cooldown", default: .integer(300), "Rest after a scale-out."),
            .init(
                .disableScaleIn, .bool, cloudFormation: "DisableScaleIn", terraform: "disable_scale_in",
                default: .bool(false), "It only scales out."),
            .init(
                .predefinedMetric, .string, cloudFormation: "PredefinedMetricSpecification.PredefinedMetricType",
                terraform: "predefined_metric_specification.predefined_metric_type", isOptional: true,
                "ECSServiceAverageCPUUtilization and its like."),
            .init(
                .customizedMetric, .object(.customizedMetric), cloudFormation: "CustomizedMetricSpecification",
                terraform: "customized_metric_specification", isOptional: true, "A metric of one's own."),
        ])

    static let customizedMetric = KindDeclaration(
        .customizedMetric, "The metric that a target tracking policy holds.",
        fields: [
            .init(
                .namespace, .string, cloudFormation: "Namespace", terraform: "namespace", isOptional: true,
                "AWS/SQS and its like."),
            .init(
                .metricName, .string, cloudFormation: "MetricName", terraform: "metric_name", isOptional: true,
                "The metric's name."),
            .init(
                .statistic, .string, cloudFormation: "Statistic", terraform: "statistic", isOptional: true,
                "Average, Sum, ..."),
            .init(
                .dimensions, .list(.object(.dimension)), cloudFormation: "Dimensions", terraform: "dimensions",
                default: .emptyList, "The metric's dimensions."),
            .init(
                .queries, .list(.object(.metricQuery)), cloudFormation: "Metrics", terraform: "metrics",
                default: .emptyList, "Metric math."),
            .init(.queue, .object(.queue), isOptional: true, "The queue that the dimension QueueName names."),
            .init(.formula, .object(.metricFormula), "The metric, or the result of the metric math, taken apart."),
            .init(.cluster, .object(.cluster), isOptional: true, "The cluster that the dimension ClusterName names."),
            .init(.service, .object(.service), isOptional: true, "The service that the dimension ServiceName names."),
        ])

    static let metricQuery = KindDeclaration(
        .metricQuery, "One line of metric math.",
        fields: [
            .init(
                .id, .string, cloudFormation: "Id", terraform: "id", default: .string(""), "Its name in expressions."),
            .init(
                .expression, .string, cloudFormation: "Expression",
                terraform: .path("expression", as: .absentWhenEmpty), isOptional: true, "The formula, when it is one."),
            .init(
                .returnData, .bool, cloudFormation: "ReturnData", terraform: "return_data", default: .bool(true),
                "Its result is the one that counts."),
            .init(
                .namespace, .string, cloudFormation: "MetricStat.Metric.Namespace",
                terraform: "metric_stat.metric.namespace|metric.namespace", isOptional: true,
                "The metric's namespace."),
            .init(
                .metricName, .string, cloudFormation: "MetricStat.Metric.MetricName",
                terraform: "metric_stat.metric.metric_name|metric.metric_name", isOptional: true, "The metric's name."),
            .init(
                .stat, .string, cloudFormation: "MetricStat.Stat", terraform: "metric_stat.stat|metric.stat",
                isOptional: true, "Average, Sum, ..."),
            .init(
                .dimensions, .list(.object(.dimension)), cloudFormation: "MetricStat.Metric.Dimensions",
                terraform: .anyOf(
                    "metric_stat.metric.dimensions",
                    .path("metric.dimensions", as: .keyValueMap(key: "name", value: "value"))),
                default: .emptyList, "The metric's dimensions."),
            .init(.queue, .object(.queue), isOptional: true, "The queue that the dimension QueueName names."),
            .init(
                .period, .integer, unit: .seconds, cloudFormation: "MetricStat.Period|Period",
                terraform: "metric.period|metric_stat.period|period", isOptional: true, "Length of a data point."),
            .init(.cluster, .object(.cluster), isOptional: true, "The cluster that the dimension ClusterName names."),
            .init(.service, .object(.service), isOptional: true, "The service that the dimension ServiceName names."),
            .init(
                .publishers, .list(.object(.metricPublisher)),
                "What in the input may publish the metric; empty for metrics of AWS itself."),
            .init(
                .namespaceMeant, .string, isOptional: true,
                "The namespace that AWS publishes such a metric in, where another one is written: AWS/SQS for SQS."),
            .init(
                .isMetricNameKnown, .bool,
                "AWS publishes a metric of this name in the namespace, as far as the namespaces of SQS and ECS go."),
            .init(.metricNameMeant, .string, isOptional: true, "The published name that a misspelled one is nearest to."),
            .init(
                .areDimensionsKnown, .bool,
                "AWS publishes the metric with just these names of dimensions, as far as the namespaces of SQS and ECS go."),
            .init(
                .dimensionsMeant, .string, isOptional: true,
                "The names of the dimensions that AWS publishes the metric with: ClusterName and ServiceName."),
        ])

    static let dimension = KindDeclaration(
        .dimension, "A dimension of a metric.",
        fields: [
            .init(.name, .string, cloudFormation: "Name", terraform: "name", default: .string(""), "Its name."),
            .init(.value, .string, cloudFormation: "Value", terraform: "value", isOptional: true, "Its value."),
        ])

    static let stepScaling = KindDeclaration(
        .stepScaling, "A step scaling configuration.",
        fields: [
            .init(
                .adjustmentType, .string, cloudFormation: "AdjustmentType", terraform: "adjustment_type",
                isOptional: true, "How steps are counted."),
            .init(
                .cooldown, .integer, unit: .seconds, cloudFormation: "Cooldown", terraform: "cooldown",
                default: .integer(300), "Rest after a step."),
            .init(
                .minAdjustmentMagnitude, .integer, unit: .tasks, cloudFormation: "MinAdjustmentMagnitude",
                terraform: "min_adjustment_magnitude", isOptional: true, "The fewest tasks of a change in percent."),
            .init(
                .metricAggregationType, .string, cloudFormation: "MetricAggregationType",
                terraform: "metric_aggregation_type", default: .string("Average"), "Average, Minimum or Maximum."),
            .init(
                .steps, .list(.object(.stepAdjustment)), cloudFormation: "StepAdjustments",
                terraform: "step_adjustment", default: .emptyList, "The steps."),
        ])
}
