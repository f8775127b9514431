import Evaluation

extension ExpressionEvaluator {
    // MARK: - References

    /// A name with the steps behind it, or steps behind any other value.
    func traversal(_ expression: Expression, _ names: Names, at origin: Origin) throws(ExpressionFailure) -> Value {
        var steps: [TraversalStep] = []
        var start = expression
        walk: while true {
            switch start.form {
            case .attribute(let source, let name):
                steps.append(.attribute(name))
                start = source
            case .index(let source, let key):
                steps.append(.index(try evaluate(key, names, at: origin)))
                start = source
            default: break walk
            }
        }
        steps.reverse()
        var value: Value
        var taken = 0
        if case .variable(let name) = start.form {
            if let local = names.values[name] {
                value = local.placed(at: origin)
            } else {
                (value, taken) = try scope.value(of: name, steps, at: origin.narrowed(to: expression.range, of: node))
                value = value.placed(at: origin)
            }
        } else {
            value = try evaluate(start, names, at: origin)
        }
        let mayHoldBlocks = start.mayHoldBlocks(names)
        for step in steps.dropFirst(taken) {
            value = try apply(step, to: value, at: origin, mayHoldBlocks: mayHoldBlocks)
        }
        return value.placed(at: origin)
    }

    /// - Parameter mayHoldBlocks: whether the value is one of a resource.
    func apply(
        _ step: TraversalStep, to value: Value, at origin: Origin, mayHoldBlocks: Bool = true
    ) throws(ExpressionFailure) -> Value {
        switch step {
        case .attribute(let name): return try attribute(name, of: value, at: origin)
        case .index(let key):
            return try settled([value, key], at: origin) { (settled) throws(ExpressionFailure) in
                try element(settled[1], of: settled[0], at: origin, mayHoldBlocks)
            }
        }
    }

    private func attribute(_ name: String, of value: Value, at origin: Origin) throws(ExpressionFailure) -> Value {
        try settled([value], at: origin) { (settled) throws(ExpressionFailure) in
            let value = settled[0]
            if value.isJSONText { throw ExpressionFailure("a text has no attributes, and '\(name)' is asked for") }
            switch value.content {
            case .map(let members, _):
                guard let member = members.last(where: { $0.key == name }) else {
                    throw ExpressionFailure("the object has no attribute '\(name)'")
                }
                return member.value
            case .reference(let reference):
                return self.reference(reference, .member(name), ".\(name)", attribute: name, at: origin)
            case .unknown, .external: return value.memberOfUnknown(.member(name), ".\(name)", at: origin)
            case .absent: throw ExpressionFailure("null has no attribute '\(name)'")
            case .scalar, .text, .list, .choice:
                throw ExpressionFailure("the value has no attributes, and '\(name)' is asked for")
            }
        }
    }

    /// A part of a resource's value, which is a value of the resource as well.
    private func reference(
        _ reference: Reference, _ operation: @autoclosure () -> Operation, _ suffix: String, attribute: String?,
        at origin: Origin
    ) -> Value {
        switch reference.attribute {
        case .identifier:
            if let attribute { return scope.attribute(attribute, of: reference.resource, at: origin) }
            let unknown = Value.unknown(Reason("the instance is not known"), origin: origin)
            return Value(unknown.content, origin: origin, mentions: [reference])
        // An element of a list goes with the others.
        case .named where reference.isList:
            return Value(.reference(reference), origin: origin).memberOfUnknown(operation(), suffix, at: origin)
        case .named(let name):
            let part = Reference(resource: reference.resource, attribute: .named(name + suffix))
            return Value(.reference(part), origin: origin)
        }
    }

    private func element(
        _ key: Value, of value: Value, at origin: Origin, _ mayHoldBlocks: Bool
    ) throws(ExpressionFailure) -> Value {
        guard let keyText = key.convertedText else {
            if key.isAbsent { throw ExpressionFailure("null is not an index") }
            return Value.unknown(madeOf: [value, key], Reason("the index is not known"), origin: origin)
                .deferred(.elementByKey, on: [value, key])
        }
        if value.isJSONText { throw ExpressionFailure("a text has no elements") }
        switch value.content {
        case .list(let elements, let open):
            guard let position = key.convertedNumber?.wholeNumber, position >= 0 else {
                throw ExpressionFailure("a list has no element '\(keyText.prefix(40))'")
            }
            guard open.isEmpty else {
                return .unknown(madeOf: [value], Reason("which element is meant is not known"), origin: origin)
            }
            return try listElement(position, elements, value, at: origin)
        case .map(let members, _):
            if let member = members.last(where: { $0.key == keyText }) { return member.value }
            // A block that stands alone is written without the list that it is in.
            if keyText == "0", key.isNumber {
                guard !mayHoldBlocks else { return value }
                return .unknown(madeOf: [value], Reason("whether it is a block is not known"), mayBeAbsent: true, origin: origin)
            }
            throw ExpressionFailure("the map has no key '\(keyText.prefix(40))'")
        case .reference(let reference):
            return self.reference(
                reference, .element(key), "[\(keyText)]", attribute: key.isNumber ? nil : keyText, at: origin)
        case .unknown, .external: return value.memberOfUnknown(.element(key), "[\(keyText)]", at: origin)
        case .absent: throw ExpressionFailure("null has no elements")
        case .scalar, .text, .choice: throw ExpressionFailure("the value has no elements")
        }
    }

    private func listElement(
        _ position: Int, _ elements: [Value], _ list: Value, at origin: Origin
    ) throws(ExpressionFailure) -> Value {
        guard work.spend(position / 16, at: origin) else {
            return .unknown(madeOf: [list], Reason("the element is not known"), origin: origin)
        }
        // Elements that hang on a condition move those behind them.
        guard elements.prefix(position + 1).contains(where: \.isPossiblyLeftOut) else {
            guard elements.indices.contains(position) else {
                throw ExpressionFailure("the list has no element \(position)")
            }
            return elements[position]
        }
        let settled = Value.settlingElements(elements, origin: origin) { elements in
            elements.indices.contains(position)
                ? elements[position] : Value.unknown(Reason("the list has no element \(position)"), origin: origin)
        }
        return settled ?? .unknown(madeOf: [list], Reason("the list depends on too many open conditions"), origin: origin)
    }

    // MARK: - Splats

    func splat(
        _ source: Expression, _ each: Expression, _ names: Names, at origin: Origin
    ) throws(ExpressionFailure) -> Value {
        let list = try evaluate(source, names, at: origin)
        return try settled([list], at: origin) { (settled) throws(ExpressionFailure) in
            let list = settled[0]
            switch list.content {
            case .absent: return Value(.list([], open: []), origin: origin)
            case .list(let elements, let open):
                var values: [Value] = []
                for element in elements { values.append(try self.each(each, element, names, at: origin)) }
                return Value(.list(values, open: open), origin: origin, mentions: list.mentions)
            case .unknown, .external: return openSplat(each, over: list, names, at: origin)
            case .reference(let reference) where reference.attribute != .identifier:
                return .unknown(madeOf: [list], Reason("the list is not known"), origin: origin)
            case .scalar, .text, .map, .reference, .choice:
                return Value(.list([try self.each(each, list, names, at: origin)], open: []), origin: origin)
            }
        }
    }

    private func each(
        _ each: Expression, _ element: Value, _ names: Names, at origin: Origin
    ) throws(ExpressionFailure) -> Value {
        if case .choice(let condition, let yes, let no) = element.content, element.isPossiblyLeftOut {
            let left = yes.isAbsent ? yes : try self.each(each, yes, names, at: origin)
            let right = no.isAbsent ? no : try self.each(each, no, names, at: origin)
            return Value.choice(condition, left, right, origin: origin)
        }
        var inner = names
        inner.element = element
        return try evaluate(each, inner, at: origin)
    }
}

extension Expression {
    /// Whether a name stands for a resource, or for something of one; others may only pass such a thing on.
    fileprivate func mayHoldBlocks(_ names: ExpressionEvaluator.Names) -> Bool {
        guard case .variable(let name) = form else { return false }
        return names.values[name] == nil && name != "local" && name != "var"
    }
}

extension Value {
    /// Whether the value, as an element of a list, may not be there: one side of it is nothing.
    var isPossiblyLeftOut: Bool {
        guard case .choice(_, let yes, let no) = content else { return false }
        return yes.mayVanish || no.mayVanish
    }

    /// A part of something that is not known; what identifies the whole identifies the part.
    func memberOfUnknown(_ operation: Operation, _ suffix: String, at origin: Origin) -> Value {
        guard case .unknown(let reasons, _) = content else {
            return Value.unknown(madeOf: [self], Reason("the value is not in the input"), mayBeAbsent: true, origin: origin)
                .deferred(operation, on: [self])
        }
        if case .failure? = reasons.first?.term { return self }
        guard reasons.count == 1, let reason = reasons.first, reason.term != nil else {
            let parts = reasons.map { Reason($0.text, atom: $0.atom, source: $0.source.map { $0 + suffix }) }
            return Value(.unknown(parts, mayBeAbsent: true), origin: origin, steps: steps, mentions: mentions)
        }
        let part = Reason(reason.text, term: .call(operation, [self]), causes: reasons)
        return Value(.unknown([part], mayBeAbsent: true), origin: origin, steps: steps, mentions: mentions)
    }

    /// Whether it may turn out that the value cannot be worked out.
    var mayFail: Bool {
        switch content {
        case .choice(_, let yes, let no): yes.mayFail || no.mayFail
        case .unknown(let reasons, _):
            if reasons.count == 1, case .input? = reasons.first?.term { false } else { true }
        case .text(let parts): parts.contains { if case .value(let value) = $0 { value.mayFail } else { false } }
        case .scalar, .absent, .list, .map, .reference, .external: false
        }
    }

    /// The value with another one where it cannot be worked out.
    func replacingFailures(by other: Value) -> Value {
        switch content {
        case .choice(let condition, let yes, let no):
            return Value.choice(
                condition, yes.replacingFailures(by: other), no.replacingFailures(by: other), origin: origin)
        case .unknown(let reasons, let mayBeAbsent):
            guard mayFail else { return self }
            if case .failure? = reasons.first?.term { return other.placed(at: origin) }
            guard reasons.count == 1, reasons.first?.term != nil else { return self }
            let reason = Reason("it is not known", term: .firstSuccess([self, other]), causes: reasons)
            let isOpen = mayBeAbsent || other.isAbsent
            return Value(.unknown([reason], mayBeAbsent: isOpen), origin: origin, steps: steps, mentions: mentions)
        default: return self
        }
    }
}
