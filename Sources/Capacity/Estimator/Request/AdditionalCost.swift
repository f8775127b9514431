import InstanceCatalog

/// Money beside that of compute: storage, addresses, requests, instances that wait.
package struct AdditionalCost: Hashable, Sendable {
    /// What is paid for; raw values are those of the reports.
    package enum Item: String, Sendable, CaseIterable {
        /// EBS volumes of the instances.
        case storage = "ebs"
        /// Public IPv4 addresses of instances or Fargate tasks.
        case publicAddresses = "public-ipv4"
        /// Sends, receives and deletes at SQS.
        case queueRequests = "sqs-requests"
        /// Calls of SQS to KMS for an encrypted queue.
        case keyCalls = "kms-calls"
        /// CloudWatch metrics of the instances each minute.
        case detailedMonitoring = "detailed-monitoring"
        /// Instances that wait and run.
        case warmPool = "warm-pool"
    }

    /// The part of the bill that it belongs to.
    package let item: Item
    /// The service or group that it is for.
    package let subject: String
    /// What is counted, in words: `2 x 30 GiB gp3`.
    package let detail: String
    /// US dollars a month; `nil` where a price or a count is missing.
    package internal(set) var monthly: ScalingRange<Decimal?>
}
