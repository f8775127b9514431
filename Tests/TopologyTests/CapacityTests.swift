import Evaluation
import Templates
import Testing

@testable import Topology

@Suite struct CapacityTests {
    private func stack(service: String, group: String = "", cluster: String = "", more: String = "") -> String {
        """
        Parameters: {Type: {Type: String}}
        Resources:
          Cluster: {Type: AWS::ECS::Cluster, Properties: {\(cluster)}}
          Task: {Type: AWS::ECS::TaskDefinition, Properties: {ContainerDefinitions: [{Name: w, Memory: 128}]}}
          Service: {Type: AWS::ECS::Service, Properties: {Cluster: !Ref Cluster, TaskDefinition: !Ref Task, \(service)}}
          Provider:
            Type: AWS::ECS::CapacityProvider
            Properties: {AutoScalingGroupProvider: {AutoScalingGroupArn: !Ref Group}}
          Template:
            Type: AWS::EC2::LaunchTemplate
            Properties: {LaunchTemplateData: {InstanceType: t3a.small}}
          Group:
            Type: AWS::AutoScaling::AutoScalingGroup
            Properties: {MinSize: 1, MaxSize: 3, LaunchTemplate: {LaunchTemplateId: !Ref Template, Version: 1}, \(group)}
        \(more)
        """
    }

    private func shown(_ path: String, _ text: String, of name: String = "Service", kind: Kind = .service) throws -> String {
        let model = try model(text)
        return try model.field(path, of: model.object(name, kind: kind)).shown
    }

    @Test(arguments: [
        ("LaunchType: FARGATE", "true", "list(0)"),
        ("LaunchType: EC2", "false", "unknown"),
        ("CapacityProviderStrategy: [{CapacityProvider: FARGATE_SPOT, Weight: 1}]", "true", "list(0)"),
        ("CapacityProviderStrategy: [{CapacityProvider: !Ref Provider, Weight: 1}]", "false", "list(1)"),
        ("CapacityProviderStrategy: [{CapacityProvider: !Ref Type, Weight: 1}]", "unknown", "unknown"),
    ])
    func aServiceLandsOnItsStrategy(_ service: String, _ isOnFargate: String, _ groups: String) throws {
        let text = stack(service: service)
        #expect(try shown("isOnFargate", text) == isOnFargate)
        #expect(try shown("autoScalingGroups", text) == groups)
    }

    @Test func theClustersDefaultStrategyCounts() throws {
        let cluster = "DefaultCapacityProviderStrategy: [{CapacityProvider: FARGATE_SPOT, Weight: 1}]"
        #expect(try shown("usesSpot", stack(service: "DesiredCount: 2", cluster: cluster)) == "true")
        let association = """
              Join:
                Type: AWS::ECS::ClusterCapacityProviderAssociations
                Properties:
                  Cluster: !Ref Cluster
                  CapacityProviders: [!Ref Provider]
                  DefaultCapacityProviderStrategy: [{CapacityProvider: !Ref Provider, Weight: 1}]
            """
        let text = stack(service: "DesiredCount: 2", more: association)
        #expect(try shown("autoScalingGroups", text) == "list(1)")
        #expect(try shown("effectiveStrategy", text) == "list(1)")
    }

    @Test func userDataJoinsAGroupToItsCluster() throws {
        let more = """
              Host:
                Type: AWS::EC2::LaunchTemplate
                Properties:
                  LaunchTemplateData: {InstanceType: m5.large, UserData: {"Fn::Base64": !Sub "echo ECS_CLUSTER=${Cluster}"}}
              Hosts:
                Type: AWS::AutoScaling::AutoScalingGroup
                Properties: {LaunchTemplate: {LaunchTemplateId: !Ref Host, Version: 1}, MaxSize: 2}
              Agent:
                Type: AWS::ECS::Service
                Properties: {Cluster: !Ref Cluster, TaskDefinition: !Ref Task, SchedulingStrategy: DAEMON, LaunchType: EC2}
            """
        let model = try model(stack(service: "LaunchType: EC2", more: more))
        #expect(try model.objects("autoScalingGroups", of: model.object("Service", kind: .service)).map(\.name) == ["Hosts"])
        #expect(try model.objects("daemons", of: model.object("Hosts", kind: .autoScalingGroup)).map(\.name) == ["Agent"])
    }

    @Test(
        "cfn-init writes the agent's settings where the user data calls it",
        arguments: [
            ("files: {/etc/ecs/ecs.config: {content: !Sub 'ECS_CLUSTER=${Cluster}'}}", "cfn-init --resource Host", 1),
            (
                "commands: {a: {command: !Join ['', ['echo ECS_CLUSTER=', !Ref Cluster, ' >> /etc/ecs/ecs.config']]}}",
                "cfn-init", 1
            ),
            ("files: {/etc/ecs/ecs.config: {content: !Sub 'ECS_CLUSTER=${Cluster}'}}", "echo hello", 0),
            ("files: {/etc/ecs/ecs.config: {content: ECS_CLUSTER=other}}", "cfn-init", 0),
        ])
    func initialisationJoinsAGroupToItsCluster(configuration: String, script: String, count: Int) throws {
        let more = """
              Host:
                Type: AWS::AutoScaling::LaunchConfiguration
                Metadata: {"AWS::CloudFormation::Init": {config: {\(configuration)}}}
                Properties: {InstanceType: m5.large, UserData: {"Fn::Base64": "\(script)"}}
              Hosts:
                Type: AWS::AutoScaling::AutoScalingGroup
                Properties: {LaunchConfigurationName: !Ref Host, MaxSize: 2}
            """
        let model = try model(stack(service: "LaunchType: EC2", more: more))
        #expect(try model.objects("autoScalingGroups", of: model.object("Service", kind: .service)).count == count)
    }

    @Test(arguments: [
        ("DesiredCapacity: 1", "list(1)", "false"),
        (
            "MixedInstancesPolicy: {InstancesDistribution: {OnDemandPercentageAboveBaseCapacity: 0}, LaunchTemplate: {Overrides: [{InstanceType: a}, {InstanceType: b}]}}",
            "list(2)", "true"
        ),
        ("MixedInstancesPolicy: {LaunchTemplate: {Overrides: [{InstanceType: !Ref Type}]}}", "list(1)", "false"),
    ])
    func groupsKnowTheirTypesAndSpot(_ group: String, _ types: String, _ usesSpot: String) throws {
        let text = stack(service: "LaunchType: EC2", group: group)
        #expect(try shown("instanceTypes", text, of: "Group", kind: .autoScalingGroup) == types)
        #expect(try shown("usesSpot", text, of: "Group", kind: .autoScalingGroup) == usesSpot)
    }

    @Test func withoutScalingTheDesiredCountIsTheMost() throws {
        #expect(try shown("maxTasks", stack(service: "DesiredCount: 7, LaunchType: EC2")) == "7")
        #expect(try shown("maxTasks", stack(service: "LaunchType: EC2")) == "1")
    }
}
