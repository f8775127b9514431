/// How far the number of tasks may move while ECS replaces them (DeploymentConfiguration).
package struct DeploymentBounds: Hashable, Sendable {
    /// In percent of the desired count; default 100.
    package let minimumHealthyPercent: Int
    /// In percent of the desired count; default 200.
    package let maximumPercent: Int
    /// Whether both revisions run at full size for a time: blue/green, linear and canary deployments.
    package let runsBothRevisions: Bool

    /// Creates bounds; the defaults are those of ECS for REPLICA services (API reference, DeploymentConfiguration).
    package init(minimumHealthyPercent: Int = 100, maximumPercent: Int = 200, runsBothRevisions: Bool = false) {
        self.minimumHealthyPercent = minimumHealthyPercent
        self.maximumPercent = maximumPercent
        self.runsBothRevisions = runsBothRevisions
    }
}
