import Evaluation
import Templates

/// What resources that are not read may do to the objects of their systems: only to those that they see or are given.
struct OpenThings {
    /// What sees every resource whose name begins with a text, by that text; by root.
    private var seeing: [Int: [Substring: [Reason]]] = [:]
    private var given: [ObjectID: [Reason]] = [:]
    /// What is given any object of a system at all, by root.
    private var involved: [Int: [Reason]] = [:]

    init(_ assembly: ModelAssembly) {
        var openings: [Int: [Opening]] = [:]
        for stack in assembly.workload.stacks {
            let own = stack.open + stack.resources.compactMap(OpaqueStack.opening)
            if !own.isEmpty { openings[stack.root, default: []] += own }
        }
        guard !openings.isEmpty else { return }
        let bodies = Dictionary(
            assembly.workload.stacks.flatMap { $0.resources.lazy.map { ($0.id, $0.body) } }, uniquingKeysWith: { $1 })
        for (root, openings) in openings {
            let names = SystemNames(assembly, root: root)
            for opening in openings { add(opening, root, names, bodies, assembly) }
        }
    }

    private mutating func add(
        _ opening: Opening, _ root: Int, _ names: SystemNames, _ bodies: [ResourceID: Value], _ assembly: ModelAssembly
    ) {
        var things = GivenThings()
        for value in opening.given { things.add(value) }
        let objects = Self.objects(&things, bodies, assembly).union(names.objects(namedBy: things))
        if let prefix = things.isExhausted ? "" : opening.within {
            seeing[root, default: [:]][Substring(prefix), default: []].append(opening.reason)
        }
        for id in objects { given[id, default: []].append(opening.reason) }
        if !objects.isEmpty { involved[root, default: []].append(opening.reason) }
    }

    /// Kinds of objects that name others to whoever is given them: a parameter holds a queue's URL.
    private static let tellingKinds: Set<Kind> = [.parameter, .policy, .secret, .kmsAlias]

    /// The objects that are referred to, by way of resources that only name them as well: a policy, a data source. What
    /// these say is added to the things that are given.
    private static func objects(
        _ things: inout GivenThings, _ bodies: [ResourceID: Value], _ assembly: ModelAssembly
    ) -> Set<ObjectID> {
        var objects: Set<ObjectID> = []
        var seen: Set<ResourceID> = []
        var pending = Array(things.references)
        while let resource = pending.popLast() {
            guard seen.insert(resource).inserted else { continue }
            if let object = assembly.idsByResource[resource] {
                objects.insert(object)
                guard tellingKinds.contains(assembly.objects[object.index].kind.key) else { continue }
            }
            guard let body = bodies[resource] else { continue }
            things.add(body)
            pending += things.references.subtracting(seen)
        }
        return objects
    }

    /// Why there may be more to an object than the input shows.
    func reasons(for id: ObjectID, _ assembly: ModelAssembly) -> [Reason] {
        given[id, default: []] + seeingReasons(for: id, assembly)
    }

    /// The same for something that is bound to no other object, as a metric is, which anybody publishes who knows of anything
    /// here at all.
    func reasonsForUnbound(inRoot root: Int) -> [Reason] {
        ModelAssembly.unique(involved[root, default: []] + (seeing[root] ?? [:]).sorted { $0.key < $1.key }.flatMap(\.value))
    }

    private func seeingReasons(for id: ObjectID, _ assembly: ModelAssembly) -> [Reason] {
        guard let seeing = seeing[assembly.root(of: id)] else { return [] }
        let object = assembly.objects[id.index]
        let name = object.resource ?? object.name
        var reasons = seeing[""] ?? []
        // Names of nested stacks end in a slash, those of modules in a dot.
        for end in name.utf8.indices where name.utf8[end] == UInt8(ascii: "/") || name.utf8[end] == UInt8(ascii: ".") {
            reasons += seeing[name[...end]] ?? []
        }
        return reasons
    }
}

/// The objects of a system by the names that they bear in AWS.
private struct SystemNames {
    private var byText: [String: [ObjectID]] = [:]
    private var byIdentity: [String: [ObjectID]] = [:]
    private var kinds: [ObjectID: Kind] = [:]

    init(_ assembly: ModelAssembly, root: Int) {
        for object in assembly.objects where assembly.root(of: object.id) == root {
            guard let name = assembly.writtenName(of: object.id) else { continue }
            kinds[object.id] = object.kind.key
            if let text = name.knownText {
                byText[text, default: []].append(object.id)
            } else if let identity = name.identityKey {
                byIdentity[identity, default: []].append(object.id)
            }
        }
    }

    func objects(namedBy things: GivenThings) -> Set<ObjectID> {
        guard !byText.isEmpty || !byIdentity.isEmpty else { return [] }
        var found: Set<ObjectID> = []
        for text in things.addressed { found.formUnion(byText[text] ?? []) }
        for identity in things.addressedIdentities { found.formUnion(byIdentity[identity] ?? []) }
        for (text, words) in things.named { found.formUnion(spoken(of: byText[text], words)) }
        for (identity, words) in things.identities { found.formUnion(spoken(of: byIdentity[identity], words)) }
        return found
    }

    /// Those of the objects of one name that the words of an argument speak of.
    private func spoken(of objects: [ObjectID]?, _ words: Set<String>) -> [ObjectID] {
        guard let objects, !words.isEmpty, words.isDisjoint(with: Self.tags) else { return [] }
        return objects.filter { id in
            guard let kind = kinds[id] else { return false }
            return !words.isDisjoint(with: Self.words[kind] ?? Set(NameWords.words(of: kind.name)))
        }
    }

    /// Tags tell people something and hand nothing over.
    private static let tags: Set<String> = ["tag", "tags"]

    /// How arguments speak of things whose kind has another name, or several.
    private static let words: [Kind: Set<String>] = [
        .queue: ["queue", "queues", "sqs", "dlq", "dlqs", "deadletter"],
        .topic: ["topic", "topics", "sns"],
        .role: ["role", "roles"],
        .cluster: ["cluster", "clusters"],
        .service: ["service", "services"],
        .taskDefinition: ["task", "tasks", "family", "families"],
        .function: ["function", "functions", "lambda", "lambdas"],
        .bucket: ["bucket", "buckets"],
        .kmsKey: ["key", "keys", "kms"],
        .kmsAlias: ["alias", "key", "keys", "kms"],
        .secret: ["secret", "secrets"],
        .parameter: ["parameter", "parameters", "ssm"],
        .logGroup: ["log", "logs"],
        .alarm: ["alarm", "alarms"],
        .compositeAlarm: ["alarm", "alarms"],
        .autoScalingGroup: ["asg", "autoscaling", "scaling", "group", "groups"],
        .capacityProvider: ["provider", "providers"],
        .eventRule: ["rule", "rules"],
        .schedule: ["schedule", "schedules"],
        .pipe: ["pipe", "pipes"],
        .policy: ["policy", "policies"],
    ]
}
