/// Step scaling: an alarm of one's own and what to do by how far the metric is beyond its threshold.
///
/// Sources: Application Auto Scaling API StepScalingPolicyConfiguration and StepAdjustment; EC2 Auto Scaling user guide, "Step and
/// simple scaling policies", for the rounding of percentages.
package struct StepRule: Hashable, Sendable {
    package enum Adjustment: Hashable, Sendable {
        case change, exact, percent
    }

    package struct Step: Hashable, Sendable {
        /// Millionths above the threshold; `nil` without a bound.
        package var lower: Int?
        package var upper: Int?
        package var amount: Int

        /// Creates a step.
        package init(lower: Int?, upper: Int?, amount: Int) {
            self.lower = lower
            self.upper = upper
            self.amount = amount
        }
    }

    package var adjustment: Adjustment
    package var steps: [Step]
    /// Milliseconds.
    package var cooldown: Int
    /// The fewest tasks of a change in percent.
    package var leastMagnitude: Int
    /// Of the alarm, in millionths.
    package var threshold: Int
    package var alarmsAbove: Bool
    /// A value at the threshold alarms too: GreaterThanOrEqualToThreshold and its like.
    package var alarmsAtThreshold: Bool
    package var evaluationPeriods: Int
    package var datapointsToAlarm: Int

    /// Creates a rule.
    package init(
        adjustment: Adjustment, steps: [Step], cooldown: Int, leastMagnitude: Int = 0, threshold: Int, alarmsAbove: Bool,
        alarmsAtThreshold: Bool = false, evaluationPeriods: Int, datapointsToAlarm: Int
    ) {
        self.adjustment = adjustment
        self.steps = steps
        self.cooldown = cooldown
        self.leastMagnitude = leastMagnitude
        self.threshold = threshold
        self.alarmsAbove = alarmsAbove
        self.alarmsAtThreshold = alarmsAtThreshold
        self.evaluationPeriods = max(1, evaluationPeriods)
        self.datapointsToAlarm = max(1, datapointsToAlarm)
    }

    /// The amount of the step that the alarm leads to; `nil` while it does not alarm.
    func amount(_ values: [Fraction?]) -> Int? {
        guard values.count >= evaluationPeriods, let latest = values.last ?? nil else { return nil }
        let breaching = values.suffix(evaluationPeriods).filter { value in
            value.map(breaches) ?? false
        }
        guard breaching.count >= datapointsToAlarm else { return nil }
        let distance = latest.distance(from: threshold)
        let denominator = Int128(latest.denominator)
        return steps.first { step in
            let lower = step.lower.map { Int128($0) * denominator }
            let upper = step.upper.map { Int128($0) * denominator }
            // The bound nearer to the threshold belongs to the step.
            return alarmsAbove
                ? (lower.map { distance >= $0 } ?? true) && (upper.map { distance < $0 } ?? true)
                : (lower.map { distance > $0 } ?? true) && (upper.map { distance <= $0 } ?? true)
        }?.amount
    }

    private func breaches(_ value: Fraction) -> Bool {
        switch (alarmsAbove, alarmsAtThreshold) {
        case (true, false): value.isAbove(threshold)
        case (true, true): !value.isBelow(threshold)
        case (false, false): value.isBelow(threshold)
        case (false, true): !value.isAbove(threshold)
        }
    }

    /// Tasks after a step from a base. Percentages round toward zero, but to 1 at least.
    func tasks(from base: Int, by amount: Int) -> Int {
        switch adjustment {
        case .exact: return amount
        case .change: return base.addingReportingOverflow(amount).partialValue
        case .percent:
            let (hundredths, overflows) = base.multipliedReportingOverflow(by: amount)
            guard !overflows, hundredths != 0 else { return base }
            let size = max(1, Int(clamping: hundredths.magnitude / 100), leastMagnitude)
            return hundredths > 0 ? base + size : base - size
        }
    }
}
