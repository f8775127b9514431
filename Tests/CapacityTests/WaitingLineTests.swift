import Capacity
import InstanceCatalog
import Testing

@Suite struct WaitingLineTests {
    private func isNear(_ value: Double, _ expected: Double, within tolerance: Double) -> Bool {
        abs(value - expected) <= tolerance
    }

    @Test(arguments: [(2, 0.7912, 166.0, 580.0), (3, 0.3189, 14.9, 87.0)])
    func document003(servers: Int, probability: Double, mean: Double, long: Double) throws {
        let line = try #require(WaitingLine(servers: servers, offeredLoad: 60.0 / 35, serviceSeconds: 60))
        #expect(isNear(line.waitProbability, probability, within: 0.00005))
        #expect(isNear(line.meanWait, mean, within: 0.5))
        #expect(isNear(line.wait(percentile: 95), long, within: 1))
    }

    @Test func aFourthTaskLeavesThreeSecondsOfWaiting() throws {
        let line = try #require(WaitingLine(servers: 4, offeredLoad: 60.0 / 35, serviceSeconds: 60))
        #expect(isNear(line.meanWait, 2.9, within: 0.05))
    }

    @Test(arguments: [(2, 14.7), (3, 1.3)])
    func steadyArrivalsAndConstantWorkWaitLess(servers: Int, mean: Double) throws {
        let line = try #require(
            WaitingLine(
                servers: servers, offeredLoad: 60.0 / 35, serviceSeconds: 60, arrivalVariation: 0.1769, serviceVariation: 0))
        #expect(isNear(line.meanWait, mean, within: 0.05))
    }

    @Test(arguments: [(11, 1.36), (12, 0.45), (14, 0.09)])
    func tenBusyTasks(servers: Int, mean: Double) throws {
        let line = try #require(WaitingLine(servers: servers, offeredLoad: 10, serviceSeconds: 2))
        #expect(isNear(line.meanWait, mean, within: 0.005))
        #expect(isNear(line.meanLength, line.meanWait * 5, within: 1e-9))
    }

    @Test func aLineWithoutSpareServersHasNoEnd() {
        #expect(WaitingLine(servers: 1, offeredLoad: 60.0 / 35, serviceSeconds: 60) == nil)
        #expect(WaitingLine(servers: 10, offeredLoad: 10, serviceSeconds: 2) == nil)
        #expect(WaitingLine(servers: 0, offeredLoad: 0, serviceSeconds: 2) == nil)
    }

    /// The textbook formula, with factorials written out.
    @Test func agreesWithTheFormulaOfErlang() throws {
        for servers in 1...20 {
            for load in stride(from: 0.1, to: Double(servers), by: 0.37) {
                var term = 1.0
                var sum = 1.0
                for index in stride(from: 1, to: servers, by: 1) {
                    term *= load / Double(index)
                    sum += term
                }
                let last = (servers == 1 ? 1 : term) * load / Double(servers) * Double(servers) / (Double(servers) - load)
                let line = try #require(WaitingLine(servers: servers, offeredLoad: load, serviceSeconds: 1))
                #expect(isNear(line.waitProbability, last / (sum + last), within: 1e-9))
            }
        }
    }

    @Test func probabilityAndPercentileAreTwoSidesOfOneFormula() throws {
        let line = try #require(WaitingLine(servers: 12, offeredLoad: 10, serviceSeconds: 2))
        #expect(isNear(line.probability(ofWaitAbove: line.wait(percentile: 95)), 0.05, within: 1e-9))
        #expect(isNear(line.probability(ofWaitAbove: 0), line.waitProbability, within: 1e-12))
    }
}
