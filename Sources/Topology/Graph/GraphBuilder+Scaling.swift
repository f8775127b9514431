import Evaluation
import Templates

/// What scales services: targets, policies, alarms and schedules.
extension GraphBuilder {
    mutating func addScaling() {
        for id in model.ids(of: .scalableTarget) where !isForeign(id) { addTarget(scaling: id) }
        for id in model.ids(of: .scalingPolicy) where !isForeign(id) { addPolicy(id) }
        for id in model.ids(of: .alarm) { addAlarm(id) }
        for id in model.ids(of: .queue) { doubt(id, "more alarms", GraphLinks(.alarms, of: id, in: model).doubts) }
    }

    /// Whether it surely scales something else than an ECS service.
    private func isForeign(_ id: ObjectID) -> Bool {
        guard case .bool(false) = model.field(.isForService, of: id).content else { return false }
        return true
    }

    private mutating func addTarget(scaling target: ObjectID) {
        add(target, as: .scalableTarget)
        let services = GraphLinks(.service, of: target, in: model)
        doubt(target, "service", services.doubts)
        for service in services.found {
            link(
                target, to: service.id, .scales, when: service.condition,
                Evidence("its resource id names the service", origin: service.origin))
        }
        let actions = GraphLinks(.scheduledActions, of: target, in: model)
        doubt(target, "scheduled actions", actions.doubts)
        for action in actions.found {
            add(action.id, as: .scheduledAction)
            link(
                action.id, to: target, .schedules, when: action.condition,
                Evidence("it changes the bounds by the clock", origin: model[action.id].origin))
        }
    }

    private mutating func addPolicy(_ policy: ObjectID) {
        add(policy, as: .scalingPolicy)
        let targets = GraphLinks(.scalableTarget, of: policy, in: model)
        doubt(policy, "scalable target", targets.doubts)
        for target in targets.found where holds(target.id) {
            let names = [.scalingTargetId, .resourceId].map { model.field($0, of: policy) }.first { !$0.isAbsent }
            link(
                policy, to: target.id, .moves, when: target.condition,
                Evidence("the policy names the target", origin: names?.origin ?? model[policy].origin))
        }
        for tracking in GraphLinks(.targetTracking, of: policy, in: model).found {
            for metric in GraphLinks(.customizedMetric, of: tracking.id, in: model).found {
                addQueues(watchedBy: policy, through: metric.id, when: tracking.condition.and(metric.condition))
                addPublishers(of: policy, metric: metric.id)
            }
        }
        doubt(policy, "alarms that start it", GraphLinks(.alarms, of: policy, in: model).doubts)
    }

    /// The queues that a metric, or the lines of its metric math, name.
    private mutating func addQueues(watchedBy watcher: ObjectID, through metric: ObjectID, when condition: Condition) {
        let queries = GraphLinks(.queries, of: metric, in: model).found
        for place in [GraphLinks.Link(id: metric, condition: .always, origin: model[metric].origin)] + queries {
            let queues = GraphLinks(.queue, of: place.id, in: model)
            doubt(watcher, "queue of its metric", queues.doubts)
            for queue in queues.found {
                let name = GraphFacts(model: model).values(.metricName, of: place.id) ?? "a metric"
                link(
                    watcher, to: queue.id, .watches, when: condition.and(place.condition).and(queue.condition),
                    Evidence("\(name) of the queue", origin: queue.origin))
            }
        }
    }

    /// Functions and tasks of the input that publish the metric of a policy.
    private mutating func addPublishers(of policy: ObjectID, metric: ObjectID) {
        for formula in GraphLinks(.formula, of: metric, in: model).found {
            for line in GraphLinks(.metrics, of: formula.id, in: model).found {
                for publisher in GraphLinks(.publishers, of: line.id, in: model).found { addPublisher(publisher, of: policy) }
            }
        }
    }

    private mutating func addPublisher(_ publisher: GraphLinks.Link, of policy: ObjectID) {
        guard case .bool(true) = model.field(.mayPublish, of: publisher.id).content else { return }
        for (field, isFunction) in [(FieldKey.function, true), (.taskDefinition, false)] {
            for worker in GraphLinks(field, of: publisher.id, in: model).found {
                for node in nodes(of: worker.id, isFunction: isFunction) {
                    link(
                        node, to: policy, .publishes, when: publisher.condition,
                        Evidence("its role may call cloudwatch:PutMetricData", kind: "role", origin: model[worker.id].origin))
                }
            }
        }
    }

    private mutating func addAlarm(_ alarm: ObjectID) {
        let policies = GraphLinks(.scalingPolicies, of: alarm, in: model)
        let isOnQueue = ([alarm] + GraphLinks(.queries, of: alarm, in: model).found.map(\.id)).contains {
            !GraphLinks(.queue, of: $0, in: model).found.isEmpty
        }
        guard isOnQueue || policies.found.contains(where: { holds($0.id) }) else { return }
        add(alarm, as: .alarm)
        addQueues(watchedBy: alarm, through: alarm, when: .always)
        for policy in policies.found where holds(policy.id) {
            link(
                alarm, to: policy.id, .triggers, when: policy.condition,
                Evidence("its actions name the policy", origin: model.field(.actions, of: alarm).origin))
        }
        let topics = GraphLinks(.topics, of: alarm, in: model)
        for topic in topics.found {
            add(topic.id, as: .topic)
            link(
                alarm, to: topic.id, .notifies, when: topic.condition,
                Evidence("its actions name the topic", origin: model.field(.actions, of: alarm).origin))
        }
        for (field, kind) in [(FieldKey.compositeAlarms, GraphNodeKind.compositeAlarm), (.eventRules, .eventRule)] {
            for listener in GraphLinks(field, of: alarm, in: model).found {
                add(listener.id, as: kind)
                let words = kind == .eventRule ? "its pattern takes events of the alarm" : "its rule names the alarm"
                link(
                    alarm, to: listener.id, .reports, when: listener.condition, Evidence(words, origin: model[listener.id].origin)
                )
            }
        }
        if policies.found.isEmpty, topics.found.isEmpty { doubt(alarm, "actions", policies.doubts) }
    }
}
