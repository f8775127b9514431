import Patterns

extension StandardLibrary {
    /// `matches`, as a member and as a function.
    static let patterns: [String: [Overload]] = [
        "matches": [true, false].map { isMember in
            Overload([.string, .string], .bool, isMember: isMember, partial: partlyMatching) {
                (arguments, budget) throws(EvaluationError) in
                guard case .string(let text) = arguments[0], case .string(let source) = arguments[1]
                else { throw mismatch("matches") }
                return .bool(try isFound(try pattern(source, &budget), in: text, &budget))
            }
        }
    ]

    /// The overload with its pattern already read.
    static func matching(_ pattern: Pattern, isMember: Bool) -> Overload {
        let partial: Overload.PartialImplementation = { (text, _, budget) throws(EvaluationError) in
            try isFound(pattern, in: text, &budget)
        }
        return Overload([.string, .string], .bool, isMember: isMember, partial: partial) {
            (arguments, budget) throws(EvaluationError) in
            guard case .string(let text) = arguments[0] else { throw mismatch("matches") }
            return .bool(try isFound(pattern, in: text, &budget))
        }
    }

    private static let partlyMatching: Overload.PartialImplementation = {
        (text, arguments, budget) throws(EvaluationError) in
        guard case .string(let source)? = arguments.first else { return nil }
        return try isFound(try pattern(source, &budget), in: text, &budget)
    }

    /// What the known parts of a text decide.
    private static func isFound(
        _ pattern: Pattern, in text: PartialText, _ budget: inout Budget
    ) throws(EvaluationError) -> Bool? {
        var steps = budget.steps
        let answer = pattern.isFound(inPieces: text.pieces, spending: &steps)
        try budget.charge(budget.steps - steps)
        return switch answer {
        case .yes: true
        case .no: false
        case .open: nil
        }
    }

    private static func isFound(
        _ pattern: Pattern, in text: String, _ budget: inout Budget
    ) throws(EvaluationError) -> Bool {
        var steps = budget.steps
        let answer = pattern.isFound(in: text, spending: &steps)
        // Steps below none are more than there were, which the budget refuses.
        try budget.charge(budget.steps - steps)
        return answer ?? false
    }

    private static func pattern(
        _ source: String, _ budget: inout Budget
    ) throws(EvaluationError) -> Pattern {
        try budget.charge(bytes: source.utf8.count)
        let pattern: Pattern
        do {
            pattern = try Pattern(source)
        } catch {
            throw EvaluationError(.badArgument, error.message)
        }
        try budget.charge(pattern.size)
        return pattern
    }
}
