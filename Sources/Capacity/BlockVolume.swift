import InstanceCatalog

/// An EBS volume that every instance has.
public struct BlockVolume: Hashable, Sendable {
    /// The type in the API's spelling, such as `gp3`.
    public let type: String
    public let gibibytes: Int

    public init(type: String, gibibytes: Int) {
        self.type = type
        self.gibibytes = max(0, gibibytes)
    }

    /// The catalog's price for it; `nil` for a type that the catalog does not price.
    public var price: OtherPrice? {
        switch type {
        case "gp2": .ebsGP2
        case "gp3": .ebsGP3
        default: nil
        }
    }
}
