import Evaluation
import YAMLBridge

/// Moves the values of a plan's resource to the places where the configuration writes them.
///
/// What is known stays what the plan says; only the place changes. What is not written stands at the header of the block
/// around it.
struct SourcePlacement {
    /// What the names in a block's expressions stand for.
    let scope: PlanScope
    /// What `dynamic` blocks around the values name.
    var names = ExpressionEvaluator.Names()
    /// Whether the values surely come from the block that they are moved to; not where blocks were matched by their number.
    var isSureOfBlock = true

    /// The value of an attribute's expression, for places inside it and for what the plan does not know.
    private func evaluate(_ attribute: Node.Entry, _ block: SourceBlock, _ origin: Origin) -> Value {
        scope.values.value(of: attribute.value, isNative: block.isNative, at: origin, scope: scope, names: names)
    }

    /// The body of a resource at its block.
    ///
    /// A plan leaves `lifecycle` out; the configuration has it.
    func body(_ value: Value, in block: SourceBlock, of resource: String) -> Value {
        let placed = map(value, in: block, at: block.origin(of: resource))
        guard case .map(let members, _) = placed.content else { return placed }
        let lifecycle = lifecycle(of: block, at: placed.origin)
        return Value(.map(members + [.init(key: "lifecycle", value: lifecycle)]), origin: placed.origin, steps: placed.steps)
    }

    /// The block's `lifecycle`; an empty one where it has none, which tells it from a plan without sources.
    private func lifecycle(of block: SourceBlock, at origin: Origin) -> Value {
        guard let lifecycle = block.blocks("lifecycle").first else { return Value(.map([]), origin: origin) }
        let place = lifecycle.origin(in: origin, .key("lifecycle"))
        let members = lifecycle.body.entries.map { entry -> Value.Member in
            let key = entry.key.text
            let inner = place.child(.key(key), node: entry.value, key: entry.key)
            // Names of attributes stand there without quotes, which as expressions would be resources.
            let value =
                key == "ignore_changes"
                ? Self.names(entry.value, isNative: block.isNative, at: inner) : evaluate(entry, lifecycle, inner)
            return .init(key: key, value: value)
        }
        return Value(.map(members), origin: place)
    }

    /// `[desired_count, tags["a"]]` or `all`, as texts.
    private static func names(_ node: Node, isNative: Bool, at origin: Origin) -> Value {
        func element(_ text: String, _ index: Int) -> Value {
            .text(text, origin: origin.child(.index(index), node: origin.node, key: origin.key))
        }
        guard isNative, node.text.hasPrefix("["), node.text.hasSuffix("]") else {
            guard node.kind == .sequence else { return .text(node.text, origin: origin) }
            return Value(.list(node.elements.enumerated().map { element($1.text, $0) }, open: []), origin: origin)
        }
        let names = node.text.dropFirst().dropLast().split(whereSeparator: { $0 == "," || $0.isWhitespace }).map(String.init)
        return Value(.list(names.enumerated().map { element($1, $0) }, open: []), origin: origin)
    }

    private func map(_ value: Value, in block: SourceBlock, at origin: Origin) -> Value {
        guard case .map(let members, _) = value.content else { return Self.moved(value, to: origin) }
        let placed = members.map { member in
            Value.Member(key: member.key, value: self.member(member.key, member.value, in: block, at: origin))
        }
        return Value(.map(placed), origin: origin, steps: value.steps, mentions: value.mentions)
    }

    private func member(_ key: String, _ value: Value, in block: SourceBlock, at origin: Origin) -> Value {
        let inner = block.blocks(key)
        let loops = block.dynamicBlocks(key)
        // The JSON form writes a block and a map alike; the plan tells one from the other.
        let isBlock = !loops.isEmpty || !inner.isEmpty && (block.isNative || value.isListOfMaps)
        if isBlock { return blocks(value, key, inner, loops, at: origin) }
        guard let entry = block.attribute(key) else {
            let place = origin.child(.key(key), node: origin.node, key: origin.key)
            return isLeftToProvider(value) ? Value(.absent, origin: place) : Self.moved(value, to: place)
        }
        let place = origin.child(.key(key), node: entry.value, key: entry.key)
        return SourceAlignment.aligned(value, with: evaluate(entry, block, place), at: place)
    }

    /// Whether a value that nobody writes is the provider's or AWS's to choose. A plan alone cannot tell in what `dynamic`
    /// blocks make, since it leaves them out: `override` of a `mixed_instances_policy` is known after apply there.
    private func isLeftToProvider(_ value: Value) -> Bool {
        guard isSureOfBlock, case .unknown = value.content else { return false }
        return value.mentions.isEmpty && !SensitiveValue.isHidden(value)
    }

    // MARK: - Nested blocks

    private func blocks(
        _ value: Value, _ key: String, _ inner: [SourceBlock], _ loops: [SourceBlock], at origin: Origin,
        isWritten: Bool = false
    ) -> Value {
        guard let first = inner.first ?? loops.first else { return Self.moved(value, to: origin) }
        let place = first.origin(in: origin, .key(key))
        switch value.content {
        case .map: return map(value, in: first, at: place)
        case .list(let elements, let open):
            let writings = writings(inner, loops, at: place)
            let placed = elements.enumerated().map { index, element in
                let inner = place.child(.index(index), node: place.node, key: place.key)
                guard let writing = writing(of: element, index, among: writings, of: elements.count) else {
                    return Self.moved(element, to: inner)
                }
                return writing.placement.map(element, in: writing.block, at: writing.head.origin(in: place, .index(index)))
            }
            return Value(.list(placed, open: open), origin: place, steps: value.steps, mentions: value.mentions)
        // A plan calls blocks of an unknown loop unknown or absent; the configuration may tell them.
        case .absent where isWritten || !loops.isEmpty, .unknown where !loops.isEmpty:
            guard let writings = writings(inner, loops, at: place) else {
                return .unknown(Reason("it is known after apply only"), mayBeAbsent: true, origin: place)
            }
            let written = writings.enumerated().map { index, writing in
                writing.placement.written(writing.block, at: writing.head.origin(in: place, .index(index)))
            }
            return Value(.list(written, open: []), origin: place)
        default: return Self.moved(value, to: place)
        }
    }

    /// A block as the configuration alone writes it.
    private func written(_ block: SourceBlock, at origin: Origin) -> Value {
        var members: [Value.Member] = []
        for entry in block.body.entries where entry.key.text != "dynamic" && (!block.isNative || entry.value.kind == .scalar) {
            let place = origin.child(.key(entry.key.text), node: entry.value, key: entry.key)
            members.append(.init(key: entry.key.text, value: evaluate(entry, block, place)))
        }
        for name in block.nestedNames {
            let nothing = Value(.absent, origin: origin)
            let value = blocks(nothing, name, block.blocks(name), block.dynamicBlocks(name), at: origin, isWritten: true)
            members.append(.init(key: name, value: value))
        }
        return Value(.map(members), origin: origin)
    }

    /// A nested block of the configuration, or one that a `dynamic` block makes.
    private struct Writing {
        let block: SourceBlock
        /// What the block's place is: the `dynamic` block's for those that it makes.
        let head: SourceBlock
        var placement: SourcePlacement
        /// Made by a loop.
        var isMade = false
    }

    /// Everything that writes blocks of a name; `nil` where a loop's elements are not known.
    private func writings(_ inner: [SourceBlock], _ loops: [SourceBlock], at place: Origin) -> [Writing]? {
        var writings = inner.map { Writing(block: $0, head: $0, placement: self) }
        for loop in loops {
            guard let forEach = loop.attribute("for_each"), let content = loop.blocks("content").first,
                let items = scope.values.items(of: evaluate(forEach, loop, place), scope: scope)
            else { return nil }
            let iterator = loop.attribute("iterator")?.value.text ?? loop.label.text
            for item in items {
                var placement = self
                placement.names.values[iterator] = Value(
                    .map([.init(key: "key", value: item.key), .init(key: "value", value: item.value)]), origin: place)
                writings.append(Writing(block: content, head: loop, placement: placement, isMade: true))
            }
        }
        return writings
    }

    /// The block that a value of the plan comes from: the only one that does not contradict it, else the one of its number.
    private func writing(of element: Value, _ index: Int, among writings: [Writing]?, of count: Int) -> Writing? {
        guard let writings else { return nil }
        let fitting = writings.filter { $0.placement.fits($0.block, element, isMade: $0.isMade) }
        if fitting.count == 1 { return fitting[0] }
        guard writings.indices.contains(index), writings.count == count || !writings.contains(where: \.isMade) else { return nil }
        var writing = writings[index]
        writing.placement.isSureOfBlock = false
        return writing
    }

    /// Whether nothing that is surely written in a block contradicts a value: blocks of a set stand in another order in a
    /// plan. What a loop makes is worked out for it, literals are compared as they stand.
    private func fits(_ block: SourceBlock, _ value: Value, isMade: Bool) -> Bool {
        block.body.entries.allSatisfy { entry in
            guard entry.value.kind == .scalar, let known = value.member(entry.key.text).knownText else { return true }
            let written =
                isMade
                ? evaluate(entry, block, value.origin).knownText : Self.literal(entry.value, isNative: block.isNative)
            return written == nil || written == known
        }
    }

    /// The text of a number, truth value or text without parts.
    private static func literal(_ node: Node, isNative: Bool) -> String? {
        let text = node.text
        guard !text.utf8.contains(UInt8(ascii: "$")), !text.utf8.contains(UInt8(ascii: "%")) else { return nil }
        guard isNative else { return text }
        if text.hasPrefix("\"") {
            let inner = text.dropFirst().dropLast()
            return inner.utf8.contains { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "\"") } ? nil : String(inner)
        }
        return text == "true" || text == "false" || Int(text) != nil ? text : nil
    }

    // MARK: - Places

    /// The same value with every part at one place.
    static func moved(_ value: Value, to origin: Origin) -> Value { value.wholly(at: origin) }
}

extension Value {
    fileprivate var isListOfMaps: Bool {
        guard case .list(let elements, _) = content else { return false }
        return elements.contains { if case .map = $0.content { true } else { false } }
    }
}
