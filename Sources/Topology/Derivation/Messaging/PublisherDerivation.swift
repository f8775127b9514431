import Evaluation
import Templates

/// Works out who may publish the metrics that AWS does not publish itself.
struct PublisherDerivation {
    let assembly: ModelAssembly
    let questions: AccessQuestions

    /// What publishes to a namespace, whichever of its metrics: the same objects for all, since their product is large.
    private struct Publishers {
        let workers: [(id: ObjectID, condition: Condition)]
        let agents: [(id: ObjectID, condition: Condition)]
        /// The field's content where no filter of logs makes the metric.
        let content: Field.Content
    }

    private struct Namespace: Hashable {
        let name: String
        let root: Int
    }

    /// Most publishers, those of each metric counted anew, that are listed one by one.
    private static let mostPublishers = 200_000

    func run() {
        let sources = MetricSourceDerivation(assembly: assembly, questions: questions)
        var known: [Namespace: Publishers] = [:]
        var count = 0
        for metric in assembly.ids(of: .metricQuery) {
            guard let namespace = namespace(of: metric) else {
                assembly.setDerived(.publishers, of: metric, to: .list([], open: []))
                continue
            }
            guard count <= Self.mostPublishers else {
                let reason = Reason("there are more metrics and workers than are followed")
                assembly.setDerived(.publishers, of: metric, to: .list([], open: [reason]))
                continue
            }
            let publishers = known[namespace] ?? publishers(of: metric, sources)
            if known[namespace] == nil { count += publishers.workers.count + publishers.agents.count }
            known[namespace] = publishers
            let filters = sources.filters(for: metric)
            guard !filters.isEmpty else {
                assembly.setDerived(.publishers, of: metric, to: publishers.content)
                continue
            }
            let all = publishers.workers + filters + publishers.agents
            count += all.count
            assembly.setDerived(
                .publishers, of: metric, to: assembly.links(all, open: assembly.openReasons(ofUnbound: metric)))
        }
    }

    /// The namespace of a metric of one's own; `nil` for AWS's and for one that is not known.
    private func namespace(of metric: ObjectID) -> Namespace? {
        guard case .string(let name) = assembly.field(.namespace, of: metric).content, !name.hasPrefix("AWS/"),
            name != "ECS/ContainerInsights"
        else { return nil }
        return Namespace(name: name, root: assembly.root(of: metric))
    }

    private func publishers(of metric: ObjectID, _ sources: MetricSourceDerivation) -> Publishers {
        // Functions and tasks whose role may publish.
        let kinds: [(Kind, field: FieldKey, role: FieldKey)] = [
            (.function, .function, .role), (.taskDefinition, .taskDefinition, .taskRole),
        ]
        let workers = kinds.flatMap { kind, field, role in
            assembly.ids(of: kind, besides: metric).compactMap { addPublisher($0, field: field, role: role, of: metric) }
        }
        let agents = sources.agents(like: metric)
        return Publishers(
            workers: workers, agents: agents,
            content: assembly.links(workers + agents, open: assembly.openReasons(ofUnbound: metric)))
    }

    private func addPublisher(
        _ worker: ObjectID, field: FieldKey, role: FieldKey, of metric: ObjectID
    ) -> (id: ObjectID, condition: Condition)? {
        let object = assembly.objects[worker.index]
        guard
            let id = assembly.addDerived(.metricPublisher, named: object.name, at: assembly.value(of: worker), like: worker)
        else { return nil }
        assembly.setDerived(field, of: id, to: .object(worker))
        assembly.derive(.mayPublish, of: id) { reading throws(ReadingFailure) in
            if MetricSourceDerivation.logsMetrics(worker, of: metric, in: assembly) { return .bool(true) }
            guard let role = try reading.object(role, of: worker) else { return .bool(false) }
            var request = PolicyRequest("cloudwatch:PutMetricData", on: [])
            request.metricNamespace = try reading.string(.namespace, of: metric).map { [PolicyText($0)] } ?? []
            return try questions.mayRole(role, request, reading).content
        }
        if assembly.hasField(.shortestScheduleSeconds, of: worker) {
            assembly.setField(.shortestIntervalSeconds, of: id, to: assembly.field(.shortestScheduleSeconds, of: worker))
        }
        return (id, object.existence)
    }
}
