import YAMLBridge

/// Moves the values of a plan's resource to the places where the configuration writes them.
///
/// What is known stays what the plan says; only the place changes. What is not written stands at the header of the block
/// around it.
struct SourcePlacement {
    /// The value of an attribute's expression, for places inside it and for what the plan does not know.
    let evaluate: (_ attribute: Node.Entry, _ block: SourceBlock, _ origin: Origin) -> Value?

    /// The body of a resource at its block.
    ///
    /// A plan leaves `lifecycle` out; the configuration has it.
    func body(_ value: Value, in block: SourceBlock, of resource: String) -> Value {
        let placed = map(value, in: block, at: block.origin(of: resource))
        guard case .map(let members) = placed.content else { return placed }
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
            let value = key == "ignore_changes"
                ? Self.names(entry.value, isNative: block.isNative, at: inner) : evaluate(entry, lifecycle, inner)
            return .init(key: key, value: value ?? .unknown(Reason("it is not read"), origin: inner))
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
        guard case .map(let members) = value.content else { return Self.moved(value, to: origin) }
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
            return Self.moved(value, to: origin.child(.key(key), node: origin.node, key: origin.key))
        }
        let place = origin.child(.key(key), node: entry.value, key: entry.key)
        if let written = evaluate(entry, block, place) { return SourceAlignment.aligned(value, with: written, at: place) }
        return Self.moved(value, to: place)
    }

    // MARK: - Nested blocks

    private func blocks(
        _ value: Value, _ key: String, _ inner: [SourceBlock], _ loops: [SourceBlock], at origin: Origin
    ) -> Value {
        guard let first = inner.first ?? loops.first else { return Self.moved(value, to: origin) }
        let place = first.origin(in: origin, .key(key))
        switch value.content {
        case .map: return map(value, in: first, at: place)
        case .list(let elements, let open):
            let placed = elements.enumerated().map { index, element in
                let fitting = inner.filter { Self.fits($0, element) }
                let chosen = loops.isEmpty && fitting.count == 1 ? fitting[0]
                    : loops.isEmpty && inner.indices.contains(index) ? inner[index] : nil
                guard let chosen else { return Self.moved(element, to: place.child(.index(index), node: place.node, key: place.key)) }
                return map(element, in: chosen, at: chosen.origin(in: place, .index(index)))
            }
            return Value(.list(placed, open: open), origin: place, steps: value.steps, mentions: value.mentions)
        // A plan calls blocks of an unknown loop absent, since it does not tell that the configuration writes them.
        case .absent where !loops.isEmpty:
            return .unknown(Reason("it is known after apply only"), mayBeAbsent: true, origin: place)
        default: return Self.moved(value, to: place)
        }
    }

    /// Whether no literal of a block contradicts a value: blocks of a set stand in another order in a plan.
    private static func fits(_ block: SourceBlock, _ value: Value) -> Bool {
        block.body.entries.allSatisfy { entry in
            guard entry.value.kind == .scalar, let known = value.member(entry.key.text).knownText,
                let literal = literal(entry.value, isNative: block.isNative)
            else { return true }
            return literal == known
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
    static func moved(_ value: Value, to origin: Origin) -> Value {
        func inner(_ value: Value, _ component: PathComponent) -> Value {
            moved(value, to: origin.child(component, node: origin.node, key: origin.key))
        }
        let content: Value.Content =
            switch value.content {
            case .map(let members):
                .map(members.map { .init(key: $0.key, value: inner($0.value, .key($0.key))) })
            case .list(let elements, let open):
                .list(elements.enumerated().map { inner($1, .index($0)) }, open: open)
            case .choice(let condition, let yes, let no):
                .choice(condition, moved(yes, to: origin), moved(no, to: origin))
            default: value.content
            }
        return Value(content, origin: origin, steps: value.steps, mentions: value.mentions)
    }
}

extension Value {
    fileprivate var isListOfMaps: Bool {
        guard case .list(let elements, _) = content else { return false }
        return elements.contains { if case .map = $0.content { true } else { false } }
    }
}
