import InstanceCatalog

/// Money beside that of compute: storage, addresses, requests, instances that wait.
public struct AdditionalCost: Hashable, Sendable {
    public enum Item: String, Sendable, CaseIterable {
        case storage = "ebs"
        case publicAddresses = "public-ipv4"
        case queueRequests = "sqs-requests"
        case keyCalls = "kms-calls"
        case detailedMonitoring = "detailed-monitoring"
        case warmPool = "warm-pool"
    }

    public let item: Item
    /// The service or group that it is for.
    public let subject: String
    /// What is counted, in words: `2 x 30 GiB gp3`.
    public let detail: String
    /// US dollars a month; `nil` where a price or a count is missing.
    public let monthly: ScalingRange<Decimal?>
}
