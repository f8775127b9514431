import InstanceCatalog
import Testing

/// A decimal from its text, for expectations.
func usd(_ text: String) throws -> Decimal {
    try #require(Decimal(text))
}

/// The instance type of the built-in catalog.
func builtInType(_ name: String) throws -> InstanceType {
    try #require(InstanceCatalog.builtIn.instanceType(name))
}
