import InstanceCatalog

/// The work that a queue brings: what sizes a fleet when nobody says a number of tasks.
package struct QueueDemand: Hashable, Sendable {
    /// Messages a second, above 0.
    package let arrivalRate: Decimal
    /// Mean seconds for one message, above 0.
    package let processingSeconds: Decimal
    /// The longest that 95 % of the messages should take from arrival until they are handled; `nil` where nobody says it.
    package let latencyGoalSeconds: Decimal?
    /// Messages that one task handles side by side, 1 or more.
    package let concurrency: Int

    /// How processing times differ.
    package var work = WorkDistribution.exponential

    /// Creates a demand; `concurrency` below 1 counts as 1. Rate and time must be above 0.
    package init(
        arrivalRate: Decimal, processingSeconds: Decimal, latencyGoalSeconds: Decimal? = nil, concurrency: Int = 1
    ) {
        self.arrivalRate = arrivalRate
        self.processingSeconds = processingSeconds
        self.latencyGoalSeconds = latencyGoalSeconds
        self.concurrency = max(1, concurrency)
    }

    /// Tasks that are busy on average, in Erlang: rate times seconds by concurrency.
    package var offeredLoad: Decimal {
        (arrivalRate * processingSeconds).divided(by: concurrency) ?? .zero
    }

    /// The fewest tasks with which the queue does not grow without end: one more than the whole part of the load.
    package var leastTasks: Int { offeredLoad.roundedDown.saturatingAdding(1) }

    /// The tasks that keep the mean utilisation at or below `percent`: `ceil(load / utilisation)`.
    package func tasks(atUtilisationPercent percent: Int) -> Int {
        (offeredLoad * 100).divided(by: min(max(percent, 1), 100))?.roundedUp ?? .max
    }

    /// Messages for each task that a scaling policy aims at: acceptable latency by processing time, times concurrency.
    ///
    /// Rounded down, since a larger target would promise more than the goal. `nil` without a goal.
    package var backlogTarget: Int? {
        latencyGoalSeconds.flatMap { ($0 * concurrency).divided(by: processingSeconds)?.roundedDown }
    }

    /// The seconds that `tasks` take to work off `backlog` messages while others arrive; `nil` when they never do.
    package func secondsToDrain(backlog: Int, tasks: Int) -> Decimal? {
        let spare = (Decimal(tasks) * concurrency).divided(by: processingSeconds).map { $0 - arrivalRate }
        guard let spare, spare > .zero else { return nil }
        return Decimal(max(0, backlog)).divided(by: spare)
    }

    /// The tasks that work off `backlog` messages within `seconds` while others arrive.
    package func tasks(toDrain backlog: Int, within seconds: Decimal) -> Int? {
        guard seconds > .zero else { return nil }
        let work = (processingSeconds * max(0, backlog)).divided(by: seconds * concurrency)
        return work.map { (offeredLoad + $0).roundedUp }
    }

    /// What becomes of messages with a number of tasks, by simulation.
    package func simulation(tasks: Int) -> FleetSimulation {
        FleetSimulation(
            servers: tasks.saturatingMultiplied(by: concurrency), arrivalRate: arrivalRate.estimate,
            serviceSeconds: processingSeconds.estimate, work: work)
    }

    /// The waits with a number of tasks; `nil` when they cannot keep up.
    package func line(tasks: Int) -> WaitingLine? {
        guard Decimal(tasks) > offeredLoad else { return nil }
        return WaitingLine(
            servers: tasks.saturatingMultiplied(by: concurrency), offeredLoad: (offeredLoad * concurrency).estimate,
            serviceSeconds: processingSeconds.estimate)
    }
}

extension Decimal {
    /// The nearest whole number that is not above; at the bounds of `Int` for what is larger.
    package var roundedDown: Int {
        let whole = rounded(toPlaces: 0)
        let floor = whole > self ? whole - 1 : whole
        return Int(floor.description) ?? (floor < .zero ? .min : .max)
    }

    /// The nearest whole number that is not below.
    var roundedUp: Int {
        let floor = roundedDown
        return Decimal(floor) == self ? floor : floor.saturatingAdding(1)
    }

    /// The nearest binary fraction, for probabilities only.
    var estimate: Double { Double(description) ?? 0 }
}
