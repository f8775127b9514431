import Templates
import Testing

@testable import Topology

@Suite("What ECS does before a task starts")
struct TaskUseTests {
    private static let images: [(String, String)] = [
        ("111122223333.dkr.ecr.eu-west-1.amazonaws.com/jobs:1", "true"), ("public.ecr.aws/x/jobs:1", "false"),
        ("!Sub '${AWS::AccountId}.dkr.ecr.${AWS::Region}.amazonaws.com/jobs:${Tag}'", "true"),
        ("!Sub '${Repo.RepositoryUri}:${Tag}'", "true"), ("!Ref Tag", "unknown"), ("jobs", "false"),
        ("!If [Own, !GetAtt Repo.RepositoryUri, jobs]", "choice"),
    ]

    @Test("Images of ECR", arguments: images)
    func image(text: String, isInECR: String) throws {
        let model = try model(
            """
            Parameters: {Tag: {Type: String}}
            Conditions: {Own: !Equals [!Ref Tag, own]}
            Resources:
              Repo: {Type: AWS::ECR::Repository}
              Task: {Type: AWS::ECS::TaskDefinition, Properties: {ContainerDefinitions: [{Name: w, Image: \(text)}]}}
            """)
        #expect(try model.field("isInECR", of: model.object("w", kind: .container)).shown.hasPrefix(isInECR))
    }

    @Test(
        "Images that a pipeline or another tool fills in are not known", arguments: ["!Ref Image", "'{{ image }}'", "'<%= x %>'"])
    func filledIn(text: String) throws {
        let model = try model(
            """
            Parameters: {Image: {Type: String, Default: 'jobs:latest'}}
            Resources:
              Task: {Type: AWS::ECS::TaskDefinition, Properties: {ContainerDefinitions: [{Name: w, Image: \(text)}]}}
            """)
        #expect(try model.field("isImagePinned", of: model.object("w", kind: .container)).shown == "unknown")
    }

    @Test(
        "Log groups that the driver makes",
        arguments: [
            ("awslogs-group: /made, awslogs-create-group: 'true'", "true"), ("awslogs-group: /made", "false"),
            ("awslogs-group: /made, awslogs-create-group: 'false'", "false"),
            ("awslogs-group: /there, awslogs-create-group: 'true'", "false"),
            ("awslogs-group: !Ref There, awslogs-create-group: true", "false"),
            ("awslogs-group: !Ref Name, awslogs-create-group: true", "unknown"),
        ])
    func logGroups(options: String, makesGroup: String) throws {
        let model = try model(
            """
            Parameters: {Name: {Type: String}}
            Resources:
              There: {Type: AWS::Logs::LogGroup, Properties: {LogGroupName: /there}}
              Task:
                Type: AWS::ECS::TaskDefinition
                Properties: {ContainerDefinitions: [{Name: w, LogConfiguration: {LogDriver: awslogs, Options: {\(options)}}}]}
            """)
        #expect(
            try model.field("logConfiguration.makesGroup", of: model.object("w", kind: .container)).shown == makesGroup)
    }

    @Test("Definitions for Fargate, by what runs them")
    func fargate() throws {
        let model = try model(
            """
            Parameters: {Type: {Type: String}}
            Resources:
              Both: {Type: AWS::ECS::TaskDefinition, Properties: {RequiresCompatibilities: [EC2, FARGATE]}}
              Served: {Type: AWS::ECS::TaskDefinition, Properties: {Family: served}}
              Timed: {Type: AWS::ECS::TaskDefinition, Properties: {Family: timed}}
              Host: {Type: AWS::ECS::TaskDefinition, Properties: {Family: host}}
              Open: {Type: AWS::ECS::TaskDefinition, Properties: {Family: open}}
              A: {Type: AWS::ECS::Service, Properties: {TaskDefinition: !Ref Served, LaunchType: FARGATE}}
              B: {Type: AWS::ECS::Service, Properties: {TaskDefinition: !Ref Host, LaunchType: EC2}}
              C: {Type: AWS::ECS::Service, Properties: {TaskDefinition: !Ref Open, LaunchType: !Ref Type}}
              D:
                Type: AWS::Scheduler::Schedule
                Properties: {Target: {Arn: c, EcsParameters: {LaunchType: FARGATE, TaskDefinitionArn: !Ref Timed}}}
            """)
        for (name, shown) in [("Both", "true"), ("Served", "true"), ("Timed", "true"), ("Host", "false"), ("Open", "unknown")] {
            #expect(try model.field("isOnFargate", of: model.object(name, kind: .taskDefinition)).shown == shown, "\(name)")
        }
    }

    @Test("Providers of a cluster: named by reference or by name, under a condition, or not at all")
    func providers() throws {
        let model = try model(
            """
            Parameters: {Kind: {Type: String}}
            Resources:
              Hosts: {Type: AWS::ECS::CapacityProvider, Properties: {Name: hosts}}
              Managed: {Type: AWS::ECS::CapacityProvider, Properties: {ManagedInstancesProvider: {InfrastructureRoleArn: x}}}
              Cluster: {Type: AWS::ECS::Cluster, Properties: {CapacityProviders: [FARGATE, !Ref Hosts]}}
              Worker:
                Type: AWS::ECS::Service
                Properties:
                  Cluster: !Ref Cluster
                  CapacityProviderStrategy:
                    - {CapacityProvider: FARGATE}
                    - {CapacityProvider: hosts}
                    - {CapacityProvider: FARGATE_SPOT}
                    - {CapacityProvider: !Ref Managed}
                    - {CapacityProvider: !Ref Kind}
            """)
        let items = try model.objects("strategyItems", of: model.object("Cluster", kind: .cluster))
        #expect(
            try items.map { try model.field("isAssociated", of: $0).shown } == ["true", "true", "false", "true", "unknown"])
    }
}
