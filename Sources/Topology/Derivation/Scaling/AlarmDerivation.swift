import Evaluation
import Templates

/// Collects the alarms that watch each queue, whichever stack of the input they stand in.
struct AlarmDerivation {
    let assembly: ModelAssembly
    let resolver: LinkResolver

    /// Every alarm is looked at once, not once for each queue.
    func run() {
        var watchers: [ObjectID: [(id: ObjectID, condition: Condition)]] = [:]
        var doubts: [Int: [Reason]] = [:]
        var doubtsFromOthers: [ObjectID: [Reason]] = [:]
        for alarm in assembly.ids(of: .alarm) {
            let existence = assembly.objects[alarm.index].existence
            var conditions: [ObjectID: Condition] = [:]
            for place in [alarm] + assembly.objects(.queries, of: alarm).found.map(\.id) {
                let link = assembly.objects(.queue, of: place)
                for queue in link.found { conditions[queue.id] = (conditions[queue.id] ?? .never).or(queue.condition) }
                doubts[assembly.root(of: alarm), default: []] += link.open
                for queue in queuesElsewhere(place, link.open) { doubtsFromOthers[queue, default: []] += link.open }
            }
            for (queue, condition) in conditions { watchers[queue, default: []].append((alarm, condition.and(existence))) }
        }
        for queue in assembly.ids(of: .queue) {
            let found = (watchers[queue] ?? []).sorted { $0.id < $1.id }
            let open =
                assembly.openReasons(of: queue) + (doubts[assembly.root(of: queue)] ?? [])
                + (doubtsFromOthers[queue] ?? []).prefix(ReverseLinks.mostDoubts)
            assembly.setDerived(.alarms, of: queue, to: assembly.links(found, open: ModelAssembly.unique(open)))
            assembly.setDerived(.inputHasAlarms, of: queue, to: .bool(!assembly.ids(of: .alarm).isEmpty))
        }
    }

    /// The queues of other templates that the dimension of a metric may name which only its input knows.
    private func queuesElsewhere(_ metric: ObjectID, _ open: [Reason]) -> [ObjectID] {
        guard !open.isEmpty, let name = MetricDimensions.value(of: "QueueName", of: metric, assembly) else { return [] }
        return resolver.candidates(name, among: .queue, from: metric).flatMap { candidate in
            guard case .unknown = candidate.meaning else { return [ObjectID]() }
            return resolver.neighbours(meantBy: candidate.value, among: .queue, from: metric)
        }
    }
}
