extension Checker {
    /// The checked macro; `nil` when the call is none.
    mutating func macro(
        _ receiver: Expression?, _ name: String, _ nameRange: Range<Int>, _ arguments: [Expression],
        _ range: Range<Int>
    ) -> Checked? {
        guard let receiver else {
            guard name == "has", arguments.count == 1 else { return nil }
            return presenceTest(arguments[0], range)
        }
        if case .identifier(let namespace, _) = receiver.kind, scope.variable(named: namespace) == nil {
            if namespace == "cel", name == "bind", arguments.count == 3 {
                return binding(arguments, range)
            }
            if namespace == "math", name == "greatest" || name == "least", arguments.count > 2 {
                return extremum("math.\(name)", arguments, nameRange, range)
            }
        }
        if arguments.count == 2, name == "optMap" || name == "optFlatMap" {
            return optionalMap(receiver, arguments, wrapsResult: name == "optMap", range)
        }
        guard let form = Macro.fold(name, arguments: arguments.count) else { return nil }
        return fold(form, name, receiver, arguments, range)
    }

    private mutating func fold(
        _ form: Macro.Form, _ name: String, _ receiver: Expression, _ arguments: [Expression],
        _ range: Range<Int>
    ) -> Checked {
        let rangeResult = check(receiver)
        let names = arguments.prefix(form.variables).compactMap { variableName($0) }
        guard names.count == form.variables, Set(names).count == names.count else {
            return failure(
                "bad-macro", "\(name)() needs \(form.variables == 1 ? "a variable name" : "two variable names") first",
                hint: "write \(name)(\(form.variables == 1 ? "x" : "i, x"), ...)", range, kind: .badArgument)
        }
        let members = memberTypes(of: rangeResult.type, macro: name, receiver.range)
        let variable = scope.push(names[0], form.variables == 1 ? members.single : members.key)
        let valueVariable = names.count == 2 ? scope.push(names[1], members.value) : nil
        let before = presence
        defer {
            presence = before
            names.forEach { _ in scope.pop() }
        }
        let rest = Array(arguments.dropFirst(form.variables))
        var filter: Node?
        if form.hasFilter, let condition = rest.first {
            filter = check(condition, as: .bool, place: "the condition of \(name)()")
            presence = presence.adding(presentPaths(in: condition, when: true))
        }
        let body = body(form, rest, name, variable, range)
        let fold = Fold(
            kind: form.kind, range: rangeResult.node, slot: variable.slot, valueSlot: valueVariable?.slot,
            filter: filter, body: body.node)
        return checked(.fold(fold), resultType(form.kind, body.type, members.key), range)
    }

    private mutating func body(
        _ form: Macro.Form, _ rest: [Expression], _ name: String, _ variable: Scope.Variable, _ range: Range<Int>
    ) -> Checked {
        guard let last = rest.last, !form.hasFilter || rest.count == 2 else {
            return checked(.local(variable.slot), variable.type, range)
        }
        switch form.kind {
        case .all, .exists, .existsOne:
            return Checked(node: check(last, as: .bool, place: "the condition of \(name)()"), type: .bool)
        case .list, .map: return check(last)
        }
    }

    private func resultType(_ kind: Fold.Kind, _ body: CELType, _ key: CELType) -> CELType {
        switch kind {
        case .all, .exists, .existsOne: .bool
        case .list: .list(body)
        case .map: .map(key, body)
        }
    }

    private mutating func memberTypes(
        of type: CELType, macro: String, _ range: Range<Int>
    ) -> (single: CELType, key: CELType, value: CELType) {
        switch inference.resolve(type) {
        case .list(let element): return (element, .int, element)
        case .map(let key, let value): return (key, key, value)
        case .dyn, .parameter: return (.dyn, .dyn, .dyn)
        case let other:
            if mode != .unchecked {
                report(
                    "not-iterable", "\(macro)() visits a list or a map, '\(text(range))' is \(readable(other))",
                    range)
            }
            return (.dyn, .dyn, .dyn)
        }
    }

    private func variableName(_ expression: Expression) -> String? {
        if case .identifier(let name, isRooted: false) = expression.kind { name } else { nil }
    }

    private mutating func binding(_ arguments: [Expression], _ range: Range<Int>) -> Checked {
        guard let name = variableName(arguments[0]) else {
            return failure(
                "bad-macro", "cel.bind() needs a variable name first", hint: "write cel.bind(x, value, result)",
                arguments[0].range, kind: .badArgument)
        }
        let value = check(arguments[1])
        let variable = scope.push(name, value.type)
        defer { scope.pop() }
        let body = check(arguments[2])
        return checked(.bind(slot: variable.slot, value: value.node, body: body.node), body.type, range)
    }

    private mutating func optionalMap(
        _ receiver: Expression, _ arguments: [Expression], wrapsResult: Bool, _ range: Range<Int>
    ) -> Checked {
        let operand = check(receiver)
        let wrapped = inference.fresh()
        require(operand.type, .optional(wrapped), place: "the receiver", range: receiver.range)
        guard let name = variableName(arguments[0]) else {
            return failure(
                "bad-macro", "optMap() needs a variable name first", hint: "write optMap(x, ...)",
                arguments[0].range, kind: .badArgument)
        }
        let variable = scope.push(name, inference.resolve(wrapped))
        defer { scope.pop() }
        let body = check(arguments[1])
        if !wrapsResult {
            require(body.type, .optional(inference.fresh()), place: "the result", range: arguments[1].range)
        }
        return checked(
            .optionalMap(operand.node, slot: variable.slot, body: body.node, wrapsResult: wrapsResult),
            wrapsResult ? .optional(body.type) : body.type, range)
    }

    /// `math.greatest` of three and more, which is that of a list.
    private mutating func extremum(
        _ name: String, _ arguments: [Expression], _ nameRange: Range<Int>, _ range: Range<Int>
    ) -> Checked {
        let members = arguments.map { Expression.Member(value: $0, isOptional: false) }
        let list = Expression(.list(members), range: range)
        return resolve(name, [check(list)], isMember: false, arguments: [list], nameRange, range)
    }
}
