// Source: the AWS service's API reference of each place (RedrivePolicy of SetQueueAttributes, QueueUrl, AlarmActions of
// PutMetricAlarm, Arn of PutTargets, Endpoint of Subscribe ...), and "Return values" of each type for what references give.

extension KindDeclaration {
    static let wrongReference = KindDeclaration(
        .wrongReference, "A place that names something in a form which AWS does not take there: a URL in place of an ARN.",
        fields: [
            .init(.name, .string, "The resource for people."),
            .init(.property, .string, "The place: deadLetterTargetArn, dimension QueueName."),
            .init(.given, .string, "What is written: a name, an ARN, a URL or an id."),
            .init(.due, .string, "What AWS takes: a name, an ARN or a URL."),
            .init(.isDimension, .bool, "It is a dimension of a metric, which AWS takes and finds nothing for."),
            .init(.advice, .string, isOptional: true, "What to write in its place; absent where no attribute is that."),
        ])
}
