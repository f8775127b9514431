import Simulation
import TestSupport
import Testing

/// The traces of the textbook machine: no delay of metrics, tasks finish what they work on.
@Suite struct WorkedTraceTests {
    private static func tracking(_ metric: ScalingMetric, _ target: Int, rest: Int = 0) -> ScalingPolicy {
        ScalingPolicy(
            name: "policy", metric: metric,
            rule: .targetTracking(TargetTrackingRule(target: target * 1_000_000, scaleInCooldown: rest)))
    }

    /// Document 003: a message every 35 s, a minute of work, 1 to 3 tasks.
    private func background(_ policy: ScalingPolicy) -> SimulationResult {
        var setup = SimulationSetup(
            load: Load(arrivals: .every(messages: 1, milliseconds: 35_000)), work: .constant(60_000),
            scaling: ScalingSettings(desired: 1, minimum: 1, maximum: 3, policies: [policy]))
        setup.duration = 14_400_000
        setup.queue.visibilityTimeout = 90_000
        setup.worker.drains = true
        return Simulation.run(setup)
    }

    /// 5 messages a second of 2 s, 1,200 waiting, 30 messages a task.
    private func backlog(minimum: Int = 1, start: Int = 60_000) -> SimulationResult {
        var setup = SimulationSetup(
            load: Load(backlog: 1_200, arrivals: .every(messages: 5, milliseconds: 1_000)), work: .constant(2_000),
            scaling: ScalingSettings(
                desired: 10, minimum: minimum, maximum: 40, policies: [Self.tracking(.backlogPerTask, 30)]))
        setup.duration = 3_600_000
        setup.worker.drains = true
        setup.worker.start = start
        return Simulation.run(setup)
    }

    private func trace(_ result: SimulationResult, _ count: Int) -> [String] {
        result.actions.prefix(count).map { "\($0.time / 1_000) \($0.from)->\($0.to)" }
    }

    @Test(arguments: [0, 300_000]) func theRawQueueLengthCycles(rest: Int) {
        let result = background(Self.tracking(.visible, 3, rest: rest))
        #expect(trace(result, 4) == ["480 1->2", "540 2->3", "1500 3->1", "1920 1->2"])
        #expect(result.actions.count == 29)
        #expect(result.waits?.longest == 200)
    }

    @Test func theBacklogPerTaskCyclesToo() {
        let result = background(Self.tracking(.backlogPerTask, 3))
        #expect(trace(result, 3) == ["480 1->2", "1380 2->1", "1740 1->2"])
        #expect(result.waits?.longest == 225)
    }

    @Test func aBacklogTargetScalesBelowTheLoad() {
        let result = backlog()
        #expect(trace(result, 5) == ["180 10->40", "1140 40->1", "1320 1->27", "1380 27->36", "2280 36->1"])
        #expect(result.waits?.longest == 239.8)
    }

    @Test func enoughTasksSettle() throws {
        let result = backlog(minimum: 11)
        #expect(trace(result, 3) == ["180 10->40", "1140 40->11"])
        let mean = try #require(result.waits?.mean)
        #expect((17.3..<17.4).contains(mean))
    }

    @Test func slowHostsMakeItWait() { #expect(backlog(start: 240_000).waits?.longest == 378) }

    @Test func aDivisionByNoTaskNeverStarts() {
        func run(_ metric: ScalingMetric) -> SimulationResult {
            var setup = SimulationSetup(
                load: Load(arrivals: .every(messages: 1, milliseconds: 35_000)), work: .constant(60_000),
                scaling: ScalingSettings(desired: 0, minimum: 0, maximum: 5, policies: [Self.tracking(metric, 3)]))
            setup.duration = 7_200_000
            return Simulation.run(setup)
        }
        #expect(run(.backlogPerTask).deleted == 0)
        #expect(run(.backlogPerTask).waitingAtEnd == 205)
        #expect(run(.backlogPerTaskGuarded).deleted > 150)
    }
}
