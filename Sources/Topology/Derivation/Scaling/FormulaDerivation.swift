import Evaluation
import Templates

/// Takes metrics and metric math apart: what grows with a queue's messages, what is divided by the tasks, and whether there is
/// a result when no task runs.
struct FormulaDerivation {
    let assembly: ModelAssembly
    let resolver: LinkResolver
    private let formulas = FormulaMemo()

    init(assembly: ModelAssembly, resolver: LinkResolver) {
        self.assembly = assembly
        self.resolver = resolver
    }

    func run() {
        for kind in [Kind.customizedMetric, .alarm, .metricQuery] {
            for id in assembly.ids(of: kind) { linkDimensions(of: id) }
        }
        for kind in [Kind.customizedMetric, .alarm] {
            for id in assembly.ids(of: kind) { readFormula(of: id, statistic: .statistic) }
        }
        for id in assembly.ids(of: .alarm) { readPeriod(of: id) }
        for id in assembly.ids(of: .metricQuery) { PublishedMetricDerivation(assembly: assembly).run(id) }
    }

    // MARK: - Dimensions

    private func linkDimensions(of id: ObjectID) {
        let links: [(String, Kind, FieldKey)] = [
            ("ClusterName", .cluster, .cluster), ("ServiceName", .service, .service),
        ]
        for (dimension, kind, field) in links {
            guard let declaration = assembly.schema.declaration(of: kind),
                let value = MetricDimensions.value(of: dimension, of: id, assembly)
            else { continue }
            var content = resolver.link(value, to: declaration, from: id)
            if kind == .service, case .object(let service) = content,
                let cluster = MetricDimensions.value(of: "ClusterName", of: id, assembly),
                resolver.runs(service, inCluster: cluster, from: id) == false
            {
                content = .unknown([Reason("\(value.summary) of that cluster is not in the input")], mayBeAbsent: false)
            }
            assembly.setField(field, of: id, to: Field(content, state: .derived, origin: value.origin, steps: value.steps))
        }
    }

    // MARK: - Formulas

    /// A line of metric math, or the one metric that stands alone.
    struct Metric {
        let id: ObjectID
        let role: MetricRole
    }

    private func readFormula(of id: ObjectID, statistic: FieldKey) {
        guard
            let formula = assembly.addDerived(
                .metricFormula, named: assembly.objects[id.index].name, at: assembly.value(of: id), like: id)
        else { return }
        assembly.setDerived(.formula, of: id, to: .object(formula))
        let lone = loneMetric(of: id, statistic: statistic)
        for key in [FieldKey.metrics, .dividends, .divisors] {
            assembly.derive(key, of: formula) { reading throws(ReadingFailure) in
                let (parsed, metrics) = try read(id, lone, reading)
                let wanted =
                    switch key {
                    case .metrics: parsed.expression.metrics
                    case .dividends: parsed.expression.dividends
                    default: parsed.expression.divisors.flatMap(\.metrics)
                    }
                return assembly.links(wanted.map { (metrics[$0].id, .always) }, open: [])
            }
        }
        for (key, answer) in Self.answers {
            assembly.derive(key, of: formula) { reading throws(ReadingFailure) in
                let (parsed, metrics) = try read(id, lone, reading)
                guard let truth = answer(parsed, { metrics[$0].role }) else {
                    return .unknown(
                        [
                            Reason(
                                "the formula of \(assembly.objects[id.index].name) uses metrics or functions that are not understood"
                            )
                        ], mayBeAbsent: false)
                }
                return .bool(truth)
            }
        }
        collectQueues(of: formula)
    }

    private typealias Answer = @Sendable (MetricFormula, (Int) -> MetricRole) -> Bool?

    private static let answers: [(FieldKey, Answer)] = [
        (.isBareMessageCount, { $0.isBareCount(of: $1) }),
        (
            .countsMessages,
            { formula, role in
                formula.expression.dividends.contains { [.waitingMessages, .messagesInFlight].contains(role($0)) }
            }
        ),
        (.countsWaiting, { formula, role in formula.expression.dividends.contains { role($0) == .waitingMessages } }),
        (.countsInFlight, { formula, role in formula.expression.dividends.contains { role($0) == .messagesInFlight } }),
        (.dividesByTasks, { $0.dividesByTasks($1) }),
        (.worksAtZeroTasks, { $0.isPositive(tasks: .number(0), $1) }),
        (.worksWithoutTaskData, { $0.isPositive(tasks: .nothing, $1) }),
        (.risesWithLoad, { $0.risesWithLoad($1) }),
        (.isBacklogPerTask, { $0.isBacklogPerTask($1) }),
    ]

    /// A metric without metric math, as a line of its own.
    private func loneMetric(of id: ObjectID, statistic: FieldKey) -> ObjectID? {
        let queries = assembly.field(.queries, of: id)
        guard case .list(let elements, let open) = queries.content, elements.isEmpty, open.isEmpty,
            let metric = assembly.addDerived(
                .metricQuery, named: assembly.objects[id.index].name, at: assembly.value(of: id), like: id)
        else { return nil }
        assembly.setDerived(.id, of: metric, to: .string(""))
        assembly.setDerived(.returnData, of: metric, to: .bool(true))
        for key in [FieldKey.namespace, .metricName, .dimensions, .queue, .period, .cluster, .service]
        where assembly.hasField(key, of: id) {
            assembly.setField(key, of: metric, to: assembly.field(key, of: id))
        }
        assembly.setField(.stat, of: metric, to: assembly.field(statistic, of: id))
        return metric
    }

    /// The formula of an alarm or policy in one world.
    func read(
        _ id: ObjectID, _ lone: ObjectID?, _ reading: Reading
    ) throws(ReadingFailure) -> (MetricFormula, [Metric]) {
        if let lone {
            guard let metric = try metric(lone, reading) else {
                throw .unknown([Reason("no metric is named")], mayBeAbsent: false)
            }
            return (MetricFormula(metric: 0), [metric])
        }
        var lines: [String: MetricFormula.Line] = [:]
        var metrics: [Metric] = []
        var results: [String] = []
        for query in try reading.objects(.queries, of: id) {
            let name = try reading.string(.id, of: query) ?? ""
            if try reading.bool(.returnData, of: query) ?? true { results.append(name) }
            if let text = try reading.string(.expression, of: query), !text.isEmpty {
                lines[name] = .expression(text)
            } else if let metric = try metric(query, reading) {
                lines[name] = .metric(metrics.count)
                metrics.append(metric)
            }
        }
        guard let result = results.first, results.count == 1 else {
            throw .unknown([Reason("it is not clear which line of the metric math counts")], mayBeAbsent: false)
        }
        do throws(MetricMathError) {
            return (try formulas.formula(of: lines, result: result), metrics)
        } catch {
            throw .unknown(
                [Reason("the metric math of \(assembly.objects[id.index].name) cannot be read: \(error.message)")],
                mayBeAbsent: false)
        }
    }

    /// A metric with its role; `nil` for a line that names none.
    private func metric(_ id: ObjectID, _ reading: Reading) throws(ReadingFailure) -> Metric? {
        guard let name = try reading.string(.metricName, of: id) else { return nil }
        let role = MetricRole(
            namespace: try reading.string(.namespace, of: id) ?? "", metricName: name,
            statistic: try reading.string(.stat, of: id))
        return Metric(id: id, role: role)
    }

    private func collectQueues(of formula: ObjectID) {
        assembly.derive(.queues, of: formula) { reading throws(ReadingFailure) in
            var queues: [ObjectID] = []
            for metric in try reading.objects(.metrics, of: formula) {
                guard let queue = try reading.object(.queue, of: metric), !queues.contains(queue) else { continue }
                queues.append(queue)
            }
            return assembly.links(queues.map { ($0, .always) }, open: [])
        }
    }

    private func readPeriod(of alarm: ObjectID) {
        assembly.derive(.longestPeriod, of: alarm) { reading throws(ReadingFailure) in
            var longest = try reading.integer(.period, of: alarm)
            for query in try reading.objects(.queries, of: alarm) {
                if let period = try reading.integer(.period, of: query) { longest = max(longest ?? 0, period) }
            }
            return longest.map { .integer($0) } ?? .absent
        }
    }
}
