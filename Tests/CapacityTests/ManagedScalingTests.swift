import Capacity
import InstanceCatalog
import Testing

@Suite struct ManagedScalingTests {
    @Test func reservationIsNeededByRunning() {
        #expect(ManagedScaling.reservation(needed: 5, running: 3).text(places: 2) == "166.67")
        #expect(ManagedScaling.reservation(needed: 0, running: 0) == 100)
        #expect(ManagedScaling.reservation(needed: 4, running: 0) == 200)
    }

    /// Ten instances of which two are empty: 80, where the developer guide says 98; below 100 both scale in.
    @Test func emptyInstancesBringTheMetricBelowHundred() {
        #expect(ManagedScaling.reservation(needed: 8, running: 10) == 80)
    }

    @Test(arguments: [(100, 5), (80, 7)])
    func targetTrackingRoundsUp(target: Int, instances: Int) {
        #expect(ManagedScaling(targetCapacityPercent: target).desiredInstances(needed: 5, running: 3) == instances)
    }

    @Test func anEmptyGroupGetsTwoInstances() {
        #expect(ManagedScaling().desiredInstances(needed: 7, running: 0) == 2)
        #expect(ManagedScaling().desiredInstances(needed: 0, running: 0) == 0)
    }

    @Test func stepsStayWithinTheirBounds() {
        let scaling = ManagedScaling(minimumStep: 2, maximumStep: 10)
        #expect(scaling.step(needed: 4, running: 3) == 2)
        #expect(scaling.step(needed: 30, running: 3) == 10)
        #expect(scaling.step(needed: 8, running: 3) == 5)
        #expect(scaling.step(needed: 3, running: 3) == 0)
        #expect(scaling.steps(from: 3, to: 30) == 3)
    }

    @Test(arguments: [(nil, 4), (8, 2), (5, 0)] as [(Int?, Int)])
    func warmPoolFillsUpToWhatIsPrepared(prepared: Int?, size: Int) {
        #expect(WarmPool(maximumPrepared: prepared).size(desired: 6, groupMaximum: 10) == size)
    }

    @Test func warmPoolKeepsItsMinimum() {
        #expect(WarmPool(minimumSize: 3, maximumPrepared: 7).size(desired: 6, groupMaximum: 10) == 3)
    }
}
