/// How a Fargate task is bought.
public enum FargatePurchase: String, Sendable, CaseIterable {
    case onDemand = "FARGATE"
    case spot = "FARGATE_SPOT"
}
