import Evaluation
import Templates
import Testing

@testable import Topology

@Suite("Events and schedules")
struct EventTests {
    private let task = """
        Resources:
          Cluster: {Type: AWS::ECS::Cluster}
          Work: {Type: AWS::IAM::Role}
          Task: {Type: AWS::ECS::TaskDefinition, Properties: {Family: report, TaskRoleArn: !GetAtt Work.Arn, ContainerDefinitions: [{Name: w}]}}
          Rule:
            Type: AWS::Events::Rule
            Properties:
              ScheduleExpression: cron(0/15 * * * ? *)
              Targets:
                - {Id: t, Arn: !GetAtt Cluster.Arn, RoleArn: !GetAtt Caller.Arn, EcsParameters: {TaskDefinitionArn: !Ref Task, LaunchType: FARGATE}}

        """

    private func target(_ statements: String, managed: String = "[]") throws -> [String] {
        let model = try model(
            task
                + "  Caller: {Type: AWS::IAM::Role, Properties: {ManagedPolicyArns: \(managed), Policies: [{PolicyName: p, PolicyDocument: {Statement: \(statements)}}]}}"
        )
        let target = try #require(try model.objects("targets", of: model.object("Rule", kind: .eventRule)).first)
        return try ["isTask", "mayRunTask", "mayPassRoles", "hasNetworkConfiguration"].map {
            try model.field($0, of: target).shown
        }
    }

    @Test("Whether the caller may run the task and pass its roles")
    func runTask() throws {
        #expect(
            try target("[{Effect: Allow, Action: 'ecs:RunTask', Resource: !Ref Task}]") == [
                "true", "true", "false", "false",
            ])
        #expect(
            try target("[{Effect: Allow, Action: 'ecs:RunTask', Resource: 'arn:aws:ecs:*:*:task-definition/report:*'}]")[1]
                == "true")
        #expect(
            try target("[{Effect: Allow, Action: 'ecs:RunTask', Resource: 'arn:aws:ecs:*:*:task-definition/other:*'}]")[1]
                == "false")
        #expect(
            try target("[]", managed: "['arn:aws:iam::aws:policy/service-role/AmazonEC2ContainerServiceEventsRole']") == [
                "true", "true", "true", "false",
            ])
        #expect(
            try target(
                "[{Effect: Allow, Action: 'ecs:RunTask', Resource: '*', Condition: {ArnLike: {'ecs:cluster': 'x'}}}, {Effect: Allow, Action: 'iam:PassRole', Resource: !GetAtt Work.Arn}]"
            )
                == ["true", "false", "true", "false"])
    }

    @Test(
        "A condition on the cluster is compared with the cluster of the target",
        arguments: [
            ("!GetAtt Cluster.Arn", "true"), ("'arn:aws:ecs:eu-west-1:123456789012:cluster/other'", "false"),
            ("!ImportValue Shared", "unknown"),
        ])
    func runTaskOnCluster(_ cluster: String, _ expected: String) throws {
        let condition = "{ArnEquals: {'ecs:cluster': \(cluster)}}"
        #expect(
            try target("[{Effect: Allow, Action: 'ecs:RunTask', Resource: !Ref Task, Condition: \(condition)}]")[1] == expected)
    }

    @Test("Runs of a task take what the configuration says")
    func runSeconds() throws {
        var worker = WorkerDeclaration(pattern: "report")
        worker.runSeconds = 1_200
        let text = task + "  Caller: {Type: AWS::IAM::Role}"
        let target = { (model: Model) throws in
            try #require(try model.objects("targets", of: model.object("Rule", kind: .eventRule)).first)
        }
        let told = try model(text, facts: WorkerFacts(workers: [worker]))
        #expect(try told.field("runSeconds", of: target(told)).shown == "1200")
        let silent = try model(text)
        #expect(try silent.field("runSeconds", of: target(silent)).shown == "unknown")
        #expect(try silent.field("shortestIntervalSeconds", of: silent.object("Rule", kind: .eventRule)).shown == "900")
    }

    @Test("Stopped tasks are watched by a rule on them")
    func stoppedTasks() throws {
        func rules(_ pattern: String) throws -> String {
            let model = try model(
                """
                Resources:
                  Cluster: {Type: AWS::ECS::Cluster}
                  Pager: {Type: AWS::SNS::Topic}
                  Rule: {Type: AWS::Events::Rule, Properties: {EventPattern: {\(pattern)}, Targets: [{Id: t, Arn: !Ref Pager}]}}
                """)
            return try model.field("stoppedTaskRules", of: model.object("Cluster", kind: .cluster)).shown
        }
        #expect(
            try rules("source: [aws.ecs], detail-type: [ECS Task State Change], detail: {lastStatus: [STOPPED]}")
                == "list(1)")
        #expect(
            try rules("source: [aws.ecs], detail-type: [ECS Task State Change], detail: {lastStatus: [RUNNING]}")
                == "list(0)")
        #expect(try rules("source: [aws.ecs]") == "list(1)")
        #expect(try rules("source: [aws.s3]") == "list(0)")
    }

    @Test("Buckets of event patterns, and whether they send events")
    func buckets() throws {
        func isOn(_ properties: String) throws -> String {
            let model = try model(
                """
                Resources:
                  Inbox: {Type: AWS::S3::Bucket, Properties: {\(properties)}}
                  Rule:
                    Type: AWS::Events::Rule
                    Properties: {EventPattern: {source: [aws.s3], detail-type: [Object Created], detail: {bucket: {name: [!Ref Inbox]}}}}
                """)
            let bucket = try #require(try model.objects("buckets", of: model.object("Rule", kind: .eventRule)).first)
            return try model.field("isEventBridgeOn", of: bucket).shown
        }
        #expect(try isOn("BucketName: inbox") == "false")
        #expect(try isOn("NotificationConfiguration: {EventBridgeConfiguration: {EventBridgeEnabled: true}}") == "true")
        #expect(try isOn("NotificationConfiguration: {EventBridgeConfiguration: {}}") == "true")
        #expect(try isOn("NotificationConfiguration: {EventBridgeConfiguration: {EventBridgeEnabled: false}}") == "false")
    }

    @Test("A pipe consumes its source")
    func pipe() throws {
        let model = try model(
            """
            Resources:
              Jobs: {Type: AWS::SQS::Queue}
              Done: {Type: AWS::SQS::Queue, Properties: {FifoQueue: true}}
              Pipe: {Type: AWS::Pipes::Pipe, Properties: {Source: !GetAtt Jobs.Arn, Target: !GetAtt Done.Arn}}
            """)
        let consumers = try model.objects("consumers", of: model.object("Jobs", kind: .queue))
        #expect(consumers.map(\.name) == ["Pipe"])
        let target = try #require(model.objects(of: .eventTarget).first)
        #expect(try model.field("origin", of: target).shown == "pipe")
        #expect(try model.field("queue.isFifo", of: target).shown == "true")
        #expect(try model.field("messageGroupId", of: target).shown == "absent")
    }

    @Test("Terraform's targets are resources that name their rule")
    func terraform() throws {
        let model = try terraformModel(
            """
            {
              "aws_cloudwatch_event_rule.often": {"name": "often", "schedule_expression": "rate(2 minutes)", "is_enabled": true},
              "aws_cloudwatch_event_target.feed": {"rule": "often", "arn": "arn:aws:sqs:eu-west-1:1:jobs",
                "sqs_target": [], "dead_letter_config": [{"arn": {"$ref": "aws_sqs_queue.failed"}}]},
              "aws_sqs_queue.jobs": {"name": "jobs"},
              "aws_sqs_queue.failed": {"name": "failed"}
            }
            """)
        let rule = try model.object("aws_cloudwatch_event_rule.often", kind: .eventRule)
        let target = try #require(try model.objects("targets", of: rule).first)
        #expect(try model.field("queue.queueName", of: target).shown == "jobs")
        #expect(try model.field("deadLetterQueue.queueName", of: target).shown == "failed")
        #expect(try model.field("state", of: rule).shown == "ENABLED")
        #expect(try model.field("shortestIntervalSeconds", of: rule).shown == "120")
    }
}
