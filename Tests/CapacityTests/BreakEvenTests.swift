import InstanceCatalog
import Testing

@testable import Capacity

@Suite("Break-even of Fargate and instances")
struct BreakEvenTests {
    private func even(tasks: Int, instance: Decimal, fargate: Decimal) -> BreakEven {
        BreakEven(
            service: "worker", instanceType: "c7g.large", tasksPerInstance: tasks, instanceMonthly: instance,
            spotInstanceMonthly: nil,
            fargateMonthly: fargate, fargateSpotMonthly: nil, mostTasks: 40)
    }

    @Test("the least number of tasks with which an instance costs no more", arguments: 1...30)
    func least(price: Int) {
        let even = even(tasks: 12, instance: Decimal(price * 10), fargate: 18)
        let searched = (1...12).first { Decimal(price * 10) <= Decimal(18) * $0 }
        #expect(even.tasks == searched)
    }

    @Test("an instance that costs more than Fargate when it is full has none")
    func never() {
        let even = even(tasks: 3, instance: 62, fargate: 18)
        #expect(even.tasks == nil)
        #expect(even.utilisationPercent.map { $0 > 100 } == true)
        #expect(even.shownTasks == [1, 3, 4, 6, 40])
    }

    @Test("how full it has to be is its price by that of as many tasks")
    func fullness() {
        #expect(even(tasks: 10, instance: 90, fargate: 18).utilisationPercent == 50)
        #expect(even(tasks: 10, instance: 90, fargate: 18).tasks == 5)
    }
}
