// Source: EC2 Auto Scaling PutScalingPolicy (botocore autoscaling 2011-01-01): SimpleScaling is the default; StepAdjustment of
// Application Auto Scaling (botocore application-autoscaling 2016-02-06).
// Terraform: internal/service/autoscaling/policy.go, where `enabled` is true unless written; the bounds of steps are texts
// there, and "" is none. Of aws_autoscaling_schedule -1 stands for no change (website/docs/r/autoscaling_schedule).

extension KindDeclaration {
    static let metricFormula = KindDeclaration(
        .metricFormula, "A metric, or the result of metric math, taken apart.",
        fields: [
            .init(.metrics, .list(.object(.metricQuery)), "Every metric that the result uses."),
            .init(.dividends, .list(.object(.metricQuery)), "The metrics that the result grows with."),
            .init(.divisors, .list(.object(.metricQuery)), "The metrics in what is divided by."),
            .init(
                .isBareMessageCount, .bool,
                "It only counts messages of queues and is divided by nothing, so that tracking it compounds."),
            .init(.countsMessages, .bool, "It grows with the messages of a queue, waiting or in flight."),
            .init(.countsWaiting, .bool, "It grows with the waiting messages of a queue."),
            .init(.countsInFlight, .bool, "It grows with the messages in flight too."),
            .init(.dividesByTasks, .bool, "It is divided by the number of tasks."),
            .init(
                .worksAtZeroTasks, .bool,
                "It has a positive value while messages wait and the number of tasks is 0: m1 / IF(m2 > 0, m2, 1)."),
            .init(
                .worksWithoutTaskData, .bool,
                "It has a positive value while messages wait and the number of tasks has no data: m1 / FILL(m2, 1)."),
            .init(.queues, .list(.object(.queue)), "The queues of its metrics."),
            .init(
                .risesWithLoad, .bool,
                "It is higher the more there is to do: messages, their age, the use of CPU and memory."),
            .init(
                .isBacklogPerTask, .bool,
                "With one task or more it is the number of waiting messages divided by the number of tasks."),
        ])

    static let metricPublisher = KindDeclaration(
        .metricPublisher, "A function, a task, an instance or a metric filter that may publish a metric.",
        fields: [
            .init(.name, .string, "Its name for people."),
            .init(.function, .object(.function), isOptional: true, "The function, when it is one."),
            .init(.taskDefinition, .object(.taskDefinition), isOptional: true, "The task, when it is one."),
            .init(.metricFilter, .object(.metricFilter), isOptional: true, "The metric filter, when it is one."),
            .init(.role, .object(.role), isOptional: true, "The role of instances, whose agent may publish."),
            .init(
                .mayPublish, .bool,
                "Its role may call cloudwatch:PutMetricData, it logs metrics of the namespace, or it is a filter for just this metric."
            ),
            .init(
                .shortestIntervalSeconds, .integer, unit: .seconds, isOptional: true,
                "How often a schedule of the input runs it; absent without one."),
        ])

    static let stepAdjustment = KindDeclaration(
        .stepAdjustment, "A step of a scaling policy.",
        fields: [
            .init(
                .lowerBound, .double, cloudFormation: "MetricIntervalLowerBound", terraform: "metric_interval_lower_bound",
                isOptional: true, "Where it begins above the alarm's threshold; absent is minus infinity."),
            .init(
                .upperBound, .double, cloudFormation: "MetricIntervalUpperBound", terraform: "metric_interval_upper_bound",
                isOptional: true, "Where it ends; absent is infinity."),
            .init(
                .adjustment, .integer, cloudFormation: "ScalingAdjustment", terraform: "scaling_adjustment",
                isOptional: true, "Tasks, or percent, by the policy's adjustment type."),
        ])

    static let groupScalingPolicy = KindDeclaration(
        .groupScalingPolicy, cloudFormation: ["AWS::AutoScaling::ScalingPolicy"], terraform: ["aws_autoscaling_policy"],
        "A policy of EC2 Auto Scaling.",
        fields: [
            .init(.name, .string, "The name for people."),
            .init(
                .autoScalingGroup, .object(.autoScalingGroup), cloudFormation: "Properties.AutoScalingGroupName",
                terraform: "autoscaling_group_name", isOptional: true, "The group that it moves."),
            .init(
                .policyType, .string, cloudFormation: "Properties.PolicyType", terraform: "policy_type",
                default: .string("SimpleScaling"),
                "SimpleScaling, StepScaling, TargetTrackingScaling or PredictiveScaling."),
            .init(
                .predefinedMetric, .string,
                cloudFormation: "Properties.TargetTrackingConfiguration.PredefinedMetricSpecification.PredefinedMetricType",
                terraform: "target_tracking_configuration.predefined_metric_specification.predefined_metric_type",
                isOptional: true, "ASGAverageCPUUtilization and its like."),
            .init(
                .targetValue, .double, cloudFormation: "Properties.TargetTrackingConfiguration.TargetValue",
                terraform: "target_tracking_configuration.target_value", isOptional: true, "The value to hold."),
            .init(
                .metricName, .string,
                cloudFormation: "Properties.TargetTrackingConfiguration.CustomizedMetricSpecification.MetricName",
                terraform: "target_tracking_configuration.customized_metric_specification.metric_name", isOptional: true,
                "The name of a metric of one's own."),
            .init(
                .isEnabled, .bool, terraform: "enabled", default: .bool(true),
                "It moves the group; only Terraform says so, CloudFormation has no such property."),
            .init(.isManagedByECS, .bool, "It holds CapacityProviderReservation, as ECS managed scaling does."),
        ])

    static let groupSchedule = KindDeclaration(
        .groupSchedule, cloudFormation: ["AWS::AutoScaling::ScheduledAction"], terraform: ["aws_autoscaling_schedule"],
        "A change of an Auto Scaling group's sizes by the clock.",
        fields: [
            .init(.name, .string, "The name for people."),
            .init(
                .autoScalingGroup, .object(.autoScalingGroup), cloudFormation: "Properties.AutoScalingGroupName",
                terraform: "autoscaling_group_name", isOptional: true, "The group that it changes."),
            .init(
                .recurrence, .string, cloudFormation: "Properties.Recurrence", terraform: "recurrence", isOptional: true,
                "When, as five fields of cron."),
            .init(
                .minSize, .integer, unit: .instances, cloudFormation: "Properties.MinSize",
                terraform: .path("min_size", as: .absentWhenNegative), isOptional: true, "The new minimum."),
            .init(
                .maxSize, .integer, unit: .instances, cloudFormation: "Properties.MaxSize",
                terraform: .path("max_size", as: .absentWhenNegative), isOptional: true, "The new maximum."),
            .init(
                .desiredCapacity, .integer, unit: .instances, cloudFormation: "Properties.DesiredCapacity",
                terraform: .path("desired_capacity", as: .absentWhenNegative), isOptional: true, "The instances wanted then."),
        ])
}
