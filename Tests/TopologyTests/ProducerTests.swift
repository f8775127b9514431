import Evaluation
import Templates
import Testing

@testable import Topology

@Suite("Producers")
struct ProducerTests {
    private func producers(of receiver: String, kind: Kind = .queue, in text: String) throws -> [String] {
        let model = try model(text)
        let object = try model.object(receiver, kind: kind)
        return try model.objects(kind == .queue ? "producers" : "publishers", of: object).map { producer in
            let send = try model.field("maySend", of: producer).shown
            let key = try model.field("mayUseKey", of: producer).shown
            return "\(try model.field("kind", of: producer).shown) \(producer.name) \(send) \(key)"
        }
    }

    private func policy(_ statement: String) -> String {
        """
          Access:
            Type: AWS::SQS::QueuePolicy
            Properties: {Queues: [!Ref Jobs], PolicyDocument: {Statement: [\(statement)]}}
        """
    }

    private let bucket = """
        Resources:
          Jobs: {Type: AWS::SQS::Queue, Properties: {QueueName: jobs}}
          Inbox:
            Type: AWS::S3::Bucket
            Properties:
              BucketName: inbox
              NotificationConfiguration: {QueueConfigurations: [{Event: 's3:ObjectCreated:*', Queue: !GetAtt Jobs.Arn}]}

        """

    @Test("a topic sends what it cannot deliver to the subscription's dead-letter queue")
    func undelivered() throws {
        let stack = """
            Resources:
              Jobs: {Type: AWS::SQS::Queue}
              News: {Type: AWS::SNS::Topic}
              Hook:
                Type: AWS::SNS::Subscription
                Properties: {TopicArn: !Ref News, Protocol: https, Endpoint: 'https://a.example', RedrivePolicy: {deadLetterTargetArn: !GetAtt Jobs.Arn}}

            """
        #expect(try producers(of: "Jobs", in: stack) == ["subscription News false true"])
        let statement =
            "{Effect: Allow, Principal: {Service: sns.amazonaws.com}, Action: 'sqs:SendMessage', Resource: !GetAtt Jobs.Arn, Condition: {ArnEquals: {'aws:SourceArn': !Ref News}}}"
        #expect(try producers(of: "Jobs", in: stack + policy(statement)) == ["subscription News true true"])
    }

    private static let statements: [(String, String)] = [
        (
            "{Effect: Allow, Principal: {Service: s3.amazonaws.com}, Action: 'sqs:SendMessage', Resource: !GetAtt Jobs.Arn}",
            "true"
        ),
        ("{Effect: Allow, Principal: '*', Action: 'SQS:*', Resource: '*'}", "true"),
        (
            "{Effect: Allow, Principal: {Service: sns.amazonaws.com}, Action: 'sqs:SendMessage', Resource: !GetAtt Jobs.Arn}",
            "false"
        ),
        ("{Effect: Allow, Principal: {Service: s3.amazonaws.com}, Action: 'sqs:ReceiveMessage', Resource: '*'}", "false"),
        (
            "{Effect: Allow, Principal: {Service: s3.amazonaws.com}, Action: 'sqs:SendMessage', Resource: '*', Condition: {ArnLike: {aws:SourceArn: 'arn:aws:s3:::inbox'}}}",
            "true"
        ),
        (
            "{Effect: Allow, Principal: {Service: s3.amazonaws.com}, Action: 'sqs:SendMessage', Resource: '*', Condition: {ArnEquals: {aws:SourceArn: 'arn:aws:s3:::outbox'}}}",
            "false"
        ),
        (
            "{Effect: Allow, Principal: {Service: s3.amazonaws.com}, Action: 'sqs:SendMessage', Resource: '*', Condition: {StringEquals: {aws:SourceAccount: !Ref AWS::AccountId}, ArnLike: {aws:SourceArn: !GetAtt Inbox.Arn}}}",
            "true"
        ),
        (
            "{Effect: Allow, Principal: '*', Action: 'sqs:*', Resource: '*'}, {Effect: Deny, Principal: '*', Action: 'sqs:SendMessage', Resource: '*'}",
            "false"
        ),
    ]

    @Test("A bucket needs the queue's leave", arguments: statements)
    func bucketNotification(statement: String, expected: String) throws {
        #expect(try producers(of: "Jobs", in: bucket + policy(statement)) == ["bucket Inbox \(expected) true"])
    }

    @Test("Without a policy nobody may send")
    func noPolicy() throws {
        #expect(try producers(of: "Jobs", in: bucket) == ["bucket Inbox false true"])
    }

    @Test("Topics, event rules, schedules and pipes")
    func others() throws {
        let text = """
            Resources:
              Jobs: {Type: AWS::SQS::Queue}
              News: {Type: AWS::SNS::Topic, Properties: {Subscription: [{Protocol: sqs, Endpoint: !GetAtt Jobs.Arn}]}}
              Mail: {Type: AWS::SNS::Subscription, Properties: {TopicArn: !Ref News, Protocol: email, Endpoint: a@example.com}}
              Rule: {Type: AWS::Events::Rule, Properties: {EventPattern: {source: [aws.s3]}, Targets: [{Id: q, Arn: !GetAtt Jobs.Arn}]}}
              Clock:
                Type: AWS::Scheduler::Schedule
                Properties: {ScheduleExpression: rate(1 hour), Target: {Arn: !GetAtt Jobs.Arn, RoleArn: !GetAtt Role.Arn}}
              Pipe: {Type: AWS::Pipes::Pipe, Properties: {Source: 'arn:aws:sqs:eu-west-1:1:else', Target: !GetAtt Jobs.Arn, RoleArn: !GetAtt Role.Arn}}
              Role:
                Type: AWS::IAM::Role
                Properties: {Policies: [{PolicyName: p, PolicyDocument: {Statement: {Effect: Allow, Action: 'sqs:SendMessage', Resource: '*'}}}]}
            """
        #expect(
            try producers(of: "Jobs", in: text).sorted() == [
                "eventRule Rule false true", "pipe Pipe true true", "schedule Clock true true",
                "subscription News false true",
            ])
    }

    @Test("A key that does not grant the service blocks it; AWS's own key is told apart")
    func keys() throws {
        let allow = policy(
            "{Effect: Allow, Principal: {Service: s3.amazonaws.com}, Action: 'sqs:SendMessage', Resource: '*'}")
        func text(_ key: String, _ statement: String = "") -> String {
            bucket.replacing("{QueueName: jobs}", with: "{QueueName: jobs, KmsMasterKeyId: \(key)}") + allow
                + "\n  Key: {Type: AWS::KMS::Key, Properties: {KeyPolicy: {Statement: [\(statement)]}}}"
        }
        #expect(try producers(of: "Jobs", in: text("!Ref Key")) == ["bucket Inbox true false"])
        let granted =
            "{Effect: Allow, Principal: {Service: s3.amazonaws.com}, Action: ['kms:GenerateDataKey*', 'kms:Decrypt'], Resource: '*'}"
        #expect(try producers(of: "Jobs", in: text("!GetAtt Key.Arn", granted)) == ["bucket Inbox true true"])
        let half = "{Effect: Allow, Principal: {Service: s3.amazonaws.com}, Action: 'kms:Decrypt', Resource: '*'}"
        #expect(try producers(of: "Jobs", in: text("!Ref Key", half)) == ["bucket Inbox true false"])
        let model = try model(text("alias/aws/sqs"))
        #expect(try model.field("usesAwsManagedKey", of: model.object("Jobs", kind: .queue)).shown == "true")
        #expect(try model.field("usesCustomerKey", of: model.object("Jobs", kind: .queue)).shown == "false")
    }

    @Test("A role that may send to just this queue is a producer")
    func roles() throws {
        let text = """
            Resources:
              Jobs: {Type: AWS::SQS::Queue}
              Other: {Type: AWS::SQS::Queue}
              Role:
                Type: AWS::IAM::Role
                Properties: {Policies: [{PolicyName: p, PolicyDocument: {Statement: {Effect: Allow, Action: 'sqs:SendMessage', Resource: !GetAtt Jobs.Arn}}}]}
              Web: {Type: AWS::ECS::TaskDefinition, Properties: {TaskRoleArn: !GetAtt Role.Arn, ContainerDefinitions: [{Name: w}]}}
            """
        #expect(try producers(of: "Jobs", in: text) == ["taskDefinition Web true true"])
        #expect(try producers(of: "Other", in: text) == [])
    }

    @Test("Alarms and event rules publish to topics; the default policy lets alarms only")
    func topics() throws {
        let text = """
            Resources:
              Pager: {Type: AWS::SNS::Topic}
              Alarm: {Type: AWS::CloudWatch::Alarm, Properties: {Namespace: AWS/SQS, MetricName: x, AlarmActions: [!Ref Pager]}}
              Rule: {Type: AWS::Events::Rule, Properties: {EventPattern: {source: [aws.ecs]}, Targets: [{Id: t, Arn: !Ref Pager}]}}
            """
        #expect(
            try producers(of: "Pager", kind: .topic, in: text) == ["eventRule Rule false true", "alarm Alarm true true"])
        let model = try model(text)
        let topic = try model.object("Pager", kind: .topic)
        #expect(try model.field("isAlarmTarget", of: topic).shown == "true")
        #expect(try model.field("subscriptions", of: topic).shown == "list(0)")
    }

    @Test("Event rules send dead letters under the queue's policy too")
    func deadLetters() throws {
        let text = """
            Resources:
              Failed: {Type: AWS::SQS::Queue}
              Rule:
                Type: AWS::Events::Rule
                Properties:
                  ScheduleExpression: rate(5 minutes)
                  Targets: [{Id: f, Arn: !GetAtt F.Arn, DeadLetterConfig: {Arn: !GetAtt Failed.Arn}}]
              F: {Type: AWS::Lambda::Function, Properties: {Timeout: 5}}
            """
        #expect(try producers(of: "Failed", in: text) == ["eventRule Rule false true"])
        let model = try model(text)
        #expect(try model.field("shortestScheduleSeconds", of: model.object("F", kind: .function)).shown == "300")
    }
}
