// Defaults: CloudWatch PutMetricAlarm (botocore monitoring 2010-08-01). Terraform:
// internal/service/cloudwatch/metric_alarm.go of the provider, where return_data is false unless written.

extension KindDeclaration {
    static let alarm = KindDeclaration(
        .alarm, cloudFormation: ["AWS::CloudWatch::Alarm"], terraform: ["aws_cloudwatch_metric_alarm"],
        namedBy: .alarmName, "A CloudWatch alarm.",
        fields: [
            .init(.name, .string, "The name for people."),
            .init(
                .alarmName, .string, cloudFormation: "Properties.AlarmName", terraform: "alarm_name", isOptional: true,
                "Its own name."),
            .init(
                .namespace, .string, cloudFormation: "Properties.Namespace",
                terraform: .path("namespace", as: .absentWhenEmpty), isOptional: true, "The metric's namespace."),
            .init(
                .metricName, .string, cloudFormation: "Properties.MetricName",
                terraform: .path("metric_name", as: .absentWhenEmpty), isOptional: true, "The metric's name."),
            .init(
                .statistic, .string, cloudFormation: "Properties.Statistic",
                terraform: .path("statistic", as: .absentWhenEmpty), isOptional: true, "Average, Sum, ..."),
            .init(
                .threshold, .double, cloudFormation: "Properties.Threshold", terraform: "threshold", isOptional: true,
                "The threshold."),
            .init(
                .period, .integer, unit: .seconds, cloudFormation: "Properties.Period", terraform: "period",
                isOptional: true, "Length of a data point."),
            .init(
                .evaluationPeriods, .integer, cloudFormation: "Properties.EvaluationPeriods",
                terraform: "evaluation_periods", isOptional: true, "Data points that count."),
            .init(
                .dimensions, .list(.object(.dimension)), cloudFormation: "Properties.Dimensions",
                terraform: .path("dimensions", as: .keyValueMap(key: "name", value: "value")), default: .emptyList,
                "The metric's dimensions."),
            .init(
                .queries, .list(.object(.metricQuery)), cloudFormation: "Properties.Metrics",
                terraform: .path("metric_query", as: .filling(member: "return_data", with: "false")),
                default: .emptyList, "Metric math."),
            .init(.queue, .object(.queue), isOptional: true, "The queue that it watches."),
            .init(
                .actions, .list(.string), cloudFormation: "Properties.AlarmActions", terraform: "alarm_actions",
                default: .emptyList, form: .arn, "What it starts."),
            .init(
                .comparisonOperator, .string, cloudFormation: "Properties.ComparisonOperator",
                terraform: "comparison_operator", isOptional: true, "GreaterThanThreshold and its like."),
            .init(
                .actionsEnabled, .bool, cloudFormation: "Properties.ActionsEnabled", terraform: "actions_enabled",
                default: .bool(true), "Its actions are started."),
            .init(
                .datapointsToAlarm, .integer, cloudFormation: "Properties.DatapointsToAlarm",
                terraform: "datapoints_to_alarm", isOptional: true, "Data points that must be beyond the threshold."),
            .init(
                .treatMissingData, .string, cloudFormation: "Properties.TreatMissingData",
                terraform: "treat_missing_data", default: .string("missing"),
                "missing, breaching, notBreaching or ignore."),
            .init(
                .okActions, .list(.string), cloudFormation: "Properties.OKActions", terraform: "ok_actions",
                default: .emptyList, form: .arn, "What it starts when all is well again."),
            .init(.formula, .object(.metricFormula), "The metric, or the result of the metric math, taken apart."),
            .init(
                .longestPeriod, .integer, unit: .seconds, isOptional: true,
                "The longest period of its metrics; absent where none is written."),
            .init(.topics, .list(.object(.topic)), "The topics that it notifies."),
            .init(.scalingPolicies, .list(.object(.scalingPolicy)), "The policies that it starts."),
            .init(.cluster, .object(.cluster), isOptional: true, "The cluster that the dimension ClusterName names."),
            .init(.service, .object(.service), isOptional: true, "The service that the dimension ServiceName names."),
            .init(.compositeAlarms, .list(.object(.compositeAlarm)), "The composite alarms whose rule names it."),
            .init(.eventRules, .list(.object(.eventRule)), "The event rules on changes of its state."),
            .init(
                .isReferredTo, .bool,
                "Another resource of the input refers to it or names it, so that something may read its state."),
        ])
}
