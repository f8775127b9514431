import Evaluation
import Templates

/// The policies of a role: those that stand in it, those that it names, and those that are attached to it.
struct RolePolicies {
    private let assembly: ModelAssembly
    private let resolver: LinkResolver
    private let reader: PolicyReader
    /// The policies that are attached to roles.
    private let attached: ReverseLinks

    init(_ assembly: ModelAssembly, _ resolver: LinkResolver) {
        self.assembly = assembly
        self.resolver = resolver
        reader = PolicyReader(assembly)
        attached =
            assembly.ids(of: .role).isEmpty
            ? ReverseLinks()
            : ReverseLinks(assembly, resolver, from: assembly.ids(of: .policy), by: .roles, to: .role)
    }

    /// All statements of a role, and why there may be more.
    func policies(of role: ObjectID) -> PolicyDocumentSet {
        var set = PolicyDocumentSet(open: assembly.openReasons(of: role))
        let inline = assembly.objects(.policies, of: role)
        set.open += inline.open
        for policy in inline.found { set.add(reader.policies(of: policy.id, when: policy.condition)) }
        addNamed(assembly.written(.managedPolicies, of: role), by: role, to: &set)
        for policy in attached.owners(of: role) { set.add(reader.policies(of: policy.id, when: policy.condition)) }
        set.open += attached.doubts(inRoot: assembly.root(of: role))
        return set
    }

    /// Policies that a value names: those of the input, and those of AWS.
    private func addNamed(_ value: Value, by owner: ObjectID, to set: inout PolicyDocumentSet) {
        set.open += ModelAssembly.openReasons(value)
        for policy in policies(mentionedIn: value) {
            set.add(reader.policies(of: policy, when: assembly.objects[policy.index].existence))
        }
        for element in ModelAssembly.elements(value) {
            for candidate in resolver.candidates(element.value, among: .policy, from: owner) {
                let condition = element.condition.and(candidate.condition)
                if case .object(let policy) = candidate.meaning {
                    set.add(reader.policies(of: policy, when: condition.and(assembly.objects[policy.index].existence)))
                } else {
                    addOutside(candidate.value, when: condition, to: &set)
                }
            }
        }
    }

    /// The policies of the input that an unknown list is made of: nobody builds ARNs of policies to leave them out.
    private func policies(mentionedIn value: Value) -> [ObjectID] {
        switch value.content {
        case .unknown:
            value.mentions.compactMap { assembly.idsByResource[$0.resource] }
                .filter { assembly.objects[$0.index].kind.key == .policy }
        case .list(let elements, _): elements.flatMap(policies)
        default: []
        }
    }

    private func addOutside(_ value: Value, when condition: Condition, to set: inout PolicyDocumentSet) {
        guard case .literal(let end)? = value.textParts.last, end.contains(":aws:policy/"),
            let name = end.split(separator: "/").last.map(String.init)
        else {
            set.open.append(Reason("the managed policy \(value.summary) is not in the input"))
            return
        }
        if let statements = ManagedPolicies.statements(of: name, when: condition, at: value.origin) {
            set.statements += statements
        } else {
            set.open.append(Reason("what the policy \(name) of AWS grants is not known here"))
        }
    }
}
