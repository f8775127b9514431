/// Fargate and Fargate Spot as a service uses them.
package struct FargateCapacity: Hashable, Sendable {
    /// One of the two capacity providers with its base and weight.
    package struct Item: Hashable, Sendable {
        /// On demand or Spot.
        package let purchase: FargatePurchase
        /// The first tasks that go here, 0...100000.
        package let base: Int
        /// The relative share of the tasks above the base, 0...1000.
        package let weight: Int

        /// Creates an item. Its numbers are checked when a service is priced.
        package init(_ purchase: FargatePurchase, base: Int = 0, weight: Int = 0) {
            self.purchase = purchase
            self.base = base
            self.weight = weight
        }
    }

    /// The strategy in the order of the template; a plain launch type is one item.
    package var strategy: [Item]
    /// GiB of ephemeral storage, 20 where nothing is set.
    package var ephemeralStorageGiB: Int
    /// Whether every task gets a public IPv4 address; `nil` when nobody says it.
    package var hasPublicAddress: Bool?

    /// Creates a capacity; whether its tasks get public addresses is set afterwards.
    package init(strategy: [Item], ephemeralStorageGiB: Int = 20) {
        self.strategy = strategy
        self.ephemeralStorageGiB = ephemeralStorageGiB
    }

    /// The launch type FARGATE.
    package static let onDemand = FargateCapacity(strategy: [Item(.onDemand, weight: 1)])
}
