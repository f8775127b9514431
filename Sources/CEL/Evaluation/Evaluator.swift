/// Runs one checked expression once.
struct Evaluator {
    private let activation: any Activation
    private let globals: [Program.Global]
    var frame: [Value]
    var budget: Budget

    init(program: Program, activation: any Activation, budget: Budget) {
        self.activation = activation
        self.budget = budget
        globals = program.globals
        frame = Array(repeating: .null, count: program.frameSize)
    }

    mutating func evaluate(_ node: Node) throws(EvaluationError) -> Value {
        do {
            try budget.charge(1)
            return try result(of: node)
        } catch {
            throw error.located(at: node.range)
        }
    }

    private mutating func result(of node: Node) throws(EvaluationError) -> Value {
        switch node.kind {
        case .constant(let value): return value
        case .local(let slot): return frame[slot]
        case .global(let index): return try global(index)
        case .select(let operand, let field): return try select(field, from: try evaluate(operand))
        case .optionalSelect(let operand, let field):
            return try optionalSelect(field, from: try evaluate(operand))
        case .has(let operand, let field): return try has(field, in: try evaluate(operand))
        case .index(let operand, let index, let isOptional):
            let container = try evaluate(operand)
            return try element(try evaluate(index), of: container, isOptional: isOptional)
        case .call(let call): return try self.call(call)
        case .and(let operands): return try junction(operands, decidedBy: false)
        case .or(let operands): return try junction(operands, decidedBy: true)
        case .conditional(let condition, let then, let otherwise):
            return try conditional(condition, then, otherwise)
        case .list(let members): return try list(members)
        case .map(let entries): return try map(entries)
        case .fold(let fold): return try self.fold(fold)
        case .bind(let slot, let value, let body):
            frame[slot] = try evaluate(value)
            return try evaluate(body)
        case .optionalMap(let operand, let slot, let body, let wrapsResult):
            return try optionalMap(try evaluate(operand), slot, body, wrapsResult: wrapsResult)
        case .failure(let error): throw error
        }
    }

    /// The name of a variable of the activation; empty for one of a macro.
    func name(of node: Node) -> String {
        if case .global(let index) = node.kind { globals[index].name } else { "" }
    }

    private mutating func global(_ index: Int) throws(EvaluationError) -> Value {
        guard let value = try activation.value(of: globals[index].name, in: globals[index].slot) else {
            throw EvaluationError(.undeclared, "the variable '\(globals[index].name)' has no value")
        }
        return value
    }

    private mutating func call(_ call: Node.Call) throws(EvaluationError) -> Value {
        switch (call.shortcut, call.arguments.count) {
        case (let shortcut?, 1):
            let operand = try evaluate(call.arguments[0])
            if let value = shortcut.value(operand) { return value }
            return try self.call(call, [operand])
        case (let shortcut?, 2):
            let left = try evaluate(call.arguments[0])
            let right = try evaluate(call.arguments[1])
            if let value = try shortcut.value(left, right, &budget) { return value }
            return try self.call(call, [left, right])
        default:
            var arguments: [Value] = []
            arguments.reserveCapacity(call.arguments.count)
            for argument in call.arguments { arguments.append(try evaluate(argument)) }
            return try self.call(call, arguments)
        }
    }

    private mutating func call(_ call: Node.Call, _ arguments: [Value]) throws(EvaluationError) -> Value {
        guard let overload = call.candidates.first(where: { $0.accepts(arguments) }) else {
            throw noSuchOverload(call.name, arguments)
        }
        if !overload.isNonStrict, let unknown = try unknown(in: arguments) {
            if let answer = try decided(overload, arguments) { return .bool(answer) }
            return .unknown(unknown)
        }
        return try overload.implementation(arguments, &budget)
    }

    /// What the known parts of a text decide of a question about it.
    private mutating func decided(_ overload: Overload, _ arguments: [Value]) throws(EvaluationError) -> Bool? {
        guard let decide = overload.partial, case .unknown(let unknown)? = arguments.first, let text = unknown.text
        else { return nil }
        let others = Array(arguments.dropFirst())
        guard others.allSatisfy({ $0.unknown == nil }) else { return nil }
        try budget.charge(bytes: text.byteCount)
        return try decide(text, others, &budget)
    }

    private func noSuchOverload(_ name: String, _ arguments: [Value]) -> EvaluationError {
        let types = arguments.map { $0.runtimeType.name }.joined(separator: ", ")
        return EvaluationError(
            .noSuchOverload, "'\(Operator.symbol(of: name) ?? name)' does not take (\(types))")
    }

    /// `&&` and `||`: an operand with the deciding value settles it, else unknown, else an error.
    private mutating func junction(
        _ operands: [Node], decidedBy decisive: Bool
    ) throws(EvaluationError) -> Value {
        var outcome = Junction(decisive: decisive)
        for operand in operands {
            do {
                let value = try evaluate(operand)
                if case .bool(let flag) = value {
                    if flag == decisive { return value }
                } else if try outcome.add(try charged(value)) {
                    return .bool(decisive)
                }
            } catch {
                try outcome.add(error.located(at: operand.range))
            }
        }
        return try outcome.result()
    }

    private mutating func conditional(
        _ condition: Node, _ then: Node, _ otherwise: Node
    ) throws(EvaluationError) -> Value {
        switch try evaluate(condition) {
        case .bool(let flag): return try evaluate(flag ? then : otherwise)
        case .unknown(let unknown): return .unknown(unknown.ofResult)
        case let other:
            throw EvaluationError(
                .noSuchOverload, "the condition of '?' is \(other.runtimeType.name), not bool",
                range: condition.range)
        }
    }

    private mutating func optionalMap(
        _ operand: Value, _ slot: Int, _ body: Node, wrapsResult: Bool
    ) throws(EvaluationError) -> Value {
        switch operand {
        case .optional(.none), .unknown: return operand
        case .optional(.some(let value)):
            frame[slot] = value
            let result = try evaluate(body)
            return wrapsResult ? .optional(.some(result)) : result
        default:
            throw EvaluationError(.noSuchOverload, "optMap() takes an optional, not \(operand.runtimeType.name)")
        }
    }
}
