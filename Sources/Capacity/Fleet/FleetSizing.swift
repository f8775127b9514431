import InstanceCatalog

/// A fleet that is sized from the work of a queue, and the scaling settings that keep it so.
package struct FleetSizing: Hashable, Sendable {
    /// Why a fleet cannot be sized.
    package enum Unsolvable: Error, Hashable, Sendable {
        /// One message takes longer than the latency goal, so that no number of tasks meets it.
        case goalBelowProcessingTime
        /// 5 % of the messages take longer than the goal by their processing time alone, as it is assumed to differ.
        case goalBelowLongTimes(seconds: Decimal)
        /// More tasks than the calculator reckons with.
        case tooManyTasks

        /// The reason for people.
        package var explanation: String {
            switch self {
            case .goalBelowProcessingTime: "One message takes longer than the latency goal; no number of tasks meets it."
            case .goalBelowLongTimes(let seconds):
                "5 % of the messages take longer than \(seconds.text(minimumPlaces: 0, maximumPlaces: 1)) s by their processing time "
                    + "alone, when most take less than the average and some much longer. Say --work constant when all take about the "
                    + "average, or allow a longer goal."
            case .tooManyTasks:
                "The work asks for more than \(FleetSizing.largestLoad) busy tasks; look at rate and processing time."
            }
        }
    }

    /// The work that the fleet was sized for.
    package let demand: QueueDemand
    /// The least tasks to configure: below them the queue grows even at the mean rate.
    package let minimumTasks: Int
    /// The tasks for the mean rate at the planned utilisation that also meet the goal.
    package let desiredTasks: Int
    /// The most tasks to configure: they also work off a full backlog of the target within the goal.
    package let maximumTasks: Int
    /// Messages for each running task, for target tracking; at least 1. `nil` without a latency goal.
    package let backlogTarget: Int?
    /// What becomes of messages with `minimumTasks`, by simulation; `nil` without a latency goal.
    package let simulation: FleetSimulation?
    /// The waits with `desiredTasks`.
    package let line: WaitingLine

    /// The utilisation that a plan aims at, in percent.
    package static let plannedUtilisationPercent = 80
    /// The largest load that is sized, in tasks that are busy on average.
    package static let largestLoad: Decimal = 1_000_000

    /// Sizes a fleet for the work of a queue.
    ///
    /// - Throws: why no number of tasks can do it.
    package init(_ demand: QueueDemand) throws(Unsolvable) {
        guard demand.offeredLoad <= Self.largestLoad, demand.concurrency <= 1000 else { throw .tooManyTasks }
        let planned = max(demand.leastTasks, demand.tasks(atUtilisationPercent: Self.plannedUtilisationPercent))
        var desired = planned
        var minimum = demand.leastTasks
        simulation = try demand.latencyGoalSeconds.map { goal throws(Unsolvable) in
            let (tasks, simulation) = try Self.holding(goal, of: demand)
            // Target tracking settles at the minimum, so that the minimum has to hold the goal.
            desired = tasks
            minimum = tasks
            return simulation
        }
        guard let line = demand.line(tasks: desired) else { throw .tooManyTasks }
        self.demand = demand
        self.line = line
        minimumTasks = minimum
        desiredTasks = desired
        backlogTarget = demand.backlogTarget.map { max(1, $0) }
        maximumTasks = Self.maximum(demand, desired: desired)
    }

    /// The fewest tasks with which 95 % of the messages are handled within the goal at the average rate.
    private static func holding(
        _ goal: Decimal, of demand: QueueDemand
    ) throws(Unsolvable) -> (tasks: Int, simulation: FleetSimulation) {
        guard goal >= demand.processingSeconds else { throw .goalBelowProcessingTime }
        let longest = demand.processingSeconds.estimate * demand.work.longest
        guard longest <= goal.estimate * 1.000_001 else {
            throw .goalBelowLongTimes(seconds: Decimal(significand: Int(longest * 10), scale: 1) ?? goal)
        }
        func holds(_ tasks: Int) -> FleetSimulation? {
            let simulation = demand.simulation(tasks: tasks)
            // A sample of 20,000 messages may miss the percentile by a hundredth.
            return simulation.longestOf95Percent <= goal.estimate * 1.01 ? simulation : nil
        }
        var least = demand.leastTasks
        if let simulation = holds(least) { return (least, simulation) }
        var step = 1
        while holds(least.saturatingAdding(step)) == nil {
            guard step <= 1_000_000 else { throw .tooManyTasks }
            step *= 2
        }
        var most = least.saturatingAdding(step)
        while most - least > 1 {
            let middle = least + (most - least) / 2
            if holds(middle) == nil { least = middle } else { most = middle }
        }
        guard let simulation = holds(most) else { throw .tooManyTasks }
        return (most, simulation)
    }

    /// Without a goal twice the desired tasks; with one, what works off `desired` times the target within the goal.
    private static func maximum(_ demand: QueueDemand, desired: Int) -> Int {
        guard let goal = demand.latencyGoalSeconds, let target = demand.backlogTarget,
            let tasks = demand.tasks(toDrain: max(1, target).saturatingMultiplied(by: desired), within: goal)
        else { return desired.saturatingMultiplied(by: 2) }
        return max(desired, tasks)
    }

    /// The three numbers as a cost request takes them; never `nil`.
    package var tasks: ScalingRange<Int?> {
        ScalingRange(minimum: minimumTasks, desired: desiredTasks, maximum: maximumTasks)
    }

    /// The policy to configure; `nil` without a latency goal.
    package var policy: TargetTracking? {
        backlogTarget.map { TargetTracking(target: Decimal($0), minimumTasks: minimumTasks, maximumTasks: maximumTasks) }
    }

    /// Mean utilisation of the desired tasks in percent.
    package var utilisationPercent: Decimal {
        (demand.offeredLoad * 100).divided(by: desiredTasks) ?? .zero
    }
}
