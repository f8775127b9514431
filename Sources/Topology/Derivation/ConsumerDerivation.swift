import Templates

/// Works out who receives from which queue, with the evidence.
struct ConsumerDerivation {
    let assembly: ModelAssembly
    let resolver: LinkResolver
    let questions: AccessQuestions
    private let index: LinkIndex

    init(assembly: ModelAssembly, resolver: LinkResolver, questions: AccessQuestions) {
        self.assembly = assembly
        self.resolver = resolver
        self.questions = questions
        index = LinkIndex(assembly)
    }

    /// One thing that shows that a worker receives from a queue.
    struct Evidence {
        let kind: String
        let summary: String
        let origin: Origin
        let condition: Condition

        /// It speaks of this worker alone.
        var isOwn: Bool { kind == "environment" || kind == "configuration" }
    }

    /// A worker that may consume: a service, a function, or a task definition that no service runs.
    struct Worker {
        let id: ObjectID
        let definition: ObjectID?
    }

    func run() {
        for id in assembly.ids(of: "queue") {
            assembly.setDerived("consumers", of: id, to: .list([], open: []))
        }
        for id in assembly.ids(of: "service") { assembly.setDerived("consumedQueues", of: id, to: .list([], open: [])) }
        guard !assembly.ids(of: "queue").isEmpty else { return }
        var consumersByQueue: [ObjectID: [(id: ObjectID, condition: Condition)]] = [:]
        var queuesByService: [ObjectID: [(id: ObjectID, condition: Condition)]] = [:]
        for (worker, found) in withoutSenders(ownEvidence(workers().map { ($0, evidence(of: $0)) })) {
            for (queue, evidence) in found {
                let consumer = addConsumer(worker, of: queue, evidence: evidence)
                let condition = evidence.map(\.condition).reduce(Condition.never) { $0.or($1) }
                    .and(assembly.objects[worker.id.index].existence)
                consumersByQueue[queue, default: []].append((consumer, condition))
                queuesByService[worker.id, default: []].append((queue, condition))
            }
        }
        for (queue, consumers) in functionConsumers() + pipeConsumers() { consumersByQueue[queue, default: []] += consumers }
        store(consumersByQueue, queuesByService)
    }

    private func store(
        _ consumersByQueue: [ObjectID: [(id: ObjectID, condition: Condition)]],
        _ queuesByService: [ObjectID: [(id: ObjectID, condition: Condition)]]
    ) {
        for queue in assembly.ids(of: "queue") {
            let links = assembly.links(consumersByQueue[queue] ?? [], open: assembly.openReasons(of: queue))
            assembly.setDerived("consumers", of: queue, to: links)
        }
        for service in assembly.ids(of: "service") {
            assembly.setDerived("consumedQueues", of: service, to: assembly.links(queuesByService[service] ?? [], open: []))
        }
    }

    // MARK: - Workers

    private func workers() -> [Worker] {
        let services = assembly.ids(of: "service").map { Worker(id: $0, definition: definition(of: $0)) }
        let run = Set(services.compactMap(\.definition))
        let alone = assembly.ids(of: "taskDefinition").filter { !run.contains($0) }
        return services + alone.map { Worker(id: $0, definition: $0) }
    }

    /// The task definition that a service runs; of a choice the first side.
    private func definition(of service: ObjectID) -> ObjectID? {
        let value = assembly.written("taskDefinition", of: service)
        for candidate in resolver.candidates(value, among: "taskDefinition", from: service) {
            if case .object(let id) = candidate.meaning { return id }
        }
        return nil
    }

    // MARK: - Evidence

    private func evidence(of worker: Worker) -> [(ObjectID, [Evidence])] {
        var found: [ObjectID: [Evidence]] = [:]
        for (queue, evidence) in configured(worker) + granted(worker) + told(worker) + scaled(worker) {
            found[queue, default: []].append(evidence)
        }
        return found.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// Leaves out what a role shared by several workers shows of a queue that is another worker's by its own environment,
    /// when this worker's environment names a queue, too: each of them takes the queue that it is told. Then a queue that a
    /// scaling policy alone speaks of is watched by mistake.
    private func ownEvidence(
        _ all: [(worker: Worker, found: [(ObjectID, [Evidence])])]
    ) -> [(worker: Worker, found: [(ObjectID, [Evidence])])] {
        var told: [ObjectID: [(worker: ObjectID, queue: ObjectID)]] = [:]
        for (worker, found) in all {
            guard let role = role(of: worker) else { continue }
            for (queue, evidence) in found where evidence.contains(where: \.isOwn) {
                told[role, default: []].append((worker.id, queue))
            }
        }
        return all.map { worker, found in
            guard let role = role(of: worker), let told = told[role], told.contains(where: { $0.worker == worker.id }) else {
                return (worker, found)
            }
            let others = Set(told.filter { $0.worker != worker.id }.map(\.queue))
            return (
                worker,
                found.compactMap { queue, evidence in
                    guard others.contains(queue), !evidence.contains(where: \.isOwn) else { return (queue, evidence) }
                    return nil
                }
            )
        }
    }

    private func configured(_ worker: Worker) -> [(ObjectID, Evidence)] {
        let reading = WorkerFactReading(assembly: assembly, worker: worker.id, definition: worker.definition)
        guard let declaration = reading.declaration, !declaration.consumes.isEmpty else { return [] }
        return assembly.ids(of: "queue", besides: worker.id).filter { queue in
            let names = WorkerFactReading.names(of: queue, in: assembly)
            return declaration.consumes.contains { wanted in
                names.contains(wanted) || names.contains(String(wanted.split(separator: ":").last ?? ""))
            }
        }.map { queue in
            let summary = "\(assembly.facts.source) says that \(assembly.objects[worker.id.index].name) consumes it"
            return (
                queue,
                Evidence(
                    kind: "configuration", summary: summary, origin: assembly.objects[worker.id.index].origin,
                    condition: .always)
            )
        }
    }

    /// The task role of a worker, as far as it stands in the input.
    func role(of worker: Worker) -> ObjectID? {
        guard let definition = worker.definition else { return nil }
        return assembly.objects("taskRole", of: definition).found.first?.id
    }

    private func granted(_ worker: Worker) -> [(ObjectID, Evidence)] {
        guard let role = role(of: worker), questions.hasSpecificGrants(role, "sqs:ReceiveMessage") else { return [] }
        let existence = assembly.objects[role.index].existence
        return assembly.ids(of: "queue", besides: worker.id).flatMap { queue in
            questions.specificGrants(to: role, "sqs:ReceiveMessage", on: queue).map { grant in
                (
                    queue,
                    Evidence(
                        kind: "role", summary: "the task role may receive from it", origin: grant.origin,
                        condition: existence.and(grant.condition))
                )
            }
        }
    }

    /// Environment variables and secrets that refer to a queue, unless the role shows a mere producer.
    private func told(_ worker: Worker) -> [(ObjectID, Evidence)] {
        guard let definition = worker.definition else { return [] }
        return mentioned(by: definition, of: worker) + WorkerEnvironment.variables(of: definition, in: assembly).flatMap { variable in
            WorkerEnvironment.texts(in: variable.value).flatMap {
                resolver.candidates($0, among: "queue", from: definition)
            }.compactMap { candidate -> (ObjectID, Evidence)? in
                guard case .object(let queue) = candidate.meaning, !isProducer(worker, of: queue) else { return nil }
                let words = NameWords.words(of: variable.name)
                guard !words.contains("dlq"), !words.contains("dead") else { return nil }
                return (
                    queue,
                    Evidence(
                        kind: "environment", summary: "the environment variable \(variable.name) refers to it",
                        origin: candidate.value.origin, condition: variable.condition.and(candidate.condition))
                )
            }
        }
    }

    /// Queues that container definitions refer to which a plan does not know before they are applied: the first plan of a
    /// stack knows no queue's URL, and so no text that holds one.
    private func mentioned(by definition: ObjectID, of worker: Worker) -> [(ObjectID, Evidence)] {
        let containers = assembly.written("containers", of: definition)
        guard case .unknown = containers.content else { return [] }
        let queues = Set(containers.mentions.compactMap { assembly.idsByResource[$0.resource] })
            .filter { assembly.objects[$0.index].kind.name == "queue" && !isProducer(worker, of: $0) }
        return queues.sorted().map { queue in
            (
                queue,
                Evidence(
                    kind: "environment", summary: "the container definitions refer to it", origin: containers.origin,
                    condition: .always)
            )
        }
    }

    /// Whether the task role may send to a queue and surely may not receive from it.
    private func isProducer(_ worker: Worker, of queue: ObjectID) -> Bool {
        guard let role = role(of: worker), questions.specificGrant(to: role, "sqs:SendMessage", on: queue) != nil else {
            return false
        }
        guard let answer = try? questions.mayRole(role, do: "sqs:ReceiveMessage", with: queue, Reading(assembly)) else {
            return false
        }
        switch answer {
        case .notGranted, .denied: return true
        case .allowed, .unknown: return false
        }
    }

    /// Scaling policies, and alarms that start them, that watch a queue.
    private func scaled(_ worker: Worker) -> [(ObjectID, Evidence)] {
        let policies = index.owners("scalingPolicy", by: "service", of: worker.id).found.map(\.id).filter { policy in
            guard case .object(worker.id) = assembly.field("service", of: policy).content else { return false }
            return true
        }
        return policies.flatMap { policy in watched(by: policy) }
    }

    private func watched(by policy: ObjectID) -> [(ObjectID, Evidence)] {
        var watchers: [ObjectID] = []
        if case .object(let tracking) = assembly.field("targetTracking", of: policy).content,
            case .object(let metric) = assembly.field("customizedMetric", of: tracking).content
        {
            watchers.append(metric)
            watchers += objects(assembly.field("queries", of: metric))
        }
        for alarm in objects(assembly.field("alarms", of: policy)) {
            watchers.append(alarm)
            watchers += objects(assembly.field("queries", of: alarm))
        }
        return watchers.compactMap { watcher in
            let field = assembly.field("queue", of: watcher)
            guard case .object(let queue) = field.content else { return nil }
            let name = assembly.objects[policy.index].name
            return (
                queue,
                Evidence(
                    kind: "scaling", summary: "the scaling policy \(name) watches it", origin: field.origin,
                    condition: assembly.objects[policy.index].existence)
            )
        }
    }

    private func objects(_ field: Field) -> [ObjectID] {
        guard case .list(let elements, _) = field.content else { return [] }
        return elements.compactMap { element in
            guard case .object(let id) = element.field.content else { return nil }
            return id
        }
    }

    // MARK: - Consumers

    private func addConsumer(_ worker: Worker, of queue: ObjectID, evidence: [Evidence]) -> ObjectID {
        let consumer = add("consumer", named: assembly.objects[worker.id.index].name, at: assembly.value(of: worker.id), like: queue)
        let reading = WorkerFactReading(assembly: assembly, worker: worker.id, definition: worker.definition)
        describe(consumer, queue: queue, evidence: evidence, reading: reading)
        assembly.setDerived("isFunction", of: consumer, to: .bool(false))
        let processing = reading.processingSeconds()
        assembly.setField("processingSeconds", of: consumer, to: processing)
        assembly.setDerived("isProcessingTimeDeclared", of: consumer, to: .bool(!reading.isMissing(processing)))
        setExpectedTime(of: consumer)
        if let definition = worker.definition {
            assembly.setField("stopTimeout", of: consumer, to: assembly.field("longestStopTimeout", of: definition))
        }
        if assembly.objects[worker.id.index].kind.name == "service" {
            assembly.setDerived("service", of: consumer, to: .object(worker.id))
            assembly.setField("usesSpot", of: consumer, to: assembly.field("usesSpot", of: worker.id))
        } else {
            assembly.setDerived(
                "usesSpot", of: consumer, to: .unknown([Reason("no service of the input runs the task")], mayBeAbsent: false))
        }
        return consumer
    }

    /// Fields that every consumer has.
    func describe(_ consumer: ObjectID, queue: ObjectID, evidence: [Evidence], reading: WorkerFactReading) {
        assembly.setDerived("queue", of: consumer, to: .object(queue))
        let items = evidence.map { item -> (id: ObjectID, condition: Condition) in
            let value = Value(.map([]), origin: item.origin)
            let id = add("evidence", named: item.kind, at: value, like: queue)
            assembly.setDerived("kind", of: id, to: .string(item.kind))
            assembly.setDerived("summary", of: id, to: .string(item.summary))
            return (id, item.condition)
        }
        assembly.setDerived("evidence", of: consumer, to: assembly.links(items, open: []))
        assembly.setField(
            "averageProcessingSeconds", of: consumer,
            to: reading.double("averageProcessingSeconds", declared: \.averageProcessingSeconds))
        let average = assembly.field("averageProcessingSeconds", of: consumer)
        assembly.setDerived("isAverageTimeDeclared", of: consumer, to: .bool(average.state != .unknown))
        assembly.setField("arrivalRate", of: consumer, to: reading.double("arrivalRate", declared: \.arrivalRate))
        assembly.setField(
            "peakArrivalRate", of: consumer, to: reading.double("peakArrivalRate", declared: \.peakArrivalRate))
        assembly.setField(
            "latencyGoalSeconds", of: consumer, to: reading.double("latencyGoalSeconds", declared: \.latencyGoalSeconds))
        assembly.setField(
            "messagesPerReceive", of: consumer,
            to: reading.integer("messagesPerReceive", declared: \.messagesPerReceive, usual: 1))
        assembly.setField(
            "concurrency", of: consumer, to: reading.integer("concurrency", declared: \.concurrency, usual: 1))
        assembly.setField(
            "extendsVisibility", of: consumer,
            to: reading.bool("extendsVisibility", declared: \.extendsVisibility, usual: false))
    }

    /// The time that waiting is reckoned with, once the longest time is known.
    func setExpectedTime(of consumer: ObjectID) {
        let average = assembly.field("averageProcessingSeconds", of: consumer)
        let longest = assembly.field("processingSeconds", of: consumer)
        assembly.setField(
            "expectedProcessingSeconds", of: consumer, to: average.state == .unknown ? longest.asDouble : average)
    }

    /// Adds an object with all fields absent but its name.
    func add(_ kind: String, named name: String, at value: Value, like other: ObjectID) -> ObjectID {
        guard let declaration = assembly.schema.kind(named: kind) else { return other }
        let id = assembly.add(declaration, name: name, value: value, like: other)
        assembly.objects[id.index].fields = declaration.fields.map { _ in
            Field(.absent, state: .absent, origin: value.origin)
        }
        assembly.setDerived("name", of: id, to: .string(name))
        return id
    }
}
