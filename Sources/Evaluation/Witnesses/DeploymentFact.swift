/// What a value says of the place of a deployment, so that the values of one witness go together and are such as AWS gives.
///
/// Source: botocore 1.43, `data/partitions.json` and `data/endpoints.json`.
package enum DeploymentFact: Sendable, Hashable {
    /// `eu-west-1`
    case region
    /// `aws`
    case partition
    /// `amazonaws.com`
    case urlSuffix
    /// Twelve digits.
    case account

    fileprivate struct Partition {
        let name: String
        let suffix: String
        let regions: [String]
    }

    private static let partitions = [
        Partition(
            name: "aws", suffix: "amazonaws.com",
            regions: [
                "us-east-1", "us-east-2", "us-west-1", "us-west-2", "eu-west-1", "eu-west-2", "eu-west-3", "eu-central-1",
                "eu-central-2", "eu-north-1", "eu-south-1", "eu-south-2", "af-south-1", "ap-east-1", "ap-east-2",
                "ap-northeast-1",
                "ap-northeast-2", "ap-northeast-3", "ap-south-1", "ap-south-2", "ap-southeast-1", "ap-southeast-2",
                "ap-southeast-3", "ap-southeast-4", "ap-southeast-5", "ap-southeast-6", "ap-southeast-7", "ca-central-1",
                "ca-west-1", "il-central-1", "me-central-1", "me-south-1", "mx-central-1", "sa-east-1",
            ]),
        Partition(name: "aws-cn", suffix: "amazonaws.com.cn", regions: ["cn-north-1", "cn-northwest-1"]),
        Partition(name: "aws-us-gov", suffix: "amazonaws.com", regions: ["us-gov-west-1", "us-gov-east-1"]),
        Partition(name: "aws-iso", suffix: "c2s.ic.gov", regions: ["us-iso-east-1", "us-iso-west-1"]),
        Partition(name: "aws-iso-b", suffix: "sc2s.sgov.gov", regions: ["us-isob-east-1", "us-isob-west-1"]),
        Partition(name: "aws-iso-e", suffix: "cloud.adc-e.uk", regions: ["eu-isoe-west-1"]),
        Partition(name: "aws-iso-f", suffix: "csp.hci.ic.gov", regions: ["us-isof-east-1", "us-isof-south-1"]),
        Partition(name: "aws-eusc", suffix: "amazonaws.eu", regions: ["eusc-de-east-1"]),
    ]

    /// Values of the kind, the plainest first.
    package var examples: [Datum] {
        let texts: [String] =
            switch self {
            case .region: ["us-east-1", "eu-west-1", "cn-north-1", "us-gov-west-1"]
            case .partition: Self.partitions.map(\.name)
            case .urlSuffix: Self.partitions.map(\.suffix)
            case .account: ["111122223333", "444455556666"]
            }
        return texts.map(Datum.text)
    }

    /// Whether AWS gives such a value.
    package func accepts(_ text: String) -> Bool {
        switch self {
        case .account: text.utf8.count == 12 && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        case .region, .partition, .urlSuffix: Self.partitions.contains { $0.has(self, text) }
        }
    }

    /// Whether the fact says where a deployment is.
    var isPlace: Bool { self != .account }

    /// Whether one deployment may have all of some values.
    static func agree(_ values: [(fact: DeploymentFact, text: String)]) -> Bool {
        partitions.contains { partition in values.allSatisfy { !$0.fact.isPlace || partition.has($0.fact, $0.text) } }
    }
}

extension DeploymentFact.Partition {
    fileprivate func has(_ fact: DeploymentFact, _ text: String) -> Bool {
        switch fact {
        case .region: regions.contains(text)
        case .partition: name == text
        case .urlSuffix: suffix == text
        case .account: true
        }
    }
}

extension OpenInput {
    /// Something that is known of the place of a deployment.
    ///
    /// - Parameter others: what else is known of it, such as the region that the run was given.
    package static func fact(
        _ fact: DeploymentFact, key: String, name: String, beside others: [(fact: DeploymentFact, text: String)] = []
    ) -> OpenInput {
        OpenInput(
            key: key, name: name, kind: .deployment, literals: fact.examples, isConstrained: true, fact: fact
        ) { datum in
            guard case .text(let text) = datum, fact.accepts(text) else { return false }
            return others.isEmpty || DeploymentFact.agree(others + [(fact, text)])
        }
    }
}
