import InstanceCatalog

/// What the functions of the calculator need beside the model.
public struct CalculatorContext: Sendable {
    public var catalog: InstanceCatalog
    /// Memory in MiB that a plan keeps for the host itself; document 000 keeps 1024.
    public var hostMemoryMiB: Int

    public static let usualHostMemoryMiB = 1024

    public init(catalog: InstanceCatalog = .builtIn, hostMemoryMiB: Int = CalculatorContext.usualHostMemoryMiB) {
        self.catalog = catalog
        self.hostMemoryMiB = hostMemoryMiB
    }
}
