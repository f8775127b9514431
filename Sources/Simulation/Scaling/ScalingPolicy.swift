/// A policy of Application Auto Scaling.
package struct ScalingPolicy: Hashable, Sendable {
    package enum Rule: Hashable, Sendable {
        case targetTracking(TargetTrackingRule)
        case step(StepRule)
    }

    /// Its name for people.
    package var name: String
    package var metric: ScalingMetric
    package var rule: Rule

    /// Creates a policy.
    package init(name: String, metric: ScalingMetric, rule: Rule) {
        self.name = name
        self.metric = metric
        self.rule = rule
    }

    /// The rest after a scale-in, in milliseconds.
    var scaleInRest: Int {
        switch rule {
        case .targetTracking(let rule): rule.scaleInCooldown
        case .step(let rule): rule.cooldown
        }
    }

    var isTargetTracking: Bool {
        if case .targetTracking = rule { return true }
        return false
    }
}
