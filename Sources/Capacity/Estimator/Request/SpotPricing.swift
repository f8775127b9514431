import InstanceCatalog

/// Where the price of an EC2 Spot instance comes from.
package enum SpotPricing: Hashable, Sendable {
    /// The Spot Advisor's saving in the catalog: indicative.
    case catalog
    /// US dollars an hour, 0 or more.
    case price(Decimal)
    /// Percent off the on-demand price, 0...100.
    case discount(Decimal)
}
