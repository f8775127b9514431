import Evaluation

/// Lays what a plan knows over what the configuration writes: the plan's values at the configuration's places.
enum SourceAlignment {
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
            return SourcePlacement.moved(known, to: origin)
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
            if case .scalar = structure.content { return SourcePlacement.moved(known, to: origin) }
            return aligned(structure, with: written, at: place, isInside: isInside)
        case (.map(let members, _), .map(let others, _)):
            let placed = members.map { member -> Value.Member in
                let other = others.last { $0.key == member.key }?.value
                let inner = origin.child(.key(member.key), node: origin.node, key: origin.key)
                let value =
                    other.map { aligned(member.value, with: $0, at: inner, isInside: true) }
                    ?? SourcePlacement.moved(member.value, to: inner)
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
        default: return SourcePlacement.moved(known, to: origin)
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
        return Value(content, origin: origin, steps: value.steps, mentions: value.mentions)
    }

    /// The path and resource of one place, and the text of another.
    private static func origin(at place: Origin, like written: Origin) -> Origin {
        Origin(
            node: written.node, key: written.key, parent: place.parent, component: place.component,
            resource: place.resource, textRange: written.textRange)
    }
}
