import CEL

/// The variables of a rule as one of its expressions numbers them.
struct ExpressionActivation: Activation {
    let activation: RuleActivation
    let slots: [Int]

    func value(ofVariable index: Int, named name: String) throws(EvaluationError) -> CEL.Value? {
        try activation.value(in: slots[index])
    }
}
