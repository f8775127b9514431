import Evaluation

extension ExpressionEvaluator {
    /// A value as a number; `nil` when it is not known.
    func number(_ value: Value) throws(ExpressionFailure) -> ExactNumber? {
        switch value.content {
        case .scalar(let scalar):
            if let number = ExactNumber(scalar.text) { return number }
            guard scalar.text.utf8.first?.isDigit != true else { return nil }
            throw ExpressionFailure("'\(scalar.text.prefix(40))' is no number")
        case .absent: throw ExpressionFailure("null is no number")
        case .list, .map: throw ExpressionFailure("a list or a map is no number")
        case .text, .reference, .external, .unknown, .choice: return nil
        }
    }

    func arithmeticUnknown(_ values: [Value], at origin: Origin) -> Value {
        .unknown(madeOf: values, Reason("the number has too many digits"), origin: origin)
    }

    func arithmetic(_ symbol: BinaryOperator, _ sides: [Value], at origin: Origin) throws(ExpressionFailure) -> Value {
        try settled(sides, at: origin) { (sides) throws(ExpressionFailure) in
            guard let left = try number(sides[0]), let right = try number(sides[1]) else {
                return arithmeticUnknown(sides, at: origin)
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
            guard let result else { return arithmeticUnknown(sides, at: origin) }
            return Value.number(result, origin: origin).adding(steps: sides.flatMap(\.steps))
        }
    }

    func comparison(
        _ symbol: BinaryOperator, _ sides: [Value], _ expression: Expression, at origin: Origin
    ) throws(ExpressionFailure) -> Value {
        try settled(sides, at: origin) { (sides) throws(ExpressionFailure) in
            guard let left = try number(sides[0]), let right = try number(sides[1]) else {
                return openComparison(symbol, sides, expression, at: origin)
            }
            let isReversed = symbol == .greater || symbol == .lessOrEqual
            guard let isLess = isReversed ? right.isLess(than: left) : left.isLess(than: right) else {
                return arithmeticUnknown(sides, at: origin)
            }
            let answer = symbol == .less || symbol == .greater ? isLess : !isLess
            return Value.truth(answer, origin: origin).adding(steps: sides.flatMap(\.steps))
        }
    }

    /// A comparison that is a question: the same one wherever the same things are compared.
    private func openComparison(
        _ symbol: BinaryOperator, _ sides: [Value], _ expression: Expression, at origin: Origin
    ) -> Value {
        var condition = opaque(expression, at: origin)
        if let left = sides[0].identityKey, let right = sides[1].identityKey {
            let label = "\(sides[0].summary) \(symbol.rawValue) \(sides[1].summary)"
            condition = .atom(ConditionAtom(key: "\(left)\(symbol.rawValue)\(right)", label: label))
        }
        return Value.choice(condition, .truth(true, origin: origin), .truth(false, origin: origin), origin: origin)
    }
}
