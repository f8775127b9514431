import Evaluation
import Testing

@testable import Topology

/// How many messages must wait before a policy starts a first task.
@Suite struct WakeTests {
    private func stack(_ policy: String, alarm: String = "") -> String {
        """
        Resources:
          Jobs: {Type: AWS::SQS::Queue}
          Range: {Type: AWS::ApplicationAutoScaling::ScalableTarget, Properties: {ServiceNamespace: ecs, ResourceId: service/main/w, MinCapacity: 0, MaxCapacity: 9}}
          Out: {Type: AWS::ApplicationAutoScaling::ScalingPolicy, Properties: {ScalingTargetId: !Ref Range, \(policy)}}
          Deep: {Type: AWS::CloudWatch::Alarm, Properties: {AlarmActions: [!Ref Out], \(alarm)}}
        """
    }

    private func needed(_ text: String) throws -> String {
        let model = try model(text)
        return try model.field("messagesToLeaveZero", of: model.object("Out", kind: .scalingPolicy)).shown
    }

    private let step =
        "StepScalingPolicyConfiguration: {AdjustmentType: ChangeInCapacity, StepAdjustments: [{MetricIntervalLowerBound: 0, ScalingAdjustment: 1}]}"

    private func visible(_ more: String) -> String {
        "Namespace: AWS/SQS, MetricName: ApproximateNumberOfMessagesVisible, Dimensions: [{Name: QueueName, Value: !GetAtt Jobs.QueueName}], \(more)"
    }

    @Test(arguments: [
        ("ComparisonOperator: GreaterThanOrEqualToThreshold, Threshold: 1", "1"),
        ("ComparisonOperator: GreaterThanThreshold, Threshold: 0", "1"),
        ("ComparisonOperator: GreaterThanThreshold, Threshold: 1", "2"),
        ("ComparisonOperator: GreaterThanOrEqualToThreshold, Threshold: 100", "100"),
        ("ComparisonOperator: GreaterThanOrEqualToThreshold, Threshold: 5, Statistic: Sum, Period: 300", "1"),
        ("ComparisonOperator: GreaterThanOrEqualToThreshold, Threshold: 100, ActionsEnabled: false", "absent"),
        ("ComparisonOperator: LessThanThreshold, Threshold: 1", "absent"),
        ("ComparisonOperator: GreaterThanUpperThreshold, ThresholdMetricId: a", "unknown?"),
    ])
    func anAlarmWaitsForItsThreshold(_ alarm: String, _ expected: String) throws {
        #expect(try needed(stack(step, alarm: visible(alarm))) == expected)
    }

    @Test func theAgeOfAMessagePassesAnyThreshold() throws {
        let alarm =
            "Namespace: AWS/SQS, MetricName: ApproximateAgeOfOldestMessage, Dimensions: [{Name: QueueName, Value: !GetAtt Jobs.QueueName}], ComparisonOperator: GreaterThanThreshold, Threshold: 600"
        #expect(try needed(stack(step, alarm: alarm)) == "1")
    }

    @Test func aStepFurtherOutNeedsMoreMessages() throws {
        let step =
            "StepScalingPolicyConfiguration: {AdjustmentType: ChangeInCapacity, StepAdjustments: [{MetricIntervalLowerBound: 0, MetricIntervalUpperBound: 9, ScalingAdjustment: 0}, {MetricIntervalLowerBound: 9, ScalingAdjustment: 1}]}"
        #expect(
            try needed(stack(step, alarm: visible("ComparisonOperator: GreaterThanOrEqualToThreshold, Threshold: 1"))) == "10")
    }

    @Test(arguments: [
        ("m / IF(t > 0, t, 1)", "20", "21"), ("m / IF(t > 0, t, 1)", "0.5", "1"), ("m / t", "20", "absent"),
        ("IF(t > 0, m / t, IF(m > 0, 1000, 0))", "20", "1"), ("m / FILL(t, 1)", "3", "4"),
    ])
    func targetTrackingWaitsForMoreThanItsTarget(_ expression: String, _ target: String, _ expected: String) throws {
        let policy = """
            TargetTrackingScalingPolicyConfiguration: {TargetValue: \(target), CustomizedMetricSpecification: {Metrics: [
              {Id: m, ReturnData: false, MetricStat: {Stat: Average, Metric: {\(visible(""))}}},
              {Id: t, ReturnData: false, MetricStat: {Stat: Average, Metric: {Namespace: ECS/ContainerInsights, MetricName: RunningTaskCount}}},
              {Id: e, Expression: "\(expression)"}]}}
            """.split(separator: "\n").joined(separator: " ")
        #expect(try needed(stack(policy)) == expected)
    }
}
