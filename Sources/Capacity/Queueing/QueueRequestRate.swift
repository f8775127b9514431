import InstanceCatalog

/// What SQS asks for requests, by the number of a month.
package struct QueueRequestRate: Hashable, Sendable {
    /// US dollars for a million of the requests up to a bound; the last tier has none.
    struct Tier: Hashable, Sendable {
        /// The tier's last request of the month; `nil` for every one behind the tier before.
        let upTo: Decimal?
        /// US dollars for each million.
        let perMillion: Decimal
    }

    /// From the first request on, with rising bounds.
    let tiers: [Tier]
    /// Requests of a month that cost nothing, for the account as a whole.
    package static let freeRequests: Decimal = 1_000_000

    /// A standard queue: the first 100 thousand million requests at the catalog's price, the next as many at 75 % of it,
    /// the rest at 60 % (0.40, 0.30 and 0.24 in us-east-1).
    package static func standard(perMillion: Decimal) -> QueueRequestRate {
        let step: Decimal = 100_000_000_000
        return QueueRequestRate(tiers: [
            Tier(upTo: step, perMillion: perMillion), Tier(upTo: step * 2, perMillion: perMillion.percent(75)),
            Tier(upTo: nil, perMillion: perMillion.percent(60)),
        ])
    }

    /// A FIFO queue: one price, since its tiers are not published where the catalog comes from.
    package static func fifo(perMillion: Decimal) -> QueueRequestRate {
        QueueRequestRate(tiers: [Tier(upTo: nil, perMillion: perMillion)])
    }

    /// US dollars for the requests of a month.
    package func cost(of requests: Decimal, free: Decimal = freeRequests) -> Decimal {
        let charged = max(.zero, requests - free)
        var start = Decimal.zero
        var cost = Decimal.zero
        for tier in tiers {
            let end = tier.upTo.map { min($0, charged) } ?? charged
            if end > start { cost += ((end - start) * tier.perMillion).divided(by: 1_000_000) ?? .zero }
            start = max(start, end)
        }
        return cost
    }
}
