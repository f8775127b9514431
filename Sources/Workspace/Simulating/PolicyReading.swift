import Simulation
import Topology

/// Reads scaling policies for a simulation.
struct PolicyReading {
    let reading: CostReading
    let options: SimulationOptions
    /// Why policies are left out, and what was taken for granted.
    private(set) var assumptions: [String] = []

    init(_ reading: CostReading, _ options: SimulationOptions) {
        self.reading = reading
        self.options = options
    }

    private var model: Model { reading.model }

    /// The policies of a scalable target that take part, with where they stand.
    mutating func policies(of target: ObjectID) -> [(policy: ScalingPolicy, id: ObjectID)] {
        reading.knownObjects(.policies, of: target).flatMap { id in
            policies(id).map { ($0, id) }
        }
    }

    private mutating func policies(_ id: ObjectID) -> [ScalingPolicy] {
        let name = model[id].name
        if let tracking = reading.knownObject(.targetTracking, of: id) {
            return targetTracking(tracking, name).map { [$0] } ?? []
        }
        if let step = reading.knownObject(.step, of: id) {
            let alarms = reading.knownObjects(.alarms, of: id)
            if alarms.isEmpty { assumptions.append("\(name) is started by no alarm of the input and takes no part.") }
            return alarms.compactMap { stepScaling(step, $0, name) }
        }
        assumptions.append("\(name) is not a target tracking or step scaling policy of a known form, and takes no part.")
        return []
    }

    private mutating func targetTracking(_ id: ObjectID, _ name: String) -> ScalingPolicy? {
        guard let target = options.targetMillionths ?? reading.knownDouble(.targetValue, of: id).flatMap(Self.millionths),
            target > 0
        else {
            assumptions.append("The target of \(name) is not known: it takes no part (--target-value).")
            return nil
        }
        guard let metric = metric(of: id, name) else { return nil }
        let rest = reading.knownNumber(.scaleInCooldown, of: id) ?? 300
        return ScalingPolicy(
            name: name, metric: metric,
            rule: .targetTracking(
                TargetTrackingRule(
                    target: target, scaleInCooldown: min(max(0, rest), 86_400) * 1_000,
                    disablesScaleIn: reading.isTrue(.disableScaleIn, of: id))))
    }

    private mutating func metric(of tracking: ObjectID, _ name: String) -> ScalingMetric? {
        if let given = options.metrics[name] { return given }
        guard let customized = reading.knownObject(.customizedMetric, of: tracking) else {
            let metric = reading.knownText(.predefinedMetric, of: tracking) ?? "its metric"
            if metric == "ECSServiceAverageCPUUtilization" {
                assumptions.append(
                    "A busy worker uses \(options.busyPercent) % of its task's CPU, an idle one nothing (--busy-cpu), for \(name)."
                )
                return .use(busyPercent: options.busyPercent)
            }
            assumptions.append("\(name) follows \(metric), which is not simulated, and takes no part.")
            return nil
        }
        return metric(ofSource: customized, name)
    }

    /// The metric of a customised metric or an alarm, by what its formula says.
    private mutating func metric(ofSource id: ObjectID, _ name: String) -> ScalingMetric? {
        if let given = options.metrics[name] { return given }
        let metricName = reading.knownText(.metricName, of: id)
        if let metricName, let given = options.metrics[metricName] { return given }
        if metricName == "ApproximateAgeOfOldestMessage" { return .oldestAge }
        if let formula = reading.knownObject(.formula, of: id) {
            if reading.isTrue(.isBacklogPerTask, of: formula) {
                return reading.isTrue(.worksAtZeroTasks, of: formula) ? .backlogPerTaskGuarded : .backlogPerTask
            }
            if reading.isTrue(.isBareMessageCount, of: formula) {
                switch (reading.isTrue(.countsWaiting, of: formula), reading.isTrue(.countsInFlight, of: formula)) {
                case (true, true): return .visibleAndInFlight
                case (false, true): return .inFlight
                default: return .visible
                }
            }
        }
        if let metricName, Self.soundsLikeBacklogPerTask(metricName) {
            assumptions.append(
                "\(metricName) of \(name) is taken as visible messages for each running task, without data while none runs "
                    + "(--metric \(metricName)=backlog-per-task-guarded and its like).")
            return .backlogPerTask
        }
        assumptions.append(
            "The metric \(metricName ?? "of \(name)") is not understood: \(name) takes no part (--metric \(metricName ?? name)=visible and its like)."
        )
        return nil
    }

    private static func soundsLikeBacklogPerTask(_ name: String) -> Bool {
        let letters = name.lowercased()
        return ["pertask", "perinstance", "perworker", "percontainer"].contains { letters.contains($0) }
    }

    private mutating func stepScaling(_ id: ObjectID, _ alarm: ObjectID, _ name: String) -> ScalingPolicy? {
        guard let metric = metric(ofSource: alarm, name) else { return nil }
        guard let threshold = reading.knownDouble(.threshold, of: alarm).flatMap(Self.millionths),
            let comparison = reading.knownText(.comparisonOperator, of: alarm)
        else {
            assumptions.append("The threshold of \(model[alarm].name) is not known: \(name) takes no part.")
            return nil
        }
        guard let adjustment = Self.adjustments[reading.knownText(.adjustmentType, of: id) ?? ""] else {
            assumptions.append("How \(name) counts its steps is not known: it takes no part.")
            return nil
        }
        let minutes = min(1_440, max(1, (reading.knownNumber(.longestPeriod, of: alarm) ?? 60) / 60))
        let periods = min(1_440, max(1, reading.knownNumber(.evaluationPeriods, of: alarm) ?? 1) * minutes)
        let datapoints = reading.knownNumber(.datapointsToAlarm, of: alarm).map { $0 * minutes } ?? periods
        if minutes > 1 {
            assumptions.append(
                "\(model[alarm].name) alarms when each minute of its periods of \(minutes) minutes is beyond the threshold.")
        }
        let steps = reading.knownObjects(.steps, of: id).compactMap { step -> StepRule.Step? in
            guard let amount = reading.knownNumber(.adjustment, of: step) else { return nil }
            return StepRule.Step(
                lower: reading.knownDouble(.lowerBound, of: step).flatMap(Self.millionths),
                upper: reading.knownDouble(.upperBound, of: step).flatMap(Self.millionths),
                amount: min(max(amount, -100_000), 100_000))
        }
        return ScalingPolicy(
            name: name, metric: metric,
            rule: .step(
                StepRule(
                    adjustment: adjustment, steps: steps,
                    cooldown: min(max(0, reading.knownNumber(.cooldown, of: id) ?? 300), 86_400) * 1_000,
                    leastMagnitude: max(0, reading.knownNumber(.minAdjustmentMagnitude, of: id) ?? 0), threshold: threshold,
                    alarmsAbove: comparison.hasPrefix("Greater"), alarmsAtThreshold: comparison.contains("OrEqual"),
                    evaluationPeriods: periods, datapointsToAlarm: min(periods, datapoints))))
    }

    private static let adjustments: [String: StepRule.Adjustment] = [
        "ChangeInCapacity": .change, "ExactCapacity": .exact, "PercentChangeInCapacity": .percent,
    ]

    /// A number in millionths, rounded; `nil` beyond a thousand million.
    static func millionths(_ value: Double) -> Int? {
        guard value.isFinite, value.magnitude <= 1e9 else { return nil }
        return Int((value * 1e6).rounded())
    }
}
