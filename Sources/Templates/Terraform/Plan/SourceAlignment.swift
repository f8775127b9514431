import Evaluation

/// Lays what a plan knows over what the configuration writes: the plan's values at the configuration's places.
///
/// What is known stays what the plan says; only the place changes. What is not written stands at the block around it.
enum SourceAlignment {
    /// The body of a resource, as the plan has it and as its block is evaluated.
    static func body(_ known: Value, with written: Value) -> Value {
        block(known, with: written, at: written.origin, isSure: true)
    }

    // MARK: - Blocks

    /// - Parameter isSure: whether the values surely come from that block; not where blocks were matched by their number.
    private static func block(_ known: Value, with written: Value, at origin: Origin, isSure: Bool) -> Value {
        guard case .map(let members, _) = known.content, case .map(let others, _) = written.content else {
            return known.placedThroughout(at: origin)
        }
        let placed = members.map { member -> Value.Member in
            guard let other = others.last(where: { $0.key == member.key })?.value else {
                let place = origin.child(.key(member.key), node: origin.node, key: origin.key)
                let isChosen = isSure && isLeftToProvider(member.value)
                return .init(
                    key: member.key,
                    value: isChosen ? Value(.absent, origin: place) : member.value.placedThroughout(at: place))
            }
            let place = origin.child(.key(member.key), node: other.origin.node, key: other.origin.key)
            let value =
                isBlocks(other, member.value)
                ? blocks(member.value, with: other, at: place, isSure: isSure)
                : aligned(member.value, with: other, at: place)
            return .init(key: member.key, value: value)
        }
        return Value(.map(placed), origin: origin, steps: known.steps, mentions: known.mentions)
    }

    /// Whether a value that nobody writes is the provider's or AWS's to choose. A plan alone cannot tell in what `dynamic`
    /// blocks make, since it leaves them out: `override` of a `mixed_instances_policy` is known after apply there.
    private static func isLeftToProvider(_ value: Value) -> Bool {
        guard case .unknown = value.content else { return false }
        return value.mentions.isEmpty && !SensitiveValue.isHidden(value)
    }

    /// Whether a member is nested blocks and no argument. The JSON form writes a block and a map alike; the plan tells one from
    /// the other.
    private static func isBlocks(_ written: Value, _ known: Value) -> Bool {
        let node = written.origin.node
        switch node.kind {
        case .scalar: return false
        case .mapping where !node.holdsTemplates: return true
        case .mapping, .sequence:
            switch known.content {
            case .list(let elements, _): return elements.contains(where: \.isMap)
            case .absent, .unknown: return node.kind == .mapping
            default: return false
            }
        }
    }

    private static func blocks(_ known: Value, with written: Value, at place: Origin, isSure: Bool) -> Value {
        let candidates = Candidates(written)
        switch known.content {
        case .map:
            guard let only = candidates.blocks.first, candidates.blocks.count == 1 else {
                return known.placedThroughout(at: place)
            }
            return block(known, with: only, at: self.origin(at: place, like: only.origin), isSure: isSure)
        case .list(let elements, let open):
            let placed = elements.enumerated().map { index, element in
                let inner = place.child(.index(index), node: place.node, key: place.key)
                guard let (partner, isFound) = candidates.partner(of: element, index, of: elements.count) else {
                    return element.placedThroughout(at: inner)
                }
                return block(element, with: partner, at: origin(at: inner, like: partner.origin), isSure: isSure && isFound)
            }
            return Value(.list(placed, open: open), origin: place, steps: known.steps, mentions: known.mentions)
        // A plan calls blocks of an unknown loop unknown or absent; the configuration may tell them.
        case .absent, .unknown:
            guard !SensitiveValue.isHidden(known) else { return known.placedThroughout(at: place) }
            guard candidates.isComplete else {
                return .unknown(Reason("it is known after apply only"), mayBeAbsent: true, origin: place)
            }
            return rebased(Value(.list(candidates.blocks, open: []), origin: written.origin), at: place)
        default: return known.placedThroughout(at: place)
        }
    }

    /// The blocks of one name that the configuration writes.
    private struct Candidates {
        let blocks: [Value]
        /// Whether these are all, and surely there.
        let isComplete: Bool

        init(_ written: Value) {
            switch written.content {
            case .list(let elements, let open):
                blocks = elements
                isComplete = open.isEmpty && elements.allSatisfy(\.isMap)
            case .map:
                blocks = [written]
                isComplete = true
            default:
                blocks = []
                isComplete = written.isAbsent
            }
        }

        /// The block that a value of the plan comes from: the only one that does not contradict it, else the one of its number.
        func partner(of element: Value, _ index: Int, of count: Int) -> (block: Value, isFound: Bool)? {
            guard isComplete else { return nil }
            let fitting = blocks.filter { Self.fits($0, element) }
            if fitting.count == 1 { return (fitting[0], true) }
            guard blocks.indices.contains(index), blocks.count == count else { return nil }
            return (blocks[index], false)
        }

        /// Whether nothing that is surely written in a block contradicts a value: blocks of a set stand in another order in a
        /// plan.
        private static func fits(_ block: Value, _ value: Value) -> Bool {
            guard case .map(let members, _) = block.content else { return false }
            return members.allSatisfy { member in
                guard let written = member.value.convertedText, let known = value.member(member.key).convertedText else {
                    return true
                }
                return written == known
            }
        }
    }

    // MARK: - Arguments

    /// - Parameters:
    ///   - known: the value as the plan has it.
    ///   - written: the value of the expression in the configuration, with places inside the expression, or wherever a
    ///     local value or a module's input comes from.
    ///   - place: the attribute, whose path and resource the result keeps.
    ///   - isInside: it is part of a structure.
    static func aligned(_ known: Value, with written: Value, at place: Origin, isInside: Bool = false) -> Value {
        let origin = origin(at: place, like: written.origin)
        if SensitiveValue.isHidden(known) {
            // One sensitive text makes all of a `jsonencode` sensitive. What the configuration writes without it is no secret.
            if isInside, case .scalar = written.content { return rebased(written, at: place) }
            return known.placedThroughout(at: origin)
        }
        switch (known.content, written.content) {
        case (.unknown, .unknown):
            let mentions = known.mentions.isEmpty ? written.mentions : known.mentions
            return Value(known.content, origin: origin, steps: known.steps, mentions: mentions)
        // An expression that gives null leaves the choice to the provider, which a plan calls known after apply.
        case (.unknown, .absent): return Value(.absent, origin: origin)
        // A plan does not tell a reference from a text around one; the configuration does.
        case (.unknown, _), (.reference, .text), (.reference, .map), (.reference, .list), (.reference, .reference):
            return rebased(written, at: place)
        case (.scalar, .map), (.scalar, .list):
            // The configuration makes JSON of a structure, and the plan has the text.
            let structure = known.unwrappedJSON
            if case .scalar = structure.content { return known.placedThroughout(at: origin) }
            return aligned(structure, with: written, at: place, isInside: isInside)
        case (.scalar, .scalar) where known.convertedText == written.convertedText:
            // The way that the value came is the configuration's to tell.
            return Value(known.content, origin: origin, steps: written.steps)
        case (.map(let members, _), .map(let others, _)):
            let placed = members.map { member -> Value.Member in
                let other = others.last { $0.key == member.key }?.value
                let inner = origin.child(.key(member.key), node: origin.node, key: origin.key)
                let value =
                    other.map { aligned(member.value, with: $0, at: inner, isInside: true) }
                    ?? member.value.placedThroughout(at: inner)
                return .init(key: member.key, value: value)
            }
            return Value(.map(placed), origin: origin, steps: known.steps, mentions: known.mentions)
        case (.list(let elements, let open), .list(let others, _)) where elements.count == others.count:
            let order = partners(of: elements, among: others, at: place)
            let placed = elements.indices.map { index in
                let inner = origin.child(.index(index), node: origin.node, key: origin.key)
                return aligned(elements[index], with: others[order[index]], at: inner, isInside: true)
            }
            return Value(.list(placed, open: open), origin: origin, steps: known.steps, mentions: known.mentions)
        default: return known.placedThroughout(at: origin)
        }
    }

    /// Lists that the provider sorts by name: orderEnvironmentVariables and orderSecrets in its internal/service/ecs.
    private static let sortedLists: Set<String> = ["environment", "secrets"]

    /// Which element of the configuration each element of the plan is: the one of the same name. Without names, or where they
    /// do not fit, it is the one of the same number.
    private static func partners(of elements: [Value], among others: [Value], at place: Origin) -> [Int] {
        let unsorted = Array(others.indices)
        guard case .key(let list)? = place.component, sortedLists.contains(list) else { return unsorted }
        let written = others.compactMap { $0.member("name").knownText }
        guard written.count == others.count, Set(written).count == written.count else { return unsorted }
        let sorted = unsorted.sorted { written[$0].utf8.lexicographicallyPrecedes(written[$1].utf8) }
        let names = elements.compactMap { $0.member("name").knownText }
        // Nobody may see the names of a sensitive text.
        if names.isEmpty { return sorted }
        return names == sorted.map { written[$0] } ? sorted : unsorted
    }

    /// A value of the configuration with the paths of the attribute that holds it.
    private static func rebased(_ value: Value, at place: Origin) -> Value {
        let origin = origin(at: place, like: value.origin)
        func inner(_ value: Value, _ component: PathComponent) -> Value {
            rebased(value, at: origin.child(component, node: origin.node, key: origin.key))
        }
        let content: Value.Content =
            switch value.content {
            case .map(let members, _):
                .map(members.map { .init(key: $0.key, value: inner($0.value, .key($0.key))) })
            case .list(let elements, let open):
                .list(elements.enumerated().map { inner($1, .index($0)) }, open: open)
            case .choice(let condition, let yes, let no):
                .choice(condition, rebased(yes, at: place), rebased(no, at: place))
            default: value.content
            }
        return Value(
            content, origin: origin, steps: value.steps, mentions: value.mentions, isJSONText: value.isJSONText)
    }

    /// The path and resource of one place, and the text of another.
    private static func origin(at place: Origin, like written: Origin) -> Origin {
        Origin(
            node: written.node, key: written.key, parent: place.parent, component: place.component,
            resource: place.resource, textRange: written.textRange)
    }
}

extension Value {
    fileprivate var isMap: Bool {
        if case .map = content { true } else { false }
    }
}
