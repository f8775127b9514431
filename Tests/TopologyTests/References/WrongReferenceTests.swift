import Evaluation
import Templates
import Testing

@testable import Topology

@Suite("Places that name something in a form which AWS does not take")
struct WrongReferenceTests {
    private func slips(_ text: String) throws -> [String] {
        let model = try model(text)
        return try model.objects(of: .wrongReference).map { object in
            let words = try ["property", "name", "given", "due"].map { try model.field($0, of: object).shown }
            return "\(words[0]) of \(words[1]): \(words[2]), not \(words[3])"
        }
    }

    private static let start = """
        Parameters: {Where: {Type: String}, Stage: {Type: String}, On: {Type: String}}
        Conditions: {C: !Equals [!Ref On, a]}
        Resources:
          Dead: {Type: AWS::SQS::Queue}
          Jobs: {Type: AWS::SQS::Queue}
          News: {Type: AWS::SNS::Topic}
          Main: {Type: AWS::ECS::Cluster}
          Role: {Type: AWS::IAM::Role, Properties: {}}
          Task: {Type: AWS::ECS::TaskDefinition, Properties: {Family: t}}

        """

    @Test(
        "values of a redrive policy",
        arguments: [
            ("!Ref Dead", "a URL"), ("!GetAtt Dead.QueueName", "a name"), ("dead", "a name"), ("!Sub 'dead-${Stage}'", "a name"),
            ("https://sqs.eu-west-1.amazonaws.com/111122223333/dead", "a URL"),
            ("!Sub 'https://sqs.${AWS::Region}.amazonaws.com/${AWS::AccountId}/dead'", "a URL"), ("!Ref Task", nil),
            ("!If [C, !Ref Dead, !GetAtt Dead.Arn]", "a URL"), ("!GetAtt Dead.Arn", nil), ("!Ref Where", nil),
            ("!Sub '${Stage}-dead'", nil), ("'{{resolve:ssm:/dead}}'", nil), ("!ImportValue dead", nil),
            ("!Sub 'arn:aws:sqs:${AWS::Region}:${AWS::AccountId}:dead'", nil),
        ])
    func redrive(value: String, given: String?) throws {
        let found = try slips(
            Self.start
                + "  Q: {Type: AWS::SQS::Queue, Properties: {RedrivePolicy: {deadLetterTargetArn: \(value), maxReceiveCount: 5}}}"
        )
        #expect(found == (given.map { ["deadLetterTargetArn of Q: \($0), not an ARN"] } ?? []))
    }

    @Test(
        "targets, subscriptions, policies and dimensions",
        arguments: [
            (
                "{Type: AWS::Events::Rule, Properties: {Targets: [{Id: a, Arn: !Ref Main, RoleArn: !Ref Role, EcsParameters: {TaskDefinitionArn: t}}]}}",
                [
                    "Arn of X: a name, not an ARN", "RoleArn of X: a name, not an ARN",
                    "TaskDefinitionArn of X: a name, not an ARN",
                ]
            ),
            (
                "{Type: AWS::Scheduler::Schedule, Properties: {Target: {Arn: !Ref Jobs, RoleArn: !GetAtt Role.Arn, DeadLetterConfig: {Arn: !Ref Dead}}}}",
                ["Arn of X: a URL, not an ARN", "Arn of X: a URL, not an ARN"]
            ),
            (
                "{Type: AWS::SNS::Subscription, Properties: {TopicArn: !Ref News, Protocol: sqs, Endpoint: !Ref Jobs}}",
                ["Endpoint of X: a URL, not an ARN"]
            ),
            (
                "{Type: AWS::SNS::Subscription, Properties: {TopicArn: !Ref News, Protocol: https, Endpoint: 'https://a.example'}}",
                []
            ),
            ("{Type: AWS::SNS::Subscription, Properties: {TopicArn: !Ref News, Protocol: email, Endpoint: a@example.com}}", []),
            (
                "{Type: AWS::SQS::QueuePolicy, Properties: {Queues: [!Ref Jobs, !GetAtt Dead.Arn]}}",
                ["Queues of X: an ARN, not a URL"]
            ),
            (
                "{Type: AWS::Lambda::EventSourceMapping, Properties: {EventSourceArn: !Ref Jobs}}",
                ["EventSourceArn of X: a URL, not an ARN"]
            ),
            (
                "{Type: AWS::CloudWatch::Alarm, Properties: {Namespace: AWS/ECS, Dimensions: [{Name: ClusterName, Value: !GetAtt Main.Arn}, {Name: Other, Value: !GetAtt Main.Arn}]}}",
                ["dimension ClusterName of X: an ARN, not a name"]
            ),
            (
                "{Type: AWS::CloudWatch::Alarm, Properties: {Namespace: Acme, Dimensions: [{Name: QueueName, Value: !Ref Jobs}]}}",
                []
            ),
            ("{Type: AWS::CloudWatch::Alarm, Properties: {AlarmActions: [!Ref News, arn:aws:swf:x:1:action/a]}}", []),
        ])
    func places(resource: String, expected: [String]) throws {
        #expect(try slips(Self.start + "  X: " + resource).sorted() == expected.sorted())
    }

    @Test("such a reference links nothing")
    func unlinked() throws {
        let model = try model(
            Self.start
                + """
                  A: {Type: AWS::SQS::Queue, Properties: {RedrivePolicy: {deadLetterTargetArn: !Ref Dead, maxReceiveCount: 5}}}
                  P: {Type: AWS::SQS::QueuePolicy, Properties: {Queues: [!GetAtt Jobs.Arn], PolicyDocument: {Statement: [{Effect: Allow}]}}}
                """)
        let redrive = try model.field("redrive.deadLetterQueue", of: model.object("A", kind: .queue))
        #expect(redrive.state == .unknown)
        #expect(try model.objects("policyStatements", of: model.object("Jobs", kind: .queue)).isEmpty)
    }
}
