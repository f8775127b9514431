import Evaluation

/// Loops over what is not known: their bodies are worked out once for a variable, so that they can be asked again.
extension ExpressionEvaluator {
    func openLoop(
        _ expression: Expression, _ clause: Expression.ForClause, over collection: Value, _ names: Names, at origin: Origin
    ) throws(ExpressionFailure) -> Value {
        let open = Value.unknown(madeOf: [collection], Reason("what the loop goes over is not known"), origin: origin)
        guard collection.isFormula else { return open }
        let depth = names.values.count
        let variables = loopVariables(clause.valueName, clause.keyName, over: collection, depth: depth)
        var inner = names
        inner.values[clause.valueName] = variable(variables.element, at: origin)
        if let key = clause.keyName { inner.values[key] = variable(variables.key, at: origin) }
        var filter = Condition.always
        if let written = clause.condition {
            filter = condition(value(of: written, inner, at: origin), written, at: origin)
        }
        let (result, form): (Value, LoopFormula.Form)
        switch expression.form {
        case .forTuple(_, let written): (result, form) = (value(of: written, inner, at: origin), .list)
        case .forObject(_, let key, let written, let isGrouping):
            result = value(of: written, inner, at: origin)
            form = .map(key: value(of: key, inner, at: origin), isGrouping: isGrouping)
        default: return open
        }
        let loop = LoopFormula(
            over: collection, key: variables.key, element: variables.element, filter: filter, result: result, form: form)
        return open.given(loop)
    }

    /// A splat over what is not known.
    func openSplat(_ each: Expression, over collection: Value, _ names: Names, at origin: Origin) -> Value {
        let open = Value.unknown(madeOf: [collection], Reason("the list is not known"), origin: origin)
        guard collection.isFormula else { return open }
        let variables = loopVariables("element", nil, over: collection, depth: names.values.count)
        var inner = names
        inner.element = variable(variables.element, at: origin)
        let loop = LoopFormula(
            over: collection, key: variables.key, element: variables.element, filter: .always,
            result: value(of: each, inner, at: origin), form: .splat)
        return open.given(loop)
    }

    private func loopVariables(
        _ name: String, _ keyName: String?, over collection: Value, depth: Int
    ) -> (key: OpenInput, element: OpenInput) {
        let shape: ValueShape =
            switch collection.unknownReasons.first?.shape {
            case .list(let element), .map(let element): element
            default: .any
            }
        return (
            .loopVariable("key", depth: depth, name: keyName ?? "key", shape: .any),
            .loopVariable("element", depth: depth, name: name, shape: shape)
        )
    }

    private func variable(_ variable: OpenInput, at origin: Origin) -> Value {
        Value(
            .unknown([Reason("\(variable.name) of the loop is not known", input: variable)], mayBeAbsent: variable.isNullable),
            origin: origin)
    }
}

extension Value {
    /// Whether the value is not known, but how it comes about is.
    fileprivate var isFormula: Bool {
        guard case .unknown(let reasons, _) = content else { return false }
        return reasons.count == 1 && reasons.first?.term != nil
    }

    /// The unknown value as what a loop gives.
    fileprivate func given(_ loop: LoopFormula) -> Value {
        let reason = Reason("it is not known", term: .loop(loop), causes: loop.collection.unknownReasons)
        return Value(.unknown([reason], mayBeAbsent: false), origin: origin, steps: steps, mentions: mentions)
    }
}
