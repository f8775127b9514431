import Simulation
import Testing

/// AWS's figures for target tracking on CPU: from a change of load to the action 363 s with 60-second metrics, 86 s with 20-second
/// ones ("Amazon ECS introduces high-resolution metrics for faster service auto scaling", June 2026).
@Suite struct CalibrationTests {
    /// The mean over loads that begin at any moment between two samples.
    private func secondsToScaleOut(period: Int, delay: Int) throws -> Double {
        var total = 0
        let steps = 12
        for step in 0..<steps {
            // Messages that show after ten minutes and a part of a period make every worker busy at once.
            let begin = 600_000 + step * period / steps + 1
            var setup = SimulationSetup(
                load: Load(backlog: 5_000, arrivals: .nothing), work: .constant(1_000),
                scaling: ScalingSettings(
                    desired: 1, minimum: 1, maximum: 10,
                    policies: [
                        ScalingPolicy(
                            name: "p", metric: .use(busyPercent: 100),
                            rule: .targetTracking(TargetTrackingRule(target: 99_900_000, scaleInCooldown: 0)))
                    ]))
            setup.duration = 1_800_000
            setup.queue.delay = begin
            setup.samplePeriod = period
            setup.metricsDelay = delay
            total += try #require(Simulation.run(setup).actions.first).time - begin
        }
        return Double(total) / Double(steps) / 1_000
    }

    @Test func aMinuteOfResolution() throws {
        let seconds = try secondsToScaleOut(period: 60_000, delay: 153_000)
        #expect(abs(seconds / 363 - 1) < 0.1, "\(seconds) s")
    }

    @Test func twentySecondsOfResolution() throws {
        let seconds = try secondsToScaleOut(period: 20_000, delay: 16_000)
        #expect(abs(seconds / 86 - 1) < 0.1, "\(seconds) s")
    }
}
