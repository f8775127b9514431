import Evaluation
import Templates
import Testing

@testable import Topology

@Suite struct DeadLetterTests {
    private func verdict(_ more: String, name: String = "JobsDLQ") throws -> String {
        let model = try model(
            """
            Parameters: {Open: {Type: String}, Stage: {Type: String}}
            Conditions: {Live: !Equals [!Ref Stage, live]}
            Resources:
              \(name): {Type: AWS::SQS::Queue}
            \(more)
            """)
        return try model.field("isDeadLetterQueue", of: model.object(name, kind: .queue)).shown
    }

    @Test(
        "Whoever cannot have a redrive policy is not a further source",
        arguments: [
            (
                "  R: {Type: AWS::Events::Rule, Properties: {Targets: [{Id: a, DeadLetterConfig: {Arn: !GetAtt JobsDLQ.Arn}}]}}",
                "list(1)"
            ),
            ("  F: {Type: AWS::Lambda::Function, Properties: {Environment: {Variables: {DLQ: !Ref JobsDLQ}}}}", "list(1)"),
            ("  P: {Type: AWS::SSM::Parameter, Properties: {Value: !GetAtt JobsDLQ.Arn}}", "list(1+)"),
            ("  X: {Type: Custom::Wire, Properties: {Queue: !GetAtt JobsDLQ.Arn}}", "list(1+)"),
        ])
    func furtherSources(_ more: String, _ expected: String) throws {
        let model = try model(
            """
            Resources:
              JobsDLQ: {Type: AWS::SQS::Queue}
              Jobs: {Type: AWS::SQS::Queue, Properties: {RedrivePolicy: {deadLetterTargetArn: !GetAtt JobsDLQ.Arn}}}
            \(more)
            """)
        let queue = try model.object("JobsDLQ", kind: .queue)
        #expect(try model.field("deadLetterSources", of: queue).shown == expected)
    }

    @Test(arguments: [
        ("", "false"),
        ("  Jobs: {Type: AWS::SQS::Queue, Properties: {RedrivePolicy: {deadLetterTargetArn: !GetAtt JobsDLQ.Arn}}}", "true"),
        ("  Jobs: {Type: AWS::SQS::Queue, Properties: {RedrivePolicy: {deadLetterTargetArn: !Ref Open}}}", "unknown"),
        (
            "  Jobs: {Type: AWS::SQS::Queue, Properties: {RedrivePolicy: {deadLetterTargetArn: 'arn:aws:sqs:x:1:elsewhere'}}}",
            "false"
        ),
        ("  F: {Type: AWS::Lambda::Function, Properties: {DeadLetterConfig: {TargetArn: !GetAtt JobsDLQ.Arn}}}", "true"),
        (
            "  R: {Type: AWS::Events::Rule, Properties: {Targets: [{Id: a, DeadLetterConfig: {Arn: !GetAtt JobsDLQ.Arn}}]}}",
            "true"
        ),
        ("  S: {Type: AWS::SNS::Subscription, Properties: {RedrivePolicy: {deadLetterTargetArn: !GetAtt JobsDLQ.Arn}}}", "true"),
        (
            "  C: {Type: AWS::Lambda::EventInvokeConfig, Properties: {DestinationConfig: {OnFailure: {Destination: !GetAtt JobsDLQ.Arn}}}}",
            "true"
        ),
        (
            "  Jobs: {Type: AWS::SQS::Queue, Condition: Live, Properties: {RedrivePolicy: {deadLetterTargetArn: !GetAtt JobsDLQ.Arn}}}",
            "true"
        ),
        ("Outputs: {Dead: {Value: !GetAtt JobsDLQ.Arn, Export: {Name: dead}}}", "unknown"),
        ("Outputs: {Dead: {Value: !GetAtt JobsDLQ.Arn}}", "unknown"),
        ("  Jobs: {Type: AWS::SQS::Queue}\nOutputs: {Dead: {Value: !GetAtt JobsDLQ.Arn}}", "false"),
        ("  P: {Type: AWS::SSM::Parameter, Properties: {Value: !GetAtt JobsDLQ.Arn}}", "unknown"),
        (
            "  A: {Type: AWS::CloudWatch::Alarm, Properties: {Dimensions: [{Name: QueueName, Value: !GetAtt JobsDLQ.QueueName}]}}",
            "false"
        ),
        (
            "  Jobs: {Type: AWS::SQS::Queue, Properties: {RedrivePolicy: !Sub '{\"deadLetterTargetArn\": \"${JobsDLQ.Arn}\", \"maxReceiveCount\": 4}'}}",
            "true"
        ),
        ("  Child: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: 'https://x/y.yaml'}}", "false"),
        (
            "  Child: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: 'https://x/y.yaml', Parameters: {Dead: !GetAtt JobsDLQ.Arn}}}",
            "unknown"
        ),
    ])
    func isKnownFromWhoeverSendsThere(_ more: String, _ expected: String) throws {
        #expect(try verdict(more) == expected)
    }

    @Test(arguments: [
        ("JobsDLQ", true), ("Dlq", true), ("OrdersDeadLetterQueue", true), ("deadletter", true), ("DeadEnd", false),
        ("Jobs", false), ("JobsDlqUrl2", true), ("Letters", false), ("JobsWithDlq", false), ("JobsWithoutDeadLetters", false),
        ("DlqForJobsWithDlq", true),
    ])
    func namesAreReadAsWords(_ name: String, _ expected: Bool) throws {
        let model = try model("Resources: {\(name): {Type: AWS::SQS::Queue}}")
        #expect(try model.field("isNamedLikeDeadLetterQueue", of: model.object(name, kind: .queue)).shown == "\(expected)")
    }
}
