import Evaluation
import Templates
import Testing

@testable import Topology

@Suite("Who hears of an alarm")
struct AlarmListenerTests {
    private func model(rule: String) throws -> Model {
        try TopologyTests.model(
            """
            Parameters: {Stage: {Type: String}}
            Conditions: {IsLive: !Equals [!Ref Stage, live]}
            Resources:
              Deep: {Type: AWS::CloudWatch::Alarm, Properties: {AlarmName: deep, Namespace: AWS/SQS}}
              Other: {Type: AWS::CloudWatch::Alarm, Properties: {AlarmName: other, Namespace: AWS/SQS}}
              All: {Type: AWS::CloudWatch::CompositeAlarm, Properties: {AlarmRule: \(rule)}}
            """)
    }

    @Test(
        "a composite alarm names alarms by reference, name and ARN",
        arguments: [
            ("!Sub 'ALARM(${Deep})'", "list(1)", "list(0)"),
            ("!Sub 'ALARM(\"${Deep}\") OR OK(\"other\")'", "list(1)", "list(1)"),
            ("'ALARM(arn:aws:cloudwatch:eu-west-1:1:alarm:deep)'", "list(1)", "list(0)"),
            ("!Sub 'ALARM(${Deep.Arn})'", "list(1)", "list(0)"),
            ("'TRUE'", "list(0)", "list(0)"),
            ("!Ref Stage", "list(0+)", "list(0+)"),
            ("!Sub 'ALARM(${Stage}-deep) AND ALARM(other)'", "list(0+)", "list(1+)"),
        ])
    func composites(_ rule: String, _ deep: String, _ other: String) throws {
        let model = try model(rule: rule)
        #expect(try model.field("compositeAlarms", of: model.object("Deep", kind: .alarm)).shown == deep)
        #expect(try model.field("compositeAlarms", of: model.object("Other", kind: .alarm)).shown == other)
    }
}
