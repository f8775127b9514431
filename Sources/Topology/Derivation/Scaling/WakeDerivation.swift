import Evaluation
import Templates

/// Works out how many messages must wait before a policy starts a first task.
///
/// Sources: Application Auto Scaling user guide, "Target tracking scaling policies" (the alarm that scales out is on values
/// above the target) and "Step scaling policies" (bounds are distances from the threshold; those of an alarm on high values
/// hold from the lower to below the upper one, those of one on low values from above the lower to the upper one).
struct WakeDerivation {
    let assembly: ModelAssembly
    private let formulas: FormulaDerivation
    /// Policies that an alarm starts when all is well again.
    private let startedByOK: ReverseLinks

    /// So many messages in one queue are taken for never.
    private static let mostMessages: Int64 = 1 << 40

    init(assembly: ModelAssembly, resolver: LinkResolver) {
        self.assembly = assembly
        formulas = FormulaDerivation(assembly: assembly, resolver: resolver)
        startedByOK = ReverseLinks(
            assembly, resolver, from: assembly.ids(of: .alarm), by: .okActions, to: .scalingPolicy)
    }

    func run() {
        for policy in assembly.ids(of: .scalingPolicy) {
            assembly.derive(.messagesToLeaveZero, of: policy) { reading throws(ReadingFailure) in
                do throws(ReadingFailure) {
                    return try messages(for: policy, reading).map { .integer($0) } ?? .absent
                } catch {
                    throw error.possiblyAbsent
                }
            }
            let doubts = startedByOK.doubts(inRoot: assembly.root(of: policy))
            let isStarted: Field.Content =
                if !startedByOK.owners(of: policy).isEmpty {
                    .bool(true)
                } else {
                    doubts.isEmpty ? .bool(false) : .unknown(doubts, mayBeAbsent: false)
                }
            assembly.setDerived(.isStartedWhenOK, of: policy, to: isStarted)
        }
    }

    private func messages(for policy: ObjectID, _ reading: Reading) throws(ReadingFailure) -> Int64? {
        if let tracking = try reading.object(.targetTracking, of: policy) {
            // Without tasks there is no CPU or memory to be used.
            guard let metric = try reading.object(.customizedMetric, of: tracking) else { return nil }
            guard let target = try double(.targetValue, of: tracking, reading) else { return nil }
            return try Self.fewest(idle(metric, reading)) { $0 > target }
        }
        guard let step = try reading.object(.step, of: policy) else {
            guard try reading.string(.policyType, of: policy) == "PredictiveScaling" else { return nil }
            throw .unknown([Reason("what predictive scaling forecasts is not known")], mayBeAbsent: true)
        }
        let steps = try wakingSteps(step, reading)
        let (alarms, open) = assembly.objects(.alarms, of: policy)
        var fewest: Int64?
        var doubts = open
        if !startedByOK.owners(of: policy).isEmpty { doubts.append(Reason("an alarm starts it when all is well again")) }
        for alarm in alarms where try reading.isTrue(alarm.condition) {
            guard try reading.bool(.actionsEnabled, of: alarm.id) ?? true else { continue }
            guard let messages = try messages(for: alarm.id, steps, reading) else { continue }
            fewest = min(fewest ?? messages, messages)
        }
        if let fewest, fewest <= 1 { return fewest }
        guard doubts.isEmpty else { throw .unknown(ModelAssembly.unique(doubts), mayBeAbsent: true) }
        return fewest
    }

    // MARK: - Steps

    /// A step that starts a task where none runs.
    private struct Step {
        let lower: Double
        let upper: Double
    }

    private func wakingSteps(_ step: ObjectID, _ reading: Reading) throws(ReadingFailure) -> [Step] {
        let isPercent = try reading.string(.adjustmentType, of: step) == "PercentChangeInCapacity"
        let least = isPercent ? try reading.integer(.minAdjustmentMagnitude, of: step) ?? 0 : 1
        var steps: [Step] = []
        for id in try reading.objects(.steps, of: step) {
            guard try reading.integer(.adjustment, of: id) ?? 0 > 0, least > 0 else { continue }
            steps.append(
                Step(
                    lower: try double(.lowerBound, of: id, reading) ?? -.infinity,
                    upper: try double(.upperBound, of: id, reading) ?? .infinity))
        }
        return steps
    }

    private func messages(
        for alarm: ObjectID, _ steps: [Step], _ reading: Reading
    ) throws(ReadingFailure) -> Int64? {
        guard let threshold = try double(.threshold, of: alarm, reading) else {
            throw .unknown([Reason("\(assembly.objects[alarm.index].name) has no threshold")], mayBeAbsent: true)
        }
        let comparison = try reading.string(.comparisonOperator, of: alarm) ?? ""
        let idle = try idle(alarm, reading)
        switch comparison {
        case "GreaterThanThreshold", "GreaterThanOrEqualToThreshold":
            return try Self.fewest(idle) { value in
                let distance = value - threshold
                guard comparison == "GreaterThanThreshold" ? distance > 0 : distance >= 0 else { return false }
                return steps.contains { $0.lower <= distance && distance < $0.upper }
            }
        case "LessThanThreshold", "LessThanOrEqualToThreshold":
            return try Self.fewest(idle) { value in
                let distance = value - threshold
                guard comparison == "LessThanThreshold" ? distance < 0 : distance <= 0 else { return false }
                return steps.contains { $0.lower <= distance && distance <= $0.upper }
            }
        default:
            throw .unknown([Reason("when \(assembly.objects[alarm.index].name) rings is not understood")], mayBeAbsent: true)
        }
    }

    // MARK: - Values

    /// What a metric or an alarm watches while no task runs.
    private struct Idle {
        let formula: MetricFormula
        let metrics: [IdleMetric]

        /// Whether a condition holds with so many messages in one of the queues.
        func holds(_ messages: Int64, _ condition: (Double) -> Bool) throws(ReadingFailure) -> Bool {
            let counting = metrics.indices.filter { if case .messages = metrics[$0] { true } else { false } }
            var isKnown = true
            for queue in counting.isEmpty ? [nil] : counting.map(Optional.some) {
                // Container Insights tells 0 for a service without tasks; other counts have no data then.
                for tasks in [MetricSample.number(0), .nothing] {
                    let sample = formula.idleSample(messages: Double(messages), countedBy: queue, tasks: tasks) { index in
                        metrics.indices.contains(index) ? metrics[index] : .unknown
                    }
                    switch sample {
                    case .number(let value): if condition(value) { return true }
                    case .nothing: continue
                    case .unknown: isKnown = false
                    }
                }
            }
            guard isKnown else {
                throw .unknown([Reason("what its metric tells without tasks is not known")], mayBeAbsent: true)
            }
            return false
        }
    }

    private func idle(_ id: ObjectID, _ reading: Reading) throws(ReadingFailure) -> Idle {
        var lone: ObjectID?
        if try reading.list(.queries, of: id).isEmpty, let formula = try reading.object(.formula, of: id) {
            lone = try reading.objects(.metrics, of: formula).first
        }
        let (formula, metrics) = try formulas.read(id, lone, reading)
        var meanings: [IdleMetric] = []
        for metric in metrics {
            meanings.append(
                IdleMetric(
                    namespace: try reading.string(.namespace, of: metric.id) ?? "",
                    metricName: try reading.string(.metricName, of: metric.id) ?? "",
                    statistic: try reading.string(.stat, of: metric.id),
                    period: try reading.integer(.period, of: metric.id) ?? 60))
        }
        return Idle(formula: formula, metrics: meanings)
    }

    /// The fewest messages at which a condition holds, as if it held for all larger numbers; 1 for one that holds without
    /// messages too.
    private static func fewest(
        _ idle: Idle, _ condition: (Double) -> Bool
    ) throws(ReadingFailure) -> Int64? {
        if try idle.holds(1, condition) { return 1 }
        if try idle.holds(0, condition) { return 1 }
        var high: Int64 = 2
        while try !idle.holds(high, condition) {
            high *= 2
            if high > mostMessages { return nil }
        }
        var low = high / 2
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if try idle.holds(middle, condition) { high = middle } else { low = middle }
        }
        return high
    }

    private func double(_ key: FieldKey, of id: ObjectID, _ reading: Reading) throws(ReadingFailure) -> Double? {
        switch try reading.content(key, of: id) {
        case .double(let value)?: value
        case .integer(let value)?: Double(value)
        default: nil
        }
    }
}
