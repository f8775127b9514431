import Evaluation
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
    /// Comparisons of a role's patterns with ARNs that are still made: seconds, for thousands of patterns with stars.
    private var comparisonsLeft = 5_000_000
    /// Whether roles may be granted more than was found.
    private(set) var isExhausted = false
    private var grantsByRole: [RoleAction: [ObjectID: [SpecificGrant]]] = [:]
    private var bearers: [KindInRoot: BearerIndex] = [:]

    private struct RoleAction: Hashable {
        let role: ObjectID
        let action: String
        /// The objects that it is asked about; `nil` for all.
        var kind: Kind?
        var root = 0
    }

    private struct KindInRoot: Hashable {
        let kind: Kind
        let root: Int
    }

    /// That a role may use a resource, and where it says so.
    struct SpecificGrant {
        let condition: Condition
        let origin: Origin
        /// The pattern stands for several names: `jobs*`.
        let isByWildcard: Bool
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
            switch assembly.objects[id.index].kind.key {
            case .role: roles.policies(of: id)
            case .function: functions.policies(of: id)
            default: reader.policies(.policyStatements, of: id)
            }
        let indexed = set.indexed()
        known[id] = indexed
        return indexed
    }

    /// The ARNs of an object, spelled once.
    func arns(of id: ObjectID) -> [PolicyText] {
        if let texts = knownARNs[id] { return texts }
        let texts = names.arns(of: id)
        knownARNs[id] = texts
        return texts
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
        guard let key = try reading.object(.key, of: resource) else { return nil }
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
    /// - Parameter service: the service that uses the key for the role.
    func mayRole(
        _ role: ObjectID, do action: String, withKey key: ObjectID, by service: String = "sqs", _ reading: Reading
    ) throws(ReadingFailure) -> PolicyAnswer {
        let set = policies(of: key)
        var request = PolicyRequest(action, on: arns(of: key), by: .role(arns(of: role)))
        request.viaService = service
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
                case .yes = try statement.concerns(action: PolicyText(action.lowercased()), reading)
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
    func specificGrant(to role: ObjectID, _ action: String, on resource: ObjectID) -> SpecificGrant? {
        specificGrants(to: role, action, on: resource).first
    }

    func specificGrants(to role: ObjectID, _ action: String, on resource: ObjectID) -> [SpecificGrant] {
        let kind = assembly.objects[resource.index].kind.key
        return specificGrants(to: role, action, amongAll: kind, inRoot: assembly.root(of: resource))[resource] ?? []
    }

    /// What a role is specifically granted on each object of a kind in a system. Found once for all of them: each worker
    /// asking for each queue would take the square of their number.
    func specificGrants(
        to role: ObjectID, _ action: String, amongAll kind: Kind, inRoot root: Int
    ) -> [ObjectID: [SpecificGrant]] {
        let key = RoleAction(role: role, action: action, kind: kind, root: root)
        if let found = grantsByRole[key] { return found }
        var found: [ObjectID: [SpecificGrant]] = [:]
        let patterns = specificPatterns(of: role, action)
        for pattern in patterns {
            var candidates = bearers(kind, inRoot: root).candidates(for: pattern.text)
            if candidates.isEmpty { candidates = elsewhere(pattern.text, kind, root) }
            guard spend(candidates.count) else { break }
            let isByWildcard = if case .anything = pattern.text.lastPart { true } else { false }
            for id in candidates where means(pattern.text, id) {
                let grant = SpecificGrant(
                    condition: pattern.condition, origin: pattern.origin, isByWildcard: isByWildcard)
                found[id, default: []].append(grant)
            }
        }
        grantsByRole[key] = found
        return found
    }

    private func means(_ pattern: PolicyText, _ id: ObjectID) -> Bool {
        arns(of: id).contains { if case .yes = pattern.matches($0) { true } else { false } }
    }

    /// The only object of another system that bears the name at the end of a pattern, unless that says that it is elsewhere.
    private func elsewhere(_ pattern: PolicyText, _ kind: Kind, _ root: Int) -> [ObjectID] {
        let parts = pattern.addressParts
        guard parts.count > 5, let last = parts.last, let name = last.flatMap({ $0.split(separator: "/").last }) else {
            return []
        }
        let found = assembly.ids(of: kind, named: String(name)).filter { id in
            guard assembly.root(of: id) != root else { return false }
            if let region = assembly.region(of: id), let said = parts[3] ?? assembly.region(ofRoot: root), said != region {
                return false
            }
            if let account = assembly.account(of: id), let said = parts[4], said != account { return false }
            return true
        }
        return found.count == 1 ? found : []
    }

    /// - Returns: whether so many more comparisons are made.
    private func spend(_ comparisons: Int) -> Bool {
        guard comparisons <= comparisonsLeft else {
            isExhausted = true
            return false
        }
        comparisonsLeft -= comparisons
        return true
    }

    /// The objects of a kind in a system by their ARNs.
    private func bearers(_ kind: Kind, inRoot root: Int) -> BearerIndex {
        let key = KindInRoot(kind: kind, root: root)
        if let known = bearers[key] { return known }
        var index = BearerIndex()
        for id in assembly.ids(of: kind, inRoot: root) { index.add(id, arns: arns(of: id)) }
        bearers[key] = index
        return index
    }

    /// Some grants are left out, for whatever reason.
    func noteExhaustion() { isExhausted = true }

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
