import Evaluation

extension ExpressionEvaluator {
    func call(
        _ call: Expression.FunctionCall, _ expression: Expression, _ names: Names, at origin: Origin
    ) throws(ExpressionFailure) -> Value {
        // `core::` is Terraform's own name space.
        let name = call.name.hasPrefix("core::") ? String(call.name.dropFirst(6)) : call.name
        if name == "try" { return try firstSuccess(of: call.arguments, names, at: origin) }
        if name == "can" { return can(call.arguments, expression, names, at: origin) }
        let (values, isExpanded) = try arguments(of: call, names, at: origin)
        guard isExpanded else { return expanded(name, values, at: origin) }
        if name == "contains", values.count == 2 { return try contains(values, expression, at: origin) }
        if Self.fileFunctions.contains(name), let value = try fileCall(name, values, at: origin) { return value }
        guard let function = FunctionTable.builtIn.functions[name] else {
            if !Self.isDeclared(name) { reportUnknown(name, expression, at: origin) }
            let reason = FunctionTable.unevaluated[name] ?? "what it needs is not at hand"
            return .unknown(madeOf: values, Reason("\(name) is not worked out before Terraform runs: \(reason)"), origin: origin)
        }
        guard function.arity.contains(values.count) else {
            let place = origin.narrowed(to: expression.range, of: node)
            scope.report(
                TemplateProblem(
                    code: .malformedFunction, message: "\(name) does not take \(values.count) arguments",
                    help: "It takes \(Self.shown(function.arity)); write it as Terraform's reference shows.", origin: place)
            )
            return .unknown(madeOf: values, Reason("\(name) is malformed"), mayBeAbsent: true, origin: origin)
        }
        return try settled(values, at: origin) { (settled) throws(ExpressionFailure) in
            let result = try function(
                FunctionArguments(function: name, values: settled, origin: origin, work: work, facts: scope.facts))
            return result.deferred(FunctionTable.operation(name, function, scope.facts), on: settled)
                .adding(steps: settled.flatMap(\.assumedDefaults))
        }
    }

    /// Whether there is such a function, or may be: providers have functions of their own.
    private static func isDeclared(_ name: String) -> Bool {
        FunctionTable.unevaluated[name] != nil || fileFunctions.contains(name) || name.hasPrefix("provider::")
    }

    /// Most elements of a list that may each be the one that is looked for.
    private static let mostQuestions = 32

    private static func shown(_ arity: ClosedRange<Int>) -> String {
        if arity.upperBound == FunctionTable.many { return "\(arity.lowerBound) or more" }
        return arity.lowerBound == arity.upperBound ? "\(arity.lowerBound)" : "\(arity.lowerBound) to \(arity.upperBound)"
    }

    private func reportUnknown(_ name: String, _ expression: Expression, at origin: Origin) {
        let place = origin.narrowed(to: expression.range, of: node)
        let help =
            work.suggestion(for: name, "function", among: { FunctionTable.names }) ?? "Check the spelling of its name."
        scope.report(
            TemplateProblem(
                code: .malformedFunction, message: "Terraform has no function '\(name)'", help: help, origin: place))
    }

    /// The values of the arguments, and whether a list that stands for several is taken apart: it must be known for that.
    private func arguments(
        of call: Expression.FunctionCall, _ names: Names, at origin: Origin
    ) throws(ExpressionFailure) -> (values: [Value], isExpanded: Bool) {
        var values: [Value] = []
        for argument in call.arguments {
            values.append(try evaluate(argument, names, at: origin))
        }
        guard call.expandsLast, let last = values.popLast() else { return (values, true) }
        guard case .list(let elements, []) = last.content, work.spend(elements.count, at: origin) else {
            return (values + [last], false)
        }
        return (values + elements, true)
    }

    /// `max(var.list...)` of a list that is not known: the list is taken apart once it is.
    private func expanded(_ name: String, _ values: [Value], at origin: Origin) -> Value {
        let open = Value.unknown(madeOf: values, Reason("the arguments of \(name) are not known"), origin: origin)
        guard let function = FunctionTable.builtIn.functions[name] else { return open }
        let whole = FunctionTable.operation(name, function, scope.facts)
        let operation = Operation("\(name)...") { (values, site) throws(ExpressionFailure) in
            guard let last = values.last else { return .unknown(Reason("it is not known"), origin: site.origin) }
            guard case .list(let elements, []) = last.content else {
                if last.isAbsent { throw ExpressionFailure("null has no elements") }
                return .unknown(Reason("it is not known"), origin: site.origin)
            }
            let arguments = values.dropLast() + elements
            guard function.arity.contains(arguments.count) else {
                throw ExpressionFailure("\(name) does not take \(arguments.count) arguments")
            }
            return try whole.body(Array(arguments), site)
        }
        return open.deferred(operation, on: values)
    }

    /// The first argument that has a value. One that is not known may turn out to have none; then the next one counts.
    private func firstSuccess(
        of arguments: some Collection<Expression>, _ names: Names, at origin: Origin
    ) throws(ExpressionFailure) -> Value {
        guard let argument = arguments.first else { throw ExpressionFailure("try has no arguments") }
        let value: Value
        do throws(ExpressionFailure) {
            value = try evaluate(argument, names, at: origin)
        } catch {
            guard arguments.count > 1 else { throw error }
            return try firstSuccess(of: arguments.dropFirst(), names, at: origin)
        }
        guard value.mayFail, arguments.count > 1 else { return value }
        let rest: Value
        do throws(ExpressionFailure) {
            rest = try firstSuccess(of: arguments.dropFirst(), names, at: origin)
        } catch {
            return value
        }
        return value.replacingFailures(by: rest)
    }

    private func can(
        _ arguments: [Expression], _ expression: Expression, _ names: Names, at origin: Origin
    ) -> Value {
        guard let argument = arguments.first, arguments.count == 1 else {
            return .unknown(Reason("can is malformed"), origin: origin)
        }
        do throws(ExpressionFailure) {
            let value = try evaluate(argument, names, at: origin)
            guard value.mayFail else { return .truth(true, origin: origin) }
            let reason = Reason("it is not known", term: .can(value), causes: value.unknownReasons)
            let question = condition(Value(.unknown([reason], mayBeAbsent: false), origin: origin), expression, at: origin)
            return Value.choice(question, .truth(true, origin: origin), .truth(false, origin: origin), origin: origin)
        } catch {
            return .truth(false, origin: origin)
        }
    }

    /// Whether a list holds a value: a question where the list or the value is not wholly known.
    private func contains(_ values: [Value], _ expression: Expression, at origin: Origin) throws(ExpressionFailure) -> Value {
        try settled(values, at: origin) { (settled) throws(ExpressionFailure) in
            guard case .list(let elements, let open) = settled[0].content else {
                if settled[0].isOpaque {
                    return Value.unknown(madeOf: settled, Reason("the list is not known"), origin: origin)
                        .deferred(.contains, on: settled)
                }
                throw ExpressionFailure("argument 1 of contains is not a list")
            }
            var condition = Condition.never
            var questions = 0
            for element in elements where condition != .always && work.spend(1, at: origin) {
                let (value, existence) = element.presence
                let isThis = existence.and(equality(value, settled[1], expression, at: origin))
                if isThis == .never { continue }
                questions += 1
                condition =
                    questions > Self.mostQuestions && isThis != .always
                    ? opaque(expression, asking: .contains, settled, at: origin) : condition.or(isThis)
            }
            if condition != .always, !open.isEmpty { condition = opaque(expression, asking: .contains, settled, at: origin) }
            switch condition {
            case .always: return .truth(true, origin: origin)
            case .never: return .truth(false, origin: origin)
            default:
                guard condition.size(upTo: 100) < 100 else {
                    return .unknown(madeOf: settled, Reason("it depends on too many open conditions"), origin: origin)
                }
                return Value.choice(condition, .truth(true, origin: origin), .truth(false, origin: origin), origin: origin)
            }
        }
    }
}
