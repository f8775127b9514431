import Evaluation
import Templates

/// Works out what policies say by themselves: which statements are public, which stand on a queue, a topic or a key, and whom
/// a role trusts.
struct PolicyDerivation {
    let assembly: ModelAssembly
    let resolver: LinkResolver
    private let reader: PolicyReader
    private let roles: RolePolicies
    private let aliases: AliasIndex

    init(assembly: ModelAssembly, resolver: LinkResolver) {
        self.assembly = assembly
        self.resolver = resolver
        reader = PolicyReader(assembly)
        roles = RolePolicies(assembly, resolver)
        aliases = AliasIndex(assembly)
    }

    func run() {
        for id in assembly.ids(of: .statement) { describe(id) }
        collectStatements(ofAll: .queue, holders: .queuePolicy, by: .queues)
        for id in assembly.ids(of: .queue) {
            readKey(of: id, written: .kmsMasterKeyId, alias: "alias/aws/sqs")
            readTransport(of: id)
        }
        collectStatements(ofAll: .topic, holders: .topicPolicy, by: .topics)
        for id in assembly.ids(of: .topic) {
            readKey(of: id, written: .kmsMasterKeyId, alias: "alias/aws/sns")
        }
        collectStatements(ofAll: .kmsKey, holders: .keyPolicy, by: .key)
        collectStatements(ofAll: .secret, holders: .secretPolicy, by: .secret)
        for id in assembly.ids(of: .secret) {
            readKey(of: id, written: .kmsKeyId, alias: "alias/aws/secretsmanager")
        }
        for id in assembly.ids(of: .parameter) { readKey(of: id, written: .kmsKeyId, alias: "alias/aws/ssm") }
        for id in assembly.ids(of: .role) { readRole(id) }
    }

    // MARK: - Statements

    private func describe(_ id: ObjectID) {
        let statement = reader.statement(id)
        assembly.derive(.isPublic, of: id) { reading throws(ReadingFailure) in try statement.isPublic(reading).content }
        assembly.derive(.isOnEveryResource, of: id) { reading throws(ReadingFailure) in
            try statement.isOnEveryResource(reading).content
        }
        assembly.derive(.grantsEveryQueueAction, of: id) { reading throws(ReadingFailure) in
            try statement.grantsEvery(actionOf: "sqs", reading).content
        }
        assembly.derive(.concernsQueues, of: id) { reading throws(ReadingFailure) in
            try statement.concernsAny(actionOf: "sqs", reading).content
        }
    }

    /// The statements that stand on queues, topics or keys: in them, and in policies of their own.
    private func collectStatements(ofAll kind: Kind, holders: Kind, by link: FieldKey) {
        let ids = assembly.ids(of: kind)
        guard !ids.isEmpty else { return }
        let policies = ReverseLinks(
            assembly, resolver, from: assembly.ids(of: holders), by: link, to: kind,
            hasNeighbours: kind == .queue || kind == .topic)
        let meant = meantAllTheSame(by: holders, link, as: kind)
        for id in ids {
            let own = assembly.objects(kind == .kmsKey ? .statements : .ownStatements, of: id)
            var found = own.found
            var open = own.open + assembly.openReasons(of: id) + policies.doubts(of: id, assembly) + (meant[id] ?? [])
            for policy in policies.owners(of: id) {
                let statements = assembly.objects(.statements, of: policy.id)
                open += statements.open
                found += statements.found.map { ($0.id, policy.condition.and($0.condition)) }
            }
            if kind == .queue { found.removeAll { isOfOthers($0.id, than: id) } }
            assembly.setDerived(.policyStatements, of: id, to: assembly.links(found, open: open))
        }
    }

    /// What policies mean that name it in a form which AWS does not take there: TPL007 says so, and that such a policy allows
    /// nothing is the same fault.
    private func meantAllTheSame(by holders: Kind, _ link: FieldKey, as kind: Kind) -> [ObjectID: [Reason]] {
        var meant: [ObjectID: [Reason]] = [:]
        let forms = ReferenceForms(assembly: assembly)
        for policy in assembly.ids(of: holders) {
            let holder = assembly.objects[policy.index]
            guard let slot = holder.kind.slot(of: link), let due = holder.kind.fields[slot].form else { continue }
            for slip in forms.slips(in: assembly.writtenInAnyForm(slot: slot, of: policy), due: due) {
                for candidate in resolver.candidates(slip.value, among: kind, from: policy) {
                    guard case .object(let id) = candidate.meaning else { continue }
                    meant[id, default: []].append(Reason("\(holder.name) may be meant for it"))
                }
            }
        }
        return meant
    }

    /// Whether a statement of a policy that stands on several queues surely names other queues only.
    private func isOfOthers(_ statement: ObjectID, than queue: ObjectID) -> Bool {
        let statement = reader.statement(statement)
        guard !statement.resources.isEmpty else { return false }
        let names = ResourceNames(assembly: assembly)
        let match = try? statement.concerns(resources: names.arns(of: queue), Reading(assembly))
        if case .no? = match { return true }
        return false
    }

    private func readTransport(of queue: ObjectID) {
        assembly.derive(.deniesPlainTransport, of: queue) { reading throws(ReadingFailure) in
            let (found, open) = assembly.objects(.policyStatements, of: queue)
            var match = PolicyMatch(open: open)
            for statement in found where try reading.isTrue(statement.condition) {
                match = match.or(try reader.statement(statement.id).deniesPlainTransport(reading))
            }
            return match.content
        }
    }

    // MARK: - Keys

    private func readKey(of id: ObjectID, written name: FieldKey, alias: String) {
        let written = assembly.written(name, of: id)
        let origin = written.origin
        let value = lookedUp(written)
        let key = key(value, from: id)
        let isAws = Self.isAwsManaged(value, alias: alias)
        assembly.setField(.key, of: id, to: Field(key, state: .derived, origin: origin, steps: value.steps))
        assembly.setField(.usesAwsManagedKey, of: id, to: Field(isAws, state: .derived, origin: origin, steps: value.steps))
        guard assembly.objects[id.index].kind.slot(of: .usesCustomerKey) != nil else { return }
        let isCustomer = Self.isCustomer(value, alias: alias)
        assembly.setField(
            .usesCustomerKey, of: id, to: Field(isCustomer, state: .derived, origin: origin, steps: value.steps))
    }

    /// The name by which a data source looks a key up, where one does: `alias/aws/sqs`.
    private func lookedUp(_ value: Value) -> Value {
        value.flatMap { value in
            guard case .reference(let reference) = value.content else { return value }
            return assembly.value(behind: reference) ?? value
        }
    }

    /// The key of the input that a value means: by reference, or through an alias.
    private func key(_ value: Value, from owner: ObjectID) -> Field.Content {
        if case .choice(let condition, let yes, let no) = value.content {
            return .choice(
                condition, Field(key(yes, from: owner), state: .derived, origin: yes.origin),
                Field(key(no, from: owner), state: .derived, origin: no.origin))
        }
        if value.isAbsent || value.knownText == "" { return .absent }
        if let alias = alias(value, from: owner) { return assembly.field(.key, of: alias).content }
        if let declaration = assembly.schema.declaration(of: .kmsKey),
            case .object(let id) = resolver.link(value, to: declaration, from: owner)
        {
            return .object(id)
        }
        if case .unknown(let reasons, let mayBeAbsent) = value.content { return .unknown(reasons, mayBeAbsent: mayBeAbsent) }
        return .unknown([Reason("the key \(value.summary) is not in the input")], mayBeAbsent: false)
    }

    /// The alias that a value refers to, or names with or without an ARN before it.
    private func alias(_ value: Value, from owner: ObjectID) -> ObjectID? {
        if case .reference(let reference) = value.content, let id = assembly.idsByResource[reference.resource] {
            return assembly.objects[id.index].kind.key == .kmsAlias ? id : nil
        }
        return aliases.first(meantBy: value, inRoot: assembly.root(of: owner))
    }

    /// Whether the key is the one that AWS manages for the service: `alias/aws/sqs`, with or without an ARN before it.
    private static func isAwsManaged(_ value: Value, alias: String) -> Field.Content {
        switch value.content {
        case .absent, .reference: return .bool(false)
        case .choice(let condition, let yes, let no):
            return .choice(
                condition, Field(isAwsManaged(yes, alias: alias), state: .derived, origin: yes.origin),
                Field(isAwsManaged(no, alias: alias), state: .derived, origin: no.origin))
        case .scalar(let scalar): return .bool(scalar.text.hasSuffix(alias))
        case .text(let parts):
            if case .literal(let end)? = parts.last, end.hasSuffix(alias) { return .bool(true) }
            if case .literal? = parts.last { return .bool(false) }
            return .unknown(value.unknownReasons, mayBeAbsent: false)
        case .external: return .unknown(value.unknownReasons, mayBeAbsent: false)
        case .unknown(let reasons, _): return .unknown(reasons, mayBeAbsent: false)
        case .list, .map: return .bool(false)
        }
    }

    private static func isCustomer(_ value: Value, alias: String) -> Field.Content {
        if case .choice(let condition, let yes, let no) = value.content {
            return .choice(
                condition, Field(isCustomer(yes, alias: alias), state: .derived, origin: yes.origin),
                Field(isCustomer(no, alias: alias), state: .derived, origin: no.origin))
        }
        if value.isAbsent || value.knownText == "" { return .bool(false) }
        if case .unknown(let reasons, true) = value.content { return .unknown(reasons, mayBeAbsent: false) }
        guard case .bool(let isAws) = isAwsManaged(value, alias: alias) else {
            return .unknown(value.unknownReasons, mayBeAbsent: false)
        }
        return .bool(!isAws)
    }

    // MARK: - Roles

    private func readRole(_ id: ObjectID) {
        let policies = roles.policies(of: id)
        let written = policies.statements.compactMap { statement in statement.object.map { ($0, statement.presence) } }
        assembly.setDerived(.statements, of: id, to: assembly.links(written, open: policies.open))
        assembly.derive(.trustedServices, of: id) { reading throws(ReadingFailure) in
            let (found, open) = assembly.objects(.trustStatements, of: id)
            var services: [String] = []
            var doubts = open
            for item in found where try reading.isTrue(item.condition) {
                let statement = reader.statement(item.id)
                doubts += statement.open.principals
                guard statement.effect == "Allow" else { continue }
                for principal in statement.principals where principal.kind == .service {
                    guard try reading.isTrue(principal.presence) else { continue }
                    guard let name = principal.text.known else {
                        doubts += principal.text.reasons
                        continue
                    }
                    if !services.contains(name) { services.append(name) }
                }
            }
            let origin = assembly.objects[id.index].origin
            return .list(
                services.map { Field.Element(Field(.string($0), state: .derived, origin: origin)) },
                open: ModelAssembly.unique(doubts))
        }
        assembly.setDerived(.isTaskRole, of: id, to: .bool(false))
    }
}
