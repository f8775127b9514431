import class Foundation.ProcessInfo
import InstanceCatalog
import TestSupport
import Testing

@testable import Capacity

@Suite("The cheapest fleet")
struct FleetOptimiserTests {
    private static let environment = ProcessInfo.processInfo.environment
    /// A long run asks for 10,000.
    private static let trials = environment["ECSLINT_FLEET_TRIALS"].flatMap(Int.init) ?? 300
    private static let seed = environment["ECSLINT_FLEET_SEED"].flatMap(UInt64.init) ?? 20_261_201

    // MARK: - Against brute force

    /// Every number of units of every option up to what one option alone would need, judged by the rules as they are stated.
    private static func bruteForce(_ options: [FleetOption], tasks: Int, _ rules: FleetRules) -> Decimal? {
        var best: Decimal?
        for isFargate in [false, true] {
            let ones = options.filter { $0.isFargate == isFargate }
            guard !ones.isEmpty else { continue }
            var units = [Int](repeating: 0, count: ones.count)
            let most = tasks * 2 + 4
            search: while true {
                if isEnough(zip(ones, units), tasks: tasks, rules) {
                    let cost = zip(ones, units).reduce(Decimal.zero) { $0 + $1.0.monthly * $1.1 }
                    best = best.map { min($0, cost) } ?? cost
                }
                for index in units.indices {
                    units[index] += 1
                    if units[index] <= most { continue search }
                    units[index] = 0
                }
                break
            }
        }
        return best
    }

    private static func isEnough(_ fleet: Zip2Sequence<[FleetOption], [Int]>, tasks: Int, _ rules: FleetRules) -> Bool {
        var room = 0
        var onDemandRoom = 0
        for (option, count) in fleet {
            let left = rules.survivedZones.map { zones in count - (count + zones - 1) / zones } ?? count
            room += left * option.tasks
            if option.purchase == .onDemand { onDemandRoom += left * option.tasks }
        }
        let full = (tasks * 100 + rules.targetCapacityPercent - 1) / rules.targetCapacityPercent
        let offSpot = tasks - tasks * rules.spotAtMostPercent / 100
        return room >= full && onDemandRoom * rules.targetCapacityPercent >= offSpot * 100
    }

    @Test("costs as much as brute force finds, and is what it says")
    func equalsBruteForce() {
        var random = SeededGenerator(seed: Self.seed)
        for run in 0..<Self.trials {
            let options = (0..<Int.random(in: 1...3, using: &random)).map { index in
                FleetOption(
                    name: "t\(index)", isFargate: Int.random(in: 0..<5, using: &random) == 0,
                    purchase: Bool.random(using: &random) ? .onDemand : .spot, tasks: Int.random(in: 1...5, using: &random),
                    monthly: Decimal(Int.random(in: 1...30, using: &random)))
            }
            let tasks = Int.random(in: 1...7, using: &random)
            var rules = FleetRules()
            rules.survivedZones = [nil, nil, 2, 3, 4].randomElement(using: &random) ?? nil
            rules.spotAtMostPercent = [0, 30, 50, 100].randomElement(using: &random) ?? 0
            rules.targetCapacityPercent = [100, 100, 80].randomElement(using: &random) ?? 100
            let answer = FleetOptimiser(options: options, rules: rules).answer(tasks: tasks)
            let note = Comment(rawValue: "seed \(Self.seed), run \(run): \(options), \(tasks) tasks, \(rules)")
            #expect(answer?.cost == Self.bruteForce(options, tasks: tasks, rules), note)
            guard let answer else { continue }
            let units = options.indices.map { answer.units[$0] ?? 0 }
            #expect(Self.isEnough(zip(options, units), tasks: tasks, rules), note)
            #expect(zip(options, units).reduce(Decimal.zero) { $0 + $1.0.monthly * $1.1 } == answer.cost, note)
            #expect(answer.bound <= answer.cost, note)
        }
    }

    // MARK: - Worked by hand

    private static let small = FleetOption(name: "small", purchase: .onDemand, tasks: 3, monthly: 30)
    private static let large = FleetOption(name: "large", purchase: .onDemand, tasks: 7, monthly: 60)

    @Test("a mixture is taken where whole instances of one type cost more")
    func mixture() {
        let answer = FleetOptimiser(options: [Self.small, Self.large], rules: FleetRules()).answer(tasks: 10)
        // 7 + 3 tasks for 90; four small ones cost 120, two large ones 120.
        #expect(answer?.units == [0: 1, 1: 1] && answer?.cost == 90)
        // 10 × 60 / 7
        #expect(answer.map { $0.bound < Decimal(86) && $0.bound > Decimal(85) } == true)
    }

    @Test("the loss of a zone leaves room for every task")
    func zone() {
        var rules = FleetRules()
        rules.survivedZones = 3
        let optimiser = FleetOptimiser(options: [Self.small, Self.large], rules: rules)
        let answer = optimiser.answer(tasks: 6)
        // Three small ones leave two: (3 − 1) × 3 = 6, for 90; two large ones leave one: 7, for 120.
        #expect(answer?.units == [0: 3] && answer?.cost == 90)
        #expect(answer.map { optimiser.tasksAfterLoss($0, zones: 3) } == 6)
    }

    @Test("Spot holds no more than its share of the tasks")
    func spotShare() {
        let spot = FleetOption(name: "small", purchase: .spot, tasks: 3, monthly: 10)
        var rules = FleetRules()
        #expect(FleetOptimiser(options: [Self.small, spot], rules: rules).answer(tasks: 12)?.units == [0: 4])
        rules.spotAtMostPercent = 50
        #expect(FleetOptimiser(options: [Self.small, spot], rules: rules).answer(tasks: 12)?.units == [0: 2, 1: 2])
        rules.spotAtMostPercent = 100
        #expect(FleetOptimiser(options: [Self.small, spot], rules: rules).answer(tasks: 12)?.units == [1: 4])
        #expect(FleetOptimiser(options: [spot], rules: FleetRules()).answer(tasks: 12) == nil)
    }

    @Test("Fargate and instances are not mixed, since ECS refuses such a strategy")
    func platforms() {
        let fargate = FleetOption(name: "Fargate", isFargate: true, purchase: .onDemand, tasks: 1, monthly: 11)
        // 7 tasks on the large one and one on Fargate would cost 71.
        let answer = FleetOptimiser(options: [Self.large, fargate], rules: FleetRules()).answer(tasks: 8)
        #expect(answer?.units == [1: 8] && answer?.cost == 88)
    }

    @Test("a hundred thousand tasks are covered exactly, mostly by the best type")
    func many() {
        let answer = FleetOptimiser(options: [Self.small, Self.large], rules: FleetRules()).answer(tasks: 100_000)
        // 14,285 large ones hold 99,995; five more take another large one for 60, as do two small ones.
        #expect(answer?.cost == Decimal(14_286 * 60))
        #expect(FleetOptimiser(options: [Self.small], rules: FleetRules()).answer(tasks: FleetRules.mostTasks + 1) == nil)
    }
}
