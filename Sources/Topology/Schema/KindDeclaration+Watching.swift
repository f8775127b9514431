// Source: CloudWatch PutCompositeAlarm (botocore cloudwatch 2010-08-01) and CloudWatch Logs PutMetricFilter (botocore logs
// 2014-03-28); aws_cloudwatch_composite_alarm and aws_cloudwatch_log_metric_filter of Terraform's AWS provider.

extension KindDeclaration {
    static let compositeAlarm = KindDeclaration(
        .compositeAlarm, cloudFormation: ["AWS::CloudWatch::CompositeAlarm"], terraform: ["aws_cloudwatch_composite_alarm"],
        namedBy: .alarmName, "An alarm on the states of other alarms.",
        fields: [
            .init(.name, .string, "The name for people."),
            .init(
                .alarmName, .string, cloudFormation: "Properties.AlarmName", terraform: "alarm_name", isOptional: true,
                "Its own name."),
            .init(
                .rule, .string, cloudFormation: "Properties.AlarmRule", terraform: "alarm_rule", isOptional: true,
                "The rule, as written: ALARM(\"a\") AND ALARM(\"b\")."),
            .init(
                .actions, .list(.string), cloudFormation: "Properties.AlarmActions", terraform: "alarm_actions",
                default: .emptyList, form: .arn, "What it starts."),
        ])

    static let metricFilter = KindDeclaration(
        .metricFilter, cloudFormation: ["AWS::Logs::MetricFilter"], terraform: ["aws_cloudwatch_log_metric_filter"],
        "What makes a metric of the lines of a log group.",
        fields: [
            .init(.name, .string, "The name for people."),
            .init(
                .logGroup, .object(.logGroup), cloudFormation: "Properties.LogGroupName", terraform: "log_group_name",
                isOptional: true, "The log group."),
            .init(
                .transformations, .list(.object(.metricTransformation)), cloudFormation: "Properties.MetricTransformations",
                terraform: "metric_transformation", default: .emptyList, "The metrics that it makes."),
        ])

    static let metricTransformation = KindDeclaration(
        .metricTransformation, "A metric that a metric filter makes.",
        fields: [
            .init(
                .metricName, .string, cloudFormation: "MetricName", terraform: "name", isOptional: true, "The metric's name."),
            .init(
                .namespace, .string, cloudFormation: "MetricNamespace", terraform: "namespace", isOptional: true,
                "The metric's namespace."),
        ])
}
