/// A price beside those of compute.
public enum OtherPrice: String, Sendable, CaseIterable {
    /// A GB-month of gp2 storage.
    case ebsGP2 = "ebs_gp2"
    /// A GB-month of gp3 storage.
    case ebsGP3 = "ebs_gp3"
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
}
