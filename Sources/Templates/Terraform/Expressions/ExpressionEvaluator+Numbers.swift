import Evaluation

extension ExpressionEvaluator {
    func arithmetic(_ symbol: BinaryOperator, _ sides: [Value], at origin: Origin) throws(ExpressionFailure) -> Value {
        let operation = Operation.arithmetic(symbol)
        return try settled(sides, at: origin) { (sides) throws(ExpressionFailure) in
            try operation.body(sides, OperationSite(origin: origin, work: work)).deferred(operation, on: sides)
        }
    }

    func comparison(
        _ symbol: BinaryOperator, _ sides: [Value], _ expression: Expression, at origin: Origin
    ) throws(ExpressionFailure) -> Value {
        let operation = Operation.comparison(symbol)
        return try settled(sides, at: origin) { (sides) throws(ExpressionFailure) in
            let result = try operation.body(sides, OperationSite(origin: origin, work: work))
            guard result.isOpaque else { return result }
            return openComparison(symbol, sides, expression, at: origin)
        }
    }

    /// A comparison that is a question: the same one wherever the same things are compared.
    private func openComparison(
        _ symbol: BinaryOperator, _ sides: [Value], _ expression: Expression, at origin: Origin
    ) -> Value {
        let operation = Operation.comparison(symbol)
        var condition = opaque(expression, asking: operation, sides, at: origin)
        if let left = sides[0].identityKey, let right = sides[1].identityKey {
            let label = "\(sides[0].summary) \(symbol.rawValue) \(sides[1].summary)"
            condition = .atom(
                ConditionAtom(
                    key: "\(left)\(symbol.rawValue)\(right)", label: label,
                    question: .question(operation, sides, at: origin)))
        }
        return Value.choice(condition, .truth(true, origin: origin), .truth(false, origin: origin), origin: origin)
    }
}
