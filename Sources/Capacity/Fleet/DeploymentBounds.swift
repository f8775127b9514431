/// How far the number of tasks may move while ECS replaces them (DeploymentConfiguration).
package struct DeploymentBounds: Hashable, Sendable {
    /// In percent of the desired count; default 100.
    package let minimumHealthyPercent: Int
    /// In percent of the desired count; default 200.
    package let maximumPercent: Int

    /// Creates bounds; the defaults are those of ECS for REPLICA services (API reference, DeploymentConfiguration).
    package init(minimumHealthyPercent: Int = 100, maximumPercent: Int = 200) {
        self.minimumHealthyPercent = minimumHealthyPercent
        self.maximumPercent = maximumPercent
    }
}
