import Evaluation
import Templates

/// Works out who receives from which queue, with the evidence.
struct ConsumerDerivation {
    let assembly: ModelAssembly
    let resolver: LinkResolver
    let questions: AccessQuestions
    let index: LinkIndex
    /// The queues whose redrive policy points to a queue, by that queue.
    let deadLetterSources: [ObjectID: Set<ObjectID>]

    init(assembly: ModelAssembly, resolver: LinkResolver, questions: AccessQuestions) {
        self.assembly = assembly
        self.resolver = resolver
        self.questions = questions
        index = LinkIndex(assembly)
        var sources: [ObjectID: Set<ObjectID>] = [:]
        for queue in assembly.ids(of: .queue) {
            for redrive in assembly.objects(.redrive, of: queue).found {
                for target in assembly.objects(.deadLetterQueue, of: redrive.id).found {
                    sources[target.id, default: []].insert(queue)
                }
            }
        }
        deadLetterSources = sources
    }

    /// One thing that shows that a worker receives from a queue.
    struct Evidence {
        let kind: String
        let summary: String
        let origin: Origin
        let condition: Condition
        /// A right that holds for every queue whose name fits a pattern.
        var isByWildcard = false
        /// Why it decides nothing alone; `nil` for what does.
        var doubt: String?
    }

    /// A worker that may consume: a service, a function, or a task definition that no service runs.
    struct Worker {
        let id: ObjectID
        let definition: ObjectID?
    }

    func run() {
        for id in assembly.ids(of: .queue) {
            assembly.setDerived(.consumers, of: id, to: .list([], open: []))
        }
        for id in assembly.ids(of: .service) { assembly.setDerived(.consumedQueues, of: id, to: .list([], open: [])) }
        guard !assembly.ids(of: .queue).isEmpty else { return }
        var consumersByQueue: [ObjectID: [(id: ObjectID, condition: Condition)]] = [:]
        var queuesByService: [ObjectID: [(id: ObjectID, condition: Condition)]] = [:]
        let (found, isComplete) = evidence()
        for (worker, found) in withoutSenders(found) where !found.isEmpty {
            let facts = ConsumerFacts(
                WorkerFactReading(assembly: assembly, worker: worker.id, definition: worker.definition))
            for (queue, evidence) in found {
                let consumer = addConsumer(worker, facts, of: queue, evidence: evidence)
                let condition = evidence.map(\.condition).reduce(Condition.never) { $0.or($1) }
                    .and(assembly.objects[worker.id.index].existence)
                consumersByQueue[queue, default: []].append((consumer, condition))
                queuesByService[worker.id, default: []].append((queue, condition))
            }
        }
        for (queue, consumers) in functionConsumers() + pipeConsumers() { consumersByQueue[queue, default: []] += consumers }
        store(consumersByQueue, queuesByService, open: isComplete ? [] : [Self.tooMany])
    }

    /// Most pairs of a queue and a worker that are followed. Where many workers share a role that may receive from many
    /// queues their product is more than anybody can look at.
    private static let mostConsumers = 30_000

    private static let tooMany = Reason("there are more pairs of queues and workers than are followed")

    /// What shows of each worker that it receives from queues, and whether that is all of it.
    private func evidence() -> (found: [(worker: Worker, found: [(ObjectID, [Evidence])])], isComplete: Bool) {
        let workers = workers()
        let evidences = evidences(of: workers)
        var all: [(worker: Worker, found: [(ObjectID, [Evidence])])] = []
        var count = 0
        for worker in workers {
            let found = evidence(of: worker, among: evidences)
            count += found.count
            guard count <= Self.mostConsumers else { return (all, false) }
            all.append((worker, found))
        }
        return (all, !questions.isExhausted)
    }

    private func store(
        _ consumersByQueue: [ObjectID: [(id: ObjectID, condition: Condition)]],
        _ queuesByService: [ObjectID: [(id: ObjectID, condition: Condition)]], open: [Reason]
    ) {
        for queue in assembly.ids(of: .queue) {
            let links = assembly.links(consumersByQueue[queue] ?? [], open: assembly.openReasons(of: queue) + open)
            assembly.setDerived(.consumers, of: queue, to: links)
        }
        for service in assembly.ids(of: .service) {
            assembly.setDerived(.consumedQueues, of: service, to: assembly.links(queuesByService[service] ?? [], open: open))
        }
    }

    // MARK: - Workers

    private func workers() -> [Worker] {
        let services = assembly.ids(of: .service).map { Worker(id: $0, definition: definition(of: $0)) }
        let run = Set(services.compactMap(\.definition))
        let alone = assembly.ids(of: .taskDefinition).filter { !run.contains($0) }
        return services + alone.map { Worker(id: $0, definition: $0) }
    }

    /// The task definition that a service runs; of a choice the first side.
    private func definition(of service: ObjectID) -> ObjectID? {
        let value = assembly.written(.taskDefinition, of: service)
        for candidate in resolver.candidates(value, among: .taskDefinition, from: service) {
            if case .object(let id) = candidate.meaning { return id }
        }
        return nil
    }

    // MARK: - Consumers

    private func addConsumer(
        _ worker: Worker, _ facts: ConsumerFacts, of queue: ObjectID, evidence: [Evidence]
    ) -> ObjectID {
        let consumer = add(
            .consumer, named: assembly.objects[worker.id.index].name, at: assembly.value(of: worker.id), like: queue)
        describe(consumer, queue: queue, evidence: evidence, facts: facts)
        assembly.setDerived(.isFunction, of: consumer, to: .bool(false))
        assembly.setField(.processingSeconds, of: consumer, to: facts.processingSeconds)
        assembly.setDerived(.isProcessingTimeDeclared, of: consumer, to: .bool(facts.isProcessingTimeDeclared))
        setExpectedTime(of: consumer)
        if let definition = worker.definition {
            assembly.setField(.stopTimeout, of: consumer, to: assembly.field(.longestStopTimeout, of: definition))
        }
        if assembly.objects[worker.id.index].kind.key == .service {
            assembly.setDerived(.service, of: consumer, to: .object(worker.id))
            assembly.setField(.usesSpot, of: consumer, to: assembly.field(.usesSpot, of: worker.id))
        } else {
            assembly.tasksThatConsumeAlone[worker.id, default: []].append(consumer)
            assembly.setDerived(
                .usesSpot, of: consumer, to: .unknown([Reason("no service of the input runs the task")], mayBeAbsent: false))
        }
        return consumer
    }

    /// Fields that every consumer has.
    func describe(_ consumer: ObjectID, queue: ObjectID, evidence: [Evidence], facts: ConsumerFacts) {
        assembly.setDerived(.queue, of: consumer, to: .object(queue))
        let items = evidence.map { item -> (id: ObjectID, condition: Condition) in
            let value = Value(.map([]), origin: item.origin)
            let id = add(.evidence, named: item.kind, at: value, like: queue)
            assembly.setDerived(.kind, of: id, to: .string(item.kind))
            assembly.setDerived(.summary, of: id, to: .string(item.summary))
            return (id, item.condition)
        }
        assembly.setDerived(.evidence, of: consumer, to: assembly.links(items, open: []))
        assembly.setDerived(
            .isConfirmed, of: consumer, to: confirmation(by: evidence, at: assembly.objects[consumer.index].origin))
        assembly.setDerived(.handsOver, of: consumer, to: .bool(false))
        for (name, field) in facts.fields { assembly.setField(name, of: consumer, to: field) }
        assembly.setDerived(.isAverageTimeDeclared, of: consumer, to: .bool(facts.isAverageTimeDeclared))
    }

    /// Whether evidence decides that somebody receives: unknown, with the doubts, where only presumptions speak of it.
    private func confirmation(by evidence: [Evidence], at origin: Origin) -> Field.Content {
        let decides = evidence.filter { $0.doubt == nil }.map(\.condition).reduce(Condition.never) { $0.or($1) }
        guard decides != .always else { return .bool(true) }
        let doubts = Field.Content.unknown(
            ModelAssembly.unique(evidence.compactMap { $0.doubt.map { Reason($0) } }), mayBeAbsent: false)
        guard decides != .never else { return doubts }
        return .choice(
            decides, Field(.bool(true), state: .derived, origin: origin), Field(doubts, state: .unknown, origin: origin))
    }

    /// The time that waiting is reckoned with, once the longest time is known.
    func setExpectedTime(of consumer: ObjectID) {
        let average = assembly.field(.averageProcessingSeconds, of: consumer)
        let longest = assembly.field(.processingSeconds, of: consumer)
        assembly.setField(
            .expectedProcessingSeconds, of: consumer, to: average.state == .unknown ? longest.asDouble : average)
    }

    /// Adds an object with all fields absent but its name.
    func add(_ kind: Kind, named name: String, at value: Value, like other: ObjectID) -> ObjectID {
        assembly.addDerived(kind, named: name, at: value, like: other) ?? other
    }
}
