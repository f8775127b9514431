/// How a Fargate task is bought.
package enum FargatePurchase: String, Sendable, CaseIterable {
    case onDemand = "FARGATE"
    /// For less money; AWS may stop the task with two minutes' notice (ECS developer guide,
    /// fargate-capacity-providers).
    case spot = "FARGATE_SPOT"
}
