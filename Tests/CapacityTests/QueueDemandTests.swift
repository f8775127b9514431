import Capacity
import InstanceCatalog
import Testing

@Suite struct QueueDemandTests {
    private let demand = QueueDemand(arrivalRate: 5, processingSeconds: 2)

    private func sizing(_ demand: QueueDemand) throws -> FleetSizing { try FleetSizing(demand) }

    @Test func tenBusyTasksNeedElevenAndPlanThirteen() {
        #expect(demand.offeredLoad == 10)
        #expect(demand.leastTasks == 11)
        #expect(demand.tasks(atUtilisationPercent: 80) == 13)
        #expect(demand.line(tasks: 10) == nil)
    }

    @Test func aBacklogIsWorkedOffBesideNewMessages() throws {
        #expect(demand.secondsToDrain(backlog: 1200, tasks: 14) == 600)
        #expect(demand.tasks(toDrain: 1200, within: 600) == 14)
        #expect(demand.secondsToDrain(backlog: 1200, tasks: 10) == nil)
    }

    /// 1.714 busy tasks: 86 % of two, 57 % of three.
    @Test func document003KeepsTwoTasksBusierThanThree() throws {
        let demand = QueueDemand(arrivalRate: try #require(Decimal(1).divided(by: 35)), processingSeconds: 60)
        #expect(demand.line(tasks: 1) == nil)
        #expect(demand.offeredLoad.text(places: 3) == "1.714")
        #expect((demand.offeredLoad * 100).divided(by: 2)?.text(places: 1) == "85.7")
        #expect((demand.offeredLoad * 100).divided(by: 3)?.text(places: 1) == "57.1")
    }

    /// A rate and a backlog of 1200 within ten minutes: 10 tasks for the one, 4 for the other.
    @Test func aRecoveryGoalAddsTasks() {
        #expect(demand.tasks(toDrain: 1200, within: 600) == 14)
        #expect(demand.tasks(toDrain: 0, within: 600) == 10)
    }

    @Test func document003NeedsTwoTasks() throws {
        let rate = try #require(Decimal(1).divided(by: 35))
        let demand = QueueDemand(arrivalRate: rate, processingSeconds: 60)
        #expect(demand.leastTasks == 2)
        #expect(demand.tasks(atUtilisationPercent: 80) == 3)
    }

    /// 10 s of acceptable latency by 0.1 s of work: the example of AWS.
    @Test func backlogTargetIsLatencyByWork() throws {
        let tenth = try usd("0.1")
        #expect(QueueDemand(arrivalRate: 1, processingSeconds: tenth, latencyGoalSeconds: 10).backlogTarget == 100)
        #expect(QueueDemand(arrivalRate: 1, processingSeconds: 2, latencyGoalSeconds: 60, concurrency: 4).backlogTarget == 120)
        #expect(QueueDemand(arrivalRate: 1, processingSeconds: 2).backlogTarget == nil)
    }

    @Test func sizesForTwentyASecond() throws {
        let sizing = try sizing(QueueDemand(arrivalRate: 20, processingSeconds: 2, latencyGoalSeconds: 60))
        #expect(sizing.minimumTasks == 41)
        #expect(sizing.desiredTasks == 41)
        #expect(sizing.maximumTasks == 81)
        #expect(sizing.backlogTarget == 30)
        #expect(try #require(sizing.simulation).longestOf95Percent < 60)
        let withoutGoal = try self.sizing(QueueDemand(arrivalRate: 20, processingSeconds: 2))
        #expect(withoutGoal.minimumTasks == 41 && withoutGoal.desiredTasks == 50 && withoutGoal.utilisationPercent == 80)
    }

    @Test func aTightGoalTakesMoreTasksThanThePlan() throws {
        func sized(_ goal: String) throws -> FleetSizing {
            var demand = QueueDemand(arrivalRate: 5, processingSeconds: 2, latencyGoalSeconds: try usd(goal))
            demand.work = .constant
            return try sizing(demand)
        }
        let loose = try sized("60")
        let tight = try sized("2.05")
        #expect(tight.minimumTasks > loose.minimumTasks)
        #expect(try #require(tight.simulation).longestOf95Percent <= 2.08)
        #expect(tight.demand.simulation(tasks: tight.minimumTasks - 1).longestOf95Percent > 2.05)
    }

    @Test func refusesWhatNoFleetMeets() throws {
        #expect(throws: FleetSizing.Unsolvable.goalBelowProcessingTime) {
            try FleetSizing(QueueDemand(arrivalRate: 5, processingSeconds: 2, latencyGoalSeconds: 1))
        }
        // 5 % of exponential times are longer than three times the mean: no number of tasks makes them shorter.
        let long = try usd("5.9")
        #expect(throws: FleetSizing.Unsolvable.goalBelowLongTimes(seconds: long)) {
            try FleetSizing(QueueDemand(arrivalRate: 5, processingSeconds: 2, latencyGoalSeconds: 5))
        }
        #expect(throws: FleetSizing.Unsolvable.tooManyTasks) {
            try FleetSizing(QueueDemand(arrivalRate: 1_000_000, processingSeconds: 43_200))
        }
    }

    @Test func boundsNeverCross() throws {
        for rate in [1, 3, 17, 400] {
            for seconds in [1, 7, 60] {
                for goal in [60, 61, 600] {
                    var demand = QueueDemand(
                        arrivalRate: Decimal(rate), processingSeconds: Decimal(seconds), latencyGoalSeconds: Decimal(goal))
                    demand.work = seconds == 60 ? .constant : .exponential
                    let sizing = try sizing(demand)
                    #expect(sizing.minimumTasks <= sizing.desiredTasks && sizing.desiredTasks <= sizing.maximumTasks)
                    #expect(Decimal(sizing.minimumTasks) > sizing.demand.offeredLoad)
                }
            }
        }
    }
}
