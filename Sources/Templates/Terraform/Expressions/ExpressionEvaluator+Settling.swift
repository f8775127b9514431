import Evaluation

extension ExpressionEvaluator {
    /// Most combinations of open conditions that an operation is worked out for.
    private static let mostChoices = 32

    /// Applies an operation to values, once for each combination of what they may be by open conditions; unknown when there
    /// are too many.
    ///
    /// Where it fails for some of them only, these are unknown: the condition may be there to keep them out.
    func settled(
        _ values: [Value], at origin: Origin, _ body: ([Value]) throws(ExpressionFailure) -> Value
    ) throws(ExpressionFailure) -> Value {
        var count = 1
        for value in values {
            count *= value.choiceCount(upTo: Self.mostChoices + 1)
            guard count <= Self.mostChoices else {
                return .unknown(madeOf: values, Reason("it depends on too many open conditions"), origin: origin)
            }
        }
        return count <= 1 ? try body(values) : try settledChoice(values, at: origin, body)
    }

    private func settledChoice(
        _ values: [Value], at origin: Origin, _ body: ([Value]) throws(ExpressionFailure) -> Value
    ) throws(ExpressionFailure) -> Value {
        guard let index = values.firstIndex(where: \.isChoice),
            case .choice(let condition, let yes, let no) = values[index].content
        else { return try body(values) }
        var failure: ExpressionFailure?
        func side(_ value: Value) -> Value? {
            var side = values
            side[index] = value
            do throws(ExpressionFailure) {
                return try settledChoice(side, at: origin, body)
            } catch {
                failure = error
                return nil
            }
        }
        let (left, right) = (side(yes), side(no))
        if left == nil, right == nil, let failure { throw failure }
        let unknown = Value.failure(failure?.message ?? "it cannot be worked out", origin: origin)
        return Value.choice(condition, left ?? unknown, right ?? unknown, origin: origin)
    }
}

extension Value {
    var isChoice: Bool {
        if case .choice = content { true } else { false }
    }
}
