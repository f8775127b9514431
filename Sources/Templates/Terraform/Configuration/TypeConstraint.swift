import Evaluation

/// The type of a variable, as far as it changes values
/// (https://developer.hashicorp.com/terraform/language/expressions/type-constraints).
indirect enum TypeConstraint {
    case any
    case string
    case number
    case truth
    /// A list or a set of one type.
    case collection(TypeConstraint, isSet: Bool)
    /// A map of one type.
    case map(TypeConstraint)
    case object([Attribute])
    case tuple([TypeConstraint])

    struct Attribute {
        let name: String
        let type: TypeConstraint
        /// `optional(type, default)`.
        let isOptional: Bool
        let fallback: Expression?
    }

    /// Reads a type expression; what is none is taken as any type.
    init(_ text: String) {
        guard let expression = try? ExpressionParser.expression(text) else {
            self = .any
            return
        }
        self.init(expression)
    }

    private init(_ expression: Expression) {
        switch expression.form {
        case .variable("string"): self = .string
        case .variable("number"): self = .number
        case .variable("bool"): self = .truth
        case .call(let call): self = Self.collection(call)
        // Terraform before 0.12 wrote types in quotes.
        case .template(let pieces):
            guard case .literal(let text)? = pieces.first, pieces.count == 1, text == "string" else {
                self = .any
                return
            }
            self = .string
        default: self = .any
        }
    }

    private static func collection(_ call: Expression.FunctionCall) -> TypeConstraint {
        guard let argument = call.arguments.first else { return .any }
        switch (call.name, argument.form) {
        case ("list", _): return .collection(TypeConstraint(argument), isSet: false)
        case ("map", _): return .map(TypeConstraint(argument))
        case ("set", _): return .collection(TypeConstraint(argument), isSet: true)
        case ("tuple", .tuple(let elements)): return .tuple(elements.map { TypeConstraint($0) })
        case ("object", .object(let items)): return .object(items.compactMap(attribute))
        default: return .any
        }
    }

    private static func attribute(_ item: Expression.ObjectItem) -> Attribute? {
        guard case .template(let pieces) = item.key.form, case .literal(let name)? = pieces.first else { return nil }
        guard case .call(let call) = item.value.form, call.name == "optional", let type = call.arguments.first else {
            return Attribute(name: name, type: TypeConstraint(item.value), isOptional: false, fallback: nil)
        }
        let fallback = call.arguments.count > 1 ? call.arguments[1] : nil
        return Attribute(name: name, type: TypeConstraint(type), isOptional: true, fallback: fallback)
    }

    /// Whether a text on the command line is the value itself, and not an expression that spells it.
    var takesPlainText: Bool {
        switch self {
        case .any, .string, .number, .truth: true
        case .collection, .map, .object, .tuple: false
        }
    }

    /// Whether values of every type are taken as they are.
    var isAny: Bool {
        if case .any = self { true } else { false }
    }

    // MARK: - Conversion

    /// A value as one of the type.
    ///
    /// - Parameter evaluate: the value of an optional attribute's default.
    func converted(_ value: Value, _ evaluate: (Expression, Origin) -> Value) -> Value {
        value.flatMap { value in
            switch (self, value.content) {
            case (.any, _), (_, .absent), (_, .unknown), (_, .reference), (_, .external): return value
            case _ where value.isJSONText: return value
            case (.string, .scalar): return value.convertedText.map { value.replacingScalar($0, isQuoted: true) } ?? value
            case (.number, .scalar):
                guard let number = value.convertedNumber else { return value }
                return value.replacingScalar(number.text, isQuoted: false)
            case (.truth, .scalar):
                guard let truth = value.convertedTruth else { return value }
                return value.replacingScalar(truth ? "true" : "false", isQuoted: false)
            case (.collection(let type, let isSet), .list(let elements, let open)):
                let converted = elements.map { type.converted($0, evaluate) }
                let unique = isSet ? FunctionTable.distinct(converted).map(FunctionTable.ordered) ?? converted : converted
                return value.replacing(.list(unique, open: open))
            case (.map(let type), .map(let members, _)):
                return value.replacing(.map(members.map { .init(key: $0.key, value: type.converted($0.value, evaluate)) }))
            case (.tuple(let types), .list(let elements, let open)) where types.count == elements.count:
                return value.replacing(.list(zip(types, elements).map { $0.converted($1, evaluate) }, open: open))
            case (.object(let attributes), .map(let members, _)):
                return value.replacing(.map(Self.object(attributes, members, at: value.origin, evaluate)))
            default: return value
            }
        }
    }

    /// The attributes of an object type, with the defaults of optional ones that are not given.
    private static func object(
        _ attributes: [Attribute], _ members: [Value.Member], at origin: Origin, _ evaluate: (Expression, Origin) -> Value
    ) -> [Value.Member] {
        attributes.compactMap { attribute in
            let given = members.last { $0.key == attribute.name }?.value
            if let given, !given.isAbsent || !attribute.isOptional {
                return .init(key: attribute.name, value: attribute.type.converted(given, evaluate))
            }
            guard attribute.isOptional else { return nil }
            let value = attribute.fallback.map { attribute.type.converted(evaluate($0, origin), evaluate) }
            return .init(key: attribute.name, value: value ?? Value(.absent, origin: origin))
        }
    }
}

extension Value {
    fileprivate func replacingScalar(_ text: String, isQuoted: Bool) -> Value {
        replacing(.scalar(.init(text, isQuoted: isQuoted)))
    }

    fileprivate func replacing(_ content: Content) -> Value {
        Value(content, origin: origin, steps: steps, mentions: mentions, isJSONText: isJSONText)
    }
}
