/// The tasks of a Fargate strategy, summed up by how they are bought.
struct FargateShares {
    let onDemand: Int
    let spot: Int
    let spotInterval: ClosedRange<Int>

    init(_ shares: [CapacityProviderStrategy.Share], of items: [FargateCapacity.Item]) {
        let pairs = zip(shares, items)
        let spotShares = pairs.filter { $0.1.purchase == .spot }.map(\.0)
        let total = shares.reduce(0) { $0 + $1.tasks }
        spot = spotShares.reduce(0) { $0 + $1.tasks }
        onDemand = total - spot
        let least = spotShares.reduce(0) { $0 + $1.interval.lowerBound }
        let most = min(total, spotShares.reduce(0) { $0 + $1.interval.upperBound })
        spotInterval = min(least, most)...most
    }
}
