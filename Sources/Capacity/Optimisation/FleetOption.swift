import InstanceCatalog

/// One thing that a fleet can be made of: instances of a type, or tasks on Fargate, bought in one way.
package struct FleetOption: Hashable, Sendable {
    /// How it is bought; raw values are those of the reports.
    package enum Purchase: String, Sendable, CaseIterable {
        case onDemand = "on-demand"
        /// AWS may take it back with two minutes' notice.
        case spot
    }

    /// The instance type, or `Fargate`.
    package let name: String
    /// Whether it is a task on Fargate. ECS refuses a strategy of Fargate and Auto Scaling groups together (API reference,
    /// CreateService.capacityProviderStrategy).
    package let isFargate: Bool
    /// How it is bought.
    package let purchase: Purchase
    /// Tasks that one holds, at least 1.
    package let tasks: Int
    /// US dollars a month for one, `creditsMonthly` among them.
    package let monthly: Decimal
    /// What the CPU credits cost that tasks which are always busy use on a full instance of a burstable type; 0 elsewhere.
    package let creditsMonthly: Decimal
    /// What keeps one from holding more tasks; `nil` on Fargate.
    package let binding: PlacementDimension?

    /// Creates an option.
    package init(
        name: String, isFargate: Bool = false, purchase: Purchase, tasks: Int, monthly: Decimal,
        creditsMonthly: Decimal = .zero, binding: PlacementDimension? = nil
    ) {
        self.name = name
        self.isFargate = isFargate
        self.purchase = purchase
        self.tasks = max(1, tasks)
        self.monthly = monthly
        self.creditsMonthly = creditsMonthly
        self.binding = binding
    }
}
