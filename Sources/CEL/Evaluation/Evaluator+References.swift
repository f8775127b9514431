extension Evaluator {
    /// The last step of a path that has a known base.
    mutating func reference(to node: Node) throws(EvaluationError) -> Reference? {
        switch node.kind {
        case .local, .global:
            return Reference(base: try evaluate(node), step: .variable(name(of: node)), isComplete: true)
        case .select(let operand, let field), .optionalSelect(let operand, let field):
            return try reference(to: .field(field.name), of: operand)
        case .index(let operand, let index, _):
            return try reference(to: .element(try evaluate(index)), of: operand)
        case .conditional(let condition, let then, let otherwise):
            guard case .bool(let flag) = try evaluate(condition) else { return nil }
            return try reference(to: flag ? then : otherwise)
        default: return nil
        }
    }

    private mutating func reference(
        to step: Reference.Step, of operand: Node
    ) throws(EvaluationError) -> Reference? {
        let base: Value
        do {
            base = try evaluate(operand)
        } catch  where error.isAbsence {
            return try incomplete(operand)
        }
        switch base {
        case .unknown, .optional(.none):
            return try incomplete(operand) ?? Reference(base: base, step: step, isComplete: true)
        case .optional(.some(let wrapped)): return Reference(base: wrapped, step: step, isComplete: true)
        default: return Reference(base: base, step: step, isComplete: true)
        }
    }

    private mutating func incomplete(_ operand: Node) throws(EvaluationError) -> Reference? {
        guard let reached = try reference(to: operand) else { return nil }
        return Reference(base: reached.base, step: reached.step, isComplete: false)
    }
}

extension EvaluationError {
    fileprivate var isAbsence: Bool {
        kind == .absentField || kind == .noSuchKey || kind == .indexOutOfRange
    }
}
