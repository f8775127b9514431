import Evaluation
import Text

/// A `statement` block of the data source `aws_iam_policy_document`.
struct PolicyStatementBlock {
    private let block: Value

    init(_ block: Value) {
        self.block = block
    }

    /// The statement as IAM writes it. `Effect` is Allow when none is written; empty lists say nothing.
    var statement: Value {
        var members: [Value.Member] = []
        func add(_ key: String, _ value: Value) {
            guard !value.isAbsent, !value.isEmptyList else { return }
            members.append(Value.Member(key: key, value: value))
        }
        let sid = block.member("sid")
        if sid.knownText != "" { add("Sid", sid) }
        let effect = block.member("effect")
        add("Effect", effect.isAbsent ? Value(.scalar(.init("Allow")), origin: block.origin) : effect)
        add("Principal", grouped("principals", outer: "type", values: "identifiers"))
        add("NotPrincipal", grouped("not_principals", outer: "type", values: "identifiers"))
        add("Action", texts("actions"))
        add("NotAction", texts("not_actions"))
        add("Resource", texts("resources"))
        add("NotResource", texts("not_resources"))
        add("Condition", grouped("condition", outer: "test", inner: "variable", values: "values"))
        return Value(.map(members), origin: block.origin)
    }

    private func texts(_ argument: String) -> Value { block.member(argument).withPolicyVariables }

    /// Blocks such as `principals { type identifiers }` as a map by their type, and by their variable where they have one.
    private func grouped(_ argument: String, outer: String, inner: String? = nil, values: String) -> Value {
        let blocks = block.member(argument)
        let elements: [Value]
        switch blocks.content {
        case .absent: return blocks
        case .map: elements = [blocks]
        case .list(let list, open: []): elements = list
        default: return unknown(blocks)
        }
        var groups = ValueGroups(origin: blocks.origin)
        for element in elements {
            guard case .map = element.content, let first = element.member(outer).knownText else { return unknown(blocks) }
            let texts = element.member(values).withPolicyVariables
            if argument.hasSuffix("principals"), first == "*" { return Value(.scalar(.init("*")), origin: element.origin) }
            guard let inner else {
                guard groups.add(texts, to: [first]) else { return unknown(blocks) }
                continue
            }
            guard let second = element.member(inner).knownText, groups.add(texts, to: [first, second]) else {
                return unknown(blocks)
            }
        }
        return groups.value
    }

    private func unknown(_ value: Value) -> Value {
        .unknown(madeOf: [value], Reason("the block is not wholly known"), origin: value.origin)
    }
}

/// Lists of values by one or two keys, in the order in which they come.
private struct ValueGroups {
    let origin: Origin
    private var members: [Value.Member] = []

    init(origin: Origin) {
        self.origin = origin
    }

    var value: Value { Value(.map(members), origin: origin) }

    /// Adds a list under its keys; false when it cannot be joined with what stands there.
    mutating func add(_ list: Value, to keys: [String]) -> Bool {
        guard let joined = Self.joined(members, list, keys[...]) else { return false }
        members = joined
        return true
    }

    private static func joined(_ members: [Value.Member], _ list: Value, _ keys: ArraySlice<String>) -> [Value.Member]? {
        guard let key = keys.first else { return nil }
        let rest = keys.dropFirst()
        var members = members
        let place = members.firstIndex { $0.key == key }
        let old = place.map { members[$0].value }
        let new: Value
        if rest.isEmpty {
            guard let joined = old.map({ join($0, list) }) ?? .some(list) else { return nil }
            new = joined
        } else {
            var inner: [Value.Member] = []
            if case .map(let known, _)? = old?.content { inner = known }
            guard let joined = Self.joined(inner, list, rest) else { return nil }
            new = Value(.map(joined), origin: list.origin)
        }
        let member = Value.Member(key: key, value: new)
        if let place { members[place] = member } else { members.append(member) }
        return members
    }

    private static func join(_ left: Value, _ right: Value) -> Value? {
        guard case .list(let some, let open) = left.content, case .list(let others, let more) = right.content else {
            return nil
        }
        return Value(.list(some + others, open: open + more), origin: left.origin)
    }
}

extension Value {
    fileprivate var isEmptyList: Bool {
        if case .list(let elements, let open) = content { elements.isEmpty && open.isEmpty } else { false }
    }

    /// The value with `&{...}`, which stands for IAM's `${...}` since Terraform has that for itself.
    fileprivate var withPolicyVariables: Value {
        switch content {
        case .scalar(let scalar):
            guard scalar.text.utf8.contains(UInt8(ascii: "&")) else { return self }
            return Value(.scalar(.init(Self.policyVariables(scalar.text))), origin: origin, steps: steps)
        case .text(let parts):
            let replaced = parts.map { part -> TextPart in
                if case .literal(let text) = part { .literal(Self.policyVariables(text)) } else { part }
            }
            return Value(.text(replaced), origin: origin, steps: steps)
        case .list(let elements, let open):
            return Value(.list(elements.map(\.withPolicyVariables), open: open), origin: origin, steps: steps)
        case .choice(let condition, let yes, let no):
            return Value.choice(condition, yes.withPolicyVariables, no.withPolicyVariables, origin: origin)
        case .map, .reference, .external, .absent, .unknown: return self
        }
    }

    private static func policyVariables(_ text: String) -> String {
        text.pieces(separatedBy: "&{").joined(separator: "${")
    }
}
