import InstanceCatalog

/// An EBS volume that every instance has.
package struct BlockVolume: Hashable, Sendable {
    /// The type in the API's spelling, such as `gp3`.
    package let type: String
    /// Its size in GiB, 0 or more.
    package let gibibytes: Int
    /// Provisioned operations a second; `nil` where nothing is provisioned.
    package let operations: Int?
    /// Provisioned throughput in MiB a second; `nil` where nothing is provisioned.
    package let throughputMiBps: Int?

    /// Creates a volume; negative figures count as 0.
    package init(type: String, gibibytes: Int, operations: Int? = nil, throughputMiBps: Int? = nil) {
        self.type = type
        self.gibibytes = max(0, gibibytes)
        self.operations = operations.map { max(0, $0) }
        self.throughputMiBps = throughputMiBps.map { max(0, $0) }
    }

    /// What gp3 has for nothing: operations and MiB a second (golden file ebs_volume_test of infracost: of 4,000 and 130
    /// the 1,000 and 5 above are charged).
    private static let freeOperations = 3000
    private static let freeThroughput = 125
    /// io2 gets cheaper above the first and again above the second number of operations (Amazon EBS pricing).
    private static let operationTiers = (32_000, 64_000)

    /// US dollars a month; `nil` for a type or a part that has no price.
    ///
    /// - Parameter price: the catalog's price of an item in the region.
    func monthly(at price: (OtherPrice) -> Decimal?) -> Decimal? {
        var parts: [Decimal?]
        switch type {
        case "gp2": parts = [part(.ebsGP2, gibibytes, price)]
        case "gp3":
            parts = [
                part(.ebsGP3, gibibytes, price), part(.ebsGP3Operations, (operations ?? 0) - Self.freeOperations, price),
                part(.ebsGP3Throughput, (throughputMiBps ?? 0) - Self.freeThroughput, price),
            ]
        case "io1": parts = [part(.ebsIO1, gibibytes, price), operations.flatMap { part(.ebsIO1Operations, $0, price) }]
        case "io2":
            let (first, second) = Self.operationTiers
            parts = [
                part(.ebsIO2, gibibytes, price), operations.flatMap { part(.ebsIO2Operations, min($0, first), price) },
                part(.ebsIO2OperationsTier2, min(operations ?? 0, second) - first, price),
                part(.ebsIO2OperationsTier3, (operations ?? 0) - second, price),
            ]
        case "st1": parts = [part(.ebsST1, gibibytes, price)]
        case "sc1": parts = [part(.ebsSC1, gibibytes, price)]
        case "standard": parts = [part(.ebsStandard, gibibytes, price)]
        default: parts = [nil]
        }
        return parts.reduce(Decimal.zero) { sum, part in sum.flatMap { sum in part.map { sum + $0 } } }
    }

    /// Nothing costs nothing, whether or not it has a price.
    private func part(_ item: OtherPrice, _ amount: Int, _ price: (OtherPrice) -> Decimal?) -> Decimal? {
        amount > 0 ? price(item).map { $0 * amount } : .zero
    }

    /// The volume in words.
    var summary: String {
        let provisioned = [operations.map { "\($0) IOPS" }, throughputMiBps.map { "\($0) MiB/s" }].compactMap { $0 }
        return (["\(gibibytes) GiB \(type)"] + provisioned).joined(separator: ", ")
    }
}
