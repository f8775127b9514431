/// Plays a queue, its workers and their scaling, event by event.
///
/// What happens at one moment happens in the order of ``Event/Phase``; free workers take messages after the tasks and bounds have
/// changed and before metrics are sampled. `Tests/SimulationReference` says the same in Python.
package struct Simulation {
    let setup: SimulationSetup
    private let records: Bool
    private var random: SeededRandom
    private var arrivals: ArrivalClock
    private var nextArrival: Int?
    private var events = MinimumHeap<Event>()
    private var number = 0
    private var now = 0
    private(set) var queue: MessageQueue
    private var fleet: Fleet
    private var controller: ScalingController
    private(set) var statistics = Statistics()
    private(set) var log: [(time: Int, event: SimulationEvent)] = []
    private var isExpiryScheduled = false

    /// - Parameter records: whether every event is kept, for comparison.
    private init(_ setup: SimulationSetup, records: Bool) {
        self.setup = setup
        self.records = records
        random = SeededRandom(seed: setup.seed)
        arrivals = ArrivalClock(setup.load.arrivals)
        queue = MessageQueue(setup.queue)
        fleet = Fleet(setup.worker, desired: setup.scaling.desired)
        controller = ScalingController(setup.scaling)
    }

    /// Runs a setup to its end.
    package static func run(_ setup: SimulationSetup) -> SimulationResult {
        var simulation = Simulation(setup, records: false)
        simulation.play()
        return simulation.result()
    }

    /// Runs it and tells every event.
    package static func events(
        of setup: SimulationSetup
    ) -> (result: SimulationResult, log: [(time: Int, event: SimulationEvent)]) {
        var simulation = Simulation(setup, records: true)
        simulation.play()
        return (simulation.result(), simulation.log)
    }

    // MARK: - The run

    private mutating func play() {
        for _ in 0..<min(setup.load.backlog, SimulationSetup.mostMessages) { send() }
        start(setup.scaling.desired, after: 0)
        for (index, change) in setup.scaling.schedule.enumerated() { schedule(.boundsChange, at: change.time, subject: index) }
        nextArrival = arrivals.next(&random)
        schedule(.sample, at: setup.samplePeriod)
        while step() {}
        take()
        now = setup.duration
        statistics.close(at: now, fleet)
    }

    private mutating func step() -> Bool {
        let arrival = nextArrival.map { Event(.messageArrives, at: $0, number: 0, subject: 0) }
        var next = events.first
        if let arrival, arrival.time <= setup.duration, next.map({ arrival < $0 }) ?? true { next = arrival }
        guard let upcoming = next else { return false }
        if upcoming.time > now || upcoming.phase.rawValue >= Event.Phase.sample.rawValue, queue.mayReceive, fleet.mayTake {
            // What is taken may end before what comes next.
            take()
            return true
        }
        fleet.pass(upcoming.time - now)
        now = upcoming.time
        if upcoming.phase == .messageArrives {
            if queue.sent >= SimulationSetup.mostMessages { return false }
            send()
            nextArrival = arrivals.next(&random)
        } else if let event = events.removeFirst() {
            handle(event)
        }
        return true
    }

    private mutating func handle(_ event: Event) {
        switch event.phase {
        case .workEnds: endWork(event.subject)
        case .messageShows: if queue.show(event.subject, receives: event.detail) { note(.shown(event.subject)) }
        case .messageArrives: break
        case .messageExpires: expire()
        case .taskReady: if fleet.becomeReady(event.subject) { note(.ready(task: event.subject)) }
        case .taskKilled: kill(event.subject)
        case .boundsChange: apply(controller.change(setup.scaling.schedule[event.subject], desired: fleet.desired))
        case .sample: sample()
        case .evaluation: evaluate(event.subject)
        }
    }

    private mutating func schedule(
        _ phase: Event.Phase, at time: Int, number given: Int? = nil, subject: Int = 0, detail: Int = 0
    ) {
        guard time <= setup.duration else { return }
        events.insert(Event(phase, at: time, number: given ?? number, subject: subject, detail: detail))
        number += 1
    }

    private mutating func note(_ event: @autoclosure () -> SimulationEvent) {
        if records { log.append((now, event())) }
    }

    // MARK: - Messages

    private mutating func send() {
        let message = queue.send(at: now)
        if setup.queue.delay > 0 { schedule(.messageShows, at: now + setup.queue.delay, number: message, subject: message) }
        if !isExpiryScheduled { scheduleExpiry() }
    }

    private mutating func scheduleExpiry() {
        isExpiryScheduled = false
        guard let time = queue.nextExpiry(), time <= setup.duration else { return }
        isExpiryScheduled = true
        schedule(.messageExpires, at: max(time, now))
    }

    private mutating func expire() {
        while let message = queue.expire(at: now) { note(.expired(message)) }
        scheduleExpiry()
    }

    private mutating func take() {
        while queue.mayReceive, let task = fleet.nextFree() {
            if setup.worker.batch == 1 {
                takeOne(task)
            } else {
                takeBatch(task)
            }
        }
    }

    /// The usual receive, without a list.
    private mutating func takeOne(_ task: Int) {
        switch queue.receive() {
        case .message(let message, let receives):
            fleet.beginReceive(task)
            _ = work(on: message, receives, from: now, isLast: true, task)
        case .deadLettered(let message): note(.deadLettered(message))
        case .nothing: return
        }
    }

    private mutating func takeBatch(_ task: Int) {
        var batch: [(message: Int, receives: Int)] = []
        receiving: while batch.count < setup.worker.batch {
            switch queue.receive() {
            case .message(let message, let receives): batch.append((message, receives))
            case .deadLettered(let message): note(.deadLettered(message))
            case .nothing: break receiving
            }
        }
        guard !batch.isEmpty else { return }
        fleet.beginReceive(task)
        var start = now
        for (place, item) in batch.enumerated() {
            start = work(on: item.message, item.receives, from: start, isLast: place == batch.count - 1, task)
        }
    }

    /// Begins the work on a message, and says when it ends.
    private mutating func work(on message: Int, _ receives: Int, from start: Int, isLast: Bool, _ task: Int) -> Int {
        let failures = setup.worker.failuresPerMillion
        let fails = failures > 0 && Int(random.unit() * 1_000_000) < failures
        let end = start + setup.work.next(&random)
        let delivery = Delivery(
            message: message, receives: receives, task: task, taken: now, start: start, end: end, fails: fails, isLast: isLast)
        note(.taken(message: message, task: task))
        schedule(.workEnds, at: end, subject: fleet.add(delivery))
        if fails || end > now + setup.queue.visibilityTimeout { scheduleShow(delivery) }
        return end
    }

    private mutating func scheduleShow(_ delivery: Delivery) {
        schedule(
            .messageShows, at: delivery.taken + setup.queue.visibilityTimeout, number: delivery.message,
            subject: delivery.message, detail: delivery.receives)
    }

    private mutating func endWork(_ slot: Int) {
        guard let delivery = fleet.remove(slot, endedAt: now) else { return }
        if !delivery.fails, queue.delete(delivery.message, receives: delivery.receives) {
            statistics.waits.append(Int32(clamping: delivery.start - queue.sentTime(of: delivery.message)))
            note(.deleted(delivery.message))
        }
        if delivery.isLast, fleet.endReceive(delivery.task) { stopped(delivery.task) }
    }

    // MARK: - Tasks

    private mutating func start(_ count: Int, after time: Int) {
        for _ in 0..<count {
            let task = fleet.start(at: now)
            schedule(.taskReady, at: now + time, subject: task)
        }
    }

    private mutating func stopped(_ task: Int) {
        statistics.taskMilliseconds += now - fleet.begun(task)
        note(.stopped(task: task))
    }

    private mutating func kill(_ task: Int) {
        guard let unfinished = fleet.kill(task, at: now) else { return }
        statistics.lost += unfinished.count
        for delivery in unfinished where !delivery.fails && delivery.taken + setup.queue.visibilityTimeout >= now {
            if delivery.end <= delivery.taken + setup.queue.visibilityTimeout { scheduleShow(delivery) }
        }
        stopped(task)
    }

    private mutating func apply(_ decision: ScalingController.Decision?) {
        guard let decision else { return }
        let tasks = min(max(0, decision.tasks), SimulationSetup.mostTasks)
        let before = fleet.desired
        statistics.desiredChanges(to: tasks, from: before, at: now)
        statistics.actions.append(ScalingAction(time: now, from: before, to: tasks, policy: decision.policy))
        note(.scaled(from: before, to: tasks, policy: decision.policy))
        fleet.desired = tasks
        let surplus = fleet.surplus()
        if surplus < 0 { start(-surplus, after: setup.worker.start) }
        for task in fleet.leaving(max(0, surplus)) {
            if fleet.beginStop(task) {
                stopped(task)
            } else if !setup.worker.drains {
                schedule(.taskKilled, at: now + setup.worker.stopTimeout, subject: task)
            }
        }
    }

    // MARK: - Metrics

    private mutating func sample() {
        let age = queue.oldestSentTime().map { (now - $0) / 1_000 } ?? 0
        let times = fleet.takeTimes()
        let sample = QueueSample(
            time: now, visible: queue.visible, inFlight: queue.inFlight, running: fleet.running, desired: fleet.desired,
            oldestAgeSeconds: age, busyTime: times.busy, workerTime: times.whole, sent: queue.sent)
        statistics.add(sample)
        note(.sampled(visible: sample.visible, inFlight: sample.inFlight, running: sample.running))
        if controller.hasPolicies {
            schedule(.evaluation, at: now + setup.metricsDelay, subject: statistics.samples.count - 1)
        }
        schedule(.sample, at: now + setup.samplePeriod)
    }

    private mutating func evaluate(_ index: Int) {
        guard statistics.samples.indices.contains(index) else { return }
        apply(
            controller.evaluate(
                statistics.samples[index], now: now, running: fleet.running, desired: fleet.desired))
    }

    private func result() -> SimulationResult { SimulationResult(setup, queue, fleet, statistics) }
}
