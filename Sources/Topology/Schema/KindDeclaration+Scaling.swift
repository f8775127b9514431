// Defaults: Application Auto Scaling PutScalingPolicy (botocore application-autoscaling 2016-02-06); cooldowns of 300 s
// for ECS: API_TargetTrackingScalingPolicyConfiguration.

extension KindDeclaration {
    static let scalableTarget = KindDeclaration(
        "scalableTarget", cloudFormation: ["AWS::ApplicationAutoScaling::ScalableTarget"],
        "What lets Application Auto Scaling change a service's count.",
        fields: [
            .init("name", .string, "The name for people."),
            .init(
                "minCapacity", .integer, unit: .tasks, cloudFormation: "Properties.MinCapacity", isOptional: true,
                "Fewest tasks."),
            .init(
                "maxCapacity", .integer, unit: .tasks, cloudFormation: "Properties.MaxCapacity", isOptional: true,
                "Most tasks."),
            .init("resourceId", .string, cloudFormation: "Properties.ResourceId", isOptional: true, "service/CLUSTER/SERVICE."),
            .init(
                "serviceNamespace", .string, cloudFormation: "Properties.ServiceNamespace", isOptional: true,
                "ecs for services."),
            .init("isForService", .bool, "It scales an ECS service's desired count."),
            .init("service", .object("service"), isOptional: true, "The service, when it stands in the input."),
            .init("policies", .list(.object("scalingPolicy")), "The policies that move it."),
            .init(
                "scheduledActions", .list(.object("scheduledAction")), cloudFormation: "Properties.ScheduledActions",
                default: .emptyList, "Changes of its bounds by the clock."),
        ])

    static let scheduledAction = KindDeclaration(
        "scheduledAction", "A change of a scalable target's bounds by the clock.",
        fields: [
            .init("schedule", .string, cloudFormation: "Schedule", isOptional: true, "at, rate or cron."),
            .init(
                "minCapacity", .integer, unit: .tasks, cloudFormation: "ScalableTargetAction.MinCapacity",
                isOptional: true, "The new minimum."),
            .init(
                "maxCapacity", .integer, unit: .tasks, cloudFormation: "ScalableTargetAction.MaxCapacity",
                isOptional: true, "The new maximum."),
        ])

    static let scalingPolicy = KindDeclaration(
        "scalingPolicy", cloudFormation: ["AWS::ApplicationAutoScaling::ScalingPolicy"],
        "A policy of Application Auto Scaling.",
        fields: [
            .init("name", .string, "The name for people."),
            .init(
                "policyType", .string, cloudFormation: "Properties.PolicyType", default: .string("StepScaling"),
                "TargetTrackingScaling, StepScaling or PredictiveScaling."),
            .init("scalableTarget", .object("scalableTarget"), isOptional: true, "What it moves."),
            .init("service", .object("service"), isOptional: true, "The service that it moves."),
            .init("isForService", .bool, "It moves an ECS service's desired count."),
            .init(
                "targetTracking", .object("targetTracking"),
                cloudFormation: "Properties.TargetTrackingScalingPolicyConfiguration", isOptional: true,
                "The target that it holds."),
            .init(
                "step", .object("stepScaling"), cloudFormation: "Properties.StepScalingPolicyConfiguration",
                isOptional: true, "The steps that it takes."),
            .init("alarms", .list(.object("alarm")), "The alarms that start it."),
        ])

    static let targetTracking = KindDeclaration(
        "targetTracking", "A target tracking configuration.",
        fields: [
            .init("targetValue", .double, cloudFormation: "TargetValue", isOptional: true, "The value to hold."),
            .init(
                "scaleInCooldown", .integer, unit: .seconds, cloudFormation: "ScaleInCooldown", default: .integer(300),
                "Rest after a scale-in."),
            .init(
                "scaleOutCooldown", .integer, unit: .seconds, cloudFormation: "ScaleOutCooldown",
                default: .integer(300), "Rest after a scale-out."),
            .init(
                "disableScaleIn", .bool, cloudFormation: "DisableScaleIn", default: .bool(false),
                "It only scales out."),
            .init(
                "predefinedMetric", .string,
                cloudFormation: "PredefinedMetricSpecification.PredefinedMetricType", isOptional: true,
                "ECSServiceAverageCPUUtilization and its like."),
            .init(
                "customizedMetric", .object("customizedMetric"), cloudFormation: "CustomizedMetricSpecification",
                isOptional: true, "A metric of one's own."),
        ])

    static let customizedMetric = KindDeclaration(
        "customizedMetric", "The metric that a target tracking policy holds.",
        fields: [
            .init("namespace", .string, cloudFormation: "Namespace", isOptional: true, "AWS/SQS and its like."),
            .init("metricName", .string, cloudFormation: "MetricName", isOptional: true, "The metric's name."),
            .init("statistic", .string, cloudFormation: "Statistic", isOptional: true, "Average, Sum, ..."),
            .init(
                "dimensions", .list(.object("dimension")), cloudFormation: "Dimensions", default: .emptyList,
                "The metric's dimensions."),
            .init("queries", .list(.object("metricQuery")), cloudFormation: "Metrics", default: .emptyList, "Metric math."),
            .init("queue", .object("queue"), isOptional: true, "The queue that the dimension QueueName names."),
        ])

    static let metricQuery = KindDeclaration(
        "metricQuery", "One line of metric math.",
        fields: [
            .init("id", .string, cloudFormation: "Id", default: .string(""), "Its name in expressions."),
            .init("expression", .string, cloudFormation: "Expression", isOptional: true, "The formula, when it is one."),
            .init(
                "returnData", .bool, cloudFormation: "ReturnData", default: .bool(true),
                "Its result is the one that counts."),
            .init(
                "namespace", .string, cloudFormation: "MetricStat.Metric.Namespace", isOptional: true,
                "The metric's namespace."),
            .init(
                "metricName", .string, cloudFormation: "MetricStat.Metric.MetricName", isOptional: true,
                "The metric's name."),
            .init("stat", .string, cloudFormation: "MetricStat.Stat", isOptional: true, "Average, Sum, ..."),
            .init(
                "dimensions", .list(.object("dimension")), cloudFormation: "MetricStat.Metric.Dimensions",
                default: .emptyList, "The metric's dimensions."),
            .init("queue", .object("queue"), isOptional: true, "The queue that the dimension QueueName names."),
        ])

    static let dimension = KindDeclaration(
        "dimension", "A dimension of a metric.",
        fields: [
            .init("name", .string, cloudFormation: "Name", default: .string(""), "Its name."),
            .init("value", .string, cloudFormation: "Value", isOptional: true, "Its value."),
        ])

    static let stepScaling = KindDeclaration(
        "stepScaling", "A step scaling configuration.",
        fields: [
            .init("adjustmentType", .string, cloudFormation: "AdjustmentType", isOptional: true, "How steps are counted."),
            .init(
                "cooldown", .integer, unit: .seconds, cloudFormation: "Cooldown", default: .integer(300),
                "Rest after a step."),
        ])

    static let alarm = KindDeclaration(
        "alarm", cloudFormation: ["AWS::CloudWatch::Alarm"], namedBy: "Properties.AlarmName", "A CloudWatch alarm.",
        fields: [
            .init("name", .string, "The name for people."),
            .init("namespace", .string, cloudFormation: "Properties.Namespace", isOptional: true, "The metric's namespace."),
            .init("metricName", .string, cloudFormation: "Properties.MetricName", isOptional: true, "The metric's name."),
            .init("statistic", .string, cloudFormation: "Properties.Statistic", isOptional: true, "Average, Sum, ..."),
            .init("threshold", .double, cloudFormation: "Properties.Threshold", isOptional: true, "The threshold."),
            .init(
                "period", .integer, unit: .seconds, cloudFormation: "Properties.Period", isOptional: true,
                "Length of a data point."),
            .init(
                "evaluationPeriods", .integer, cloudFormation: "Properties.EvaluationPeriods", isOptional: true,
                "Data points that count."),
            .init(
                "dimensions", .list(.object("dimension")), cloudFormation: "Properties.Dimensions",
                default: .emptyList, "The metric's dimensions."),
            .init(
                "queries", .list(.object("metricQuery")), cloudFormation: "Properties.Metrics", default: .emptyList,
                "Metric math."),
            .init("queue", .object("queue"), isOptional: true, "The queue that it watches."),
            .init(
                "actions", .list(.string), cloudFormation: "Properties.AlarmActions", default: .emptyList,
                "What it starts."),
        ])
}
