import Evaluation
import Templates

/// What publishes metrics without being a function or task that calls PutMetricData: filters of log groups, the agents of
/// instances, and logs in the embedded metric format.
struct MetricSourceDerivation {
    let assembly: ModelAssembly
    let questions: AccessQuestions
    /// Filters by the metric that they make.
    private var filtersByMetric: [Metric: [ObjectID]] = [:]
    /// Filters of which it is not known what they make, by root stack.
    private var undecidedFilters: [Int: [ObjectID]] = [:]

    private struct Metric: Hashable {
        let namespace: String
        let name: String
        let root: Int
    }

    init(assembly: ModelAssembly, questions: AccessQuestions) {
        self.assembly = assembly
        self.questions = questions
        for filter in assembly.ids(of: .metricFilter) {
            guard let metrics = metrics(of: filter) else {
                undecidedFilters[assembly.root(of: filter), default: []].append(filter)
                continue
            }
            for metric in metrics { filtersByMetric[metric, default: []].append(filter) }
        }
    }

    /// What a filter makes; `nil` where that is not wholly known.
    private func metrics(of filter: ObjectID) -> Set<Metric>? {
        let (made, open) = assembly.objects(.transformations, of: filter)
        guard open.isEmpty, made.allSatisfy({ $0.condition == .always }) else { return nil }
        var metrics: Set<Metric> = []
        for transformation in made {
            guard let metric = metric(transformation.id, root: assembly.root(of: filter)) else { return nil }
            metrics.insert(metric)
        }
        return metrics
    }

    private func metric(_ id: ObjectID, root: Int) -> Metric? {
        guard case .string(let namespace) = assembly.field(.namespace, of: id).content,
            case .string(let name) = assembly.field(.metricName, of: id).content
        else { return nil }
        return Metric(namespace: namespace, name: name, root: root)
    }

    /// Filters that make a metric, or may.
    func filters(for metric: ObjectID) -> [(id: ObjectID, condition: Condition)] {
        let root = assembly.root(of: metric)
        guard let known = self.metric(metric, root: root) else {
            return assembly.ids(of: .metricFilter, inRoot: root).compactMap { filter($0, of: metric) }
        }
        let filters = (filtersByMetric[known] ?? []) + (undecidedFilters[root] ?? [])
        return filters.sorted().compactMap { filter($0, of: metric) }
    }

    /// The agents of instances, which may publish any metric of their system.
    func agents(like metric: ObjectID) -> [(id: ObjectID, condition: Condition)] {
        assembly.ids(of: .role, besides: metric).filter(isOfInstances).compactMap { agents(with: $0, of: metric) }
    }

    private func filter(_ filter: ObjectID, of metric: ObjectID) -> (id: ObjectID, condition: Condition)? {
        let object = assembly.objects[filter.index]
        guard let id = assembly.addDerived(.metricPublisher, named: object.name, at: assembly.value(of: filter), like: metric)
        else { return nil }
        assembly.setDerived(.metricFilter, of: id, to: .object(filter))
        assembly.derive(.mayPublish, of: id) { reading throws(ReadingFailure) in
            for made in try reading.objects(.transformations, of: filter) {
                guard try isSame(.namespace, made, metric, reading) else { continue }
                if try isSame(.metricName, made, metric, reading) { return .bool(true) }
            }
            return .bool(false)
        }
        return (id, object.existence)
    }

    private func isSame(
        _ key: FieldKey, _ made: ObjectID, _ metric: ObjectID, _ reading: Reading
    ) throws(ReadingFailure) -> Bool {
        try reading.string(key, of: made) == reading.string(key, of: metric)
    }

    /// The CloudWatch agent of instances publishes with the role of their profile.
    private func isOfInstances(_ role: ObjectID) -> Bool {
        guard case .list(let services, _) = assembly.field(.trustedServices, of: role).content else { return false }
        return services.contains { if case .string("ec2.amazonaws.com") = $0.field.content { true } else { false } }
    }

    private func agents(with role: ObjectID, of metric: ObjectID) -> (id: ObjectID, condition: Condition)? {
        let object = assembly.objects[role.index]
        guard let id = assembly.addDerived(.metricPublisher, named: object.name, at: assembly.value(of: role), like: metric)
        else { return nil }
        assembly.setDerived(.role, of: id, to: .object(role))
        assembly.derive(.mayPublish, of: id) { reading throws(ReadingFailure) in
            try questions.mayRole(role, PolicyRequest("cloudwatch:PutMetricData", on: []), reading).content
        }
        return (id, object.existence)
    }

    /// Variables that name the namespace of metrics in log lines, for which no permission is needed.
    ///
    /// Source: Powertools for AWS Lambda, "Metrics"; aws-embedded-metrics, "Configuration".
    private static let namespaceVariables: Set<String> = ["POWERTOOLS_METRICS_NAMESPACE", "AWS_EMF_NAMESPACE"]

    /// Whether a function or task logs metrics of a metric's namespace.
    static func logsMetrics(_ worker: ObjectID, of metric: ObjectID, in assembly: ModelAssembly) -> Bool {
        guard case .string(let namespace) = assembly.field(.namespace, of: metric).content else { return false }
        if assembly.objects[worker.index].kind.key == .taskDefinition {
            return WorkerEnvironment.variables(of: worker, in: assembly).contains {
                namespaceVariables.contains($0.name) && $0.value.knownText == namespace
            }
        }
        return assembly.objects(.environment, of: worker).found.contains { variable in
            guard case .string(let name) = assembly.field(.name, of: variable.id).content else { return false }
            return namespaceVariables.contains(name) && assembly.written(.value, of: variable.id).knownText == namespace
        }
    }
}
