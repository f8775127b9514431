import Testing

@testable import Topology

@Suite("Systems of SAM")
struct ServerlessTests {
    private func serverless(_ resources: String) throws -> Model {
        try model("Transform: AWS::Serverless-2016-10-31\nGlobals: {Function: {Timeout: 50}}\nResources:\n" + resources)
    }

    @Test("a function with an SQS event consumes the queue with the timeout of Globals")
    func consumer() throws {
        let model = try serverless(
            """
              Jobs: {Type: AWS::SQS::Queue}
              Work:
                Type: AWS::Serverless::Function
                Properties:
                  AutoPublishAlias: live
                  Events: {Feed: {Type: SQS, Properties: {Queue: !GetAtt Jobs.Arn, BatchSize: 5}}}
            """)
        let jobs = try model.object("Jobs", kind: .queue)
        let consumer = try #require(try model.objects("consumers", of: jobs).first)
        #expect(consumer.name == "Work")
        #expect(try model.field("processingSeconds", of: consumer).shown == "50")
        #expect(try model.field("messagesPerReceive", of: consumer).shown == "5")
        #expect(try model.field("consumers", of: jobs).shown == "list(1)")
        let mapping = try model.object("WorkFeed", kind: .eventSourceMapping)
        #expect(try model.field("function.timeout", of: mapping).shown == "50")
        #expect(mapping.origin.resource == "Work")
    }

    @Test(
        "SAM's dead-letter settings make a queue a dead-letter queue",
        arguments: [
            "DeadLetterQueue: {Type: SQS, TargetArn: !GetAtt Dead.Arn}",
            "EventInvokeConfig: {DestinationConfig: {OnFailure: {Type: SQS, Destination: !GetAtt Dead.Arn}}}",
            "Events: {E: {Type: Schedule, Properties: {Schedule: rate(1 day), DeadLetterConfig: {Arn: !GetAtt Dead.Arn}}}}",
            "Events: {E: {Type: ScheduleV2, Properties: {ScheduleExpression: rate(1 day), DeadLetterConfig: {Arn: !GetAtt Dead.Arn}}}}",
            "Events: {E: {Type: EventBridgeRule, Properties: {Pattern: {}, DeadLetterConfig: {Arn: !GetAtt Dead.Arn}}}}",
            "Events: {E: {Type: SNS, Properties: {Topic: t, RedrivePolicy: {deadLetterTargetArn: !GetAtt Dead.Arn}}}}",
            "Events: {E: {Type: Kinesis, Properties: {Stream: s, DestinationConfig: {OnFailure: {Destination: !GetAtt Dead.Arn}}}}}",
        ])
    func deadLetters(setting: String) throws {
        let model = try serverless(
            """
              Dead: {Type: AWS::SQS::Queue}
              Other: {Type: AWS::SQS::Queue}
              Work: {Type: AWS::Serverless::Function, Properties: {\(setting)}}
            """)
        #expect(try model.field("isDeadLetterQueue", of: model.object("Dead", kind: .queue)).shown == "true")
        #expect(try model.field("isDeadLetterQueue", of: model.object("Other", kind: .queue)).shown == "false")
    }

    @Test("a queue that SAM makes between topic and function is a queue like any other")
    func madeQueue() throws {
        let model = try serverless(
            """
              Topic: {Type: AWS::SNS::Topic}
              Work:
                Type: AWS::Serverless::Function
                Properties: {Events: {News: {Type: SNS, Properties: {Topic: !Ref Topic, SqsSubscription: true}}}}
            """)
        let queue = try model.object("WorkNewsQueue", kind: .queue)
        let consumers = try model.objects("consumers", of: queue)
        #expect(consumers.map(\.name) == ["Work"])
        #expect(queue.origin.path == "Properties.Events.News.Properties.SqsSubscription")
    }

    @Test("an ECS worker with the role that SAM makes receives what the role may receive")
    func grants() throws {
        let model = try serverless(
            """
              Jobs: {Type: AWS::SQS::Queue}
              Linked: {Type: AWS::SQS::Queue}
              Work:
                Type: AWS::Serverless::Function
                Properties: {Policies: [SQSPollerPolicy: {QueueName: !GetAtt Jobs.QueueName}]}
              Link:
                Type: AWS::Serverless::Connector
                Properties: {Source: {Id: Work}, Destination: {Id: Linked}, Permissions: [Read]}
              Task: {Type: AWS::ECS::TaskDefinition, Properties: {TaskRoleArn: !GetAtt WorkRole.Arn}}
            """)
        for queue in ["Jobs", "Linked"] {
            let consumers = try model.objects("consumers", of: model.object(queue, kind: .queue))
            #expect(consumers.map(\.name) == ["Task"])
        }
    }
}
