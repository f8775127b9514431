/// Lays what a plan knows over what the configuration writes: the plan's values at the configuration's places.
enum SourceAlignment {
    /// - Parameters:
    ///   - known: the value as the plan has it.
    ///   - written: the value of the expression in the configuration, with places inside the expression.
    static func aligned(_ known: Value, with written: Value) -> Value {
        switch (known.content, written.content) {
        case (.unknown, .unknown):
            let mentions = known.mentions.isEmpty ? written.mentions : known.mentions
            return Value(known.content, origin: written.origin, steps: known.steps, mentions: mentions)
        // A plan does not tell a reference from a text around one; the configuration does.
        case (.unknown, _), (.reference, .text), (.reference, .map), (.reference, .list), (.reference, .reference):
            return written.isAbsent ? SourcePlacement.moved(known, to: written.origin) : written
        case (.scalar, .map), (.scalar, .list):
            // The configuration makes JSON of a structure, and the plan has the text.
            let structure = known.unwrappedJSON
            if case .scalar = structure.content { return SourcePlacement.moved(known, to: written.origin) }
            return aligned(structure, with: written)
        case (.map(let members), .map(let others)):
            let placed = members.map { member -> Value.Member in
                let other = others.last { $0.key == member.key }?.value
                let value = other.map { aligned(member.value, with: $0) }
                    ?? SourcePlacement.moved(
                        member.value,
                        to: written.origin.child(.key(member.key), node: written.origin.node, key: written.origin.key))
                return .init(key: member.key, value: value)
            }
            return Value(.map(placed), origin: written.origin, steps: known.steps, mentions: known.mentions)
        case (.list(let elements, let open), .list(let others, _)) where elements.count == others.count:
            let placed = zip(elements, others).map { aligned($0, with: $1) }
            return Value(.list(placed, open: open), origin: written.origin, steps: known.steps, mentions: known.mentions)
        default: return SourcePlacement.moved(known, to: written.origin)
        }
    }
}
