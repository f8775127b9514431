extension Checker {
    /// The paths that are present when the condition has the given outcome.
    func presentPaths(in condition: Expression, when outcome: Bool) -> Set<String> {
        switch condition.kind {
        case .and(let operands):
            let sets = operands.map { presentPaths(in: $0, when: outcome) }
            return outcome ? union(sets) : intersection(sets)
        case .or(let operands):
            let sets = operands.map { presentPaths(in: $0, when: outcome) }
            return outcome ? intersection(sets) : union(sets)
        case .call(nil, Operator.not, _, let arguments):
            return arguments.first.map { presentPaths(in: $0, when: !outcome) } ?? []
        case .call(nil, "has", _, let arguments) where outcome:
            guard let argument = arguments.first, let path = path(of: argument) else { return [] }
            return [path]
        case .call(let receiver?, "hasValue", _, let arguments) where outcome && arguments.isEmpty:
            guard case .select(_, _, _, isOptional: true) = receiver.kind, let path = path(of: receiver)
            else { return [] }
            return [path]
        default: return []
        }
    }

    /// The text by which a selection is recognised; `nil` for what is not a plain path.
    func path(of expression: Expression) -> String? {
        switch expression.kind {
        case .identifier(let name, let isRooted):
            guard !isRooted, let local = scope.variable(named: name) else { return name }
            return "\(name)#\(local.identity)"
        case .select(let operand, let field, _, _):
            return path(of: operand).map { "\($0).\(field)" }
        case .index(let operand, let index, isOptional: false):
            guard case .literal(let value) = index.kind else { return nil }
            return path(of: operand).map { "\($0)[\(value.runtimeType) \(value)]" }
        default: return nil
        }
    }

    private func union(_ sets: [Set<String>]) -> Set<String> {
        sets.reduce(into: []) { $0.formUnion($1) }
    }

    private func intersection(_ sets: [Set<String>]) -> Set<String> {
        guard var common = sets.first else { return [] }
        for set in sets.dropFirst() { common.formIntersection(set) }
        return common
    }
}
