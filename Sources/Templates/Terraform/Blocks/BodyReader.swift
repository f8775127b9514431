import Evaluation
import YAMLBridge

/// Evaluates arguments and nested blocks.
struct BodyReader {
    let scope: BlockScope
    var names = ExpressionEvaluator.Names()
    /// Whether lists in brackets are spliced into the list, as in the arguments of resources.
    var splicesLists = false

    private var work: EvaluationWork { scope.work }

    // MARK: - Values

    /// What a node stands for.
    func value(_ node: Node, at origin: Origin) -> Value {
        // What stands in the text of a scalar counts as deep as it is itself.
        if node.kind == .scalar { return scalar(node, at: origin) }
        guard work.enter(at: origin) else {
            return .unknown(
                Reason("the configuration asks for more work than a lint does"), mayBeAbsent: true, origin: origin)
        }
        defer { work.leave() }
        switch node.kind {
        case .scalar, .sequence:
            let elements = node.elements.enumerated().map { index, element in
                value(element, at: origin.child(.index(index), node: element, key: nil))
            }
            let list = Value(.list(elements, open: []), origin: origin)
            return splicesLists ? BracketedList(module: scope.module).spliced(list, of: node) : list
        case .mapping: return body(node.entries, at: origin)
        }
    }

    private func scalar(_ node: Node, at origin: Origin) -> Value {
        guard node.holdsTemplates else {
            let value = evaluate(.expression, node, at: origin)
            return splicesLists ? BracketedList(module: scope.module).spliced(value, of: node) : value
        }
        if node.isNull { return Value(.absent, origin: origin) }
        guard node.style == .plain else { return evaluate(.template, node, at: origin) }
        let text = ExactNumber(node.text)?.text ?? node.text
        return Value(.scalar(.init(text, isQuoted: false)), origin: origin)
    }

    private func evaluate(_ syntax: ExpressionEvaluator.Syntax, _ node: Node, at origin: Origin) -> Value {
        ExpressionEvaluator.evaluate(syntax, of: node, at: origin, scope: scope, names: names)
    }

    // MARK: - Bodies

    /// The members of a block or an object. Blocks that stand several times become a list, and dynamic blocks the blocks
    /// that they make.
    func body(_ entries: [Node.Entry], at origin: Origin, leavingOut excluded: Set<String> = []) -> Value {
        var members = BodyMembers()
        var unsettled: [Value] = []
        for entry in entries where !entry.isComment && !excluded.contains(entry.key.text) {
            if entry.key.text == "dynamic", Self.isDynamic(entry.value) {
                for body in entry.value.bodies {
                    for block in body.entries { addDynamic(block, at: origin, to: &members) }
                }
                continue
            }
            let name = name(of: entry.key, at: origin)
            let place = origin.child(.key(name.convertedText ?? entry.key.text), node: entry.value, key: entry.key)
            let value = value(entry.value, at: place)
            if let text = name.convertedText {
                members.add(value, to: text, isBlock: entry.value.kind == .mapping)
            } else {
                unsettled += [name, value]
            }
        }
        guard unsettled.isEmpty else {
            let values = unsettled + members.members.map(\.value)
            return .unknown(madeOf: values, Reason("a key is not known"), mayBeAbsent: true, origin: origin)
        }
        return Value(.map(members.members), origin: origin)
    }

    /// A key may be a template as well.
    private func name(of key: Node, at origin: Origin) -> Value {
        let text = key.text
        guard key.holdsTemplates, text.utf8.contains(UInt8(ascii: "{")) else { return .text(text, origin: origin) }
        return evaluate(.template, key, at: origin)
    }

    // MARK: - Dynamic blocks

    /// Whether a member is `dynamic` blocks and not an argument of that name.
    private static func isDynamic(_ node: Node) -> Bool {
        let blocks = node.bodies.flatMap(\.entries)
        return !blocks.isEmpty
            && blocks.allSatisfy { entry in
                !entry.value.bodies.isEmpty
                    && entry.value.bodies.allSatisfy { $0["for_each"] != nil && $0["content"] != nil }
            }
    }

    /// Blocks that a `dynamic` block makes, one for each element of its `for_each`
    /// (https://developer.hashicorp.com/terraform/language/expressions/dynamic-blocks).
    private func addDynamic(_ entry: Node.Entry, at origin: Origin, to members: inout BodyMembers) {
        let label = entry.key.text
        for definition in entry.value.bodies {
            guard let forEach = definition.entry("for_each"), let content = definition.entry("content") else { continue }
            let place = origin.child(.key(label), node: definition, key: entry.key)
            let collection = value(forEach.value, at: place.child(.key("for_each"), node: forEach.value, key: forEach.key))
            let iterator = definition["iterator"]?.text ?? label
            for (condition, settled) in collection.alternatives {
                guard let items = items(of: settled),
                    work.spendInstances(items.count, at: place, of: "\(scope.identity).\(label)")
                else {
                    let unknown = Value.unknown(
                        madeOf: [settled], Reason("the blocks of a loop are not known"), mayBeAbsent: true, origin: place)
                    members.addOpen(unknown, to: label)
                    continue
                }
                for item in items {
                    var inner = self
                    let member = Value(
                        .map([.init(key: "key", value: item.key), .init(key: "value", value: item.value)]), origin: place)
                    inner.names.values[iterator] = member
                    for body in content.value.bodies {
                        let block = inner.body(body.entries, at: place)
                        members.add(block.present(when: condition.and(item.existence)), to: label, isBlock: true)
                    }
                }
            }
        }
    }

    private func items(of collection: Value) -> [ExpressionEvaluator.Item]? {
        let evaluator = ExpressionEvaluator(scope: scope, node: collection.origin.node)
        guard let items = try? evaluator.items(of: collection) else { return nil }
        guard case .list = collection.content else { return items }
        // A set's element is its own key; whether it is a set or a list is not told apart here.
        return items.map { item in
            let key = Value.unknown(Reason("the key of an element is not known"), origin: item.value.origin)
            return ExpressionEvaluator.Item(key: key, value: item.value, existence: item.existence)
        }
    }
}

/// The members of a body while it is read.
private struct BodyMembers {
    private(set) var members: [Value.Member] = []
    private var places: [String: Int] = [:]

    /// Adds a value. A second block of a name makes a list; a second argument takes the place of the first.
    mutating func add(_ value: Value, to name: String, isBlock: Bool) {
        guard let place = places[name] else {
            places[name] = members.count
            let isListed = isBlock && value.isChoice
            members.append(
                .init(key: name, value: isListed ? Value(.list([value], open: []), origin: value.origin) : value))
            return
        }
        guard isBlock else {
            members[place] = .init(key: name, value: value)
            return
        }
        let (elements, open) = members[place].value.blockElements
        members[place] = .init(
            key: name, value: Value(.list(elements + [value], open: open), origin: members[place].value.origin))
    }

    /// Says that there may be more blocks of a name.
    mutating func addOpen(_ unknown: Value, to name: String) {
        guard let place = places[name] else {
            places[name] = members.count
            members.append(.init(key: name, value: unknown))
            return
        }
        let (elements, open) = members[place].value.blockElements
        members[place] = .init(
            key: name,
            value: Value(
                .list(elements, open: open + unknown.unknownReasons), origin: members[place].value.origin,
                mentions: unknown.mentions))
    }
}

extension Value {
    /// Blocks as a list, whatever they are written as.
    fileprivate var blockElements: (elements: [Value], open: [Reason]) {
        switch content {
        case .list(let elements, let open): (elements, open)
        case .absent: ([], [])
        case .unknown(let reasons, _): ([], reasons)
        default: ([self], [])
        }
    }

    /// The values that open conditions leave, at most 32 of them, each with its condition.
    var alternatives: [(condition: Condition, value: Value)] {
        guard choiceCount(upTo: 33) <= 32 else {
            return [(.always, .unknown(madeOf: [self], Reason("it depends on too many open conditions"), origin: origin))]
        }
        return settledAlternatives(.always)
    }

    private func settledAlternatives(_ outer: Condition) -> [(condition: Condition, value: Value)] {
        guard case .choice(let condition, let yes, let no) = content else { return [(outer, self)] }
        return yes.settledAlternatives(outer.and(condition)) + no.settledAlternatives(outer.and(condition.negated))
    }
}
