/// The tasks of a Fargate strategy, summed up by how they are bought.
struct FargateShares {
    let lines: [CapacityProviderStrategy.Share]
    let onDemand: Int
    let spot: Int
    /// What the Spot tasks may be, since nobody knows who gets the remainder.
    let spotInterval: ClosedRange<Int>

    init(_ shares: [CapacityProviderStrategy.Share], of items: [FargateCapacity.Item]) {
        lines = shares
        func sum(_ purchase: FargatePurchase, _ part: (CapacityProviderStrategy.Share) -> Int) -> Int {
            zip(shares, items).filter { $0.1.purchase == purchase }.reduce(0) { $0 + part($1.0) }
        }
        let total = shares.reduce(0) { $0 + $1.tasks }
        spot = sum(.spot, \.tasks)
        onDemand = total - spot
        let least = max(sum(.spot, \.interval.lowerBound), total - sum(.onDemand, \.interval.upperBound))
        let most = min(sum(.spot, \.interval.upperBound), total - sum(.onDemand, \.interval.lowerBound))
        spotInterval = min(least, most)...most
    }
}
