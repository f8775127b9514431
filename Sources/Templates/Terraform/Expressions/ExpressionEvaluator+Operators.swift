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

    private func bounded(_ condition: Condition, _ expression: Expression, at origin: Origin) -> Condition {
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

    private func place(of expression: Expression) -> String {
        "\(scope.identity)@\(node.byteRange.lowerBound)+\(expression.range.lowerBound)"
    }

    /// The text of an expression for people, in one line.
    func label(of expression: Expression) -> String {
        let bytes = Array(node.text.utf8)
        let text = String(decoding: bytes[expression.range.clamped(to: 0..<bytes.count)], as: UTF8.self)
        let words = text.split { $0.isWhitespace }.joined(separator: " ")
        return words.count > 60 ? words.prefix(57) + "..." : words
    }

    // MARK: - Equality

    /// When two values are equal.
    func equality(_ left: Value, _ right: Value, _ expression: Expression, at origin: Origin) -> Condition {
        let count = left.choiceCount(upTo: 33) * right.choiceCount(upTo: 33)
        guard count <= 32 else { return opaque(expression, asking: .equality, [left, right], at: origin) }
        return bounded(settledEquality(left, right, expression, at: origin), expression, at: origin)
    }

    private func settledEquality(_ left: Value, _ right: Value, _ expression: Expression, at origin: Origin) -> Condition {
        guard work.spend(1, at: origin) else { return opaque(expression, at: origin) }
        if left.isJSONText || right.isJSONText {
            return textEquality(left, right, expression, at: origin)
        }
        switch (left.content, right.content) {
        case (.choice(let condition, let yes, let no), _):
            return condition.and(settledEquality(yes, right, expression, at: origin))
                .or(condition.negated.and(settledEquality(no, right, expression, at: origin)))
        case (_, .choice): return settledEquality(right, left, expression, at: origin)
        case (.absent, .absent): return .always
        case (.absent, .scalar), (.absent, .text), (.absent, .list), (.absent, .map), (.scalar, .absent), (.text, .absent),
            (.list, .absent), (.map, .absent):
            return .never
        case (.absent, .reference(let reference)) where scope.facts.isSurelyText(reference): return .never
        case (.reference(let reference), .absent) where scope.facts.isSurelyText(reference): return .never
        case (.scalar, .list), (.scalar, .map), (.list, .scalar), (.map, .scalar), (.list, .map), (.map, .list),
            (.text, .list), (.text, .map), (.list, .text), (.map, .text):
            return .never
        case (.scalar(let one), .scalar(let other)): return equality(one, other, left, right, expression, at: origin)
        case (.list(let some, []), .list(let others, [])):
            guard !some.contains(where: \.isPossiblyLeftOut), !others.contains(where: \.isPossiblyLeftOut) else {
                return opaque(expression, asking: .equality, [left, right], at: origin)
            }
            guard some.count == others.count else { return .never }
            return all(zip(some, others).map { ($0, $1) }, expression, at: origin)
        case (.map(let some, _), .map(let others, _)):
            let (some, others) = (Value.sorted(some), Value.sorted(others))
            guard some.map(\.key) == others.map(\.key) else { return .never }
            return all(zip(some, others).map { ($0.value, $1.value) }, expression, at: origin)
        default: return openEquality(left, right, expression, at: origin)
        }
    }

    /// When a text that `jsonencode` gave equals something.
    private func textEquality(_ left: Value, _ right: Value, _ expression: Expression, at origin: Origin) -> Condition {
        let texts = [left, right].map { value -> Value? in
            value.isJSONText ? value.knownJSONText.map { .text($0, origin: value.origin) } : value
        }
        guard let left = texts[0], let right = texts[1] else { return opaque(expression, at: origin) }
        return settledEquality(left, right, expression, at: origin)
    }

    private func all(_ pairs: [(Value, Value)], _ expression: Expression, at origin: Origin) -> Condition {
        var parts: [Condition] = []
        for (left, right) in pairs {
            switch equality(left, right, expression, at: origin) {
            case .never: return .never
            case .always: continue
            case let open: parts.append(open)
            }
        }
        guard parts.count <= 32 else { return opaque(expression, at: origin) }
        return parts.reduce(.always) { $0.and($1) }
    }

    private func equality(
        _ one: Value.Scalar, _ other: Value.Scalar, _ left: Value, _ right: Value, _ expression: Expression,
        at origin: Origin
    ) -> Condition {
        guard one.isQuoted == other.isQuoted else { return .never }
        if one.text == other.text { return .always }
        guard left.isNumber, right.isNumber, let number = left.convertedNumber, let second = right.convertedNumber else {
            return .never
        }
        return number.equals(second).map { $0 ? .always : .never } ?? opaque(expression, at: origin)
    }

    /// When something that is not wholly known equals something. An attribute that the configuration sets is what it sets.
    private func openEquality(_ left: Value, _ right: Value, _ expression: Expression, at origin: Origin) -> Condition {
        let (left, right) = (configured(left, at: origin), configured(right, at: origin))
        if left.knownText != nil, right.knownText != nil, !left.isOpaque, !right.isOpaque {
            return settledEquality(left, right, expression, at: origin)
        }
        if left.contradicts(right) { return .never }
        if case .scalar(let scalar) = left.content, !scalar.isQuoted || right.identityKey != nil {
            return question(right, equals: left, named: scalar.text, expression, at: origin)
        }
        if case .scalar(let scalar) = right.content {
            return question(left, equals: right, named: scalar.text, expression, at: origin)
        }
        if left.isAbsent { return question(right, equals: left, named: "null", expression, at: origin) }
        if right.isAbsent { return question(left, equals: right, named: "null", expression, at: origin) }
        guard let first = left.identityKey, let second = right.identityKey else {
            return opaque(expression, asking: .equality, [left, right], at: origin)
        }
        if first == second { return .always }
        return .atom(
            ConditionAtom(
                key: [first, second].sorted().joined(separator: "=="), label: label(of: expression),
                question: .question(.equality, [left, right], at: origin)))
    }

    /// The value that the configuration gives an attribute, where it is a text that is known; otherwise the value itself.
    private func configured(_ value: Value, at origin: Origin) -> Value {
        guard case .reference(let reference) = value.content, let known = scope.configured(reference, at: origin),
            known.knownText != nil
        else { return value }
        return known
    }

    /// The question whether something open is a text, a number or null, which it may be but once.
    private func question(
        _ subject: Value, equals other: Value, named text: String, _ expression: Expression, at origin: Origin
    ) -> Condition {
        guard let key = subject.identityKey, let otherKey = other.formulaKey else {
            return opaque(expression, asking: .equality, [subject, other], at: origin)
        }
        let written = text.isEmpty ? "''" : text
        return .atom(
            ConditionAtom(
                key: [key, otherKey].sorted().joined(separator: "=="), label: "\(subject.summary) == \(written)", subject: key,
                literal: otherKey, question: .question(.equality, [subject, other], at: origin)))
    }
}
