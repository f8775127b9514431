import Foundation
import Simulation
import TestSupport

/// A random setup, as it is given to the reference, and what happened in Swift.
struct ReferenceTrial {
    let setup: SimulationSetup
    let configuration: [String: Any]

    init(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        func pick<Value>(_ values: [Value]) -> Value { values.randomElement(using: &random) ?? values[0] }
        let work: (WorkTime, [String: Any]) = pick([
            (.constant(2_000), ["constant": 2_000]), (.constant(45_000), ["constant": 45_000]),
            (.exponential(9_000), ["exponential": 9_000]), (.uniform(5_000, 40_000), ["uniform": [5_000, 40_000]]),
            (.logNormal(median: 3_000, percentile99: 60_000), ["lognormal": [3_000, 60_000]]),
        ])
        let arrivals: (Load.Arrivals, [String: Any]) = pick([
            (.every(messages: 1, milliseconds: 7_000), ["every": [1, 7_000]]),
            (.every(messages: 3, milliseconds: 10_000), ["every": [3, 10_000]]),
            (.poisson(messages: 1, milliseconds: 9_000), ["poisson": [1, 9_000]]),
            (.minutes([0, 30, 40, 0, 0, 7, 1, 0, 3]), ["counts": [0, 30, 40, 0, 0, 7, 1, 0, 3]]),
        ])
        let backlog = pick([0, 0, 25, 90])
        let minimum = pick([0, 1, 2])
        let maximum = minimum + pick([0, 3, 12])
        let desired = pick([minimum, maximum])
        var policies: [(ScalingPolicy, [String: Any])] = []
        for _ in 0..<pick([0, 1, 1, 2, 3]) { policies.append(Self.policy(&random)) }
        var schedule: [BoundsChange] = []
        for _ in 0..<pick([0, 0, 2]) {
            schedule.append(
                BoundsChange(
                    time: pick([300_000, 900_000, 1_234_567, 1_800_000]), minimum: pick([nil, 0, 2]), maximum: pick([nil, 3, 8])))
        }
        var setup = SimulationSetup(
            load: Load(backlog: backlog, arrivals: arrivals.0), work: work.0,
            scaling: ScalingSettings(
                desired: desired, minimum: minimum, maximum: maximum, policies: policies.map(\.0), schedule: schedule))
        setup.seed = UInt64.random(in: 0...1 << 60, using: &random)
        setup.duration = pick([1_500_000, 3_600_000, 5_400_000])
        setup.metricsDelay = pick([0, 3_000, 75_000, 153_000])
        setup.queue.delay = pick([0, 0, 5_000])
        setup.queue.visibilityTimeout = pick([20_000, 30_000, 90_000])
        setup.queue.retention = pick([345_600_000, 600_000, 120_000])
        setup.queue.mostReceives = pick([0, 1, 3])
        setup.queue.mostInFlight = pick([120_000, 4])
        setup.worker.batch = pick([1, 1, 3, 10])
        setup.worker.concurrency = pick([1, 1, 2])
        setup.worker.start = pick([0, 25_000, 60_000])
        setup.worker.stopTimeout = pick([0, 10_000, 30_000])
        setup.worker.drains = pick([true, false])
        setup.worker.failuresPerMillion = pick([0, 0, 200_000])
        var load = arrivals.1
        load["backlog"] = backlog
        self.setup = setup
        configuration = [
            "seed": setup.seed, "duration": setup.duration, "load": load, "work": work.1, "fail": setup.worker.failuresPerMillion,
            "queue": [
                "delay": setup.queue.delay, "visibility": setup.queue.visibilityTimeout, "retention": setup.queue.retention,
                "maxReceives": setup.queue.mostReceives, "inFlightLimit": setup.queue.mostInFlight,
            ],
            "worker": [
                "batch": setup.worker.batch, "slots": setup.worker.concurrency, "start": setup.worker.start,
                "stop": setup.worker.stopTimeout, "drain": setup.worker.drains,
            ] as [String: Any],
            "capacity": ["desired": desired, "min": minimum, "max": maximum], "policies": policies.map(\.1),
            "schedule": schedule.map {
                ["at": $0.time, "min": $0.minimum as Any? ?? NSNull(), "max": $0.maximum as Any? ?? NSNull()] as [String: Any]
            },
            "metrics": ["delay": setup.metricsDelay],
        ]
    }

    private static let metrics: [(ScalingMetric, String)] = [
        (.visible, "visible"), (.visibleAndInFlight, "all"), (.backlogPerTask, "backlogPerTask"),
        (.backlogPerTaskGuarded, "guarded"), (.oldestAge, "age"), (.use(busyPercent: 80), "use"),
    ]

    private static func policy(_ random: inout SeededGenerator) -> (ScalingPolicy, [String: Any]) {
        func pick<Value>(_ values: [Value]) -> Value { values.randomElement(using: &random) ?? values[0] }
        let metric = pick(metrics)
        let rest = pick([0, 60_000, 300_000])
        if pick([true, true, false]) {
            let target = pick([500_000, 3_000_000, 7_000_000, 33_333_333, 60_000_000])
            let disables = pick([false, false, true])
            return (
                ScalingPolicy(
                    name: "p", metric: metric.0,
                    rule: .targetTracking(TargetTrackingRule(target: target, scaleInCooldown: rest, disablesScaleIn: disables))),
                ["kind": "target", "target": target, "metric": metric.1, "in": rest, "disableIn": disables]
            )
        }
        let above = pick([true, false])
        let type = pick([
            (StepRule.Adjustment.change, "ChangeInCapacity"), (.exact, "ExactCapacity"), (.percent, "PercentChangeInCapacity"),
        ])
        let amounts = type.0 == .exact ? [2, 5] : type.0 == .percent ? [50, 110] : [1, 3]
        let sign = above || type.0 == .exact ? 1 : -1
        let bound = 4_000_000 * (above ? 1 : -1)
        let near = StepRule.Step(lower: above ? 0 : bound, upper: above ? bound : 0, amount: amounts[0] * sign)
        let far = StepRule.Step(lower: above ? bound : nil, upper: above ? nil : bound, amount: amounts[1] * sign)
        let periods = pick([1, 3, 5])
        let datapoints = pick([1, periods])
        let threshold = pick([1_000_000, 6_000_000])
        let equal = pick([true, false])
        let magnitude = pick([0, 2])
        func written(_ step: StepRule.Step) -> [Any] {
            [step.lower as Any? ?? NSNull(), step.upper as Any? ?? NSNull(), step.amount]
        }
        return (
            ScalingPolicy(
                name: "p", metric: metric.0,
                rule: .step(
                    StepRule(
                        adjustment: type.0, steps: [near, far], cooldown: rest, leastMagnitude: magnitude, threshold: threshold,
                        alarmsAbove: above, alarmsAtThreshold: equal, evaluationPeriods: periods, datapointsToAlarm: datapoints))),
            [
                "kind": "step", "metric": metric.1, "cooldown": rest, "above": above, "orEqual": equal, "of": periods,
                "datapoints": datapoints, "threshold": threshold, "type": type.1, "magnitude": magnitude,
                "steps": [written(near), written(far)],
            ]
        )
    }

    /// The events as the reference writes them, keys in alphabetical order.
    func lines() -> [String] {
        let (result, log) = Simulation.events(of: setup)
        var lines = log.map { Self.line($0.event, $0.time) }
        lines.append(
            "totals sent=\(result.sent) deleted=\(result.deleted) expired=\(result.expired) dead=\(result.deadLettered) "
                + "redelivered=\(result.redelivered) lost=\(result.lost) waiting=\(result.waitingAtEnd) flight=\(result.inFlightAtEnd) "
                + "desired=\(result.tasksAtEnd)")
        return lines
    }

    private static func line(_ event: SimulationEvent, _ time: Int) -> String {
        switch event {
        case .taken(let message, let task): "\(time) take m=\(message) k=\(task)"
        case .deleted(let message): "\(time) delete m=\(message)"
        case .shown(let message): "\(time) show m=\(message)"
        case .expired(let message): "\(time) expire m=\(message)"
        case .deadLettered(let message): "\(time) dead m=\(message)"
        case .ready(let task): "\(time) ready k=\(task)"
        case .stopped(let task): "\(time) stop k=\(task)"
        case .scaled(let from, let to, let policy): "\(time) scale f=\(from) n=\(to) by=\(policy.map(String.init) ?? "schedule")"
        case .sampled(let visible, let inFlight, let running): "\(time) sample v=\(visible) i=\(inFlight) r=\(running)"
        }
    }
}
