import Evaluation
import Templates
import Testing
import Topology
import YAMLBridge

@testable import Rules

/// One cause, one finding: which rules may find something at one place, because they find different things there.
struct CompanionTests {
    private let bench: AdviceBench

    init() throws { bench = try AdviceBench.shared.get() }

    /// The templates in the tests of all rules.
    private func templates() throws -> [Document] {
        try bench.rules.rules.flatMap(\.tests).compactMap { test in
            guard case .template(let format, .text(let node)) = test.input else { return nil }
            let path =
                switch format {
                case .model, .cloudformation: "app.yaml"
                case .terraformPlan: "plan.json"
                case .terraformJSON: "main.tf.json"
                }
            return try Document.parse(Array(node.text.utf8), path: path)
        }
    }

    /// Pairs that are found at one place for two causes, each with a fix of its own: mostly settings that are missing, which
    /// stand nowhere, and so both point to what lacks them.
    private static let allowed: Set<String> = [
        // The launch template as a whole: what its user data does not say.
        "ASG007 ASG008", "ASG007 ECS006",
        // An instance type that does not run the task, and one that costs less.
        "ASG010 ASG011",
        // What a task definition lacks.
        "ECS002 ECS028", "ECS002 ECS038",
        // What a container lacks.
        "ECS005 ECS014", "ECS014 ECS025",
        // What a service lacks, and subnets that are too few and lead nowhere.
        "ECS009 ECS028", "ECS022 ECS036",
        // A log group that has no retention, and the right to make it.
        "ECS029 ECS034",
        // What a target lacks.
        "EVT001 EVT005",
        // A metric that does not follow the tasks, and that has no data under its dimensions.
        "SCL001 SCL025",
        // A desired count that is set at all, and one that scaling does not allow.
        "SCL004 SCL013",
        // What a queue lacks.
        "SQS001 SQS008", "SQS001 SQS019", "SQS008 SQS019",
        // A count that is high by itself, and too high for the retention.
        "SQS003 SQS006",
    ]

    @Test func onePlaceIsReportedForOneCause() throws {
        var pairs: Set<String> = []
        for template in try templates() {
            let workload = Workload.load([template], options: RuleFixtures.options)
            let findings = try bench.findings(ModelBuilder().build(workload)).filter { $0.location.path != nil }
            for group in Dictionary(grouping: findings, by: \.location.span.start).values {
                let rules = Set(group.map(\.rule)).sorted()
                for (number, rule) in rules.enumerated() {
                    pairs.formUnion(rules[(number + 1)...].map { "\(rule) \($0)" })
                }
            }
        }
        #expect(pairs == Self.allowed)
    }

    /// The cause is reported, and what follows from it is not.
    @Test(arguments: [
        (
            "SQS017", "TPL007",
            """
            Resources:
              Jobs: {Type: AWS::SQS::Queue}
              Access:
                Type: AWS::SQS::QueuePolicy
                Properties:
                  Queues: [!GetAtt Jobs.Arn]
                  PolicyDocument:
                    Statement: [{Effect: Allow, Principal: {Service: events.amazonaws.com}, Action: sqs:SendMessage, Resource: "*"}]
              Hourly:
                Type: AWS::Events::Rule
                Properties: {ScheduleExpression: rate(1 hour), Targets: [{Id: a, Arn: !GetAtt Jobs.Arn}]}
            """
        ),
        (
            "SCL002", "SCL026",
            """
            Resources:
              Jobs: {Type: AWS::SQS::Queue}
              Main: {Type: AWS::ECS::Cluster}
              Role:
                Type: AWS::IAM::Role
                Properties:
                  Policies:
                    - PolicyDocument:
                        Statement: [{Effect: Allow, Action: "sqs:*", Resource: !GetAtt Jobs.Arn}]
              Task:
                Type: AWS::ECS::TaskDefinition
                Properties: {TaskRoleArn: !GetAtt Role.Arn, ContainerDefinitions: [{Name: w, Image: w, Memory: 128}]}
              Worker: {Type: AWS::ECS::Service, Properties: {Cluster: !Ref Main, TaskDefinition: !Ref Task}}
              Range:
                Type: AWS::ApplicationAutoScaling::ScalableTarget
                Properties:
                  ServiceNamespace: ecs
                  ScalableDimension: ecs:service:DesiredCount
                  ResourceId: !Sub "service/other/${Worker.Name}"
                  MinCapacity: 1
                  MaxCapacity: 5
            """
        ),
    ])
    func whatFollowsIsNotReported(rule: String, cause: String, template: String) throws {
        let found = Set(try bench.findings(RuleFixtures.cloudFormation(template)).map(\.rule))
        #expect(found.contains(cause) && !found.contains(rule))
    }
}
