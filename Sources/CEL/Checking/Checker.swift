/// Checks the types of an expression and resolves its names in the same pass.
struct Checker {
    let environment: Environment
    let source: [UInt8]
    let mode: CheckingMode
    var inference = TypeInference()
    var scope = Scope()
    var presence: Presence
    var diagnostics: [Diagnostic] = []
    var globals: [Program.Global] = []
    var fields: Set<FieldReference> = []

    init(environment: Environment, source: [UInt8], mode: CheckingMode, presence: Presence) {
        self.environment = environment
        self.source = source
        self.mode = mode
        self.presence = presence
    }

    mutating func check(_ expression: Expression) -> Checked {
        let range = expression.range
        switch expression.kind {
        case .literal(let value): return checked(.constant(value), value.runtimeType, range)
        case .identifier(let name, let isRooted): return identifier(name, isRooted: isRooted, range)
        case .select: return selection(expression)
        case .index(let operand, let index, let isOptional):
            return indexing(operand, index, isOptional: isOptional, range)
        case .call(let receiver, let name, let nameRange, let arguments):
            return call(receiver, name, nameRange, arguments, range)
        case .list(let members): return list(members, range)
        case .map(let entries): return map(entries, range)
        case .and(let operands):
            return checked(.and(junction(operands, guardsWhen: true, symbol: "&&")), .bool, range)
        case .or(let operands):
            return checked(.or(junction(operands, guardsWhen: false, symbol: "||")), .bool, range)
        case .conditional(let condition, let then, let otherwise):
            return conditional(condition, then, otherwise, range)
        }
    }

    /// Demands a type of an expression; a mismatch is reported with the words for the place.
    mutating func check(_ expression: Expression, as type: CELType, place: String) -> Node {
        let result = check(expression)
        require(result.type, type, place: place, range: expression.range)
        return result.node
    }

    mutating func require(_ found: CELType, _ wanted: CELType, place: String, range: Range<Int>) {
        guard mode != .unchecked, !inference.isAssignable(found, to: wanted) else { return }
        report(
            "wrong-type", "\(place) must be \(wanted), not \(readable(found))",
            hint: conversionHint(from: found, to: wanted, range), range)
    }

    func checked(_ kind: Node.Kind, _ type: CELType, _ range: Range<Int>) -> Checked {
        Checked(node: Node(kind: kind, range: range), type: mode == .unchecked ? .dyn : type)
    }

    /// Reports a fault and stands in for the expression, so that the rest is checked, too.
    mutating func failure(
        _ code: String, _ message: String, hint: String? = nil, _ range: Range<Int>,
        kind: EvaluationError.Kind = .undeclared
    ) -> Checked {
        if mode != .unchecked { report(code, message, hint: hint, range) }
        return checked(.failure(EvaluationError(kind, message, range: range)), .dyn, range)
    }

    mutating func report(_ code: String, _ message: String, hint: String? = nil, _ range: Range<Int>) {
        diagnostics.append(Diagnostic(code: code, message: message, hint: hint, range: range))
    }

    func readable(_ type: CELType) -> CELType { inference.resolve(type, open: .dyn) }

    func text(_ range: Range<Int>) -> String {
        String(decoding: source[range], as: UTF8.self)
    }
}

extension Checker {
    private mutating func junction(_ operands: [Expression], guardsWhen outcome: Bool, symbol: String) -> [Node] {
        let before = presence
        defer { presence = before }
        var nodes: [Node] = []
        for operand in operands {
            nodes.append(check(operand, as: .bool, place: "an operand of '\(symbol)'"))
            presence = presence.adding(presentPaths(in: operand, when: outcome))
        }
        return nodes
    }

    private mutating func conditional(
        _ condition: Expression, _ then: Expression, _ otherwise: Expression, _ range: Range<Int>
    ) -> Checked {
        let conditionNode = check(condition, as: .bool, place: "the condition of '?'")
        let before = presence
        presence = before.adding(presentPaths(in: condition, when: true))
        let thenResult = check(then)
        presence = before.adding(presentPaths(in: condition, when: false))
        let otherwiseResult = check(otherwise)
        presence = before
        if mode == .value, !inference.isAssignable(thenResult.type, to: otherwiseResult.type) {
            let types = "\(readable(thenResult.type)) and \(readable(otherwiseResult.type))"
            report(
                "wrong-type", "the branches of '?' have different types: \(types)",
                hint: "make both the same type", range)
        }
        return checked(
            .conditional(conditionNode, then: thenResult.node, otherwise: otherwiseResult.node),
            inference.join(thenResult.type, otherwiseResult.type), range)
    }

    private mutating func list(_ members: [Expression.Member], _ range: Range<Int>) -> Checked {
        var type: CELType?
        var nodes: [Node.Member] = []
        for member in members {
            let result = check(member.value)
            nodes.append(Node.Member(value: result.node, isOptional: member.isOptional))
            let found = member.isOptional ? unwrapped(result.type, member.value.range) : result.type
            type = type.map { inference.join($0, found) } ?? found
        }
        return checked(.list(nodes), .list(type ?? inference.fresh()), range)
    }

    private mutating func map(_ entries: [Expression.Entry], _ range: Range<Int>) -> Checked {
        var keyType: CELType?
        var valueType: CELType?
        var nodes: [Node.Entry] = []
        for entry in entries {
            let key = check(entry.key)
            checkKey(key.type, entry.key.range)
            let value = check(entry.value)
            nodes.append(Node.Entry(key: key.node, value: value.node, isOptional: entry.isOptional))
            let found = entry.isOptional ? unwrapped(value.type, entry.value.range) : value.type
            keyType = keyType.map { inference.join($0, key.type) } ?? key.type
            valueType = valueType.map { inference.join($0, found) } ?? found
        }
        return checked(.map(nodes), .map(keyType ?? inference.fresh(), valueType ?? inference.fresh()), range)
    }

    private mutating func checkKey(_ type: CELType, _ range: Range<Int>) {
        switch readable(type) {
        case .bool, .int, .uint, .string, .dyn: return
        case let other:
            guard mode != .unchecked else { return }
            report("wrong-type", "a map key must be a bool, int, uint or string, not \(other)", range)
        }
    }

    private mutating func unwrapped(_ type: CELType, _ range: Range<Int>) -> CELType {
        let wrapped = inference.fresh()
        require(type, .optional(wrapped), place: "what follows '?'", range: range)
        return inference.resolve(wrapped)
    }
}
