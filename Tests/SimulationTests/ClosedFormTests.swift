import Simulation
import Testing

/// Fixed numbers of tasks against the formulas of queueing theory, and what holds of every run.
@Suite struct ClosedFormTests {
    private func run(_ arrivals: Load.Arrivals, _ work: WorkTime, tasks: Int, days: Int = 8) -> SimulationResult {
        var setup = SimulationSetup(
            load: Load(arrivals: arrivals), work: work, scaling: ScalingSettings(desired: tasks, minimum: tasks, maximum: tasks))
        setup.duration = days * 86_400_000
        setup.queue.visibilityTimeout = 43_200_000
        setup.seed = 7
        return Simulation.run(setup)
    }

    /// Erlang's C by the recursion of Erlang's B, then the mean wait in seconds.
    private func waitOfMMc(rate: Double, seconds: Double, tasks: Int) -> Double {
        let load = rate * seconds
        var blocking = 1.0
        for count in 1...tasks { blocking = load * blocking / (Double(count) + load * blocking) }
        let use = load / Double(tasks)
        let waiting = blocking / (1 - use + use * blocking)
        return waiting * seconds / (Double(tasks) - load)
    }

    @Test(arguments: [(5, 12), (5, 14), (5, 13)]) func exponentialWorkWaitsAsErlangSays(rate: Int, tasks: Int) throws {
        let waits = try #require(
            run(.poisson(messages: rate, milliseconds: 1_000), .exponential(2_000), tasks: tasks).waits)
        let expected = waitOfMMc(rate: Double(rate), seconds: 2, tasks: tasks)
        #expect(abs(waits.mean / expected - 1) < 0.03, "\(waits.mean) and \(expected)")
    }

    /// One server and constant work: Pollaczek and Khinchine give half the wait of M/M/1.
    @Test func constantWorkWaitsHalfAsLong() throws {
        let waits = try #require(run(.poisson(messages: 2, milliseconds: 5_000), .constant(2_000), tasks: 1).waits)
        let use = 0.8
        let expected = use * 2 / (2 * (1 - use))
        #expect(abs(waits.mean / expected - 1) < 0.03, "\(waits.mean) and \(expected)")
    }

    /// The mean number that waits is the rate times the mean wait.
    @Test func littlesLawHolds() throws {
        let result = run(.poisson(messages: 5, milliseconds: 1_000), .exponential(2_000), tasks: 12)
        let waits = try #require(result.waits)
        let visible = result.samples.reduce(0) { $0 + Double($1.visible) } / Double(result.samples.count)
        #expect(abs(visible / (5 * waits.mean) - 1) < 0.05)
    }

    @Test func noMessageIsLostOrMadeUp() {
        for seed in 100..<160 {
            let result = Simulation.run(ReferenceTrial(seed: UInt64(seed)).setup)
            let ended = result.deleted + result.expired + result.deadLettered
            #expect(result.sent == ended + result.waitingAtEnd + result.inFlightAtEnd, "seed \(seed)")
            for sample in result.samples { #expect(sample.visible + sample.inFlight <= sample.sent) }
        }
    }

    @Test func theSameSeedGivesTheSameRun() {
        let setup = ReferenceTrial(seed: 3).setup
        #expect(Simulation.run(setup).samples == Simulation.run(setup).samples)
    }
}
