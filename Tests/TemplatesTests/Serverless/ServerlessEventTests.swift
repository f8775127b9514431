import Evaluation
import Testing

@testable import Templates

@Suite("SAM events")
struct ServerlessEventTests {
    /// A template of a function `Work` with one event `Feed`, behind which other resources stand.
    private func event(
        _ type: String, _ properties: String, functionProperties: String = "", resources: String = "", condition: String = ""
    ) throws -> Workload {
        try load(
            """
            Transform: AWS::Serverless-2016-10-31
            Parameters: {Stage: {Type: String}}
            Conditions: {IsProd: !Equals [!Ref Stage, prod]}
            Resources:
              Jobs: {Type: AWS::SQS::Queue}
              Topic: {Type: AWS::SNS::Topic, Properties: {FifoTopic: true}}
              Work:
                Type: AWS::Serverless::Function\(condition.isEmpty ? "" : "\n    Condition: \(condition)")
                Properties:
                  Timeout: 10\(functionProperties.isEmpty ? "" : "\n      \(functionProperties)")
                  Events:
                    Feed:
                      Type: \(type)
                      Properties: \(properties)
            \(resources)
            """)
    }

    @Test("SQS: an event source mapping that stands in Events and belongs to the function")
    func queue() throws {
        let workload = try event(
            "SQS",
            """
            {Queue: !GetAtt Jobs.Arn, BatchSize: 5, Enabled: false, MaximumBatchingWindowInSeconds: 2, ScalingConfig:
                        {MaximumConcurrency: 3}, FunctionResponseTypes: [ReportBatchItemFailures], FilterCriteria: {Filters: []}}
            """, condition: "IsProd")
        let mapping = try #require(workload.resource("WorkFeed"))
        #expect(mapping.type == "AWS::Lambda::EventSourceMapping")
        let properties = mapping.body.member("Properties")
        #expect(
            properties.shown
                == "{BatchSize: 5, Enabled: false, EventSourceArn: Jobs.Arn, FilterCriteria: {Filters: []}, FunctionName: Work, "
                + "FunctionResponseTypes: [ReportBatchItemFailures], MaximumBatchingWindowInSeconds: 2, "
                + "ScalingConfig: {MaximumConcurrency: 3}}")
        #expect(mapping.existence == workload.resource("Work")?.existence)
        #expect(mapping.existence != .always)
        #expect(mapping.body.origin.path == "Properties.Events.Feed")
        #expect(mapping.body.origin.resource == "Work")
        let source = properties.member("EventSourceArn").origin
        #expect(source.path == "Properties.Events.Feed.Properties.Queue")
        let managed = try workload.property("ManagedPolicyArns", of: "WorkRole").shown
        #expect(managed.contains("AWSLambdaSQSQueueExecutionRole"))
    }

    @Test("with an alias the events belong to it")
    func alias() throws {
        let workload = try event(
            "SQS", "{Queue: !GetAtt Jobs.Arn}", functionProperties: "AutoPublishAlias: live")
        #expect(try workload.property("FunctionName", of: "WorkFeed").shown == "Work.Alias")
    }

    @Test(
        "rules with the function as target and their dead-letter queue",
        arguments: [
            ("Schedule", "Schedule: rate(1 minute)", "ScheduleExpression", "rate(1 minute)"),
            ("EventBridgeRule", "Pattern: {source: [a]}", "EventPattern", "{source: [a]}"),
            ("CloudWatchEvent", "Pattern: {source: [a]}", "EventPattern", "{source: [a]}"),
        ])
    func rules(type: String, property: String, name: String, value: String) throws {
        let workload = try event(
            type,
            "{\(property), Enabled: false, DeadLetterConfig: {Arn: !GetAtt Jobs.Arn}, RetryPolicy: {MaximumRetryAttempts: 1}}")
        #expect(workload.types["WorkFeed"] == "AWS::Events::Rule")
        #expect(try workload.property(name, of: "WorkFeed").shown == value)
        #expect(try workload.property("State", of: "WorkFeed").shown == "DISABLED")
        #expect(
            try workload.property("Targets", of: "WorkFeed").shown
                == "[{Arn: Work.Arn, DeadLetterConfig: {Arn: Jobs.Arn}, Id: WorkFeedLambdaTarget, RetryPolicy: {MaximumRetryAttempts: 1}}]"
        )
    }

    @Test("a dead-letter queue that SAM makes, under its own name or the template's")
    func madeDeadLetterQueue() throws {
        let unnamed = try event("Schedule", "{Schedule: rate(1 minute), DeadLetterConfig: {Type: SQS}}")
        #expect(unnamed.types["WorkFeedQueue"] == "AWS::SQS::Queue")
        #expect(unnamed.types["WorkFeedQueuePolicy"] == "AWS::SQS::QueuePolicy")
        #expect(unnamed.resource("WorkFeedQueue")?.body.origin.path == "Properties.Events.Feed.Properties.DeadLetterConfig")
        let named = try event(
            "Schedule", "{Schedule: rate(1 minute), DeadLetterConfig: {Type: SQS, QueueLogicalId: Given}}",
            resources: "Outputs: {Url: {Value: !Ref Given}}")
        #expect(named.types["Given"] == "AWS::SQS::Queue")
        #expect(try named.property("Targets", of: "WorkFeed").shown.contains("DeadLetterConfig: {Arn: Given.Arn}"))
        #expect(named.problems.isEmpty)
        #expect(named.stacks[0].outputs.map(\.shown) == ["Given"])
    }

    @Test("ScheduleV2: a schedule whose role may start the function and send dead letters")
    func schedule() throws {
        let workload = try event(
            "ScheduleV2", "{ScheduleExpression: rate(1 minute), DeadLetterConfig: {Arn: !GetAtt Jobs.Arn}}")
        #expect(workload.types["WorkFeed"] == "AWS::Scheduler::Schedule")
        #expect(
            try workload.property("Target", of: "WorkFeed").shown
                == "{Arn: Work.Arn, DeadLetterConfig: {Arn: Jobs.Arn}, RoleArn: WorkFeedRole.Arn}")
        let policies = try workload.property("Policies", of: "WorkFeedRole").shown
        #expect(policies.contains("lambda:InvokeFunction") && policies.contains("Resource: Jobs.Arn"))
        let own = try event("ScheduleV2", "{ScheduleExpression: rate(1 minute), RoleArn: 'arn:aws:iam::1:role/r'}")
        #expect(own.types["WorkFeedRole"] == nil)
    }

    @Test("SNS: straight to the function")
    func topic() throws {
        let workload = try event(
            "SNS", "{Topic: !Ref Topic, RedrivePolicy: {deadLetterTargetArn: !GetAtt Jobs.Arn}}")
        #expect(
            try workload.property("", of: "WorkFeed").shown
                == "{Endpoint: Work.Arn, Protocol: lambda, RedrivePolicy: {deadLetterTargetArn: Jobs.Arn}, TopicArn: Topic}")
    }

    @Test("SNS through a queue that SAM makes, FIFO like the topic")
    func topicThroughMadeQueue() throws {
        let workload = try event("SNS", "{Topic: !Ref Topic, SqsSubscription: true}")
        #expect(try workload.property("", of: "WorkFeedQueue").shown == "{FifoQueue: true}")
        #expect(try workload.property("Endpoint", of: "WorkFeed").shown == "WorkFeedQueue.Arn")
        #expect(try workload.property("EventSourceArn", of: "WorkFeedEventSourceMapping").shown == "WorkFeedQueue.Arn")
        #expect(try workload.property("Queues", of: "WorkFeedQueuePolicy").shown == "[WorkFeedQueue]")
    }

    @Test("SNS through a queue of the template")
    func topicThroughOwnQueue() throws {
        let workload = try event(
            "SNS", "{Topic: !Ref Topic, SqsSubscription: {QueueArn: !GetAtt Jobs.Arn, QueueUrl: !Ref Jobs, BatchSize: 3}}")
        #expect(
            try workload.property("", of: "WorkFeedEventSourceMapping").shown
                == "{BatchSize: 3, EventSourceArn: Jobs.Arn, FunctionName: Work}")
        #expect(workload.types["WorkFeedQueue"] == nil)
    }

    @Test("events that only permit a call make nothing that matters here")
    func api() throws {
        let workload = try event("Api", "{Path: /, Method: get}", resources: "Outputs: {Api: {Value: !Ref ServerlessRestApi}}")
        #expect(Set(workload.types.keys) == ["Jobs", "Topic", "Work", "WorkRole"])
        #expect(workload.problems.isEmpty)
    }

    @Test("events that are not known leave the stack open")
    func unknownEvents() throws {
        let workload = try load(
            """
            Transform: AWS::Serverless-2016-10-31
            Parameters: {P: {Type: String}}
            Resources:
              Work:
                Type: AWS::Serverless::Function
                Properties: {Events: !Ref P}
            """)
        #expect(workload.stacks[0].open.map(\.reason.text) == ["the events of Work are not known"])
    }

    @Test("names of what a loop over events makes are not called unknown")
    func loopedEvents() throws {
        let workload = try load(
            """
            Transform: [AWS::LanguageExtensions, AWS::Serverless-2016-10-31]
            Resources:
              Jobs: {Type: AWS::SQS::Queue}
              Work:
                Type: AWS::Serverless::Function
                Properties:
                  Events:
                    Fn::ForEach::Kinds:
                      - Kind
                      - [One, Two]
                      - Feed${Kind}: {Type: SQS, Properties: {Queue: !GetAtt Jobs.Arn}}
            Outputs:
              Mapping: {Value: !Ref WorkFeedOne}
            """)
        #expect(!workload.problems.contains { $0.code == .unresolvedReference })
    }

    @Test("a state machine stays as it is, its rules count")
    func stateMachine() throws {
        let workload = try load(
            """
            Transform: AWS::Serverless-2016-10-31
            Resources:
              Dead: {Type: AWS::SQS::Queue}
              Flow:
                Type: AWS::Serverless::StateMachine
                Properties:
                  Events:
                    Daily:
                      Type: Schedule
                      Properties: {Schedule: rate(1 day), DeadLetterConfig: {Arn: !GetAtt Dead.Arn}}
            """)
        #expect(workload.types["Flow"] == "AWS::Serverless::StateMachine")
        #expect(
            try workload.property("Targets", of: "FlowDaily").shown
                == "[{Arn: Flow, DeadLetterConfig: {Arn: Dead.Arn}, Id: FlowDailyStepFunctionsTarget, RoleArn: FlowDailyRole.Arn}]"
        )
    }
}
