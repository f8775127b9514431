import Evaluation
import Templates

/// What shows that workers receive from queues.
extension ConsumerDerivation {
    /// The evidence of every worker, as far as it takes no product of workers and queues.
    struct Evidences {
        /// What speaks of each worker alone, by its environment and the configuration.
        fileprivate var configured: [ObjectID: [(ObjectID, Evidence)]] = [:]
        fileprivate var told: [ObjectID: [(ObjectID, Evidence)]] = [:]
        /// The queues that some worker with a role is told.
        fileprivate var toldByRole: [ObjectID: Set<ObjectID>] = [:]
        /// What a role may receive from, in the order of the queues.
        fileprivate var granted: [RoleInRoot: [(ObjectID, Evidence)]] = [:]
        /// The same, without queues that some worker of the role is told.
        fileprivate var untold: [RoleInRoot: [(ObjectID, Evidence)]] = [:]
    }

    fileprivate struct RoleInRoot: Hashable {
        let role: ObjectID
        let root: Int
    }

    func evidences(of workers: [Worker]) -> Evidences {
        var all = Evidences()
        for worker in workers {
            let (configured, told) = (configured(worker), told(worker))
            all.configured[worker.id] = configured
            all.told[worker.id] = told
            guard let role = role(of: worker) else { continue }
            all.toldByRole[role, default: []].formUnion((configured + told).map(\.0))
        }
        for worker in workers {
            guard let role = role(of: worker) else { continue }
            let key = RoleInRoot(role: role, root: assembly.root(of: worker.id))
            guard all.granted[key] == nil else { continue }
            let granted = granted(role, inRoot: key.root)
            all.granted[key] = granted
            all.untold[key] = granted.filter { all.toldByRole[role]?.contains($0.0) != true }
        }
        return all
    }

    /// What shows of a worker that it receives from queues, by queue.
    ///
    /// A right by a wildcard is no sign for a queue that the worker is not told where it is told another one: `jobs*` lets it
    /// receive from `jobs-dlq` as well. Neither is a right on the dead-letter queue of a queue that it is told; where it is
    /// told none, and may receive from the source too, such a right is a presumption.
    ///
    /// What a role shared by several workers shows of a queue that is another worker's by its own environment is left out
    /// where this worker's environment names a queue, too: each of them takes the queue that it is told. Then a queue that a
    /// scaling policy alone speaks of is watched by mistake.
    func evidence(of worker: Worker, among all: Evidences) -> [(ObjectID, [Evidence])] {
        let configured = all.configured[worker.id] ?? []
        let told = all.told[worker.id] ?? []
        var granted: [(ObjectID, Evidence)] = []
        var scaled = scaled(worker)
        if let role = role(of: worker) {
            let key = RoleInRoot(role: role, root: assembly.root(of: worker.id))
            let own = Set((configured + told).map(\.0))
            if own.isEmpty {
                granted = doubtingDeadLetters(all.granted[key] ?? [])
            } else {
                granted =
                    (all.untold[key] ?? []).filter {
                        own.contains($0.0) || (!$0.1.isByWildcard && sources(of: $0.0).isDisjoint(with: own))
                    }
                    + own.sorted().flatMap { self.granted(role, on: $0) }
                scaled.removeAll { all.toldByRole[role]?.contains($0.0) == true && !own.contains($0.0) }
            }
        }
        var found: [ObjectID: [Evidence]] = [:]
        for (queue, evidence) in configured + granted + told + scaled { found[queue, default: []].append(evidence) }
        return found.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// The queues whose redrive policy points to a queue.
    private func sources(of queue: ObjectID) -> Set<ObjectID> { deadLetterSources[queue] ?? [] }

    /// Rights on a queue and its dead-letter queue often stand in one statement: the second says little.
    private func doubtingDeadLetters(_ granted: [(ObjectID, Evidence)]) -> [(ObjectID, Evidence)] {
        let all = Set(granted.map(\.0))
        return granted.map { queue, evidence in
            guard let source = sources(of: queue).intersection(all).min() else { return (queue, evidence) }
            var doubtful = evidence
            doubtful.doubt =
                "the role may receive from \(assembly.objects[source.index].name) too, whose dead letters go to "
                + assembly.objects[queue.index].name
            return (queue, doubtful)
        }
    }

    private func configured(_ worker: Worker) -> [(ObjectID, Evidence)] {
        let reading = WorkerFactReading(assembly: assembly, worker: worker.id, definition: worker.definition)
        guard let declaration = reading.declaration, !declaration.consumes.isEmpty else { return [] }
        return assembly.ids(of: .queue, besides: worker.id).filter { queue in
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
        return assembly.objects(.taskRole, of: definition).found.first?.id
    }

    private func granted(_ role: ObjectID, inRoot root: Int) -> [(ObjectID, Evidence)] {
        let grants = questions.specificGrants(to: role, Self.receiving, amongAll: .queue, inRoot: root)
        return grants.sorted { $0.key < $1.key }.flatMap { queue, grants in
            grants.map { (queue, evidence(of: $0, to: role)) }
        }
    }

    /// What a role may do with a queue that its worker is told, by a right on every queue as well.
    private func granted(_ role: ObjectID, on queue: ObjectID) -> [(ObjectID, Evidence)] {
        let specific = questions.specificGrants(to: role, Self.receiving, on: queue)
        guard specific.isEmpty else { return specific.map { (queue, evidence(of: $0, to: role)) } }
        guard case .allowed(let origin)? = answer(to: role, receivingFrom: queue) else { return [] }
        let general = Evidence(
            kind: "role", summary: "the task role may receive from it", origin: origin,
            condition: assembly.objects[role.index].existence, isByWildcard: true)
        return [(queue, general)]
    }

    private func evidence(of grant: AccessQuestions.SpecificGrant, to role: ObjectID) -> Evidence {
        Evidence(
            kind: "role", summary: "the task role may receive from it", origin: grant.origin,
            condition: assembly.objects[role.index].existence.and(grant.condition), isByWildcard: grant.isByWildcard)
    }

    private static let receiving = "sqs:ReceiveMessage"

    /// Environment variables and secrets that refer to a queue, unless the role shows a mere producer.
    private func told(_ worker: Worker) -> [(ObjectID, Evidence)] {
        guard let definition = worker.definition else { return [] }
        return mentioned(by: definition, of: worker)
            + WorkerEnvironment.variables(of: definition, in: assembly).flatMap { variable in
                WorkerEnvironment.texts(in: variable.value).flatMap {
                    resolver.candidates($0, among: .queue, from: definition)
                }.compactMap { candidate -> (ObjectID, Evidence)? in
                    guard case .object(let queue) = candidate.meaning, !isProducer(worker, of: queue) else { return nil }
                    let words = NameWords.words(of: variable.name)
                    guard !words.contains("dlq"), !words.contains("dead") else { return nil }
                    guard isSurelyMeant(queue, by: candidate.value, in: words, from: definition) else { return nil }
                    return (
                        queue,
                        Evidence(
                            kind: "environment", summary: "the environment variable \(variable.name) refers to it",
                            origin: candidate.value.origin, condition: variable.condition.and(candidate.condition),
                            doubt: "only the environment variable \(variable.name) suggests that \(name(of: worker)) "
                                + "receives from \(assembly.objects[queue.index].name)")
                    )
                }
            }
    }

    private func name(of worker: Worker) -> String { assembly.objects[worker.id.index].name }

    /// Whether a text in the environment means a queue of another template: a bare word may be anything, unless the variable
    /// is called after a queue.
    private func isSurelyMeant(_ queue: ObjectID, by value: Value, in words: [String], from definition: ObjectID) -> Bool {
        guard assembly.root(of: queue) != assembly.root(of: definition), let text = value.knownText,
            !text.contains(where: { $0 == ":" || $0 == "/" })
        else { return true }
        return words.contains { Self.queueWords.contains($0) }
    }

    private static let queueWords: Set<String> = ["queue", "queues", "sqs"]

    /// Queues that container definitions refer to which a plan does not know before they are applied: the first plan of a
    /// stack knows no queue's URL, and so no text that holds one.
    private func mentioned(by definition: ObjectID, of worker: Worker) -> [(ObjectID, Evidence)] {
        let containers = assembly.written(.containers, of: definition)
        guard case .unknown = containers.content else { return [] }
        let queues = Set(containers.mentions.compactMap { assembly.idsByResource[$0.resource] })
            .filter { assembly.objects[$0.index].kind.key == .queue && !isProducer(worker, of: $0) }
        return queues.sorted().map { queue in
            (
                queue,
                Evidence(
                    kind: "environment", summary: "the container definitions refer to it", origin: containers.origin,
                    condition: .always,
                    doubt: "only the container definitions suggest that \(name(of: worker)) receives from "
                        + assembly.objects[queue.index].name)
            )
        }
    }

    /// Whether the task role may send to a queue and surely may not receive from it.
    private func isProducer(_ worker: Worker, of queue: ObjectID) -> Bool {
        guard let role = role(of: worker), questions.specificGrant(to: role, "sqs:SendMessage", on: queue) != nil else {
            return false
        }
        switch answer(to: role, receivingFrom: queue) {
        case .notGranted, .denied: return true
        case .allowed, .unknown, nil: return false
        }
    }

    /// Whether a role may receive from a queue; `nil` where that hangs on an open condition.
    private func answer(to role: ObjectID, receivingFrom queue: ObjectID) -> PolicyAnswer? {
        do throws(ReadingFailure) {
            return try questions.mayRole(role, do: Self.receiving, with: queue, Reading(assembly))
        } catch {
            return nil
        }
    }

    /// Scaling policies, and alarms that start them, that watch a queue.
    private func scaled(_ worker: Worker) -> [(ObjectID, Evidence)] {
        let policies = index.owners(.scalingPolicy, by: .service, of: worker.id).found.map(\.id).filter { policy in
            guard case .object(worker.id) = assembly.field(.service, of: policy).content else { return false }
            return true
        }
        return policies.flatMap { policy in watched(by: policy) }
    }

    private func watched(by policy: ObjectID) -> [(ObjectID, Evidence)] {
        var watchers: [ObjectID] = []
        if case .object(let tracking) = assembly.field(.targetTracking, of: policy).content,
            case .object(let metric) = assembly.field(.customizedMetric, of: tracking).content
        {
            watchers.append(metric)
            watchers += objects(assembly.field(.queries, of: metric))
        }
        for alarm in objects(assembly.field(.alarms, of: policy)) {
            watchers.append(alarm)
            watchers += objects(assembly.field(.queries, of: alarm))
        }
        return watchers.compactMap { watcher in
            let field = assembly.field(.queue, of: watcher)
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
}
