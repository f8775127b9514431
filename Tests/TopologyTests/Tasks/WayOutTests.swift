import Templates
import Testing

@testable import Topology

@Suite("Ways out of subnets")
struct WayOutTests {
    /// `lacksWayOut` of a service on Fargate in one subnet.
    private func lacksWayOut(
        route: String, network: String = "", launchType: String = "FARGATE", subnet: String = "!Ref Subnet", extra: String = ""
    ) throws -> String {
        let model = try model(
            """
            Parameters: {Public: {Type: String}, Net: {Type: String}}
            Resources:
              Gateway: {Type: AWS::EC2::InternetGateway}
              Nat: {Type: AWS::EC2::NatGateway}
              Subnet: {Type: AWS::EC2::Subnet}
              Table: {Type: AWS::EC2::RouteTable}
              Link: {Type: AWS::EC2::SubnetRouteTableAssociation, Properties: {SubnetId: !Ref Subnet, RouteTableId: !Ref Table}}
              Route: {Type: AWS::EC2::Route, Properties: {RouteTableId: !Ref Table, \(route)}}
              Worker:
                Type: AWS::ECS::Service
                Properties:
                  LaunchType: \(launchType)
                  NetworkConfiguration: {AwsvpcConfiguration: {Subnets: [\(subnet)]\(network)}}
            \(extra)
            """)
        return try model.field("lacksWayOut", of: model.object("Worker", kind: .taskNetwork)).shown
    }

    /// `lacksWayOut` of what a rule and a pipe start in a public subnet.
    @Test(
        "Tasks that events start",
        arguments: [("LaunchType: FARGATE", "true"), ("LaunchType: EC2", "false"), ("TaskCount: 1", "false")])
    func events(setting: String, expected: String) throws {
        let model = try model(
            """
            Resources:
              Jobs: {Type: AWS::SQS::Queue}
              Cluster: {Type: AWS::ECS::Cluster}
              Task: {Type: AWS::ECS::TaskDefinition}
              Gateway: {Type: AWS::EC2::InternetGateway}
              Subnet: {Type: AWS::EC2::Subnet}
              Table: {Type: AWS::EC2::RouteTable}
              Link: {Type: AWS::EC2::SubnetRouteTableAssociation, Properties: {SubnetId: !Ref Subnet, RouteTableId: !Ref Table}}
              Route: {Type: AWS::EC2::Route, Properties: {RouteTableId: !Ref Table, \(open)}}
              Daily:
                Type: AWS::Events::Rule
                Properties:
                  Targets:
                    - Arn: !GetAtt Cluster.Arn
                      EcsParameters: {TaskDefinitionArn: !Ref Task, \(setting), NetworkConfiguration: {AwsVpcConfiguration: {Subnets: [!Ref Subnet]}}}
              Pump:
                Type: AWS::Pipes::Pipe
                Properties:
                  Source: !GetAtt Jobs.Arn
                  Target: !GetAtt Cluster.Arn
                  TargetParameters:
                    EcsTaskParameters: {TaskDefinitionArn: !Ref Task, \(setting), NetworkConfiguration: {AwsvpcConfiguration: {Subnets: [!Ref Subnet]}}}
            """)
        for (name, origin) in [("Daily", "rule"), ("Pump", "pipe")] {
            let network = try model.object(name, kind: .taskNetwork)
            #expect(try model.field("lacksWayOut", of: network).shown == expected)
            #expect(try model.field("origin", of: network).shown == origin)
        }
    }

    private let open = "DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Gateway"

    @Test("An internet gateway serves public addresses only")
    func gateway() throws {
        #expect(try lacksWayOut(route: open) == "true")
        #expect(try lacksWayOut(route: "DestinationCidrBlock: 0.0.0.0/0, GatewayId: igw-0a1b2c3d") == "true")
        #expect(try lacksWayOut(route: open, network: ", AssignPublicIp: ENABLED") == "false")
        #expect(try lacksWayOut(route: open, network: ", AssignPublicIp: !Ref Public") == "unknown")
        #expect(try lacksWayOut(route: open, launchType: "EC2") == "false")
        #expect(try lacksWayOut(route: open, subnet: "!Ref Net") == "false")
    }

    @Test(
        "Other ways out",
        arguments: [
            "DestinationCidrBlock: 0.0.0.0/0, NatGatewayId: !Ref Nat",
            "DestinationCidrBlock: 10.0.0.0/8, GatewayId: !Ref Gateway",
            "DestinationIpv6CidrBlock: '::/0', GatewayId: !Ref Gateway",
        ])
    func others(route: String) throws {
        #expect(try lacksWayOut(route: route) == "false")
    }

    @Test("Endpoints for a registry, and for S3 alone")
    func endpoints() throws {
        func endpoint(_ service: String) -> String {
            "  Endpoint: {Type: AWS::EC2::VPCEndpoint, Properties: {ServiceName: !Sub 'com.amazonaws.${AWS::Region}.\(service)'}}"
        }
        #expect(try lacksWayOut(route: open, extra: endpoint("ecr.dkr")) == "false")
        #expect(try lacksWayOut(route: open, extra: endpoint("s3")) == "true")
    }
}
