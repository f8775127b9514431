import Evaluation

/// Where an expression leads.
struct PlanAnswer {
    /// The resources that the value is made from, each once.
    var targets: [PlanTarget] = []
    /// The value is the only target's attribute, as it is.
    var isWhole = false
    /// What cannot be followed.
    var reasons: [Reason] = []
    /// A resource, a data source or a module stands on the way, whether or not the plan has it.
    var meetsResources = false

    static let nothing = PlanAnswer()

    mutating func add(_ other: PlanAnswer, limit: Int) {
        for target in other.targets where targets.count < limit && !targets.contains(target) { targets.append(target) }
        meetsResources = meetsResources || other.meetsResources
        for reason in other.reasons where reasons.count < limit && !reasons.contains(reason) { reasons.append(reason) }
    }

    /// The same, not as the value itself.
    var inPart: PlanAnswer {
        var copy = self
        copy.isWhole = false
        return copy
    }
}
