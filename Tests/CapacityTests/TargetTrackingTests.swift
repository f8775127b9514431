import Capacity
import InstanceCatalog
import Testing

/// Figures of AWS and of the seed documents about scaling policies.
@Suite struct TargetTrackingTests {
    private func policy(target: Decimal, from minimum: Int = 0, to maximum: Int = 1000) -> TargetTracking {
        TargetTracking(target: target, minimumTasks: minimum, maximumTasks: maximum)
    }

    /// 10 tasks and 1500 messages at 100 a task: the example of AWS.
    @Test func backlogPerTask() {
        #expect(policy(target: 100).tasks(running: 10, metric: 150) == 15)
    }

    /// Document 004: 60 messages on 2 tasks at a target of 20.
    @Test func document004() {
        #expect(policy(target: 20).tasks(running: 2, metric: 30) == 3)
    }

    /// `ListTasks` tells of 100 tasks at most, so that 6000 messages on 150 look like 60 a task instead of 40.
    @Test func aCutListOfTasksAsksForTooMany() {
        #expect(policy(target: 40).tasks(running: 150, metric: 40) == 150)
        #expect(policy(target: 40).tasks(running: 150, metric: 60) == 225)
    }

    @Test(arguments: [(1, 2), (3, 6)])
    func aRawBacklogCompounds(running: Int, wanted: Int) {
        #expect(policy(target: 3).tasks(running: running, metric: 6) == wanted)
    }

    /// Two samples in one minute double a Sum: 600 in place of 300 messages at 100 a task.
    @Test func aSumOfTwoSamplesDoublesTheTasks() throws {
        for running in 1...5 {
            let metric = try #require(Decimal(300).divided(by: running))
            let doubled = try #require(Decimal(600).divided(by: running))
            #expect(policy(target: 100).tasks(running: running, metric: metric) == 3)
            #expect(policy(target: 100).tasks(running: running, metric: doubled) == 6)
        }
    }

    @Test func boundsHold() {
        #expect(policy(target: 100, from: 2, to: 9).tasks(running: 10, metric: 0) == 2)
        #expect(policy(target: 100, from: 2, to: 9).tasks(running: 10, metric: 150) == 9)
        #expect(policy(target: 0, from: 2, to: 9).tasks(running: 10, metric: 150) == 9)
    }

    @Test func theMaximumIsAskedForFromOneMessageAboveOn() throws {
        let policy = policy(target: 30, from: 41, to: 90)
        #expect(policy.messagesForMaximum == 2671)
        for running in [41, 50, 89] {
            let below = try #require(Decimal(2670).divided(by: running))
            let from = try #require(Decimal(2671).divided(by: running))
            #expect(policy.tasks(running: running, metric: below) == 89)
            #expect(policy.tasks(running: running, metric: from) == 90)
        }
    }

    /// An alarm at 3600 s of age and a target of 100 agree for 36 s a message and no longer.
    @Test func aTargetPromisesADelay() {
        #expect(QueueDemand(arrivalRate: 1, processingSeconds: 36, latencyGoalSeconds: 3600).backlogTarget == 100)
        #expect(QueueDemand(arrivalRate: 1, processingSeconds: 60, latencyGoalSeconds: 3600).backlogTarget == 60)
        #expect(QueueDemand(arrivalRate: 1, processingSeconds: 60, latencyGoalSeconds: 6000).backlogTarget == 100)
    }
}
