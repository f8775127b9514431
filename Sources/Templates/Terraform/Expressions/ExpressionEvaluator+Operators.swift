import Evaluation

extension ExpressionEvaluator {
    func operation(_ expression: Expression, _ names: Names, at origin: Origin) throws(ExpressionFailure) -> Value {
        switch expression.form {
        case .not(let operand):
            let value = try evaluate(operand, names, at: origin)
            return truth(try condition(checking: value, operand, at: origin).negated, of: [value], at: origin)
        case .negative(let operand):
            let value = try evaluate(operand, names, at: origin)
            return try settled([value], at: origin) { (settled) throws(ExpressionFailure) in
                try Operation.negative.body(settled, OperationSite(origin: origin, work: work)).deferred(.negative, on: settled)
            }
        case .conditional(let condition, let yes, let no):
            return try conditional(condition, yes, no, names, at: origin)
        case .binary: return try chain(expression, names, at: origin)
        default: return Value(.absent, origin: origin)
        }
    }

    /// Operators side by side, from the left: `a || b || c` is `(a || b) || c`.
    private func chain(_ expression: Expression, _ names: Names, at origin: Origin) throws(ExpressionFailure) -> Value {
        var links: [(symbol: BinaryOperator, left: Expression, right: Expression, whole: Expression)] = []
        var first = expression
        while case .binary(let symbol, let left, let right) = first.form {
            links.append((symbol, left, right, first))
            first = left
        }
        var value = try evaluate(first, names, at: origin)
        for link in links.reversed() {
            guard work.spend(1, at: origin) else {
                return .unknown(Reason("the configuration asks for more work than a lint does"), origin: origin)
            }
            let sides = [value, try evaluate(link.right, names, at: origin)]
            value = try binary(link.symbol, sides, [link.left, link.right], link.whole, at: origin)
        }
        return value
    }

    private func binary(
        _ symbol: BinaryOperator, _ sides: [Value], _ operands: [Expression], _ expression: Expression, at origin: Origin
    ) throws(ExpressionFailure) -> Value {
        switch symbol {
        case .and, .or:
            let conditions = try zip(sides, operands).map { (side, operand) throws(ExpressionFailure) in
                try condition(checking: side, operand, at: origin)
            }
            let joint = conditions.dropFirst().reduce(conditions[0]) { symbol == .and ? $0.and($1) : $0.or($1) }
            return truth(bounded(joint, expression, at: origin), of: sides, at: origin)
        case .isEqual, .isNotEqual:
            var equality = equality(sides[0], sides[1], expression, at: origin)
            if equality == .always { equality = typedEquality(sides, operands, expression, at: origin) }
            return truth(symbol == .isEqual ? equality : equality.negated, of: sides, at: origin)
        case .less, .greater, .lessOrEqual, .greaterOrEqual:
            return try comparison(symbol, sides, expression, at: origin)
        case .plus, .minus, .times, .divided, .remainder:
            return try arithmetic(symbol, sides, at: origin)
        }
    }

    // MARK: - Conditions

    /// A side of a condition that is not decided stands at its own place.
    private func conditional(
        _ condition: Expression, _ yes: Expression, _ no: Expression, _ names: Names, at origin: Origin
    ) throws(ExpressionFailure) -> Value {
        let value = try evaluate(condition, names, at: origin)
        switch try self.condition(checking: value, condition, at: origin) {
        case .always: return try side(yes, besides: no, names, at: origin).adding(steps: value.steps)
        case .never: return try side(no, besides: yes, names, at: origin).adding(steps: value.steps)
        case let open:
            let left = self.value(of: yes, names, at: origin.narrowed(to: yes.range, of: node))
            let right = self.value(of: no, names, at: origin.narrowed(to: no.range, of: node))
            return Value.choice(open, left, right, origin: origin)
        }
    }

    /// The side that is taken, as a value of the type that both sides have: `true ? 1 : "a"` is a text.
    private func side(
        _ taken: Expression, besides other: Expression, _ names: Names, at origin: Origin
    ) throws(ExpressionFailure) -> Value {
        let value = try evaluate(taken, names, at: origin)
        // Where the other side has no value, Terraform does not ask for its type.
        guard !value.isOpaque, !value.isAbsent, let left = try? evaluate(other, names, at: origin) else { return value }
        let types = [ValueType(of: value, from: taken), ValueType(of: left, from: other)]
        guard let type = ValueType.unified(types) else {
            // What looks like a list may be the text that `jsonencode` made of it elsewhere.
            guard !value.isStructure || taken.isStructure, !left.isStructure || other.isStructure else { return value }
            throw ExpressionFailure("the sides of the condition have different types")
        }
        return type.converting(value)
    }

    /// When structures that hold the same are equal: lists may be of different types, and are not equal then.
    /// `split(",", "a") == ["a"]` is false, as is `var.l == []` for a variable of the type `list(string)`
    /// (https://developer.hashicorp.com/terraform/language/expressions/operators, "Equality Operators").
    private func typedEquality(
        _ sides: [Value], _ expressions: [Expression], _ expression: Expression, at origin: Origin
    ) -> Condition {
        guard sides.allSatisfy(\.isStructure) else { return .always }
        let written = expressions.map { $0.isWrittenOut || typing(of: $0) == .untyped }
        if written.allSatisfy({ $0 }) { return .always }
        let isTyped = expressions.contains { typing(of: $0) == .collection }
        return isTyped && written.contains(true) ? .never : opaque(expression, at: origin)
    }

    private func typing(of expression: Expression) -> VariableTyping? {
        guard case .attribute(let source, let name) = expression.form, case .variable("var") = source.form else { return nil }
        return scope.typing(ofVariable: name)
    }

    private func truth(_ condition: Condition, of sides: [Value], at origin: Origin) -> Value {
        let steps = sides.flatMap(\.steps)
        switch condition {
        case .always: return .truth(true, origin: origin, steps: Array(steps.prefix(16)))
        case .never: return .truth(false, origin: origin, steps: Array(steps.prefix(16)))
        default: return Value.choice(condition, .truth(true, origin: origin), .truth(false, origin: origin), origin: origin)
        }
    }

    /// When a value is true; fails for what can be no truth value.
    private func condition(
        checking value: Value, _ expression: Expression, at origin: Origin
    ) throws(ExpressionFailure) -> Condition {
        switch value.content {
        case .absent: throw ExpressionFailure("null is not a condition")
        case .list, .map: throw ExpressionFailure("a condition is true or false")
        case .scalar where value.convertedTruth == nil: throw ExpressionFailure("a condition is true or false")
        default: return condition(value, expression, at: origin)
        }
    }

    /// When a value is true.
    func condition(_ value: Value, _ expression: Expression, at origin: Origin) -> Condition {
        if let truth = value.convertedTruth { return truth ? .always : .never }
        if case .choice(let condition, let yes, let no) = value.content {
            let left = condition.and(self.condition(yes, expression, at: origin))
            return bounded(
                left.or(condition.negated.and(self.condition(no, expression, at: origin))), expression, at: origin)
        }
        guard let key = value.identityKey else { return opaque(expression, asking: .itself, [value], at: origin) }
        return .atom(
            ConditionAtom(
                key: "\(key)=='true'", label: label(of: expression), subject: key, literal: "true", alternatives: ["false"],
                question: value))
    }

    /// Most questions of one formula.
    private static let mostQuestions = 500

    func bounded(_ condition: Condition, _ expression: Expression, at origin: Origin) -> Condition {
        let size = condition.size(upTo: Self.mostQuestions)
        _ = work.spend(size / 8, at: origin)
        return size < Self.mostQuestions ? condition : opaque(expression, at: origin)
    }

    /// A question that nothing else asks, and that cannot be asked again.
    func opaque(_ expression: Expression, at origin: Origin) -> Condition {
        .atom(ConditionAtom(key: place(of: expression), label: label(of: expression)))
    }

    /// A question that nothing else asks; the operation on the values answers it once they are known.
    func opaque(_ expression: Expression, asking operation: Operation, _ values: [Value], at origin: Origin) -> Condition {
        let question = Value.question(operation, values, at: origin)
        let key = question.identityKey.map { "\($0)?" } ?? place(of: expression)
        return .atom(ConditionAtom(key: key, label: label(of: expression), question: question))
    }

    func place(of expression: Expression) -> String {
        "\(scope.identity)@\(node.byteRange.lowerBound)+\(expression.range.lowerBound)"
    }

    /// The text of an expression for people, in one line.
    func label(of expression: Expression) -> String {
        let bytes = Array(node.text.utf8)
        let text = String(decoding: bytes[expression.range.clamped(to: 0..<bytes.count)], as: UTF8.self)
        let words = text.split { $0.isWhitespace }.joined(separator: " ")
        return words.count > 60 ? words.prefix(57) + "..." : words
    }
}
