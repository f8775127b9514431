import InstanceCatalog

/// From how many tasks on an instance on it costs less than Fargate does.
///
/// An instance costs the same whether it is full or not, a task on Fargate costs its own share: so the answer is how full
/// instances have to be.
package struct BreakEven: Hashable, Sendable {
    /// The service's name, as in the request.
    package let service: String
    /// The type that the service runs on, or the one that runs it for the least money.
    package let instanceType: String
    /// Tasks that one instance holds, at least 1.
    package let tasksPerInstance: Int
    /// US dollars a month for one instance on demand.
    package let instanceMonthly: Decimal
    /// US dollars a month for one Spot instance; `nil` where no price is known.
    package let spotInstanceMonthly: Decimal?
    /// US dollars a month for one task on Fargate.
    package let fargateMonthly: Decimal
    /// US dollars a month for one task on Fargate Spot; `nil` where no price is known.
    package let fargateSpotMonthly: Decimal?
    /// The most tasks that the service runs, at least 1.
    package let mostTasks: Int

    /// The fewest tasks on one instance with which it costs no more than they do on Fargate; `nil` where a full one costs more.
    package var tasks: Int? { Self.tasks(instanceMonthly, fargateMonthly, tasksPerInstance) }

    /// The same of a Spot instance against Fargate Spot.
    package var spotTasks: Int? {
        spotInstanceMonthly.flatMap { instance in
            fargateSpotMonthly.flatMap { Self.tasks(instance, $0, tasksPerInstance) }
        }
    }

    /// How full instances have to be for that, in percent: more than 100 where Fargate is always cheaper.
    package var utilisationPercent: Decimal? { (instanceMonthly * 100).divided(by: fargateMonthly * tasksPerInstance) }

    private static func tasks(_ instance: Decimal, _ task: Decimal, _ most: Int) -> Int? {
        guard task > .zero else { return nil }
        let full = task * most
        guard instance <= full else { return nil }
        var (low, high) = (1, most)
        while low < high {
            let middle = low + (high - low) / 2
            if instance <= task * middle { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// Instances for a number of tasks.
    package func instances(forTasks tasks: Int) -> Int { max(0, tasks).ceilingDivided(by: tasksPerInstance) }

    /// The numbers of tasks that a table shows: one, a full instance and its break-even, and what the service runs.
    package var shownTasks: [Int] {
        let full = tasksPerInstance
        let wanted = [1, tasks, full, full.saturatingAdding(1), full.saturatingMultiplied(by: 2), mostTasks].compactMap { $0 }
        return Set(wanted).sorted()
    }
}
