import Evaluation
import Templates
import Testing

@testable import Topology

@Suite("The graph of a model")
struct SystemGraphTests {
    private static let worker = """
          Task:
            Type: AWS::ECS::TaskDefinition
            Properties: {ContainerDefinitions: [{Name: w, Image: x, Cpu: 200, Memory: 128, Environment: [{Name: QUEUE_URL, Value: !Ref Jobs}]}]}
          Worker: {Type: AWS::ECS::Service, Properties: {Cluster: !Ref Cluster, TaskDefinition: !Ref Task}}
        """

    private func graph(_ resources: String, parameters: String = "{}") throws -> SystemGraph {
        SystemGraph(try model("Parameters: \(parameters)\nResources:\n\(resources)\n"))
    }

    /// The links in words: "Jobs feeds Worker".
    private func links(_ graph: SystemGraph) -> [String] {
        graph.edges.map { "\(graph.nodes[$0.source].name) \($0.relation.rawValue) \(graph.nodes[$0.target].name)" }
    }

    @Test("a queue, its worker and its cluster are one system; another queue is one of its own")
    func systems() throws {
        let graph = try graph(
            """
              Jobs: {Type: AWS::SQS::Queue}
              Other: {Type: AWS::SQS::Queue}
              Cluster: {Type: AWS::ECS::Cluster}
            \(Self.worker)
            """)
        #expect(links(graph) == ["Jobs feeds Worker", "Worker in-cluster Cluster"])
        #expect(graph.systemCount == 2)
        #expect(
            graph.nodes.map { "\($0.system) \($0.kind.rawValue) \($0.name)" } == [
                "0 queue Jobs", "0 service Worker", "0 cluster Cluster", "1 queue Other",
            ])
        #expect(graph.nodes.first { $0.name == "Worker" }?.facts == ["200 CPU units", "128 MiB"])
        #expect(graph.edges[0].evidence.map(\.summary) == ["the environment variable QUEUE_URL refers to it"])
        #expect(graph.edges[0].evidence[0].origin.span.start.line == 8)
    }

    @Test("what is not known is said with its reason, and is no link")
    func unknowns() throws {
        let graph = try graph(
            """
              Jobs:
                Type: AWS::SQS::Queue
                Properties: {RedrivePolicy: {deadLetterTargetArn: !ImportValue dead, maxReceiveCount: 3}}
            \(Self.worker)
            """, parameters: "{Cluster: {Type: String}}")
        #expect(links(graph) == ["Jobs feeds Worker"])
        #expect(
            graph.unknowns.map { "\(graph.nodes[$0.node].name): \($0.subject)" } == [
                "Jobs: dead-letter queue", "Worker: cluster, capacity",
            ])
        #expect(graph.unknowns[1].reasons.contains { $0.contains("parameter Cluster has no value") })
    }

    @Test("a link that depends on a condition says so; what is never made is not shown")
    func conditions() throws {
        let text = """
            Parameters: {Stage: {Type: String}}
            Conditions:
              IsLive: !Equals [!Ref Stage, live]
              IsNever: !Equals [a, b]
            Resources:
              Jobs:
                Type: AWS::SQS::Queue
                Properties:
                  RedrivePolicy: !If [IsLive, {deadLetterTargetArn: !GetAtt Dead.Arn, maxReceiveCount: 1}, !Ref AWS::NoValue]
              Dead: {Type: AWS::SQS::Queue}
              Gone: {Type: AWS::SQS::Queue, Condition: IsNever}
            """
        let graph = SystemGraph(try model(text))
        #expect(graph.nodes.map(\.name) == ["Jobs", "Dead"])
        #expect(graph.nodes.map(\.kind) == [.queue, .deadLetterQueue])
        #expect(graph.edges.map(\.condition) == ["IsLive is true"])
        #expect(graph.edges[0].evidence[0].summary == "a message goes there after 1 receive")
    }

    @Test("buckets, topics, rules, schedules and pipes are shown where they lead to a queue or a worker")
    func producers() throws {
        let graph = try graph(
            """
              Jobs: {Type: AWS::SQS::Queue}
              Later: {Type: AWS::SQS::Queue}
              News: {Type: AWS::SNS::Topic, Properties: {Subscription: [{Protocol: sqs, Endpoint: !GetAtt Jobs.Arn}]}}
              Unused: {Type: AWS::SNS::Topic}
              Inbox:
                Type: AWS::S3::Bucket
                Properties: {NotificationConfiguration: {TopicConfigurations: [{Event: 's3:ObjectCreated:*', Topic: !Ref News}]}}
              Hourly: {Type: AWS::Scheduler::Schedule, Properties: {ScheduleExpression: rate(1 hour), Target: {Arn: !GetAtt Jobs.Arn}}}
              Move: {Type: AWS::Pipes::Pipe, Properties: {Source: !GetAtt Jobs.Arn, Target: !GetAtt Later.Arn}}
              Cluster: {Type: AWS::ECS::Cluster}
              Report: {Type: AWS::ECS::TaskDefinition, Properties: {Cpu: 256, Memory: 512}}
              Daily:
                Type: AWS::Events::Rule
                Properties:
                  ScheduleExpression: rate(1 day)
                  Targets: [{Id: a, Arn: !GetAtt Cluster.Arn, EcsParameters: {TaskDefinitionArn: !Ref Report}}]
            """)
        #expect(
            links(graph) == [
                "Jobs feeds Move", "Inbox sends News", "News sends Jobs", "Hourly sends Jobs", "Move sends Later",
                "Daily starts Report", "Report in-cluster Cluster",
            ])
        #expect(graph.systemCount == 2)
    }

    @Test("scaling hangs on the service, capacity on the cluster")
    func scaling() throws {
        let graph = try graph(
            """
              Jobs: {Type: AWS::SQS::Queue}
              Cluster: {Type: AWS::ECS::Cluster}
            \(Self.worker)
              Range:
                Type: AWS::ApplicationAutoScaling::ScalableTarget
                Properties:
                  ServiceNamespace: ecs
                  ResourceId: !Sub 'service/${Cluster}/${Worker.Name}'
                  MinCapacity: 0
                  MaxCapacity: 9
                  ScheduledActions: [{ScheduledActionName: night, Schedule: 'cron(0 0 * * ? *)', ScalableTargetAction: {MaxCapacity: 0}}]
              Table: {Type: AWS::ApplicationAutoScaling::ScalableTarget, Properties: {ServiceNamespace: dynamodb, ResourceId: table/x}}
              Out:
                Type: AWS::ApplicationAutoScaling::ScalingPolicy
                Properties:
                  PolicyType: StepScaling
                  ScalingTargetId: !Ref Range
                  StepScalingPolicyConfiguration: {AdjustmentType: ChangeInCapacity, StepAdjustments: [{MetricIntervalLowerBound: 0, ScalingAdjustment: 2}]}
              Full:
                Type: AWS::CloudWatch::Alarm
                Properties:
                  {Namespace: AWS/SQS, MetricName: ApproximateNumberOfMessagesVisible, Threshold: 5.0, ComparisonOperator: GreaterThanThreshold,
                  Dimensions: [{Name: QueueName, Value: !GetAtt Jobs.QueueName}], AlarmActions: [!Ref Out]}
              Hosts:
                Type: AWS::AutoScaling::AutoScalingGroup
                Properties: {MinSize: '1', MaxSize: '3', LaunchTemplate: {LaunchTemplateId: !Ref Host, Version: '1'}}
              Host: {Type: AWS::EC2::LaunchTemplate, Properties: {LaunchTemplateData: {InstanceType: m6i.large}}}
              Provider: {Type: AWS::ECS::CapacityProvider, Properties: {AutoScalingGroupProvider: {AutoScalingGroupArn: !Ref Hosts}}}
              Given:
                Type: AWS::ECS::ClusterCapacityProviderAssociations
                Properties:
                  {Cluster: !Ref Cluster, CapacityProviders: [!Ref Provider], DefaultCapacityProviderStrategy: [{CapacityProvider: !Ref Provider, Base: 1, Weight: 2}]}
            """)
        #expect(
            links(graph) == [
                "Jobs feeds Worker", "Worker placed-on Provider", "Worker in-cluster Cluster", "Range scales Worker",
                "Out moves Range",
                "Range schedules Range", "Full triggers Out", "Full watches Jobs", "Cluster offers Provider",
                "Provider made-of Hosts",
            ])
        let facts = Dictionary(
            graph.nodes.map { ("\($0.kind.rawValue) \($0.name)", $0.facts) }, uniquingKeysWith: { first, _ in first })
        #expect(facts["scalable-target Range"] == ["0 to 9 tasks"])
        #expect(facts["scheduled-action Range"] == ["cron(0 0 * * ? *)", "at most 0 tasks"])
        #expect(facts["scaling-policy Out"] == ["steps +2"])
        #expect(facts["alarm Full"] == ["ApproximateNumberOfMessagesVisible > 5"])
        #expect(facts["auto-scaling-group Hosts"] == ["1 to 3 instances", "of m6i.large"])
        #expect(graph.edges[1].evidence.map(\.summary) == ["the strategy gives it base 1 weight 2"])
        #expect(graph.systemCount == 1)
    }
}
