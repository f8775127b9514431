import Evaluation

/// The parts of ARNs and URLs that say where a stack is deployed: the same for everything in it.
package enum DeploymentPlace: String, Sendable {
    case partition = "AWS::Partition"
    case region = "AWS::Region"
    case account = "AWS::AccountId"
    case domain = "AWS::URLSuffix"

    /// What identifies it in a ``Reason``, in every stack alike.
    package var source: String { "#\(rawValue)" }

    /// The data sources of Terraform that tell it, by their attributes (provider's pages `caller_identity`, `region` and
    /// `partition`).
    fileprivate static let dataSources: [String: [String: DeploymentPlace]] = [
        "aws_caller_identity": ["account_id": .account, "id": .account],
        "aws_region": ["name": .region, "id": .region, "region": .region],
        "aws_partition": ["partition": .partition, "id": .partition, "dns_suffix": .domain],
    ]
}

extension Value {
    /// The partition, region, account or domain that the value surely is, whatever it turns out to be: `AWS::AccountId`,
    /// `data.aws_caller_identity.me.account_id`. `nil` for everything else.
    package var deploymentPlace: DeploymentPlace? {
        switch content {
        case .unknown(let reasons, false):
            guard reasons.count == 1, let source = reasons.first?.source, source.hasPrefix("#") else { return nil }
            return DeploymentPlace(rawValue: String(source.dropFirst()))
        case .reference(let reference):
            guard case .named(let attribute) = reference.attribute else { return nil }
            let address = ResourceAddress(reference.resource.logicalID)
            return address.isData ? DeploymentPlace.dataSources[address.type]?[attribute] : nil
        default: return nil
        }
    }
}
