/// How far the number of tasks may move while ECS replaces them (DeploymentConfiguration).
public struct DeploymentBounds: Hashable, Sendable {
    /// In percent of the desired count; default 100.
    public let minimumHealthyPercent: Int
    /// In percent of the desired count; default 200.
    public let maximumPercent: Int

    /// Creates bounds; the defaults are those of ECS for REPLICA services (API reference, DeploymentConfiguration).
    public init(minimumHealthyPercent: Int = 100, maximumPercent: Int = 200) {
        self.minimumHealthyPercent = minimumHealthyPercent
        self.maximumPercent = maximumPercent
    }
}
