import Templates

/// What a role lets its bearer do with queues, as far as the input shows.
struct QueueAccess {
    /// A grant on one queue and where it stands.
    struct Grant {
        let queue: ObjectID
        let condition: Condition
        let origin: Origin
    }

    private(set) var receives: [Grant] = []
    private(set) var sends: [Grant] = []
    /// Receiving is allowed on every queue, which says nothing of any one queue.
    private(set) var receivesFromAny = false
    /// Every policy of the role is in the input and every statement about queues is known.
    private(set) var isVisible = true

    /// Managed policies of AWS that let their bearer receive from every queue.
    ///
    /// Source: AWS managed policy reference, AmazonSQSFullAccess and AdministratorAccess, PowerUserAccess.
    private static let receivingPolicies = ["AmazonSQSFullAccess", "AdministratorAccess", "PowerUserAccess"]

    init(role: ObjectID, assembly: ModelAssembly, resolver: LinkResolver) {
        let existence = assembly.objects[role.index].existence
        let inline = assembly.objects("policies", of: role)
        for policy in inline.found {
            read(policy.id, when: existence.and(policy.condition), role: role, assembly, resolver)
        }
        if !inline.open.isEmpty { isVisible = false }
        readManagedPolicies(assembly.written("managedPolicies", of: role), role: role, assembly, resolver)
        for policy in assembly.ids(of: "policy", besides: role) {
            readAttached(policy, to: role, assembly, resolver)
        }
        if !assembly.openReasons(of: role).isEmpty { isVisible = false }
    }

    private mutating func readManagedPolicies(
        _ value: Value, role: ObjectID, _ assembly: ModelAssembly, _ resolver: LinkResolver
    ) {
        if !ModelAssembly.openReasons(value).isEmpty { isVisible = false }
        for element in ModelAssembly.elements(value) {
            for candidate in resolver.candidates(element.value, among: "policy", from: role) {
                if case .object(let policy) = candidate.meaning {
                    read(policy, when: element.condition, role: role, assembly, resolver)
                } else if case .literal(let end)? = element.value.textParts.last, end.contains(":aws:policy/") {
                    let name = end.split(separator: "/").last.map(String.init) ?? ""
                    if Self.receivingPolicies.contains(name) { receivesFromAny = true }
                } else {
                    isVisible = false
                }
            }
        }
    }

    private mutating func readAttached(
        _ policy: ObjectID, to role: ObjectID, _ assembly: ModelAssembly, _ resolver: LinkResolver
    ) {
        for candidate in resolver.candidates(assembly.written("roles", of: policy), among: "role", from: policy) {
            switch candidate.meaning {
            case .object(role):
                let condition = candidate.condition.and(assembly.objects[policy.index].existence)
                read(policy, when: condition, role: role, assembly, resolver)
            case .unknown: isVisible = false
            case .object, .outside, .absent: continue
            }
        }
    }

    // MARK: - Statements

    /// Reads the statements of a policy, which both dialects write in IAM's own JSON.
    private mutating func read(
        _ policy: ObjectID, when condition: Condition, role: ObjectID, _ assembly: ModelAssembly, _ resolver: LinkResolver
    ) {
        let statements = assembly.written("statements", of: policy)
        if !ModelAssembly.openReasons(statements).isEmpty { isVisible = false }
        for (statement, condition) in ModelAssembly.elements(statements, when: condition) {
            guard statement.member("Effect").knownText == "Allow" else { continue }
            guard statement.member("NotAction").isAbsent else {
                isVisible = false
                continue
            }
            let actions = ModelAssembly.elements(statement.member("Action")).map(\.value.knownText)
            if actions.contains(nil) || !ModelAssembly.openReasons(statement.member("Action")).isEmpty { isVisible = false }
            let patterns = actions.compactMap(\.self)
            let receives = patterns.contains { ActionPattern.matches($0, "sqs:ReceiveMessage") }
            let sends = patterns.contains { ActionPattern.matches($0, "sqs:SendMessage") }
            guard receives || sends else { continue }
            for candidate in resolver.candidates(statement.member("Resource"), among: "queue", from: role) {
                add(candidate, receives: receives, sends: sends, when: condition)
            }
        }
    }

    private mutating func add(
        _ candidate: LinkResolver.Candidate, receives isReceiving: Bool, sends isSending: Bool, when condition: Condition
    ) {
        switch candidate.meaning {
        case .object(let queue):
            let grant = Grant(
                queue: queue, condition: condition.and(candidate.condition), origin: candidate.value.origin)
            if isReceiving { receives.append(grant) }
            if isSending { sends.append(grant) }
        case .outside:
            if let text = candidate.value.knownText ?? Self.lastLiteral(candidate.value), text.hasSuffix("*") {
                receivesFromAny = receivesFromAny || isReceiving
            }
        case .unknown: isVisible = false
        case .absent: return
        }
    }

    private static func lastLiteral(_ value: Value) -> String? {
        if case .literal(let text)? = value.textParts.last { text } else { nil }
    }
}
