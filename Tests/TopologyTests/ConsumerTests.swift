import Evaluation
import Templates
import Testing

@testable import Topology

@Suite struct ConsumerTests {
    /// A service with a role of the given statements and an environment.
    private func stack(statements: String, environment: String = "[]", more: String = "") -> String {
        """
        Parameters: {Open: {Type: String}}
        Resources:
          Jobs: {Type: AWS::SQS::Queue, Properties: {QueueName: jobs}}
          Role:
            Type: AWS::IAM::Role
            Properties:
              Policies: [{PolicyName: p, PolicyDocument: {Statement: \(statements)}}]
          Task:
            Type: AWS::ECS::TaskDefinition
            Properties:
              TaskRoleArn: !GetAtt Role.Arn
              ContainerDefinitions: [{Name: w, Environment: \(environment)}]
          Service: {Type: AWS::ECS::Service, Properties: {TaskDefinition: !Ref Task}}
        \(more)
        """
    }

    private func consumers(_ text: String, facts: WorkerFacts = WorkerFacts()) throws -> [String] {
        let model = try model(text, facts: facts)
        return try model.objects("consumers", of: model.object("Jobs", kind: .queue)).map(\.name)
    }

    @Test(arguments: [
        ("[{Effect: Allow, Action: 'sqs:ReceiveMessage', Resource: !GetAtt Jobs.Arn}]", ["Service"]),
        ("[{Effect: Allow, Action: ['sqs:*'], Resource: [!GetAtt Jobs.Arn]}]", ["Service"]),
        ("{Effect: Allow, Action: 'SQS:Receive*', Resource: 'arn:aws:sqs:us-east-1:1:jobs'}", ["Service"]),
        ("[{Effect: Allow, Action: 'sqs:SendMessage', Resource: !GetAtt Jobs.Arn}]", []),
        ("[{Effect: Deny, Action: 'sqs:*', Resource: !GetAtt Jobs.Arn}]", []),
        ("[{Effect: Allow, Action: 'sqs:ReceiveMessage', Resource: '*'}]", []),
    ])
    func theRoleShowsWhoReceives(_ statements: String, _ expected: [String]) throws {
        #expect(try consumers(stack(statements: statements)) == expected)
    }

    @Test func anEnvironmentVariableCountsUnlessTheRoleShowsAProducer() throws {
        let environment = "[{Name: QUEUE_URL, Value: !Ref Jobs}]"
        let sends = "[{Effect: Allow, Action: 'sqs:SendMessage', Resource: !GetAtt Jobs.Arn}]"
        let anything = "[{Effect: Allow, Action: 's3:*', Resource: '*'}]"
        #expect(try consumers(stack(statements: sends, environment: environment)) == [])
        #expect(try consumers(stack(statements: anything, environment: environment)) == ["Service"])
        #expect(try consumers(stack(statements: anything, environment: "[{Name: Q, Value: jobs}]")) == ["Service"])
        #expect(try consumers(stack(statements: anything, environment: "[{Name: Q, Value: !Ref Open}]")) == [])
    }

    @Test("a right by a wildcard is no sign for a queue beside the one that the worker is told")
    func wildcards() throws {
        let statements = "[{Effect: Allow, Action: 'sqs:ReceiveMessage', Resource: !Sub '${Jobs.Arn}*'}]"
        let dead = "  Dead: {Type: AWS::SQS::Queue, Properties: {QueueName: jobs-dlq}}"
        func consumers(_ environment: String) throws -> [Int] {
            let model = try model(stack(statements: statements, environment: environment, more: dead))
            return try ["Jobs", "Dead"].map { try model.objects("consumers", of: model.object($0, kind: .queue)).count }
        }
        #expect(try consumers("[{Name: QUEUE_URL, Value: !Ref Jobs}]") == [1, 0])
        #expect(try consumers("[]") == [1, 1])
    }

    @Test func aVariableMayHoldSeveralQueuesAsJSON() throws {
        let model = try terraformModel(
            #"""
            {"aws_sqs_queue.jobs": {"name": "jobs"}, "aws_sqs_queue.mails": {"name": "mails"},
             "aws_ecs_task_definition.t": {"family": "t", "container_definitions": [{"name": "w", "environment": [
               {"name": "QUEUE_URLS", "value": {"jobs": {"$ref": "aws_sqs_queue.jobs", "attribute": "url"},
                 "rest": [{"$ref": "aws_sqs_queue.mails", "attribute": "url"}]}}]}]},
             "aws_ecs_service.s": {"task_definition": {"$ref": "aws_ecs_task_definition.t"}}}
            """#)
        for name in ["aws_sqs_queue.jobs", "aws_sqs_queue.mails"] {
            #expect(try model.objects("consumers", of: model.object(name, kind: .queue)).map(\.name) == ["aws_ecs_service.s"])
        }
    }

    @Test func workersThatShareARoleTakeTheQueueThatTheyAreTold() throws {
        let more = """
              Mails: {Type: AWS::SQS::Queue, Properties: {QueueName: mails}}
              OtherTask:
                Type: AWS::ECS::TaskDefinition
                Properties:
                  TaskRoleArn: !GetAtt Role.Arn
                  ContainerDefinitions: [{Name: w, Environment: [{Name: QUEUE_URL, Value: !Ref Mails}]}]
              Other: {Type: AWS::ECS::Service, Properties: {TaskDefinition: !Ref OtherTask}}
            """
        let both = "[{Effect: Allow, Action: 'sqs:ReceiveMessage', Resource: [!GetAtt Jobs.Arn, !GetAtt Mails.Arn]}]"
        let told = "[{Name: QUEUE_URL, Value: !Ref Jobs}]"
        #expect(try consumers(stack(statements: both, environment: told, more: more)) == ["Service"])
        // Nobody tells the first one its queue: the role is all that there is.
        #expect(try consumers(stack(statements: both, more: more)).sorted() == ["Other", "Service"])
    }

    /// An API and a worker with one role, which may send and receive, and one environment; the worker may scale on the queue.
    private func apiAndWorker(
        actions: String = "['sqs:SendMessage', 'sqs:ReceiveMessage']", api: String, scaling: String = ""
    )
        -> String
    {
        let told = "[{Name: QUEUE_URL, Value: !Ref Jobs}]"
        let more = """
              Api: {Type: AWS::ECS::Service, Properties: {TaskDefinition: !Ref Task\(api)}}
            \(scaling)
            """
        return stack(
            statements: "[{Effect: Allow, Action: \(actions), Resource: !GetAtt Jobs.Arn}]", environment: told, more: more)
    }

    private static let scaling = """
          Target:
            Type: AWS::ApplicationAutoScaling::ScalableTarget
            Properties:
              ServiceNamespace: ecs
              ScalableDimension: ecs:service:DesiredCount
              ResourceId: !Sub service/default/${Service.Name}
          Policy:
            Type: AWS::ApplicationAutoScaling::ScalingPolicy
            Properties:
              ScalingTargetId: !Ref Target
              TargetTrackingScalingPolicyConfiguration:
                CustomizedMetricSpecification:
                  Namespace: AWS/SQS
                  MetricName: ApproximateNumberOfMessagesVisible
                  Dimensions: [{Name: QueueName, Value: !GetAtt Jobs.QueueName}]
        """

    @Test func oneRoleForAllMakesNoConsumerOfWhoSends() throws {
        let balanced = ", LoadBalancers: [{ContainerPort: 80}]"
        #expect(try consumers(apiAndWorker(api: balanced)) == ["Service"])
        #expect(try consumers(apiAndWorker(api: "", scaling: Self.scaling)) == ["Service"])
        // Nothing tells them apart, or the role lets nobody send.
        #expect(try consumers(apiAndWorker(api: "")).sorted() == ["Api", "Service"])
        #expect(try consumers(apiAndWorker(actions: "'sqs:ReceiveMessage'", api: balanced)).sorted() == ["Api", "Service"])
    }

    @Test func aPolicyOfItsOwnCountsAsWell() throws {
        let more = """
              Grant:
                Type: AWS::IAM::Policy
                Properties:
                  Roles: [!Ref Role]
                  PolicyDocument: {Statement: {Effect: Allow, Action: "sqs:ReceiveMessage", Resource: !GetAtt Jobs.Arn}}
            """
        #expect(try consumers(stack(statements: "[]", more: more)) == ["Service"])
    }

    @Test func theConfigurationNamesConsumers() throws {
        var worker = WorkerDeclaration(pattern: "Serv*")
        worker.consumes = ["Jobs"]
        worker.processingSeconds = 45
        let facts = WorkerFacts(workers: [worker])
        let model = try model(stack(statements: "[]"), facts: facts)
        let consumer = try #require(try model.objects("consumers", of: model.object("Jobs", kind: .queue)).first)
        #expect(try model.field("processingSeconds", of: consumer).shown == "45")
        #expect(try model.field("processingSeconds", of: consumer).assumptions == ["processingSeconds 45 from ecslint.yaml"])
        #expect(try model.objects("evidence", of: consumer).map(\.name) == ["configuration"])
    }

    @Test func factsComeFromMetadataTagsAndTheEnvironment() throws {
        func seconds(_ definition: String, _ from: [String] = WorkerFacts.usualVariables) throws -> String {
            let text = """
                Resources:
                  Jobs: {Type: AWS::SQS::Queue}
                  Task:
                    Type: AWS::ECS::TaskDefinition
                    \(definition)
                """
            let model = try model(text, facts: WorkerFacts(processingSecondsFrom: from))
            let consumer = try #require(try model.objects("consumers", of: model.object("Jobs", kind: .queue)).first)
            return try model.field("processingSeconds", of: consumer).shown
        }
        let queue = "{Name: Q, Value: !Ref Jobs}"
        func properties(_ more: String, variable: String = "{Name: X, Value: 1}") -> String {
            "Properties: {\(more) ContainerDefinitions: [{Name: w, Environment: [\(queue), \(variable)]}]}"
        }
        #expect(try seconds(properties("")) == "unknown")
        #expect(try seconds(properties("Tags: [{Key: 'ecslint:processing-seconds', Value: '12'}],")) == "12")
        #expect(try seconds("Metadata: {ecslint: {processingSeconds: 7}}\n    " + properties("")) == "7")
        #expect(try seconds(properties("", variable: "{Name: processing-time, Value: '2.5'}")) == "3")
        #expect(try seconds(properties("", variable: "{Name: Interval, Value: 60}")) == "unknown")
        #expect(try seconds(properties("", variable: "{Name: Interval, Value: 60}"), ["INTERVAL"]) == "60")
    }

    @Test func functionsConsumeThroughTheirMapping() throws {
        let model = try model(
            """
            Resources:
              Jobs: {Type: AWS::SQS::Queue}
              Load: {Type: AWS::Lambda::Function, Properties: {Timeout: 60}}
              Feed:
                Type: AWS::Lambda::EventSourceMapping
                Properties: {EventSourceArn: !GetAtt Jobs.Arn, FunctionName: !Ref Load}
            """)
        let consumer = try #require(try model.objects("consumers", of: model.object("Jobs", kind: .queue)).first)
        #expect(try model.field("isFunction", of: consumer).shown == "true")
        #expect(try model.field("processingSeconds", of: consumer).shown == "60")
    }
}
