import InstanceCatalog

/// A fleet that is sized from the work of a queue, and the scaling settings that keep it so.
package struct FleetSizing: Hashable, Sendable {
    /// Why a fleet cannot be sized.
    package enum Unsolvable: Error, Hashable, Sendable {
        /// One message takes longer than the latency goal, so that no number of tasks meets it.
        case goalBelowProcessingTime
        /// More tasks than the calculator reckons with.
        case tooManyTasks

        /// The reason for people.
        package var explanation: String {
            switch self {
            case .goalBelowProcessingTime: "One message takes longer than the latency goal; no number of tasks meets it."
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
        if let goal = demand.latencyGoalSeconds {
            let slack = goal - demand.processingSeconds
            guard slack >= .zero else { throw .goalBelowProcessingTime }
            let servers = planned.saturatingMultiplied(by: demand.concurrency)
            let most = servers.saturatingMultiplied(by: 2).saturatingAdding(1000)
            guard
                let line = WaitingLine.fewestServers(
                    offeredLoad: (demand.offeredLoad * demand.concurrency).estimate,
                    serviceSeconds: demand.processingSeconds.estimate, waitAtMost: slack.estimate, from: servers, upTo: most)
            else { throw .tooManyTasks }
            desired = line.servers.ceilingDivided(by: demand.concurrency)
        }
        guard let line = demand.line(tasks: desired) else { throw .tooManyTasks }
        self.demand = demand
        self.line = line
        minimumTasks = demand.leastTasks
        desiredTasks = desired
        backlogTarget = demand.backlogTarget.map { max(1, $0) }
        maximumTasks = Self.maximum(demand, desired: desired)
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
