import InstanceCatalog

/// What a set of services costs, with everything that the figures rest on.
public struct CostReport: Hashable, Sendable {
    /// The oldest day of the prices that the report took; `nil` where it took none or they are undated.
    public struct CatalogDates: Hashable, Sendable {
        public let onDemandAsOf: String?
        public let spotAsOf: String?
        public let fargateAsOf: String?
    }

    public let region: RegionChoice
    public let hoursPerMonth: Decimal
    public let catalogDates: CatalogDates
    public let services: [ServiceCost]
    /// US dollars a month for all services; `nil` where one of them is unknown.
    public let monthly: ScalingRange<Decimal?>
    public let assumptions: [String]
    public let notIncluded: [String]
    /// Sorted as the services stand.
    public let diagnostics: [CostDiagnostic]

    /// Whether some task fits on no instance that was asked for: `ecslint cost` then ends with 1.
    public var hasTaskThatNeverFits: Bool {
        diagnostics.contains { $0.code == .taskNeverFits }
    }
}
