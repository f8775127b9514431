import Evaluation
import Templates

/// Reads policies of the model as statements that can be asked.
struct PolicyReader {
    let assembly: ModelAssembly
    let names: ResourceNames

    init(_ assembly: ModelAssembly) {
        self.assembly = assembly
        names = ResourceNames(assembly: assembly)
    }

    /// The statements of an object, as one of its fields lists them.
    func policies(
        _ field: FieldKey = .statements, of holder: ObjectID, when condition: Condition = .always
    ) -> PolicyDocumentSet {
        let (found, open) = assembly.objects(field, of: holder)
        return PolicyDocumentSet(
            statements: found.map { statement($0.id, when: condition.and($0.condition)) }, open: open)
    }

    func statement(_ id: ObjectID, when condition: Condition = .always) -> PolicyStatement {
        let value = assembly.value(of: id)
        let isNotAction = value.member("Action").isAbsent && !value.member("NotAction").isAbsent
        let isNotResource = value.member("Resource").isAbsent && !value.member("NotResource").isAbsent
        let isNotPrincipal = value.member("Principal").isAbsent && !value.member("NotPrincipal").isAbsent
        let actions = value.member(isNotAction ? "NotAction" : "Action")
        let resources = value.member(isNotResource ? "NotResource" : "Resource")
        let principal = value.member(isNotPrincipal ? "NotPrincipal" : "Principal")
        let conditions = value.member("Condition")
        return PolicyStatement(
            effect: value.member("Effect").knownText,
            actions: patterns(actions).map {
                PolicyPattern(text: $0.text.lowercased, presence: $0.presence, origin: $0.origin)
            },
            isNotAction: isNotAction, resources: patterns(resources), isNotResource: isNotResource,
            principals: principals(principal), isNotPrincipal: isNotPrincipal, conditions: self.conditions(conditions),
            presence: condition, origin: value.origin, object: id,
            open: PolicyStatement.Open(
                actions: ModelAssembly.openReasons(actions), resources: ModelAssembly.openReasons(resources),
                principals: openPrincipals(principal), conditions: openConditions(conditions)))
    }

    private func patterns(
        _ value: Value, isPattern: Bool = true, when condition: Condition = .always
    ) -> [PolicyPattern] {
        ModelAssembly.elements(value, when: condition).map {
            PolicyPattern(
                text: names.text(of: $0.value, isPattern: isPattern), presence: $0.condition, origin: $0.value.origin)
        }
    }

    // MARK: - Principals

    private func principals(_ value: Value, when condition: Condition = .always) -> [PolicyPrincipal] {
        switch value.content {
        case .choice(let split, let yes, let no):
            return principals(yes, when: condition.and(split)) + principals(no, when: condition.and(split.negated))
        case .map(let members, _):
            return members.flatMap { member in
                patterns(member.value, when: condition).map { principal($0, named: member.key) }
            }
        default:
            return patterns(value, when: condition).map { principal($0, named: "*") }
        }
    }

    private func principal(_ pattern: PolicyPattern, named kind: String) -> PolicyPrincipal {
        let isEveryone = (kind == "*" || kind == "AWS") && pattern.text.isAny
        let sort: PolicyPrincipal.Kind =
            switch kind {
            case _ where isEveryone: .everyone
            case "AWS": .aws
            case "Service": .service
            default: .other
            }
        return PolicyPrincipal(kind: sort, text: pattern.text, presence: pattern.presence)
    }

    private func openPrincipals(_ value: Value) -> [Reason] {
        guard case .map(let members, let open) = value.content else { return ModelAssembly.openReasons(value) }
        return open + members.flatMap { ModelAssembly.openReasons($0.value) }
    }

    // MARK: - Conditions

    private func conditions(_ value: Value) -> [PolicyCondition] {
        guard case .map(let comparisons, _) = value.content else { return [] }
        return comparisons.flatMap { comparison -> [PolicyCondition] in
            guard case .map(let keys, _) = comparison.value.content else { return [] }
            let name = comparison.key.lowercased()
            let isIfExists = name.hasSuffix("ifexists")
            let comparison = isIfExists ? String(name.dropLast("ifexists".count)) : name
            return keys.map { key in
                PolicyCondition(
                    comparison: comparison, isIfExists: isIfExists, key: key.key.lowercased(),
                    values: patterns(key.value, isPattern: PolicyCondition.takesWildcards(comparison)),
                    open: ModelAssembly.openReasons(key.value))
            }
        }
    }

    /// Why a condition cannot be read: it is no map of maps.
    private func openConditions(_ value: Value) -> [Reason] {
        switch value.content {
        case .absent: return []
        case .map(let comparisons, let open):
            return open
                + comparisons.flatMap { comparison -> [Reason] in
                    if case .map(_, let open) = comparison.value.content { return open }
                    let reasons = comparison.value.unknownReasons
                    return reasons.isEmpty ? [Reason("a condition of a statement cannot be read")] : reasons
                }
        default:
            let reasons = value.unknownReasons
            return reasons.isEmpty ? [Reason("a condition of a statement cannot be read")] : reasons
        }
    }
}
