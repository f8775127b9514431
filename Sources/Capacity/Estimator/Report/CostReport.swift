import InstanceCatalog

/// What a set of services costs, with everything that the figures rest on.
package struct CostReport: Hashable, Sendable {
    /// The oldest day of the prices that the report took; `nil` where it took none or they are undated.
    package struct CatalogDates: Hashable, Sendable {
        /// Of EC2's on-demand prices, as `2026-07-20`.
        package let onDemandAsOf: String?
        /// Of EC2's Spot prices or savings.
        package let spotAsOf: String?
        /// Of Fargate's rates, those of Fargate Spot among them.
        package let fargateAsOf: String?
        /// Of prices beside compute: volumes, addresses, requests, metrics.
        package let otherAsOf: String?
    }

    /// The region whose prices were taken, and who named it.
    package let region: RegionChoice
    /// The hours by which every hourly price was multiplied.
    package let hoursPerMonth: Decimal
    /// How old the prices are.
    package let catalogDates: CatalogDates
    /// In the order of the request.
    package let services: [ServiceCost]
    /// Groups that several services share.
    package let groups: [SharedGroupCost]
    /// US dollars a month of compute for all services: the sum of what is known, which `isAtLeast` tells; `nil` where nothing is.
    package let monthly: ScalingRange<Decimal?>
    /// Money beside that of compute, which `monthly` does not hold.
    package let additional: [AdditionalCost]
    /// Every way to buy the capacity, the cheapest first; empty unless it was asked for.
    package let options: [PurchaseOption]
    /// Fargate against instances, by how full these are; empty unless purchases are compared.
    package let breakEvens: [BreakEven]
    /// The cheapest fleet of each service; empty unless it was asked for.
    package let fleets: [OptimisedFleet]
    /// The fleet that the tasks were sized by; `nil` where their number was given.
    package let sizing: FleetSizing?
    /// What was taken because nobody said it: whole sentences, each once.
    package let assumptions: [String]
    /// What no figure of the report holds: lists of things, each a line.
    package let notIncluded: [String]
    /// Those of the request as a whole and of its services in the order in which they were met, then old prices.
    package let diagnostics: [CostDiagnostic]

    /// `monthly` and everything of `additional`; `nil` where one of them is unknown.
    package var monthlyWithAdditional: ScalingRange<Decimal?> {
        additional.reduce(monthly) { sum, cost in
            sum.combined(with: cost.monthly) { left, right in left.flatMap { a in right.map { a + $0 } } }
        }
    }

    /// The least that `monthly` may be, since nobody knows who gets the remainder of a strategy; `monthly` where none has one.
    package var monthlyAtLeast: ScalingRange<Decimal?> { bound(\.lowerBound) }
    /// The most that it may be.
    package var monthlyAtMost: ScalingRange<Decimal?> { bound(\.upperBound) }

    private func bound(_ side: KeyPath<ClosedRange<Decimal>, Decimal>) -> ScalingRange<Decimal?> {
        services.reduce(ScalingRange(all: .zero)) { sum, service in
            CostEstimator.sum(sum, service.bound(side))
        }
    }

    /// Whether a price or a count is missing from the sum, so that the bill is at least that much. Machines of one's own are not.
    package var isAtLeast: Bool {
        monthly.desired != nil
            && services.contains { $0.kind != .external && ($0.monthly.desired == nil || $0.lacksPart) }
    }

    /// Whether some task fits on no instance that was asked for: `ecslint cost` then ends with 1.
    package var hasTaskThatNeverFits: Bool {
        diagnostics.contains { $0.code == .taskNeverFits && $0.severity == .error }
    }

    /// Whether there is a figure of money for anything that was asked; a question about the size of a fleet asks for none.
    package var hasPrice: Bool {
        services.isEmpty
            || services.contains { service in
                ([service.monthly] + service.placements.map(\.monthly)).contains {
                    $0.minimum != nil || $0.desired != nil || $0.maximum != nil
                }
            }
    }
}
