import Templates

/// Works out who receives from which queue, with the evidence.
struct ConsumerDerivation {
    let assembly: ModelAssembly
    let resolver: LinkResolver

    /// One thing that shows that a worker receives from a queue.
    private struct Evidence {
        let kind: String
        let summary: String
        let origin: Origin
        let condition: Condition
    }

    /// A worker that may consume: a service, a function, or a task definition that no service runs.
    private struct Worker {
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
        for worker in workers() {
            for (queue, evidence) in evidence(of: worker) {
                let consumer = addConsumer(worker, of: queue, evidence: evidence)
                let condition = evidence.map(\.condition).reduce(Condition.never) { $0.or($1) }
                    .and(assembly.objects[worker.id.index].existence)
                consumersByQueue[queue, default: []].append((consumer, condition))
                queuesByService[worker.id, default: []].append((queue, condition))
            }
        }
        for (queue, consumers) in functionConsumers() { consumersByQueue[queue, default: []] += consumers }
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
        let access = access(of: worker)
        var found: [ObjectID: [Evidence]] = [:]
        for (queue, evidence) in configured(worker) + granted(worker, access) + told(worker, access) + scaled(worker) {
            found[queue, default: []].append(evidence)
        }
        return found.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
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

    private func access(of worker: Worker) -> QueueAccess? {
        guard let definition = worker.definition else { return nil }
        let value = assembly.written("taskRole", of: definition)
        for candidate in resolver.candidates(value, among: "role", from: definition) {
            if case .object(let role) = candidate.meaning {
                return QueueAccess(role: role, assembly: assembly, resolver: resolver)
            }
        }
        return nil
    }

    private func granted(_ worker: Worker, _ access: QueueAccess?) -> [(ObjectID, Evidence)] {
        (access?.receives ?? []).map { grant in
            (
                grant.queue,
                Evidence(
                    kind: "role", summary: "the task role may receive from it", origin: grant.origin,
                    condition: grant.condition)
            )
        }
    }

    /// Environment variables and secrets that refer to a queue, unless the role shows a mere producer.
    private func told(_ worker: Worker, _ access: QueueAccess?) -> [(ObjectID, Evidence)] {
        guard let definition = worker.definition else { return [] }
        return WorkerEnvironment.variables(of: definition, in: assembly).flatMap { variable in
            resolver.candidates(variable.value, among: "queue", from: definition).compactMap { candidate -> (ObjectID, Evidence)? in
                guard case .object(let queue) = candidate.meaning, !isProducer(access, of: queue) else { return nil }
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

    /// A role that is wholly visible, sends to the queue and does not receive from it.
    private func isProducer(_ access: QueueAccess?, of queue: ObjectID) -> Bool {
        guard let access, access.isVisible, !access.receivesFromAny else { return false }
        return access.sends.contains { $0.queue == queue } && !access.receives.contains { $0.queue == queue }
    }

    /// Scaling policies, and alarms that start them, that watch a queue.
    private func scaled(_ worker: Worker) -> [(ObjectID, Evidence)] {
        let policies = assembly.ids(of: "scalingPolicy", besides: worker.id).filter { policy in
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

    // MARK: - Functions

    private func functionConsumers() -> [(ObjectID, [(id: ObjectID, condition: Condition)])] {
        assembly.ids(of: "eventSourceMapping").flatMap { mapping in
            let called = assembly.written("function", of: mapping)
            let functions = resolver.candidates(called, among: "function", from: mapping)
            let function = functions.lazy.compactMap { candidate -> ObjectID? in
                guard case .object(let id) = candidate.meaning else { return nil }
                return id
            }.first
            let source = assembly.written("queue", of: mapping)
            return resolver.candidates(source, among: "queue", from: mapping).compactMap { candidate -> (ObjectID, [(id: ObjectID, condition: Condition)])? in
                guard case .object(let queue) = candidate.meaning else { return nil }
                let condition = candidate.condition.and(assembly.objects[mapping.index].existence)
                let consumer = addConsumer(function: function, mapping: mapping, of: queue)
                return (queue, [(consumer, condition)])
            }
        }
    }

    private func addConsumer(function: ObjectID?, mapping: ObjectID, of queue: ObjectID) -> ObjectID {
        let owner = function ?? mapping
        let consumer = add("consumer", named: assembly.objects[owner.index].name, at: assembly.value(of: owner), like: queue)
        let origin = assembly.objects[mapping.index].origin
        let evidence = Evidence(
            kind: "event-source-mapping", summary: "the event source mapping feeds it into a function", origin: origin,
            condition: .always)
        let reading = WorkerFactReading(assembly: assembly, worker: owner, definition: nil)
        describe(consumer, queue: queue, evidence: [evidence], reading: reading)
        assembly.setDerived("isFunction", of: consumer, to: .bool(true))
        assembly.setDerived("usesSpot", of: consumer, to: .bool(false))
        if let function {
            assembly.setDerived("function", of: consumer, to: .object(function))
            assembly.setField("processingSeconds", of: consumer, to: assembly.field("timeout", of: function))
        } else {
            assembly.setDerived(
                "processingSeconds", of: consumer,
                to: .unknown([Reason("the function is not in the input")], mayBeAbsent: false))
        }
        assembly.setField("messagesPerReceive", of: consumer, to: assembly.field("batchSize", of: mapping))
        return consumer
    }

    // MARK: - Consumers

    private func addConsumer(_ worker: Worker, of queue: ObjectID, evidence: [Evidence]) -> ObjectID {
        let consumer = add("consumer", named: assembly.objects[worker.id.index].name, at: assembly.value(of: worker.id), like: queue)
        let reading = WorkerFactReading(assembly: assembly, worker: worker.id, definition: worker.definition)
        describe(consumer, queue: queue, evidence: evidence, reading: reading)
        assembly.setDerived("isFunction", of: consumer, to: .bool(false))
        assembly.setField("processingSeconds", of: consumer, to: reading.processingSeconds())
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
    private func describe(_ consumer: ObjectID, queue: ObjectID, evidence: [Evidence], reading: WorkerFactReading) {
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
        assembly.setField("arrivalRate", of: consumer, to: reading.double("arrivalRate", declared: \.arrivalRate))
        assembly.setField(
            "messagesPerReceive", of: consumer,
            to: reading.integer("messagesPerReceive", declared: \.messagesPerReceive, usual: 1))
        assembly.setField(
            "concurrency", of: consumer, to: reading.integer("concurrency", declared: \.concurrency, usual: 1))
        assembly.setField(
            "extendsVisibility", of: consumer,
            to: reading.bool("extendsVisibility", declared: \.extendsVisibility, usual: false))
    }

    /// Adds an object with all fields absent but its name.
    private func add(_ kind: String, named name: String, at value: Value, like other: ObjectID) -> ObjectID {
        guard let declaration = assembly.schema.kind(named: kind) else { return other }
        let id = assembly.add(declaration, name: name, value: value, like: other)
        assembly.objects[id.index].fields = declaration.fields.map { _ in
            Field(.absent, state: .absent, origin: value.origin)
        }
        assembly.setDerived("name", of: id, to: .string(name))
        return id
    }
}
