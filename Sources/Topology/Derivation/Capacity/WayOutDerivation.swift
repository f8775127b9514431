import Evaluation
import Templates

/// Works out which tasks on Fargate, of services or of what events start, cannot reach the internet, and so no registry: without public addresses in a subnet
/// whose way out is an internet gateway, which serves public addresses alone.
///
/// Source: ECS developer guide, "Fargate task networking": in a public subnet a task needs a public address to pull its image,
/// in a private one a NAT gateway or VPC endpoints.
struct WayOutDerivation {
    let assembly: ModelAssembly
    let resolver: LinkResolver

    func run() {
        let isOpen = hasOtherWay
        let index = LinkIndex(assembly)
        // The target of a pipe is written in the pipe.
        let targets = assembly.ids(of: .eventTarget).filter { assembly.field(.pipe, of: $0).isAbsent }
        for holder in assembly.ids(of: .service) + targets + assembly.ids(of: .pipe) {
            guard let network = add(holder) else { continue }
            assembly.derive(.lacksWayOut, of: network) { reading throws(ReadingFailure) in
                guard !isOpen, try isInPublicSubnet(holder, index, reading) else { return .bool(false) }
                guard try isOnFargate(holder, reading) else { return .bool(false) }
                return .bool(try reading.string(.assignPublicIp, of: holder) != "ENABLED")
            }
        }
    }

    private func add(_ holder: ObjectID) -> ObjectID? {
        let subnets = assembly.field(.subnets, of: holder)
        let object = assembly.objects[holder.index]
        if case .list(let elements, let open) = subnets.content, elements.isEmpty, open.isEmpty { return nil }
        guard let id = assembly.addDerived(.taskNetwork, named: object.name, at: assembly.value(of: holder), like: holder) else {
            return nil
        }
        let kind = object.kind.key
        let isTarget = kind == .eventTarget
        assembly.setDerived(.origin, of: id, to: isTarget ? assembly.field(.origin, of: holder).content : .string(kind.name))
        assembly.setField(.subnets, of: id, to: subnets)
        assembly.setField(.assignPublicIp, of: id, to: assembly.field(.assignPublicIp, of: holder))
        return id
    }

    private func isOnFargate(_ holder: ObjectID, _ reading: Reading) throws(ReadingFailure) -> Bool {
        if assembly.objects[holder.index].kind.key == .service {
            return try reading.bool(.isOnFargate, of: holder) == true
        }
        if let type = try reading.string(.launchType, of: holder) { return type == "FARGATE" }
        for item in try reading.objects(.capacityProviderStrategy, of: holder)
        where try reading.bool(.isFargate, of: item) == true { return true }
        return false
    }

    /// Endpoints for a registry, or for services that are not known: S3 and DynamoDB alone pull no image.
    private var hasOtherWay: Bool {
        assembly.ids(of: .vpcEndpoint).contains { id in
            guard let service = assembly.written(.serviceName, of: id).knownPieces.last else { return true }
            return !service.hasSuffix(".s3") && !service.hasSuffix(".dynamodb")
        }
    }

    /// Subnets from outside the input are passed over: what their tables of routes say is not known.
    private func isInPublicSubnet(
        _ holder: ObjectID, _ index: LinkIndex, _ reading: Reading
    ) throws(ReadingFailure) -> Bool {
        let subnets = resolver.candidates(assembly.written(.subnets, of: holder), among: .subnet, from: holder)
        for subnet in subnets {
            guard case .object(let id) = subnet.meaning, try reading.isTrue(subnet.condition) else { continue }
            for association in index.owners(.routeTableAssociation, by: .subnet, of: id).found
            where try reading.isTrue(association.condition) {
                for table in assembly.objects(.routeTable, of: association.id).found where try reading.isTrue(table.condition) {
                    if try leadsToInternetGateway(table.id, index, reading) { return true }
                }
            }
        }
        return false
    }

    /// Whether the way to every address leads to an internet gateway, for IPv4 alone: addresses of IPv6 are public.
    private func leadsToInternetGateway(
        _ table: ObjectID, _ index: LinkIndex, _ reading: Reading
    ) throws(ReadingFailure) -> Bool {
        let routes =
            index.owners(.route, by: .routeTable, of: table).found + assembly.objects(.ownRoutes, of: table).found
        var leads = false
        for route in routes where try reading.isTrue(route.condition) {
            guard isInternetGateway(assembly.written(.gateway, of: route.id)) else { continue }
            switch assembly.written(.destination, of: route.id).knownText {
            case "0.0.0.0/0": leads = true
            case "::/0": return false
            default: continue
            }
        }
        return leads
    }

    private func isInternetGateway(_ value: Value) -> Bool {
        if case .reference(let reference) = value.content {
            let type = assembly.typesByResource[reference.resource]
            return type == "AWS::EC2::InternetGateway" || type == "aws_internet_gateway"
        }
        return value.knownText?.hasPrefix("igw-") == true
    }
}
