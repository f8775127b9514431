import Evaluation
import Templates

/// Queues, and what sends to them.
extension GraphBuilder {
    typealias Evidence = GraphEdge.Evidence

    mutating func addMessages() {
        for id in model.ids(of: .queue) { add(id, as: isDeadLetterQueue(id) ? .deadLetterQueue : .queue) }
        for id in model.ids(of: .queue) { addDeadLetters(of: id) }
        for id in model.ids(of: .bucket) { addNotifications(of: id) }
        for id in model.ids(of: .topic) { addSubscriptions(of: id) }
        for id in model.ids(of: .queue) { doubt(id, "more senders", GraphLinks(.producers, of: id, in: model).doubts) }
    }

    private func isDeadLetterQueue(_ id: ObjectID) -> Bool {
        guard case .bool(true) = model.field(.isDeadLetterQueue, of: id).content else { return false }
        return true
    }

    private mutating func addDeadLetters(of queue: ObjectID) {
        let redrives = GraphLinks(.redrive, of: queue, in: model)
        doubt(queue, "dead-letter queue", redrives.doubts)
        for redrive in redrives.found {
            let targets = GraphLinks(.deadLetterQueue, of: redrive.id, in: model)
            doubt(queue, "dead-letter queue", targets.doubts)
            let count = GraphFacts(model: model).values(.maxReceiveCount, of: redrive.id)
            for target in targets.found {
                let isKnown = count.map { !$0.contains("?") } ?? false
                let after = isKnown ? "after \(count ?? "") receive\(count == "1" ? "" : "s")" : "by its redrive policy"
                link(
                    queue, to: target.id, .deadLetters, when: redrive.condition.and(target.condition),
                    Evidence("a message goes there \(after)", origin: target.origin))
            }
        }
    }

    private mutating func addNotifications(of bucket: ObjectID) {
        for notification in GraphLinks(.notifications, of: bucket, in: model).found {
            for field in [FieldKey.queue, .topic] {
                let receivers = GraphLinks(field, of: notification.id, in: model)
                if !receivers.found.isEmpty || !receivers.doubts.isEmpty { add(bucket, as: .bucket) }
                for receiver in receivers.found {
                    if field == .topic { add(receiver.id, as: .topic) }
                    link(
                        bucket, to: receiver.id, .sends, when: notification.condition.and(receiver.condition),
                        Evidence("the bucket notifies it", origin: receiver.origin))
                }
                doubt(bucket, "\(field) that it notifies", receivers.doubts)
            }
            addCalls(of: bucket, as: .bucket, by: notification, "the bucket calls it")
        }
    }

    /// The functions that a bucket or a topic calls, and whether they let it.
    private mutating func addCalls(
        of caller: ObjectID, as kind: GraphNodeKind, by means: GraphLinks.Link, _ summary: String
    ) {
        for function in GraphLinks(.function, of: means.id, in: model).found {
            add(caller, as: kind)
            add(function.id, as: .function)
            let condition = means.condition.and(function.condition)
            link(caller, to: function.id, .starts, when: condition, Evidence(summary, origin: model[means.id].origin))
            for evidence in refusal(by: means.id, "no permission in the input lets it") {
                link(caller, to: function.id, .starts, when: condition, evidence)
            }
        }
    }

    /// What is to be said where a function surely does not let somebody call it.
    func refusal(by caller: ObjectID, _ summary: String) -> [Evidence] {
        guard case .bool(false) = model.field(.mayInvoke, of: caller).content else { return [] }
        return [Evidence(summary, origin: model[caller].origin)]
    }

    private mutating func addSubscriptions(of topic: ObjectID) {
        for subscription in GraphLinks(.subscriptions, of: topic, in: model).found {
            let receivers = GraphLinks(.queue, of: subscription.id, in: model)
            for receiver in receivers.found {
                add(topic, as: .topic)
                link(
                    topic, to: receiver.id, .sends, when: subscription.condition.and(receiver.condition),
                    Evidence("it subscribes to the topic", origin: model[subscription.id].origin))
            }
            doubt(topic, "queue that subscribes", receivers.doubts)
            addCalls(of: topic, as: .topic, by: subscription, "it subscribes to the topic")
        }
    }
}
