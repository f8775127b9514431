/// A price beside those of compute.
package enum OtherPrice: String, Sendable, CaseIterable {
    /// A GB-month of gp2 storage.
    case ebsGP2 = "ebs_gp2"
    /// A GB-month of gp3 storage.
    case ebsGP3 = "ebs_gp3"
    /// A month of an operation a second of gp3 above the 3,000 that it has for nothing.
    case ebsGP3Operations = "ebs_gp3_iops"
    /// A month of a MiB a second of gp3 above the 125 that it has for nothing.
    case ebsGP3Throughput = "ebs_gp3_throughput"
    /// A GB-month of io1 storage.
    case ebsIO1 = "ebs_io1"
    /// A month of a provisioned operation a second of io1.
    case ebsIO1Operations = "ebs_io1_iops"
    /// A GB-month of io2 storage.
    case ebsIO2 = "ebs_io2"
    /// A month of a provisioned operation a second of io2, of the first 32,000.
    case ebsIO2Operations = "ebs_io2_iops"
    /// The same above 32,000 up to 64,000.
    case ebsIO2OperationsTier2 = "ebs_io2_iops_tier2"
    /// The same above 64,000.
    case ebsIO2OperationsTier3 = "ebs_io2_iops_tier3"
    /// A GB-month of st1 storage.
    case ebsST1 = "ebs_st1"
    /// A GB-month of sc1 storage.
    case ebsSC1 = "ebs_sc1"
    /// A GB-month of the first generation of magnetic storage.
    case ebsStandard = "ebs_standard"
    /// A GB-month of snapshots.
    case ebsSnapshot = "ebs_snapshot"
    /// A month of one metric in CloudWatch beyond the free ones; detailed monitoring of an instance is seven of them.
    case cloudWatchMetric = "cloudwatch_metric"
    /// A month of an alarm on one metric.
    case cloudWatchAlarm = "cloudwatch_alarm"
    /// A month of an alarm that looks every 10 or 30 seconds.
    case cloudWatchHighResolutionAlarm = "cloudwatch_alarm_high_resolution"
    /// A month of an alarm that joins others.
    case cloudWatchCompositeAlarm = "cloudwatch_alarm_composite"
    /// A GB of logs that CloudWatch takes in.
    case logsIngested = "cloudwatch_logs_ingest"
    /// A GB-month of logs that are kept.
    case logsStored = "cloudwatch_logs_storage"
    /// A month of a customer managed key.
    case key = "kms_key"
    /// A million requests to KMS for a symmetric key.
    case keyRequests = "kms_requests"
    /// An hour of a public IPv4 address.
    case publicIPv4 = "public_ipv4"
    /// A million requests to a standard queue, after the first million of a month.
    case sqsStandard = "sqs_standard"
    /// A million requests to a FIFO queue, after the first million of a month.
    case sqsFIFO = "sqs_fifo"
    /// What fair queues add to a million requests.
    case sqsFairQueueSurcharge = "sqs_fair_queue_surcharge"
    /// An hour of a NAT gateway.
    case natGatewayHour = "nat_gateway_hour"
    /// A GB through a NAT gateway.
    case natGatewayGB = "nat_gateway_gb"

    /// Volumes of EC2 instances.
    static let storage: [OtherPrice] = [
        .ebsGP2, .ebsGP3, .ebsGP3Operations, .ebsGP3Throughput, .ebsIO1, .ebsIO1Operations, .ebsIO2, .ebsIO2Operations,
        .ebsIO2OperationsTier2, .ebsIO2OperationsTier3, .ebsST1, .ebsSC1, .ebsStandard,
    ]

    /// Whether `ecslint catalog import` finds it in price lists.
    package var canBeImported: Bool {
        switch self {
        case .ebsGP2, .ebsGP3, .ebsIO1, .ebsIO2, .ebsST1, .ebsSC1, .publicIPv4: true
        default: false
        }
    }

    /// What is priced, with its unit, for people.
    package var name: String {
        switch self {
        case .ebsGP2: "a GB of gp2"
        case .ebsGP3: "a GB of gp3"
        case .ebsGP3Operations: "an IOPS of gp3"
        case .ebsGP3Throughput: "a MiB/s of gp3"
        case .ebsIO1: "a GB of io1"
        case .ebsIO1Operations: "an IOPS of io1"
        case .ebsIO2: "a GB of io2"
        case .ebsIO2Operations: "an IOPS of io2"
        case .ebsIO2OperationsTier2: "an IOPS of io2 above 32,000"
        case .ebsIO2OperationsTier3: "an IOPS of io2 above 64,000"
        case .ebsST1: "a GB of st1"
        case .ebsSC1: "a GB of sc1"
        case .ebsStandard: "a GB of standard storage"
        case .ebsSnapshot: "a GB of snapshots"
        case .cloudWatchMetric: "a CloudWatch metric"
        case .cloudWatchAlarm: "a CloudWatch alarm"
        case .cloudWatchHighResolutionAlarm: "a high-resolution CloudWatch alarm"
        case .cloudWatchCompositeAlarm: "a composite CloudWatch alarm"
        case .logsIngested: "a GB of logs taken in"
        case .logsStored: "a GB of logs kept"
        case .key: "a KMS key"
        case .keyRequests: "a million KMS requests"
        case .publicIPv4: "an hour of a public IPv4 address"
        case .sqsStandard: "a million requests to a standard queue"
        case .sqsFIFO: "a million requests to a FIFO queue"
        case .sqsFairQueueSurcharge: "what fair queues add to a million requests"
        case .natGatewayHour: "an hour of a NAT gateway"
        case .natGatewayGB: "a GB through a NAT gateway"
        }
    }
}
