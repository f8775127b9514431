import Evaluation
import InstanceCatalog
import Simulation

/// One queue and its service, played.
package struct ServiceSimulation: Sendable {
    /// A policy as the template has it.
    package struct Policy: Sendable {
        package let name: String
        package let origin: Origin
    }

    package let service: String
    package let queue: String
    package let result: SimulationResult
    /// Those that take part, in the order of the setup.
    package let policies: [Policy]
    /// Where the scalable target stands; `nil` without one.
    package let scalingOrigin: Origin?
    package let goalMilliseconds: Int?
    /// Tasks at which the work of a second fits into it, and one more.
    package let neededTasks: Int
    /// US dollars over the whole run; `nil` where the service has no price.
    package let cost: Decimal?
    /// Instances at the fewest, the mean and the most tasks; `nil` on Fargate.
    package let instances: (least: Int, mean: Int, most: Int)?

    /// US dollars for a million handled messages.
    package var costPerMillion: Decimal? {
        guard let cost, result.deleted > 0 else { return nil }
        return (cost * 1_000_000).divided(by: result.deleted)
    }

    package var verdict: SimulationVerdict {
        if result.deleted == 0, result.mostTasks == 0, result.sent > 0 { return .neverStarts }
        if grows { return neededTasks > result.setup.scaling.maximum ? .neverEmpties : .fallsBehind }
        if let goalMilliseconds, (result.waits?.percentile95 ?? 0) * 1_000 > Double(goalMilliseconds) { return .missesGoal }
        return .keepsUp
    }

    /// The backlog of the last quarter is clearly above that of the quarter before, and never empty.
    private var grows: Bool {
        let samples = result.samples
        let quarter = samples.count / 4
        guard quarter >= 5 else { return false }
        let last = samples.suffix(quarter).map(\.visible)
        let before = samples.dropLast(quarter).suffix(quarter).map(\.visible)
        guard let least = last.min(), least > 0 else { return false }
        return last.reduce(0, +) > before.reduce(0, +) + before.reduce(0, +) / 20 + quarter
    }
}
