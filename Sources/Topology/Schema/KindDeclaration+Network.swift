// Sources: AWS::EC2::Subnet, AWS::EC2::RouteTable, AWS::EC2::Route, AWS::EC2::SubnetRouteTableAssociation and
// AWS::EC2::VPCEndpoint in the CloudFormation reference.
// Terraform: the provider's pages subnet, route_table (whose routes may stand in it), route, route_table_association and
// vpc_endpoint.

extension KindDeclaration {
    static let subnet = KindDeclaration(
        .subnet, cloudFormation: ["AWS::EC2::Subnet"], terraform: ["aws_subnet"], "A subnet.",
        fields: [.init(.name, .string, "The name for people.")])

    static let routeTable = KindDeclaration(
        .routeTable, cloudFormation: ["AWS::EC2::RouteTable"], terraform: ["aws_route_table"], "A table of routes.",
        fields: [
            .init(.name, .string, "The name for people."),
            .init(
                .ownRoutes, .list(.object(.route)), terraform: "route", default: .emptyList,
                "Routes that stand in it (Terraform)."),
        ])

    static let route = KindDeclaration(
        .route, cloudFormation: ["AWS::EC2::Route"], terraform: ["aws_route"], isEmbedded: true, "A route.",
        fields: [
            .init(.name, .string, "The name for people."),
            .init(
                .routeTable, .object(.routeTable), cloudFormation: "Properties.RouteTableId", terraform: "route_table_id",
                isOptional: true, "Its table; absent where it stands in one."),
            .init(
                .destination, .string,
                cloudFormation: "Properties.DestinationCidrBlock|Properties.DestinationIpv6CidrBlock",
                terraform: .anyOf(
                    .path("destination_cidr_block|cidr_block", as: .absentWhenEmpty),
                    .path("destination_ipv6_cidr_block|ipv6_cidr_block", as: .absentWhenEmpty)),
                isOptional: true, "Where it leads: 0.0.0.0/0 or ::/0 for everywhere."),
            .init(
                .gateway, .string, cloudFormation: "Properties.GatewayId",
                terraform: .path("gateway_id", as: .absentWhenEmpty), isOptional: true,
                "The internet gateway that it leads through, as written; NAT gateways stand elsewhere."),
        ])

    static let routeTableAssociation = KindDeclaration(
        .routeTableAssociation, cloudFormation: ["AWS::EC2::SubnetRouteTableAssociation"],
        terraform: ["aws_route_table_association"], "That a subnet has a table of routes.",
        fields: [
            .init(.name, .string, "The name for people."),
            .init(
                .subnet, .object(.subnet), cloudFormation: "Properties.SubnetId", terraform: "subnet_id", isOptional: true,
                "The subnet."),
            .init(
                .routeTable, .object(.routeTable), cloudFormation: "Properties.RouteTableId", terraform: "route_table_id",
                isOptional: true, "The table."),
        ])

    static let vpcEndpoint = KindDeclaration(
        .vpcEndpoint, cloudFormation: ["AWS::EC2::VPCEndpoint"], terraform: ["aws_vpc_endpoint"],
        "A way from a VPC to a service of AWS.",
        fields: [
            .init(.name, .string, "The name for people."),
            .init(
                .serviceName, .string, cloudFormation: "Properties.ServiceName", terraform: "service_name",
                isOptional: true, "The service: com.amazonaws.eu-west-1.ecr.dkr."),
        ])
}

extension KindDeclaration {
    static let taskNetwork = KindDeclaration(
        .taskNetwork, "Where the tasks of a service, or of a target of a rule, schedule or pipe, start.",
        fields: [
            .init(.name, .string, "The name of the service, rule, schedule or pipe."),
            .init(.origin, .string, "service, rule, schedule or pipe."),
            .init(.subnets, .list(.string), "The subnets, as written."),
            .init(.assignPublicIp, .string, isOptional: true, "ENABLED when the tasks get public IPv4 addresses, as written."),
            .init(
                .lacksWayOut, .bool,
                "The tasks run on Fargate without public addresses in a subnet of the input that only an internet gateway leads out of."
            ),
        ])
}
