/// The work that an evaluation may still do.
package struct Budget: Sendable {
    /// Steps left: one for each operation and each member of a list that is built or compared,
    /// one for every 16 bytes of text that is built or searched.
    package private(set) var steps: Int

    /// What one expression may use by default.
    package static let defaultSteps = 1_000_000

    /// - Parameter steps: zero or more; a negative number counts as zero.
    package init(steps: Int = Budget.defaultSteps) {
        self.steps = max(0, steps)
    }

    /// Takes steps from the budget.
    /// - Throws: `budgetExceeded` when fewer are left; the budget is then empty.
    mutating func charge(_ amount: Int) throws(EvaluationError) {
        guard amount <= steps else {
            steps = 0
            throw EvaluationError(
                .budgetExceeded, "the expression takes more steps than it may; iterate over fewer members")
        }
        steps -= amount
    }

    /// Takes the steps for text of that many bytes.
    mutating func charge(bytes: Int) throws(EvaluationError) {
        try charge(1 + bytes / 16)
    }
}
