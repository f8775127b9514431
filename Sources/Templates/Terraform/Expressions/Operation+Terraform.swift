import Evaluation

/// What Terraform's operators do to values that are known; what is open stays open.
///
/// Source: https://developer.hashicorp.com/terraform/language/expressions/operators
extension Operation {
    /// Whether two values are equal, types included.
    static let equality = Operation("==", isComparison: true) { (values, site) throws(ExpressionFailure) in
        guard values.count == 2, let isEqual = areEqual(values[0], values[1]) else { return open(at: site) }
        return .truth(isEqual, origin: site.origin)
    }

    /// The value itself.
    static let itself = Operation("itself") { (values, site) throws(ExpressionFailure) in values.first ?? open(at: site) }

    /// Whether a list holds a value.
    static let contains = Operation("contains") { (values, site) throws(ExpressionFailure) in
        guard values.count == 2 else { return open(at: site) }
        switch values[0].content {
        case .list(let elements, let isOpen):
            let answers = elements.map { areEqual($0, values[1]) }
            if answers.contains(true) { return .truth(true, origin: site.origin) }
            return answers.contains(nil) || !isOpen.isEmpty ? open(at: site) : .truth(false, origin: site.origin)
        case .absent, .scalar, .map: throw ExpressionFailure("argument 1 of contains is not a list")
        default: return open(at: site)
        }
    }

    /// The negative of a number. Terraform keeps -0 apart from 0 in texts.
    static let negative = Operation("-") { (values, site) throws(ExpressionFailure) in
        guard let value = values.first, let number = try number(value), !number.isZero else { return open(values, at: site) }
        return Value.number(number.negated, origin: site.origin, steps: value.steps)
    }

    /// `+`, `-`, `*`, `/`, `%`
    static func arithmetic(_ symbol: BinaryOperator) -> Operation {
        Operation(symbol.rawValue) { (sides, site) throws(ExpressionFailure) in
            guard sides.count == 2, let left = try number(sides[0]), let right = try number(sides[1]) else {
                return open(sides, at: site)
            }
            let result: ExactNumber?
            switch symbol {
            case .plus: result = left.plus(right)
            case .minus: result = left.minus(right)
            case .times: result = left.times(right)
            default:
                if right.isZero, symbol == .divided { throw ExpressionFailure("the divisor is 0") }
                result = symbol == .divided ? left.divided(by: right) : left.remainder(dividingBy: right)
            }
            guard let result else { return open(sides, at: site) }
            return Value.number(result, origin: site.origin).adding(steps: sides.flatMap(\.steps))
        }
    }

    /// `<`, `<=`, `>`, `>=`
    static func comparison(_ symbol: BinaryOperator) -> Operation {
        Operation(symbol.rawValue, isComparison: true) { (sides, site) throws(ExpressionFailure) in
            guard sides.count == 2, let left = try number(sides[0]), let right = try number(sides[1]) else {
                return open(sides, at: site)
            }
            let isReversed = symbol == .greater || symbol == .lessOrEqual
            guard let isLess = isReversed ? right.isLess(than: left) : left.isLess(than: right) else {
                return open(sides, at: site)
            }
            let answer = symbol == .less || symbol == .greater ? isLess : !isLess
            return Value.truth(answer, origin: site.origin).adding(steps: sides.flatMap(\.steps))
        }
    }

    /// `.name`
    static func member(_ name: String) -> Operation {
        Operation(".\(name)", memberName: name) { (values, site) throws(ExpressionFailure) in
            guard let value = values.first else { return open(at: site) }
            switch value.content {
            case .map(let members, let isOpen):
                if let member = members.last(where: { $0.key == name }) { return member.value }
                guard isOpen.isEmpty else { return open(at: site) }
                throw ExpressionFailure("the object has no attribute '\(name)'")
            case .absent, .scalar, .list: throw ExpressionFailure("the value has no attribute '\(name)'")
            default: return open(at: site)
            }
        }
    }

    /// `[key]` with a key that is known.
    static func element(_ key: Value) -> Operation {
        let text = key.convertedText ?? "?"
        return Operation("[\(text)]", memberName: text) { (values, site) throws(ExpressionFailure) in
            guard let value = values.first else { return open(at: site) }
            return try element(key, of: value, at: site)
        }
    }

    /// `[key]` with a key that is open.
    static let elementByKey = Operation("[]") { (values, site) throws(ExpressionFailure) in
        guard values.count == 2 else { return open(at: site) }
        return try element(values[1], of: values[0], at: site)
    }

    private static func element(_ key: Value, of value: Value, at site: OperationSite) throws(ExpressionFailure) -> Value {
        guard let text = key.convertedText else {
            if key.isAbsent { throw ExpressionFailure("null is not an index") }
            return open(at: site)
        }
        switch value.content {
        case .list(let elements, []):
            guard let position = key.convertedNumber?.wholeNumber, elements.indices.contains(position) else {
                throw ExpressionFailure("the list has no element '\(text.prefix(40))'")
            }
            return elements[position]
        case .map(let members, let isOpen):
            if let member = members.last(where: { $0.key == text }) { return member.value }
            guard isOpen.isEmpty else { return open(at: site) }
            throw ExpressionFailure("the map has no key '\(text.prefix(40))'")
        case .absent, .scalar: throw ExpressionFailure("the value has no elements")
        default: return open(at: site)
        }
    }

    // MARK: Readings

    /// A value as a number; `nil` when it is not known.
    static func number(_ value: Value) throws(ExpressionFailure) -> ExactNumber? {
        switch value.content {
        case .scalar(let scalar):
            if let number = ExactNumber(scalar.text) { return number }
            guard scalar.text.utf8.first?.isDigit != true else { return nil }
            throw ExpressionFailure("'\(scalar.text.prefix(40))' is not a number")
        case .absent: throw ExpressionFailure("null is not a number")
        case .list, .map: throw ExpressionFailure("a list or a map is not a number")
        case .text, .reference, .external, .unknown, .choice: return nil
        }
    }

    /// Whether two values are equal; `nil` while that is open.
    private static func areEqual(_ left: Value, _ right: Value) -> Bool? {
        switch (left.content, right.content) {
        case (.absent, .absent): return true
        case (.scalar(let one), .scalar(let other)):
            guard one.isQuoted == other.isQuoted else { return false }
            if one.text == other.text { return true }
            guard left.isNumber, right.isNumber, let number = left.convertedNumber, let second = right.convertedNumber else {
                return false
            }
            return number.equals(second)
        case (.list(let some, let open), .list(let others, let alsoOpen)):
            guard open.isEmpty, alsoOpen.isEmpty else { return nil }
            guard some.count == others.count else { return false }
            return all(zip(some, others).map(areEqual))
        case (.map(let some, _), .map(let others, _)):
            let (some, others) = (Value.sorted(some), Value.sorted(others))
            guard some.map(\.key) == others.map(\.key) else { return false }
            return all(zip(some, others).map { areEqual($0.value, $1.value) })
        case (.unknown, _), (_, .unknown), (.choice, _), (_, .choice), (.reference, _), (_, .reference), (.external, _),
            (_, .external):
            return nil
        case (.text, _), (_, .text): return left.contradicts(right) ? false : nil
        default: return false
        }
    }

    private static func all(_ answers: [Bool?]) -> Bool? {
        if answers.contains(false) { return false }
        return answers.contains(nil) ? nil : true
    }

    private static func open(_ values: [Value] = [], at site: OperationSite) -> Value {
        .unknown(madeOf: values, Reason("it is not known"), origin: site.origin)
    }
}

extension Value {
    /// A truth value that an operation gives once its values are known.
    static func question(_ operation: Operation, _ values: [Value], at origin: Origin) -> Value {
        let reason = Reason("it is not known", term: .call(operation, values))
        return Value(.unknown([reason], mayBeAbsent: false), origin: origin)
    }
}
