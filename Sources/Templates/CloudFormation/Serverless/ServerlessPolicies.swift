import Evaluation

/// A function's `Policies`: names and ARNs of managed policies, policy documents and policy templates.
struct ServerlessPolicies {
    private let elements: [Value]
    private let doubts: [Reason]
    private let expansion: ServerlessExpansion

    init(_ policies: Value, expansion: ServerlessExpansion) {
        self.expansion = expansion
        switch policies.content {
        case .list(let elements, let open): (self.elements, doubts) = (elements, open)
        case .absent: (elements, doubts) = ([], [])
        default: (elements, doubts) = ([policies], [])
        }
    }

    /// The managed policies, behind some that SAM adds.
    func managed(behind first: [Value], origin: Origin) -> Value {
        let named = elements.map { $0.flatMap(managedPolicy) }.filter { !$0.isAbsent }
        return Value(.list(first + named, open: doubts), origin: origin)
    }

    /// The policies that stand in the role, behind some that SAM adds.
    func inline(behind first: [Value], origin: Origin) -> Value {
        let stated = (first + elements.map { $0.flatMap(inlinePolicy) }).filter { !$0.isAbsent }
        guard !stated.isEmpty || !doubts.isEmpty else { return .absent(origin: origin) }
        return Value(.list(stated, open: doubts), origin: origin)
    }

    /// The ARN of a policy that AWS manages.
    func managedPolicyARN(_ name: String, origin: Origin) -> Value {
        expansion.arn([.literal("iam::aws:policy/\(name)")], origin: origin)
    }

    private func managedPolicy(_ policy: Value) -> Value {
        switch policy.content {
        case .map, .absent: return .absent(origin: policy.origin)
        case .scalar(let scalar) where !scalar.text.hasPrefix("arn:"):
            return managedPolicyARN(scalar.text, origin: policy.origin)
        default: return policy
        }
    }

    private func inlinePolicy(_ policy: Value) -> Value {
        guard case .map(let members, _) = policy.content else { return .absent(origin: policy.origin) }
        guard policy.member("Statement").isAbsent else {
            return .map(["PolicyDocument": policy], origin: policy.origin)
        }
        guard members.count == 1, let template = members.first,
            let statement = ServerlessPolicyTemplate(template.key)?.statement(
                parameters: template.value, expansion: expansion)
        else { return .absent(origin: policy.origin) }
        return expansion.inlinePolicy([statement], origin: template.value.origin)
    }
}
