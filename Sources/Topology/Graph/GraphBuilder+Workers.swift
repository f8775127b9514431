import Evaluation
import Templates

/// Services, functions, pipes and tasks: what feeds them, what starts them, where they send.
extension GraphBuilder {
    mutating func addWorkers() {
        for id in model.ids(of: .service) { addService(id) }
        addTasksWithoutService()
        for id in model.ids(of: .queue) { addConsumers(of: id) }
        for id in model.ids(of: .eventTarget) { addTarget(id) }
        for id in model.ids(of: .eventRule) { addBuckets(of: id) }
        for id in model.ids(of: .function) { addDeadLetters(ofFunction: id) }
        for (kind, senders) in [(Kind.queue, FieldKey.producers), (.topic, .publishers)] {
            for id in model.ids(of: kind) { addSenders(to: id, senders) }
        }
    }

    private mutating func addService(_ service: ObjectID) {
        add(service, as: .service)
        doubt(service, "task definition", GraphLinks(.taskDefinition, of: service, in: model).doubts)
    }

    /// The services that run a task definition, each under its condition.
    private func services(of definition: ObjectID) -> [GraphLinks.Link] {
        model.ids(of: .service).flatMap { service in
            GraphLinks(.taskDefinition, of: service, in: model).found.filter { $0.id == definition }.map {
                GraphLinks.Link(id: service, condition: $0.condition, origin: $0.origin)
            }
        }
    }

    private mutating func addTasksWithoutService() {
        for id in model.ids(of: .taskDefinition) where services(of: id).isEmpty { add(id, as: .task) }
    }

    // MARK: - Consumers

    private mutating func addConsumers(of queue: ObjectID) {
        let consumers = GraphLinks(.consumers, of: queue, in: model)
        doubt(queue, "more consumers", consumers.doubts)
        for consumer in consumers.found {
            let worker = worker(of: consumer.id, queue: queue)
            let isPresumed = if case .unknown = model.field(.isConfirmed, of: consumer.id).content { true } else { false }
            for evidence in GraphLinks(.evidence, of: consumer.id, in: model).found {
                link(
                    queue, to: worker, .feeds, when: consumer.condition,
                    Evidence(
                        text(.summary, of: evidence.id) ?? "", kind: text(.kind, of: evidence.id) ?? "property",
                        origin: model[evidence.id].origin), isPresumed: isPresumed)
            }
        }
    }

    /// The node of a consumer: a service, a function, a pipe, a task that no service runs, or the mapping of a function
    /// that is not in the input.
    private mutating func worker(of consumer: ObjectID, queue: ObjectID) -> ObjectID {
        for (field, kind) in [(FieldKey.service, GraphNodeKind.service), (.function, .function), (.pipe, .pipe)] {
            guard let found = GraphLinks(field, of: consumer, in: model).found.first else { continue }
            add(found.id, as: kind)
            return found.id
        }
        let origin = model[consumer].origin
        if let definition = model.ids(of: .taskDefinition).first(where: { model[$0].origin === origin }) {
            add(definition, as: .task)
            return definition
        }
        if let mapping = model.ids(of: .eventSourceMapping).first(where: { model[$0].origin === origin }) {
            add(mapping, as: .function)
            doubt(mapping, "function", GraphLinks(.function, of: mapping, in: model).doubts)
            return mapping
        }
        add(consumer, as: .task)
        return consumer
    }

    // MARK: - Event targets

    private mutating func addTarget(_ target: ObjectID) {
        for (field, kind) in [(FieldKey.eventRule, GraphNodeKind.eventRule), (.schedule, .schedule), (.pipe, .pipe)] {
            for owner in GraphLinks(field, of: target, in: model).found { addTarget(target, of: owner, as: kind) }
        }
    }

    private mutating func addTarget(_ target: ObjectID, of owner: GraphLinks.Link, as kind: GraphNodeKind) {
        var doubts: [Reason] = []
        var isKnown = false
        let receivers: [(FieldKey, GraphNodeKind?, GraphRelation, String)] = [
            (.queue, nil, .sends, "it is a target of the \(kind.words)"),
            (.topic, .topic, .sends, "it is a target of the \(kind.words)"),
            (.function, .function, .starts, "the \(kind.words) calls it"),
            (.taskDefinition, .task, .starts, "the \(kind.words) runs it"),
            (.deadLetterQueue, nil, .deadLetters, "what cannot be delivered goes there"),
        ]
        for (field, receiverKind, relation, summary) in receivers {
            let links = GraphLinks(field, of: target, in: model)
            if field != .deadLetterQueue {
                doubts += links.doubts
                isKnown = isKnown || !links.found.isEmpty
            }
            for receiver in links.found {
                add(owner.id, as: kind)
                if let receiverKind { add(receiver.id, as: receiverKind) }
                link(
                    owner.id, to: receiver.id, relation, when: owner.condition.and(receiver.condition),
                    Evidence(summary, origin: receiver.origin))
                if receiverKind == .function {
                    let refused = kind == .eventRule ? "no permission in the input lets it" : "its role may not call it"
                    for evidence in refusal(by: target, refused) {
                        link(owner.id, to: receiver.id, relation, when: owner.condition.and(receiver.condition), evidence)
                    }
                }
                if receiverKind == .task { describe(task: receiver.id, startedBy: target, kind) }
            }
        }
        if !isKnown { doubt(owner.id, "target", doubts) }
    }

    /// Where a task runs that is started by itself, and the services that run it as well.
    private mutating func describe(task definition: ObjectID, startedBy target: ObjectID, _ kind: GraphNodeKind) {
        for service in services(of: definition) {
            link(
                service.id, to: definition, .runs, when: service.condition,
                Evidence("the service names the task definition", origin: service.origin))
        }
        let clusters = GraphLinks(.cluster, of: target, in: model)
        doubt(definition, "cluster", clusters.doubts)
        for cluster in clusters.found {
            link(
                definition, to: cluster.id, .inCluster, when: cluster.condition,
                Evidence("the \(kind.words) runs it there", origin: cluster.origin))
        }
    }

    /// The buckets whose events a rule takes.
    private mutating func addBuckets(of rule: ObjectID) {
        guard holds(rule) else { return }
        for bucket in GraphLinks(.buckets, of: rule, in: model).found {
            add(bucket.id, as: .bucket)
            link(
                bucket.id, to: rule, .sends, when: bucket.condition,
                Evidence("the rule's pattern names the bucket", origin: bucket.origin))
        }
    }

    private mutating func addDeadLetters(ofFunction function: ObjectID) {
        for queue in GraphLinks(.deadLetterQueue, of: function, in: model).found {
            add(function, as: .function)
            link(
                function, to: queue.id, .deadLetters, when: queue.condition,
                Evidence("asynchronous events that failed go there", origin: queue.origin))
        }
    }

    // MARK: - Senders by role

    /// Tasks and functions whose role may send; other senders are linked by what the template says outright.
    private mutating func addSenders(to receiver: ObjectID, _ field: FieldKey) {
        for producer in GraphLinks(field, of: receiver, in: model).found {
            guard let kind = text(.kind, of: producer.id).flatMap(Kind.init(name:)), [.taskDefinition, .function].contains(kind)
            else { continue }
            let name = model[producer.id].name
            let roles = Set(GraphLinks(.role, of: producer.id, in: model).found.map(\.id))
            let link: FieldKey = kind == .function ? .role : .taskRole
            let senders = model.ids(of: kind).filter { sender in
                model[sender].name == name && GraphLinks(link, of: sender, in: model).found.contains { roles.contains($0.id) }
            }
            let evidence = Evidence(
                text(.summary, of: producer.id) ?? "", kind: "role", origin: model[producer.id].origin)
            for sender in senders {
                for node in nodes(of: sender, isFunction: kind == .function) {
                    if model[receiver].kind.key == .topic { add(receiver, as: .topic) }
                    self.link(node, to: receiver, .sends, when: producer.condition, evidence)
                }
            }
        }
    }

    /// The nodes that stand for a function or a task definition: the services that run it, else itself.
    mutating func nodes(of worker: ObjectID, isFunction: Bool) -> [ObjectID] {
        if isFunction {
            add(worker, as: .function)
            return [worker]
        }
        let services = services(of: worker).map(\.id)
        if services.isEmpty { add(worker, as: .task) }
        return services.isEmpty ? [worker] : services
    }

    private func text(_ key: FieldKey, of id: ObjectID) -> String? {
        guard case .string(let text) = model.field(key, of: id).content else { return nil }
        return text
    }
}
