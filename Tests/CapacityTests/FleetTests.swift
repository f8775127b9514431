import Capacity
import InstanceCatalog
import Testing

@Suite struct FleetTests {
    @Test(arguments: [(18, 6, 3), (12, 6, 2), (30, 6, 5), (42, 6, 7), (27, 9, 3), (18, 9, 2), (18, 4, 5), (19, 9, 3), (0, 6, 0)])
    func packsTasks(tasks: Int, perInstance: Int, instances: Int) {
        #expect(Fleet.instances(forTasks: tasks, tasksPerInstance: perInstance) == instances)
    }

    @Test func spreadingOverZonesNeedsMore() {
        #expect(Fleet.instances(forTasks: 20, tasksPerInstance: 6) == 4)
        #expect(Fleet.instances(forTasks: 20, tasksPerInstance: 6, zones: 3) == 5)
        #expect(Fleet.instances(forTasks: 1, tasksPerInstance: 6, zones: 3) == 3)
        #expect(Fleet.instances(forTasks: 0, tasksPerInstance: 6, zones: 2) == 2)
    }

    @Test func aTaskThatNeverFitsHasNoFleet() {
        #expect(Fleet.instances(forTasks: 3, tasksPerInstance: 0) == nil)
    }

    @Test(arguments: [(100, 5), (90, 6), (80, 7), (1, 500)])
    func targetCapacityKeepsRoom(percent: Int, instances: Int) {
        #expect(Fleet.desiredCapacity(instances: 5, targetCapacityPercent: percent) == instances)
    }

    @Test func exactWhereBinaryFractionsAreNot() {
        #expect(Fleet.desiredCapacity(instances: 3, targetCapacityPercent: 60) == 5)
    }

    @Test func survivesTheLossOfAZone() {
        #expect(Fleet.instancesSurvivingZoneLoss(forTasks: 30, tasksPerInstance: 6, zones: 3) == 9)
        #expect(Fleet.instancesSurvivingZoneLoss(forTasks: 18, tasksPerInstance: 6, zones: 2) == 6)
        #expect(Fleet.instancesSurvivingZoneLoss(forTasks: 18, tasksPerInstance: 6, zones: 1) == nil)
    }

    @Test func doesNotStopAtHugeNumbers() {
        #expect(Fleet.instances(forTasks: Int.max, tasksPerInstance: 1, zones: 3) == Int.max)
        #expect(Fleet.desiredCapacity(instances: Int.max, targetCapacityPercent: 1) == Int.max)
    }

    /// Each task goes to the zone with the fewest, and starts an instance there when none of the zone has room.
    private func spreadOneByOne(_ tasks: Int, perInstance: Int, zones: Int) -> Int {
        var inZone = Array(repeating: 0, count: zones)
        var instances = Array(repeating: 0, count: zones)
        for _ in 0..<tasks {
            guard let zone = inZone.indices.min(by: { inZone[$0] < inZone[$1] }) else { continue }
            if inZone[zone] == instances[zone] * perInstance { instances[zone] += 1 }
            inZone[zone] += 1
        }
        return instances.reduce(0) { $0 + (zones > 1 ? max($1, 1) : $1) }
    }

    @Test func agreesWithASchedulerThatSpreadsOneByOne() {
        for tasks in 0...60 {
            for perInstance in 1...7 {
                for zones in 1...4 {
                    #expect(
                        Fleet.instances(forTasks: tasks, tasksPerInstance: perInstance, zones: zones)
                            == spreadOneByOne(tasks, perInstance: perInstance, zones: zones), "\(tasks) \(perInstance) \(zones)")
                }
            }
        }
    }

    /// With any one zone gone, the instances of the others hold every task.
    @Test func whatSurvivesAZoneHoldsEveryTask() throws {
        for tasks in 1...60 {
            for zones in 2...4 {
                let instances = try #require(Fleet.instancesSurvivingZoneLoss(forTasks: tasks, tasksPerInstance: 6, zones: zones))
                #expect(instances % zones == 0)
                #expect(instances / zones * (zones - 1) * 6 >= tasks)
                #expect((instances / zones - 1) * (zones - 1) * 6 < tasks)
            }
        }
    }
}
