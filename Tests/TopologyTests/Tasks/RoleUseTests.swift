import Templates
import Testing

@testable import Topology

@Suite("Who must assume a role, and may")
struct RoleUseTests {
    private func use(_ trust: String, extra: String = "") throws -> (Model, [ModelObject]) {
        let model = try model(
            """
            Parameters: {Service: {Type: String}}
            Resources:
              Work: {Type: AWS::IAM::Role, Properties: {\(trust)}}
              A: {Type: AWS::ECS::TaskDefinition, Properties: {TaskRoleArn: !GetAtt Work.Arn, ContainerDefinitions: [{Name: w}]}}
              B: {Type: AWS::ECS::TaskDefinition, Properties: {ExecutionRoleArn: !GetAtt Work.Arn, ContainerDefinitions: [{Name: w}]}}
            \(extra)
            """)
        return (model, try model.objects("uses", of: model.object("Work", kind: .role)))
    }

    private static let trusts: [(String, String)] = [
        ("{Effect: Allow, Principal: {Service: ecs-tasks.amazonaws.com}, Action: 'sts:AssumeRole'}", "true"),
        ("[{Effect: Allow, Principal: {Service: [a.amazonaws.com, ECS-TASKS.amazonaws.com]}, Action: ['sts:*']}]", "true"),
        ("[{Effect: Allow, Principal: '*', Action: 'sts:AssumeRole'}]", "true"),
        ("[{Effect: Allow, Principal: {AWS: '*'}, Action: '*'}]", "true"),
        ("[{Effect: Allow, Principal: {AWS: 'arn:aws:iam::111122223333:root'}, Action: 'sts:AssumeRole'}]", "false"),
        ("[{Effect: Allow, Principal: {Service: ecs.amazonaws.com}, Action: 'sts:AssumeRole'}]", "false"),
        ("[{Effect: Allow, Principal: {Service: ecs-tasks.amazonaws.com}, Action: 'sts:TagSession'}]", "false"),
        ("[{Effect: Deny, Principal: {Service: ecs-tasks.amazonaws.com}, Action: 'sts:AssumeRole'}]", "false"),
        ("[{Effect: Allow, Principal: {Service: !Ref Service}, Action: 'sts:AssumeRole'}]", "unknown"),
        ("!Ref Service", "unknown"),
    ]

    @Test("A trust policy", arguments: trusts)
    func trust(statement: String, mayAssume: String) throws {
        let (model, uses) = try use("AssumeRolePolicyDocument: {Statement: \(statement)}")
        let only = try #require(uses.first)
        #expect(uses.count == 1, "one service, whoever has the role")
        #expect(try model.field("mayAssume", of: only).shown == mayAssume)
        #expect(only.name == "A")
        #expect(try model.field("purpose", of: only).shown == "task role")
    }

    @Test("A role without trust policy says nothing of it")
    func silent() throws {
        #expect(try use("Path: /").1.isEmpty)
    }

    @Test("Event rules, schedules and pipes each come by a name of their own")
    func targets() throws {
        let (model, uses) = try use(
            "AssumeRolePolicyDocument: {Statement: [{Effect: Allow, Principal: {Service: pipes.amazonaws.com}, Action: 'sts:AssumeRole'}]}",
            extra: """
                  Rule: {Type: AWS::Events::Rule, Properties: {ScheduleExpression: rate(1 day), Targets: [{Id: t, Arn: x, RoleArn: !GetAtt Work.Arn}]}}
                  Clock: {Type: AWS::Scheduler::Schedule, Properties: {ScheduleExpression: rate(1 day), Target: {Arn: x, RoleArn: !GetAtt Work.Arn}}}
                  Pipe: {Type: AWS::Pipes::Pipe, Properties: {Source: a, Target: b, RoleArn: !GetAtt Work.Arn}}
                """)
        let found = try uses.map {
            try model.field("servicePrincipal", of: $0).shown + " " + model.field("mayAssume", of: $0).shown
        }
        #expect(
            Set(found) == [
                "ecs-tasks.amazonaws.com false", "events.amazonaws.com false", "scheduler.amazonaws.com false",
                "pipes.amazonaws.com true",
            ])
    }

    @Test(
        "Instances of a group that runs tasks", arguments: [("ec2.amazonaws.com", "true"), ("ecs-tasks.amazonaws.com", "false")])
    func instances(principal: String, mayAssume: String) throws {
        let model = try model(
            """
            Resources:
              Host: {Type: AWS::IAM::Role, Properties: {AssumeRolePolicyDocument: {Statement: {Effect: Allow, Principal: {Service: \(principal)}, Action: 'sts:AssumeRole'}}}}
              Profile: {Type: AWS::IAM::InstanceProfile, Properties: {Roles: [!Ref Host]}}
              Cluster: {Type: AWS::ECS::Cluster}
              Template:
                Type: AWS::EC2::LaunchTemplate
                Properties:
                  LaunchTemplateData:
                    IamInstanceProfile: {Arn: !GetAtt Profile.Arn}
                    UserData: {Fn::Base64: !Sub "echo ECS_CLUSTER=${Cluster} >> /etc/ecs/ecs.config"}
              Hosts: {Type: AWS::AutoScaling::AutoScalingGroup, Properties: {LaunchTemplate: {LaunchTemplateId: !Ref Template, Version: "1"}}}
            """)
        let only = try #require(try model.objects("uses", of: model.object("Host", kind: .role)).first)
        #expect(try model.field("servicePrincipal", of: only).shown == "ec2.amazonaws.com")
        #expect(try model.field("purpose", of: only).shown == "instance role")
        #expect(try model.field("mayAssume", of: only).shown == mayAssume)
    }
}
