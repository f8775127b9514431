import Capacity
import Testing

@Suite struct SplitTests {
    @Test(arguments: [
        (2, 30, 7, 4, 3), (10, 50, 10, 10, 0), (10, 50, 20, 15, 5), (10, 50, 30, 20, 10), (10, 50, 40, 25, 15),
        (12, 0, 10, 10, 0), (1, 0, 5, 1, 4), (0, 100, 5, 5, 0),
    ])
    func mixedInstances(base: Int, percent: Int, instances: Int, onDemand: Int, spot: Int) {
        let split = InstanceDistribution(onDemandBase: base, onDemandPercent: percent).split(instances)
        #expect(split == (onDemand, spot))
    }

    @Test(arguments: [
        (2, 2, 0, 1...2), (6, 5, 1, 5...5), (11, 9, 2, 9...9), (50, 40, 10, 40...41), (1, 1, 0, 1...1), (0, 0, 0, 0...0),
    ])
    func baseOneWeightFourToOne(tasks: Int, spot: Int, onDemand: Int, interval: ClosedRange<Int>) throws {
        let strategy = try CapacityProviderStrategy([.init(base: 1, weight: 4), .init(weight: 1)])
        let shares = strategy.split(tasks: tasks)
        #expect(shares.map(\.tasks) == [spot, onDemand])
        #expect(shares[0].interval == interval)
    }

    @Test func aBaseOnAProviderWithoutWeightGetsTheBaseOnly() throws {
        let strategy = try CapacityProviderStrategy([.init(base: 5), .init(weight: 1)])
        #expect(strategy.split(tasks: 12).map(\.tasks) == [5, 7])
    }

    @Test func aSingleProviderGetsEverything() throws {
        #expect(try CapacityProviderStrategy([.init()]).split(tasks: 7).map(\.tasks) == [7])
    }

    @Test func sharesSumToTheTotalAndStayInTheirIntervals() throws {
        let strategy = try CapacityProviderStrategy([
            .init(weight: 3), .init(base: 4, weight: 7), .init(weight: 0), .init(weight: 11),
        ])
        for tasks in Array(0...300) + [1_000_000_000] {
            let shares = strategy.split(tasks: tasks)
            #expect(shares.reduce(0) { $0 + $1.tasks } == tasks)
            for share in shares { #expect(share.interval.contains(share.tasks)) }
        }
    }

    @Test func refusesWhatECSRefuses() {
        func reason(_ items: [CapacityProviderStrategy.Item]) -> CapacityProviderStrategy.Invalid? {
            do {
                _ = try CapacityProviderStrategy(items)
                return nil
            } catch { return error }
        }
        #expect(reason([]) == .empty)
        #expect(reason([.init(), .init()]) == .allWeightsZero)
        #expect(reason([.init(base: 1, weight: 1), .init(base: 1, weight: 1)]) == .moreThanOneBase)
        #expect(reason([.init(weight: 1001)]) == .weightOutOfRange)
        #expect(reason([.init(base: -1)]) == .baseOutOfRange)
        #expect(reason(Array(repeating: .init(weight: 1), count: 21)) == .tooManyProviders)
    }
}
