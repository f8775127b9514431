import Capacity
import Testing

@Suite struct RollingDeploymentTests {
    @Test func limitsAndPeak() {
        let full = RollingDeployment(desiredTasks: 30, tasksPerInstance: 6)
        #expect(full.lowerLimit == 30 && full.upperLimit == 60 && full.peakInstances == 10 && !full.isDeadlocked)
        let half = RollingDeployment(desiredTasks: 30, minimumHealthyPercent: 50, maximumPercent: 150, tasksPerInstance: 6)
        #expect(half.lowerLimit == 15 && half.upperLimit == 45 && half.peakInstances == 8 && !half.isDeadlocked)
    }

    @Test(arguments: [(1, 150), (3, 133)])
    func isDeadlockedWhereNeitherLimitMoves(desired: Int, maximumPercent: Int) {
        let deployment = RollingDeployment(desiredTasks: desired, minimumHealthyPercent: 100, maximumPercent: maximumPercent)
        #expect(deployment.lowerLimit == desired)
        #expect(deployment.upperLimit == desired)
        #expect(deployment.isDeadlocked)
    }

    @Test func isDeadlockedWithoutAFreeSlot() {
        #expect(RollingDeployment(desiredTasks: 18, tasksPerInstance: 6, maximumInstances: 3).isDeadlocked)
        #expect(!RollingDeployment(desiredTasks: 18, tasksPerInstance: 9, maximumInstances: 3).isDeadlocked)
        #expect(
            !RollingDeployment(desiredTasks: 18, minimumHealthyPercent: 90, tasksPerInstance: 6, maximumInstances: 3).isDeadlocked
        )
    }

    @Test func nothingToReplaceIsNoDeadlock() {
        #expect(!RollingDeployment(desiredTasks: 0).isDeadlocked)
    }
}
