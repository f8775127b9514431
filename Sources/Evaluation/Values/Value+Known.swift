extension Value {
    /// The value without what is not known in it: what will never be there raises no doubt, whatever it would say.
    package var withoutUnknowns: Value {
        switch content {
        case .unknown: Value(.absent, origin: origin, steps: steps)
        case .list(let elements, _):
            Value(.list(elements.map(\.withoutUnknowns), open: []), origin: origin, steps: steps, isJSONText: isJSONText)
        case .map(let members, _):
            Value(
                .map(members.map { Member(key: $0.key, value: $0.value.withoutUnknowns) }), origin: origin, steps: steps,
                isJSONText: isJSONText)
        case .choice(let condition, let yes, let no):
            Value(.choice(condition, yes.withoutUnknowns, no.withoutUnknowns), origin: origin, steps: steps)
        case .scalar, .text, .reference, .external, .absent: self
        }
    }
}
