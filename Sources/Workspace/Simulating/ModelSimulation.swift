import Capacity
import Simulation
import Topology

/// Makes setups of the workers of a model, and plays them.
struct ModelSimulation {
    private let reading: CostReading
    private let options: SimulationOptions
    private let costs: SimulatedCost
    private(set) var assumptions: [String] = []
    /// Why services could not be simulated.
    private(set) var reasons: [String] = []

    init(_ templates: TemplateReading, _ options: SimulationOptions, _ input: ProjectInput) {
        reading = CostReading(model: templates.model)
        self.options = options
        costs = SimulatedCost(templates, input, namedRegion: options.region)
    }

    private var model: Model { reading.model }

    mutating func run() -> [ServiceSimulation] {
        var found: [ServiceSimulation] = []
        for consumer in model.objects(of: .consumer) {
            guard let service = reading.knownObject(.service, of: consumer.id),
                let queue = reading.knownObject(.queue, of: consumer.id), isWanted(service)
            else { continue }
            if let simulation = simulate(consumer.id, service, queue) { found.append(simulation) }
        }
        if !found.isEmpty { describeOptions() }
        var seen: Set<String> = []
        assumptions = assumptions.filter { seen.insert($0).inserted }
        return found
    }

    private func isWanted(_ service: ObjectID) -> Bool {
        guard let wanted = options.service else { return true }
        return model[service].name == wanted || reading.knownText(.serviceName, of: service) == wanted
    }

    // MARK: - One service

    private mutating func simulate(_ consumer: ObjectID, _ service: ObjectID, _ queue: ObjectID) -> ServiceSimulation? {
        let name = model[service].name
        // Both are read, so that everything that is missing is asked for at once.
        let readLoad = load(consumer, name)
        let readWork = work(consumer, name)
        guard let load = readLoad, let work = readWork else { return nil }
        var policies = PolicyReading(reading, options)
        guard let scaling = scaling(service, name, &policies) else { return nil }
        assumptions += policies.assumptions
        var setup = SimulationSetup(load: load, work: work, scaling: scaling.settings)
        setup.seed = options.seed
        setup.duration = options.duration
        setup.metricsDelay = options.metricsDelay + options.evaluationDelay
        setup.queue = queueSettings(queue, consumer)
        setup.worker = workerSettings(consumer, name)
        guard load.expected(within: setup.duration) <= Double(SimulationSetup.mostMessages) else {
            reasons.append(
                "\(name) would get more than \(SimulationSetup.mostMessages) messages; take a shorter --duration")
            return nil
        }
        if (try? reading.flag(.isOnFargate, of: service)) != true {
            assumptions.append(
                "An instance for every task of \(name) is there when it is asked for; else add the time that one takes to --task-start."
            )
        }
        let result = Simulation.run(setup)
        let rate = load.expected(within: setup.duration) / Double(max(1, setup.duration))
        let needed = rate * work.mean / Double(setup.worker.concurrency)
        let goal = options.goal ?? reading.knownDouble(.latencyGoalSeconds, of: consumer).map { Int(min($0, 1e9) * 1_000) }
        let money = costs.money(service, result)
        return ServiceSimulation(
            service: name, queue: model[queue].name, result: result,
            policies: scaling.policies.map { ServiceSimulation.Policy(name: model[$0].name, origin: model[$0].origin) },
            scalingOrigin: scaling.target.map { model[$0].origin }, goalMilliseconds: goal,
            neededTasks: Int(min(needed, 1e6)) + 1, cost: money?.cost, instances: money?.instances)
    }

    private mutating func load(_ consumer: ObjectID, _ name: String) -> Load? {
        if let arrivals = options.arrivals { return Load(backlog: options.backlog, arrivals: arrivals) }
        if let rate = reading.knownDouble(.arrivalRate, of: consumer), rate > 0, rate <= 1e6 {
            let perMillion = Int((rate * 1e6).rounded())
            assumptions.append("\(rate) messages a second come, evenly spaced (workers: in ecslint.yaml; --arrivals).")
            return Load(backlog: options.backlog, arrivals: .every(messages: max(1, perMillion), milliseconds: 1_000_000_000))
        }
        if options.backlog > 0 { return Load(backlog: options.backlog, arrivals: .nothing) }
        reasons.append("how many messages \(name) gets is not known; say it with --arrivals 5/s or --backlog 1000")
        return nil
    }

    private mutating func work(_ consumer: ObjectID, _ name: String) -> WorkTime? {
        if let work = options.work { return work }
        for key in [FieldKey.averageProcessingSeconds, .expectedProcessingSeconds, .processingSeconds] {
            let seconds = reading.knownDouble(key, of: consumer) ?? reading.knownNumber(key, of: consumer).map(Double.init)
            guard let seconds, seconds > 0, seconds <= 43_200 else { continue }
            assumptions.append("\(name) works \(seconds) s on every message (workers: in ecslint.yaml; --processing).")
            return .constant(Int((seconds * 1_000).rounded()))
        }
        reasons.append("how long \(name) works on a message is not known; say it with --processing 2s")
        return nil
    }

    private mutating func queueSettings(_ queue: ObjectID, _ consumer: ObjectID) -> QueueSettings {
        var settings = QueueSettings()
        let name = model[queue].name
        func milliseconds(_ key: FieldKey, _ usual: Int) -> Int {
            (reading.knownNumber(key, of: queue).map { min(max(0, $0), 1_209_600) } ?? usual) * 1_000
        }
        settings.visibilityTimeout = max(1_000, milliseconds(.visibilityTimeout, 30))
        settings.retention = max(60_000, milliseconds(.messageRetentionPeriod, 345_600))
        settings.delay = milliseconds(.delaySeconds, 0)
        if let redrive = reading.knownObject(.redrive, of: queue) {
            settings.mostReceives = min(max(0, reading.knownNumber(.maxReceiveCount, of: redrive) ?? 0), 1_000)
        }
        if reading.isTrue(.extendsVisibility, of: consumer) {
            // A receive lasts 12 hours at most (SQS developer guide, "Visibility timeout").
            settings.visibilityTimeout = 43_200_000
        }
        if reading.isTrue(.isFifo, of: queue) {
            assumptions.append("Every message of \(name) has a message group of its own.")
        }
        return settings
    }

    private mutating func workerSettings(_ consumer: ObjectID, _ name: String) -> WorkerSettings {
        var settings = WorkerSettings()
        settings.concurrency = min(1_000, max(1, options.concurrency ?? reading.knownNumber(.concurrency, of: consumer) ?? 1))
        settings.batch = min(
            10, max(1, options.messagesPerReceive ?? reading.knownNumber(.messagesPerReceive, of: consumer) ?? 1))
        settings.start = options.taskStart
        settings.stopTimeout = min(120, max(0, reading.knownNumber(.stopTimeout, of: consumer) ?? 30)) * 1_000
        settings.drains = options.drains
        settings.failuresPerMillion = options.failuresPerMillion
        assumptions.append(
            "\(name): a task processes \(settings.concurrency) at a time, in batches of \(settings.batch) (--concurrency, --messages-per-receive)."
        )
        return settings
    }

    // MARK: - Scaling

    private mutating func scaling(
        _ service: ObjectID, _ name: String, _ policies: inout PolicyReading
    ) -> (settings: ScalingSettings, policies: [ObjectID], target: ObjectID?)? {
        let desired = reading.number(.desiredCount, of: service)
        let usual = model[service].dialect == .terraform ? 0 : 1
        guard let target = reading.knownObject(.scalableTarget, of: service) else {
            guard let count = options.minimumTasks ?? (desired.isAbsent ? usual : desired.value) else {
                reasons.append("how many tasks \(name) runs is not known; say it with --min-tasks 2")
                return nil
            }
            let tasks = min(max(0, count), SimulationSetup.mostTasks)
            return (ScalingSettings(desired: tasks, minimum: tasks, maximum: max(tasks, options.maximumTasks ?? tasks)), [], nil)
        }
        let minimum = options.minimumTasks ?? reading.knownNumber(.minCapacity, of: target)
        let maximum = options.maximumTasks ?? reading.knownNumber(.maxCapacity, of: target)
        guard let minimum, let maximum else {
            reasons.append("between how many tasks \(name) scales is not known; say it with --min-tasks 1 --max-tasks 20")
            return nil
        }
        let least = min(max(0, minimum), SimulationSetup.mostTasks)
        let most = min(max(least, maximum), SimulationSetup.mostTasks)
        let start = min(max(desired.value ?? least, least), most)
        let read = policies.policies(of: target)
        return (
            ScalingSettings(
                desired: start, minimum: least, maximum: most, policies: read.map(\.policy),
                schedule: schedule(target, least, most, name)), read.map(\.id), target
        )
    }

    private mutating func schedule(_ target: ObjectID, _ minimum: Int, _ maximum: Int, _ name: String) -> [BoundsChange] {
        let week = WeekReading(reading: reading).bounds(ofTarget: target, minimum: minimum, maximum: maximum)
        guard !week.isEmpty else { return [] }
        assumptions.append("The simulation of \(name) begins on a Monday at 0:00 UTC, for its scheduled actions.")
        let weekMinutes = 10_080
        let monday = 1_440
        var changes: [BoundsChange] = []
        for round in 0...(options.duration / (weekMinutes * 60_000) + 1) where changes.count < 10_000 {
            for change in week {
                let minute = round * weekMinutes + change.minute - monday
                guard minute >= 0, minute * 60_000 <= options.duration else { continue }
                changes.append(
                    BoundsChange(time: minute * 60_000, minimum: change.value.minimum, maximum: change.value.maximum))
            }
        }
        return changes
    }

    private mutating func describeOptions() {
        assumptions.append("A task receives \(Self.seconds(options.taskStart)) s after it is asked for (--task-start).")
        assumptions.append(
            "Policies see a sample \(Self.seconds(options.metricsDelay + options.evaluationDelay)) s later (--metrics-delay, --evaluation-delay)."
        )
        assumptions.append(
            "Target tracking scales out after 3 samples above the target, in after 15 below 90 % of it: AWS does not say so.")
        assumptions.append(
            options.drains
                ? "A stopping task finishes what it works on (--drain)."
                : "A stopping task goes on until its stop timeout; what is not done then comes again (--drain).")
    }

    private static func seconds(_ milliseconds: Int) -> String {
        milliseconds % 1_000 == 0 ? String(milliseconds / 1_000) : String(Double(milliseconds) / 1_000)
    }
}
