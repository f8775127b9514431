import Evaluation
import Templates

/// Works out who sends to queues and topics, and whether policies and keys let them.
struct ProducerDerivation {
    let assembly: ModelAssembly
    let questions: AccessQuestions
    private let index: LinkIndex
    private let order: NotificationOrder

    init(assembly: ModelAssembly, questions: AccessQuestions) {
        self.assembly = assembly
        self.questions = questions
        index = LinkIndex(assembly)
        order = NotificationOrder(assembly)
    }

    /// Something that sends.
    private struct Sender {
        let name: String
        let kind: String
        let summary: String
        /// The service that sends on its own behalf; `nil` for what sends as a role.
        let principal: String?
        /// What it sends for, as `aws:SourceArn` tells.
        let source: ObjectID
        /// The ARN of what it sends for, where that is not in the input.
        var sourceARN: Value?
        /// The role that it sends as.
        var role: Field?
        let origin: Origin
        let condition: Condition
        /// It sends what it could not deliver.
        var isForDeadLetters = false
        /// The bucket's notification, when it is one.
        var notification: ObjectID?
    }

    func run() {
        let receiverKinds: [(Kind, FieldKey, String)] = [
            (.queue, .queue, "sqs:SendMessage"), (.topic, .topic, "sns:Publish"),
        ]
        for (kind, field, action) in receiverKinds {
            let receivers = assembly.ids(of: kind)
            guard !receivers.isEmpty else { continue }
            let (buckets, workers) = (buckets(to: field), workers(to: kind, action))
            for receiver in receivers {
                collect(
                    for: receiver, field: field, action: action, buckets: buckets[receiver] ?? [],
                    workers: workers[receiver] ?? [])
            }
        }
    }

    private func collect(
        for receiver: ObjectID, field: FieldKey, action: String, buckets: [Sender], workers: [Sender]
    ) {
        var open = assembly.openReasons(of: receiver) + (questions.isExhausted ? [Self.tooMany] : [])
        let senders =
            buckets + subscriptions(to: receiver, field, &open)
            + targets(to: receiver, field, &open) + alarms(to: receiver, field, &open) + deadLetters(to: receiver, field)
            + workers
        let links = senders.compactMap { sender -> (id: ObjectID, condition: Condition)? in
            add(sender, to: receiver, field: field, action: action).map { ($0, sender.condition) }
        }
        assembly.setDerived(
            field == .queue ? .producers : .publishers, of: receiver, to: assembly.links(links, open: open))
        guard field == .topic else { return }
        for (flag, kind) in [(FieldKey.isAlarmTarget, "alarm"), (.isEventTarget, "eventRule")] {
            assembly.setDerived(flag, of: receiver, to: .bool(senders.contains { $0.kind == kind }))
        }
    }

    // MARK: - Senders

    /// The objects of a kind whose link means the receiver, each with its condition.
    private func linked(
        _ kind: Kind, by field: FieldKey, to receiver: ObjectID, _ open: inout [Reason]
    ) -> [(id: ObjectID, condition: Condition)] {
        let links = index.owners(kind, by: field, of: receiver)
        open += links.open
        return links.found
    }

    /// The buckets that notify queues or topics, by receiver.
    private func buckets(to field: FieldKey) -> [ObjectID: [Sender]] {
        var senders: [ObjectID: [Sender]] = [:]
        for bucket in assembly.ids(of: .bucket) {
            let name = assembly.objects[bucket.index].name
            for notification in assembly.objects(.notifications, of: bucket).found {
                for match in assembly.objects(field, of: notification.id).found {
                    var sender = Sender(
                        name: name, kind: "bucket", summary: "bucket \(name) notifies it", principal: "s3.amazonaws.com",
                        source: bucket, origin: assembly.objects[notification.id.index].origin,
                        condition: notification.condition.and(match.condition).and(assembly.objects[bucket.index].existence))
                    sender.notification = notification.id
                    senders[match.id, default: []].append(sender)
                }
            }
        }
        return senders
    }

    private func subscriptions(to receiver: ObjectID, _ field: FieldKey, _ open: inout [Reason]) -> [Sender] {
        guard field == .queue else { return [] }
        return linked(.subscription, by: .queue, to: receiver, &open).map { match in
            subscription(match, origin: assembly.objects[match.id.index].origin) { "topic \($0) sends to it" }
        }
    }

    /// The topic of a subscription as a sender.
    private func subscription(
        _ match: (id: ObjectID, condition: Condition), origin: Origin, _ summary: (String) -> String
    ) -> Sender {
        let topics = assembly.objects(.topic, of: match.id).found.map(\.id)
        let name = topics.first.map { assembly.objects[$0.index].name } ?? assembly.objects[match.id.index].name
        return Sender(
            name: name, kind: "subscription", summary: summary(name), principal: "sns.amazonaws.com",
            source: topics.first ?? match.id,
            sourceARN: topics.isEmpty ? assembly.written(.topic, of: match.id) : nil, origin: origin,
            condition: match.condition)
    }

    private func targets(to receiver: ObjectID, _ field: FieldKey, _ open: inout [Reason]) -> [Sender] {
        linked(.eventTarget, by: field, to: receiver, &open).map { match in
            var owner = match.id
            var kind = "eventRule"
            for link in [FieldKey.eventRule, .schedule, .pipe] {
                guard let found = assembly.objects(link, of: match.id).found.first else { continue }
                (owner, kind) = (found.id, link.name)
            }
            let name = assembly.objects[owner.index].name
            let words = ["eventRule": "event rule", "schedule": "schedule", "pipe": "pipe"][kind] ?? kind
            let role = assembly.field(.role, of: match.id)
            return Sender(
                name: name, kind: kind, summary: "\(words) \(name) sends to it",
                principal: kind == "eventRule" && role.isAbsent ? "events.amazonaws.com" : nil, source: owner,
                role: role, origin: assembly.objects[match.id.index].origin,
                condition: match.condition.and(assembly.objects[owner.index].existence))
        }
    }

    private func alarms(to receiver: ObjectID, _ field: FieldKey, _ open: inout [Reason]) -> [Sender] {
        guard field == .topic else { return [] }
        return linked(.alarm, by: .topics, to: receiver, &open).map { match in
            let name = assembly.objects[match.id.index].name
            return Sender(
                name: name, kind: "alarm", summary: "alarm \(name) notifies it", principal: "cloudwatch.amazonaws.com",
                source: match.id, origin: assembly.objects[match.id.index].origin, condition: match.condition)
        }
    }

    /// Event rules and topics send what they could not deliver, and that needs the queue's leave as well.
    ///
    /// Source: SNS developer guide, "Configuring an Amazon SNS dead-letter queue for a subscription"; EventBridge user guide,
    /// "Granting permissions to the dead-letter queue".
    private func deadLetters(to receiver: ObjectID, _ field: FieldKey) -> [Sender] {
        guard field == .queue else { return [] }
        var open: [Reason] = []
        let events = linked(.eventTarget, by: .deadLetterQueue, to: receiver, &open).compactMap { match -> Sender? in
            guard let rule = assembly.objects(.eventRule, of: match.id).found.first?.id else { return nil }
            let name = assembly.objects[rule.index].name
            return Sender(
                name: name, kind: "eventRule", summary: "event rule \(name) sends what could not be delivered to it",
                principal: "events.amazonaws.com", source: rule,
                origin: assembly.written(.deadLetterQueue, of: match.id).origin, condition: match.condition)
        }
        let messages = linked(.subscription, by: .deadLetterQueue, to: receiver, &open).map { match in
            var sender = subscription(match, origin: assembly.written(.deadLetterQueue, of: match.id).origin) {
                "topic \($0) sends what could not be delivered to it"
            }
            sender.isForDeadLetters = true
            return sender
        }
        return events + messages
    }

    /// Most workers of all receivers that are followed: many with one role for many queues are too many to look at.
    private static let mostWorkers = 30_000

    private static let tooMany = Reason("there are more pairs of senders and receivers than are followed")

    /// Task definitions and functions whose role may send to just one queue or topic, by receiver.
    private func workers(to receiverKind: Kind, _ action: String) -> [ObjectID: [Sender]] {
        var senders: [ObjectID: [Sender]] = [:]
        var count = 0
        for (kind, link) in [(Kind.taskDefinition, FieldKey.taskRole), (.function, .role)] {
            for worker in assembly.ids(of: kind) {
                let root = assembly.root(of: worker)
                for role in assembly.objects(link, of: worker).found {
                    let grants = questions.specificGrants(to: role.id, action, amongAll: receiverKind, inRoot: root)
                    count += grants.count
                    guard count <= Self.mostWorkers else {
                        questions.noteExhaustion()
                        return senders
                    }
                    for (receiver, grants) in grants {
                        guard let grant = grants.first else { continue }
                        senders[receiver, default: []].append(sender(worker, kind, as: role, grant))
                    }
                }
            }
        }
        return senders
    }

    private func sender(
        _ worker: ObjectID, _ kind: Kind, as role: (id: ObjectID, condition: Condition), _ grant: AccessQuestions.SpecificGrant
    ) -> Sender {
        let name = assembly.objects[worker.index].name
        return Sender(
            name: name, kind: kind.name, summary: "the role of \(name) may send to it", principal: nil,
            source: worker, role: Field(.object(role.id), state: .derived, origin: grant.origin), origin: grant.origin,
            condition: role.condition.and(grant.condition).and(assembly.objects[worker.index].existence))
    }

    // MARK: - Objects

    private func add(_ sender: Sender, to receiver: ObjectID, field: FieldKey, action: String) -> ObjectID? {
        let place = Value(.map([]), origin: sender.origin)
        guard let id = assembly.addDerived(.producer, named: sender.name, at: place, like: receiver) else { return nil }
        assembly.setDerived(.kind, of: id, to: .string(sender.kind))
        assembly.setDerived(.summary, of: id, to: .string(sender.summary))
        assembly.setDerived(.isService, of: id, to: .bool(sender.principal != nil))
        if let principal = sender.principal { assembly.setDerived(.principal, of: id, to: .string(principal)) }
        assembly.setDerived(field, of: id, to: .object(receiver))
        if let role = sender.role { assembly.setField(.role, of: id, to: role) }
        if field == .queue {
            assembly.setDerived(.isFedFifo, of: id, to: mayFeedFifo(sender))
            if let notification = sender.notification,
                let waits = order.waitsForPolicy(notification, of: receiver)
            {
                assembly.setDerived(.waitsForPolicy, of: id, to: waits)
            }
        }
        assembly.derive(.maySend, of: id) { reading throws(ReadingFailure) in
            if let principal = sender.principal {
                return try questions.mayService(principal, do: action, with: receiver, for: sources(of: sender), reading).content
            }
            guard let role = try reading.object(.role, of: id) else { return Self.noRole(sender) }
            return try questions.mayRole(role, do: action, with: receiver, reading).content
        }
        assembly.derive(.mayUseKey, of: id) { reading throws(ReadingFailure) in
            if let principal = sender.principal {
                return try questions.mayService(principal, useKeyOf: receiver, for: sources(of: sender), reading)?.content
                    ?? .bool(true)
            }
            guard let key = try reading.object(.key, of: receiver) else { return .bool(true) }
            guard let role = try reading.object(.role, of: id) else { return Self.noRole(sender) }
            let encrypts = try questions.mayRole(role, do: "kms:GenerateDataKey", withKey: key, reading)
            return encrypts.and(try questions.mayRole(role, do: "kms:Decrypt", withKey: key, reading)).content
        }
        return id
    }

    /// Whether AWS lets it feed a FIFO queue.
    ///
    /// Source: S3 user guide, "Supported event destinations" (no FIFO queues); SNS developer guide, "Amazon SNS FIFO topics"
    /// (FIFO queues cannot subscribe to standard topics). The name of a FIFO topic ends in `.fifo`.
    private func mayFeedFifo(_ sender: Sender) -> Field.Content {
        guard !sender.isForDeadLetters else { return .bool(true) }
        switch sender.kind {
        case "bucket": return .bool(false)
        case "subscription":
            guard let arn = sender.sourceARN else {
                let field = assembly.field(.isFifo, of: sender.source)
                return assembly.objects[sender.source.index].kind.key == .topic ? field.content : .bool(true)
            }
            guard let text = arn.knownText ?? arn.knownPieces.last, arn.textParts.last.map(Self.isLiteral) == true else {
                return .unknown([Reason("whether the topic is a FIFO topic is not known")], mayBeAbsent: false)
            }
            return .bool(text.hasSuffix(".fifo"))
        default: return .bool(true)
        }
    }

    private static func isLiteral(_ part: TextPart) -> Bool {
        if case .literal = part { true } else { false }
    }

    /// The texts that may stand in `aws:SourceArn` when it sends.
    private func sources(of sender: Sender) -> [PolicyText] {
        sender.sourceARN.map { [questions.names.text(of: $0, isPattern: false)] } ?? questions.arns(of: sender.source)
    }

    private static func noRole(_ sender: Sender) -> Field.Content {
        .unknown([Reason("the role that \(sender.name) sends as is not known")], mayBeAbsent: false)
    }
}
