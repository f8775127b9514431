import Templates

/// Asks the policies of an input: what roles may do with queues, keys, secrets and tasks, and whom queues and topics let in.
final class AccessQuestions {
    let assembly: ModelAssembly
    let names: ResourceNames
    private let reader: PolicyReader
    private let roles: RolePolicies
    private let functions: FunctionPermissions
    private let grants: KeyGrants
    private var known: [ObjectID: PolicyDocumentSet] = [:]
    private var knownARNs: [ObjectID: [PolicyText]] = [:]
    private var patterns: [RoleAction: [SpecificPattern]] = [:]
    private var granted: [WorkerAction: [ObjectID]] = [:]

    private struct RoleAction: Hashable {
        let role: ObjectID
        let action: String
    }

    private struct WorkerAction: Hashable {
        let kind: String
        let action: String
        let root: Int
    }

    /// A resource that a role may use, by a pattern that does not mean every one.
    private struct SpecificPattern {
        let text: PolicyText
        let condition: Condition
        let origin: Origin
    }

    init(_ assembly: ModelAssembly, _ resolver: LinkResolver) {
        self.assembly = assembly
        names = ResourceNames(assembly: assembly)
        reader = PolicyReader(assembly)
        roles = RolePolicies(assembly, resolver)
        functions = FunctionPermissions(assembly, resolver)
        grants = KeyGrants(assembly, resolver)
    }

    /// The policies of a role, or those that stand on a queue, topic, key, secret or function.
    func policies(of id: ObjectID) -> PolicyDocumentSet {
        if let set = known[id] { return set }
        let set =
            switch assembly.objects[id.index].kind.name {
            case "role": roles.policies(of: id)
            case "function": functions.policies(of: id)
            default: standing(on: id)
            }
        known[id] = set
        return set
    }

    /// The ARNs of an object, spelled once.
    func arns(of id: ObjectID) -> [PolicyText] {
        if let texts = knownARNs[id] { return texts }
        let texts = names.arns(of: id)
        knownARNs[id] = texts
        return texts
    }

    private func standing(on id: ObjectID) -> PolicyDocumentSet {
        let (found, open) = assembly.objects("policyStatements", of: id)
        return PolicyDocumentSet(statements: found.map { reader.statement($0.id, when: $0.condition) }, open: open)
    }

    // MARK: - Roles

    /// Whether a role may do something with a queue or topic, by its own policies or by those of the queue.
    func mayRole(
        _ role: ObjectID, do action: String, with resource: ObjectID, _ reading: Reading
    ) throws(ReadingFailure) -> PolicyAnswer {
        let request = PolicyRequest(action, on: arns(of: resource))
        let own = try policies(of: role).answer(to: request, reading)
        var asked = request
        asked.caller = .role(arns(of: role))
        return own.or(try policies(of: resource).answer(to: asked, reading))
    }

    /// Whether a role may do something by its own policies alone.
    func mayRole(
        _ role: ObjectID, _ request: PolicyRequest, _ reading: Reading
    ) throws(ReadingFailure) -> PolicyAnswer {
        try policies(of: role).answer(to: request, reading)
    }

    // MARK: - Services of AWS

    /// Whether a service of AWS may do something with a queue or topic on behalf of a source.
    func mayService(
        _ principal: String, do action: String, with resource: ObjectID, for source: [PolicyText], _ reading: Reading
    ) throws(ReadingFailure) -> PolicyAnswer {
        var request = PolicyRequest(action, on: arns(of: resource), by: .service(principal))
        request.source = source
        request.account = names.account(of: resource)
        let set = policies(of: resource)
        // A topic without a policy of its own lets its own account publish, and so alarms, but no event rules or buckets.
        if set.statements.isEmpty, set.open.isEmpty, action == "sns:Publish", principal == "cloudwatch.amazonaws.com" {
            return .allowed(assembly.objects[resource.index].origin)
        }
        return try set.answer(to: request, reading)
    }

    // MARK: - Keys

    /// Whether a service of AWS may encrypt for a queue or topic with a customer's key.
    func mayService(
        _ principal: String, useKeyOf resource: ObjectID, for source: [PolicyText], _ reading: Reading
    ) throws(ReadingFailure) -> PolicyAnswer? {
        guard let key = try reading.object("key", of: resource) else { return nil }
        var answer: PolicyAnswer?
        for action in ["kms:GenerateDataKey", "kms:Decrypt"] {
            var request = PolicyRequest(action, on: arns(of: key), by: .service(principal))
            request.source = source
            request.account = names.account(of: resource)
            request.viaService = "sqs"
            let one = try policies(of: key).answer(to: request, reading)
            answer = answer?.and(one) ?? one
        }
        return answer
    }

    /// Whether a role may use a customer's key: by the key's policy, or by its own where the key leaves that to the account.
    func mayRole(_ role: ObjectID, do action: String, withKey key: ObjectID, _ reading: Reading) throws(ReadingFailure)
        -> PolicyAnswer
    {
        let set = policies(of: key)
        var request = PolicyRequest(action, on: arns(of: key), by: .role(arns(of: role)))
        request.viaService = "sqs"
        let direct = try set.answer(to: request, reading)
        if case .allowed = direct { return direct }
        if case .denied = direct { return direct }
        let granted = try grants.answer(to: role, action, with: key, reading)
        guard try leavesToAccount(set, action, reading) else { return direct.or(granted) }
        request.caller = nil
        return try policies(of: role).answer(to: request, reading).or(direct).or(granted)
    }

    /// Whether a key's policy leaves an action to the account's own policies, as the default policy does.
    private func leavesToAccount(
        _ set: PolicyDocumentSet, _ action: String, _ reading: Reading
    ) throws(ReadingFailure) -> Bool {
        if set.statements.isEmpty { return true }
        for statement in set.statements where statement.effect == "Allow" {
            guard try reading.isTrue(statement.presence), try statement.isForAccount(reading),
                case .yes = try statement.concerns(action: action, reading)
            else { continue }
            return true
        }
        return false
    }
}

// MARK: - Evidence

extension AccessQuestions {
    /// A statement that shows that a role is meant to do something with just this resource: it allows the action on it, and
    /// not on every other one too. Conditions of the statement do not matter here.
    func specificGrant(
        to role: ObjectID, _ action: String, on resource: ObjectID
    ) -> (condition: Condition, origin: Origin)? {
        specificGrants(to: role, action, on: resource).first
    }

    func specificGrants(
        to role: ObjectID, _ action: String, on resource: ObjectID
    ) -> [(condition: Condition, origin: Origin)] {
        let candidates = specificPatterns(of: role, action)
        guard !candidates.isEmpty else { return [] }
        let wanted = arns(of: resource)
        return candidates.compactMap { candidate in
            guard wanted.contains(where: { if case .yes = candidate.text.matches($0) { true } else { false } }) else {
                return nil
            }
            return (candidate.condition, candidate.origin)
        }
    }

    /// Whether `specificGrants` may find anything.
    func hasSpecificGrants(_ role: ObjectID, _ action: String) -> Bool { !specificPatterns(of: role, action).isEmpty }

    /// The workers of a kind in a system with a role that may do something with certain resources: few of all, so that not
    /// every queue has to ask every worker.
    ///
    /// - Parameter link: the field that holds the worker's role; always the same for a kind.
    func workers(
        _ kind: String, as link: String, withGrantsFor action: String, besides resource: ObjectID
    ) -> [ObjectID] {
        let key = WorkerAction(kind: kind, action: action, root: assembly.root(of: resource))
        if let known = granted[key] { return known }
        let found = assembly.ids(of: kind, inRoot: key.root).filter { worker in
            assembly.objects(link, of: worker).found.contains { hasSpecificGrants($0.id, action) }
        }
        granted[key] = found
        return found
    }

    /// The resources that a role's statements allow an action on, without those that mean every resource.
    private func specificPatterns(of role: ObjectID, _ action: String) -> [SpecificPattern] {
        let key = RoleAction(role: role, action: action)
        if let known = patterns[key] { return known }
        let asked = PolicyText(action.lowercased())
        let found = policies(of: role).statements.flatMap { statement -> [SpecificPattern] in
            guard statement.effect == "Allow", !statement.isNotAction, !statement.isNotResource else { return [] }
            let actions = statement.actions.filter { if case .yes = $0.text.matches(asked) { true } else { false } }
            guard let first = actions.first else { return [] }
            let condition = statement.presence.and(actions.dropFirst().reduce(first.presence) { $0.or($1.presence) })
            return statement.resources.filter { !isGeneral($0.text, service: action) }.map { pattern in
                SpecificPattern(
                    text: pattern.text, condition: condition.and(pattern.presence),
                    origin: pattern.origin ?? statement.origin)
            }
        }
        patterns[key] = found
        return found
    }

    /// Some task of some cluster.
    var anyTask: PolicyText {
        var name = PolicyText("task/")
        name.append(.unknown(key: nil))
        return names.arn("ecs", name)
    }

    /// A pattern that a resource of any name matches.
    private func isGeneral(_ text: PolicyText, service action: String) -> Bool {
        var other = PolicyText()
        other.append(.name("any other"))
        let service = action.split(separator: ":").first.map(String.init) ?? ""
        if case .yes = text.matches(names.arn(service, other)) { return true }
        return false
    }
}
