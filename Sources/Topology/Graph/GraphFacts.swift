import Evaluation
import Templates

/// What a reader wants to know of a node, in a few words each.
struct GraphFacts {
    let model: Model

    func facts(of id: ObjectID, as kind: GraphNodeKind) -> [String] {
        let facts: [String?] =
            switch kind {
            case .queue, .deadLetterQueue: queue(id)
            case .service: service(id)
            case .task: model[id].kind.key == .taskDefinition ? task(id) : []
            case .function: [values(.timeout, of: id).map { "timeout \($0) s" }]
            case .topic: topic(id)
            case .eventRule: eventRule(id)
            case .schedule: [values(.scheduleExpression, of: id)]
            case .scalableTarget: [range(.minCapacity, .maxCapacity, "tasks", of: id)]
            case .scheduledAction: [values(.schedule, of: id), range(.minCapacity, .maxCapacity, "tasks", of: id)]
            case .scalingPolicy: policy(id)
            case .alarm: alarm(id)
            case .capacityProvider: provider(id)
            case .autoScalingGroup: group(id)
            case .groupScalingPolicy: [holds(values(.predefinedMetric, of: id), at: values(.targetValue, of: id))]
            case .bucket, .pipe, .cluster, .compositeAlarm: []
            }
        return facts.compactMap { $0 }
    }

    // MARK: - Kinds

    private func queue(_ id: ObjectID) -> [String?] {
        [when(.isFifo, of: id, "FIFO"), values(.visibilityTimeout, of: id).map { "visibility timeout \($0) s" }]
    }

    private func service(_ id: ObjectID) -> [String?] {
        let isScaled = !GraphLinks(.scalableTarget, of: id, in: model).found.isEmpty
        let isDaemon = values(.schedulingStrategy, of: id) == "DAEMON"
        let count = isScaled || isDaemon ? nil : values(.desiredCount, of: id).map { plural($0, "task") }
        let shares = GraphLinks(.effectiveStrategy, of: id, in: model).found.compactMap { item -> String? in
            let isWithoutGroup = [.isFargate, .isManagedInstances].contains { values($0, of: item.id) == "true" }
            guard isWithoutGroup else { return nil }
            return (values(.capacityProvider, of: item.id) ?? "FARGATE") + share(of: item.id)
        }
        let place = shares.isEmpty ? [when(.isOnFargate, of: id, "on Fargate")] : shares.map { Optional($0) }
        let size = GraphLinks(.taskDefinition, of: id, in: model).found.first.map { task($0.id) } ?? []
        return [isDaemon ? "daemon" : nil, count] + place + size
    }

    /// " base 1 weight 4" of a line of a capacity provider strategy.
    func share(of item: ObjectID) -> String {
        [FieldKey.base, .weight].compactMap { key in
            values(key, of: item).flatMap { $0 == "0" ? nil : " \(key.name) \($0)" }
        }.joined()
    }

    /// The size of the whole task where it has one, else what its containers ask for together.
    private func task(_ id: ObjectID) -> [String?] {
        let cpu = values(.cpu, of: id) ?? sum(of: [.cpu], of: id)
        let memory = values(.memory, of: id) ?? sum(of: [.memory, .memoryReservation], of: id)
        return [cpu.map { "\($0) CPU units" }, memory.map { "\($0) MiB" }]
    }

    /// The sum over the containers of the first of some fields that each has; `nil` unless all are known.
    private func sum(of keys: [FieldKey], of definition: ObjectID) -> String? {
        let containers = GraphLinks(.containers, of: definition, in: model)
        guard containers.doubts.isEmpty else { return nil }
        var sum: Int64 = 0
        for container in containers.found {
            guard let number = keys.lazy.compactMap({ values($0, of: container.id) }).first.flatMap(Int64.init) else {
                return nil
            }
            let (next, isTooLarge) = sum.addingReportingOverflow(number)
            guard !isTooLarge else { return nil }
            sum = next
        }
        return sum == 0 ? nil : String(sum)
    }

    private func topic(_ id: ObjectID) -> [String?] {
        var protocols: [String] = []
        for subscription in GraphLinks(.subscriptions, of: id, in: model).found {
            guard let name = values(.protocol, of: subscription.id), name != "sqs", !protocols.contains(name) else { continue }
            protocols.append(name)
        }
        return protocols.map { "to \($0)" }
    }

    private func eventRule(_ id: ObjectID) -> [String?] {
        let words = [texts(.sources, of: id), texts(.detailTypes, of: id)].compactMap { $0 }
        return [values(.scheduleExpression, of: id), words.isEmpty ? nil : "on \(words.joined(separator: " "))"]
    }

    private func policy(_ id: ObjectID) -> [String?] {
        guard let tracking = GraphLinks(.targetTracking, of: id, in: model).found.first?.id else {
            return steps(id)
        }
        var metric = values(.predefinedMetric, of: tracking)
        if let custom = GraphLinks(.customizedMetric, of: tracking, in: model).found.first?.id {
            metric = values(.metricName, of: custom) ?? expression(of: custom) ?? metric
        }
        return [holds(metric, at: values(.targetValue, of: tracking))]
    }

    private func steps(_ id: ObjectID) -> [String?] {
        guard let step = GraphLinks(.step, of: id, in: model).found.first?.id else { return [values(.policyType, of: id)] }
        let type = values(.adjustmentType, of: step)
        let unit = type == "PercentChangeInCapacity" ? " %" : ""
        let isExact = type == "ExactCapacity"
        let changes = GraphLinks(.steps, of: step, in: model).found.compactMap { adjustment in
            values(.adjustment, of: adjustment.id).map { (isExact || $0.hasPrefix("-") ? $0 : "+\($0)") + unit }
        }
        return [changes.isEmpty ? "steps" : "steps \(isExact ? "to " : "")\(changes.joined(separator: ", "))"]
    }

    private func alarm(_ id: ObjectID) -> [String?] {
        let metric = values(.metricName, of: id) ?? expression(of: id) ?? "its metric"
        let sign: String? =
            switch values(.comparisonOperator, of: id) {
            case "GreaterThanThreshold": ">"
            case "GreaterThanOrEqualToThreshold": ">="
            case "LessThanThreshold": "<"
            case "LessThanOrEqualToThreshold": "<="
            default: nil
            }
        guard let sign, let threshold = values(.threshold, of: id) else { return [metric] }
        return ["\(metric) \(sign) \(threshold)"]
    }

    private func provider(_ id: ObjectID) -> [String?] {
        if values(.isManagedInstances, of: id) == "true" { return ["Managed Instances"] }
        guard values(.managedScalingStatus, of: id) == "ENABLED" else { return [] }
        return [values(.targetCapacity, of: id).map { "managed scaling to \($0) %" }]
    }

    private func group(_ id: ObjectID) -> [String?] {
        [
            range(.minSize, .maxSize, "instances", of: id), texts(.instanceTypes, of: id).map { "of \($0)" },
            when(.usesSpot, of: id, "Spot"),
        ]
    }

    // MARK: - Words

    private func holds(_ metric: String?, at target: String?) -> String? {
        guard let metric else { return target.map { "holds \($0)" } }
        return target.map { "holds \(metric) at \($0)" } ?? "holds \(metric)"
    }

    /// The expression of the metric math whose result counts.
    private func expression(of metric: ObjectID) -> String? {
        let lines = GraphLinks(.queries, of: metric, in: model).found.map(\.id)
        let results = lines.filter { values(.returnData, of: $0) != "false" }
        return (results.count == 1 ? results : lines).lazy.compactMap { values(.expression, of: $0) }.first
    }

    private func range(_ least: FieldKey, _ most: FieldKey, _ unit: String, of id: ObjectID) -> String? {
        switch (values(least, of: id), values(most, of: id)) {
        case (nil, nil): nil
        case (let least?, nil): "at least \(least) \(unit)"
        case (nil, let most?): "at most \(most) \(unit)"
        case (let least?, let most?): "\(least) to \(most) \(unit)"
        }
    }

    private func when(_ key: FieldKey, of id: ObjectID, _ words: String) -> String? {
        switch values(key, of: id) {
        case "true": words
        case "true or false", "false or true": "perhaps \(words)"
        default: nil
        }
    }

    private func plural(_ count: String, _ noun: String) -> String { count == "1" ? "1 \(noun)" : "\(count) \(noun)s" }

    // MARK: - Values

    /// What a field may be, "1 or 2"; `nil` when it is absent. What is not known is `?`.
    func values(_ key: FieldKey, of id: ObjectID) -> String? {
        var found: [String] = []
        collect(model.field(key, of: id), into: &found)
        return found.isEmpty ? nil : found.joined(separator: " or ")
    }

    /// The elements of a list of texts; `nil` when it has none.
    private func texts(_ key: FieldKey, of id: ObjectID) -> String? {
        var found: [String] = []
        if case .list(let elements, let open) = model.field(key, of: id).content {
            for element in elements { collect(element.field, into: &found) }
            if !open.isEmpty { found.append("?") }
        } else {
            collect(model.field(key, of: id), into: &found)
        }
        return found.isEmpty ? nil : found.joined(separator: ", ")
    }

    private func collect(_ field: Field, into found: inout [String]) {
        let text: String
        switch field.content {
        case .bool(let value): text = String(value)
        case .integer(let value): text = String(value)
        case .double(let value): text = value.shortText
        case .string(let value): text = value
        case .unknown: text = "?"
        case .choice(_, let yes, let no):
            collect(yes, into: &found)
            collect(no, into: &found)
            return
        case .absent, .object, .list: return
        }
        if !found.contains(text) { found.append(text) }
    }
}

extension Double {
    /// `20` rather than `20.0`.
    fileprivate var shortText: String {
        let text = "\(self)"
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}
