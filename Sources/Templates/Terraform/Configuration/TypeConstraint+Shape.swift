import Evaluation

extension TypeConstraint {
    /// The type as one that values are made for.
    var shape: ValueShape {
        switch self {
        case .any, .tuple: .any
        case .string: .text
        case .number: .number
        case .truth: .truth
        case .map(let element): .map(element.shape)
        case .collection(let element, _): .list(element.shape)
        case .object(let attributes):
            .object(
                attributes.map { attribute in
                    let fallback = attribute.fallback.flatMap(Self.datum).map(attribute.type.completed)
                    // A default takes the place of null; one that is not written out may be anything.
                    return .init(
                        name: attribute.name, shape: attribute.type.shape,
                        isOptional: attribute.isOptional && (fallback == nil || fallback == .null), fallback: fallback)
                })
        }
    }

    /// What a default writes out; `nil` for every other expression.
    static func datum(_ expression: Expression) -> Datum? {
        switch expression.form {
        case .null: return .null
        case .truth(let truth): return .truth(truth)
        case .number(let digits): return .number(ExactNumber(digits)?.text ?? digits)
        case .negative(let inner):
            guard case .number(let digits)? = datum(inner), let number = ExactNumber(digits) else { return nil }
            return number.negated.map { .number($0.text) }
        case .parentheses(let inner): return datum(inner)
        case .template(let pieces):
            if pieces.isEmpty { return .text("") }
            guard pieces.count == 1, case .literal(let text)? = pieces.first else { return nil }
            return .text(text)
        case .tuple(let elements):
            let data = elements.compactMap(datum)
            return data.count == elements.count ? .list(data) : nil
        case .object(let items):
            var members: [String: Datum] = [:]
            for item in items {
                guard case .text(let key)? = datum(item.key), let value = datum(item.value) else { return nil }
                members[key] = value
            }
            return .map(members)
        default: return nil
        }
    }

    /// A datum with the defaults of optional attributes that it leaves out.
    private func completed(_ datum: Datum) -> Datum {
        switch (self, datum) {
        case (.object(let attributes), .map(let members)):
            let pairs = attributes.map { attribute -> (String, Datum) in
                let given = members[attribute.name]
                if let given, given != .null { return (attribute.name, attribute.type.completed(given)) }
                let fallback = attribute.fallback.flatMap(Self.datum)
                return (attribute.name, fallback.map(attribute.type.completed) ?? .null)
            }
            return .map(Dictionary(pairs, uniquingKeysWith: { first, _ in first }))
        case (.map(let type), .map(let members)): return .map(members.mapValues(type.completed))
        case (.collection(let type, _), .list(let elements)): return .list(elements.map(type.completed))
        default: return datum
        }
    }
}
