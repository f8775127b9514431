/// Fargate and Fargate Spot as a service uses them.
public struct FargateCapacity: Hashable, Sendable {
    /// One of the two capacity providers with its base and weight.
    public struct Item: Hashable, Sendable {
        /// On demand or Spot.
        public let purchase: FargatePurchase
        /// The first tasks that go here, 0...100000.
        public let base: Int
        /// The relative share of the tasks above the base, 0...1000.
        public let weight: Int

        /// Creates an item. Its numbers are checked when a service is priced.
        public init(_ purchase: FargatePurchase, base: Int = 0, weight: Int = 0) {
            self.purchase = purchase
            self.base = base
            self.weight = weight
        }
    }

    /// The strategy in the order of the template; a plain launch type is one item.
    public var strategy: [Item]
    /// GiB of ephemeral storage, 20 where nothing is set.
    public var ephemeralStorageGiB: Int
    /// Whether every task gets a public IPv4 address; `nil` when nobody says it.
    public var hasPublicAddress: Bool?

    /// Creates a capacity; whether its tasks get public addresses is set afterwards.
    public init(strategy: [Item], ephemeralStorageGiB: Int = 20) {
        self.strategy = strategy
        self.ephemeralStorageGiB = ephemeralStorageGiB
    }

    /// The launch type FARGATE.
    public static let onDemand = FargateCapacity(strategy: [Item(.onDemand, weight: 1)])
}
