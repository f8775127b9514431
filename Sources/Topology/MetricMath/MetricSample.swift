/// What an expression gives at one moment.
enum MetricSample: Hashable, Sendable {
    case number(Double)
    /// No data point: nothing that an alarm could compare.
    case nothing
    case unknown

    /// Whether it is a positive number, which target tracking can scale out on.
    var isPositive: Bool? {
        switch self {
        case .number(let number): number > 0
        case .nothing: false
        case .unknown: nil
        }
    }
}

extension MetricExpression {
    /// The value of the expression when each metric has a steady value.
    ///
    /// A division by zero gives no data point. A condition without data gives none either. Functions over time that a
    /// steady value does not decide are unknown.
    ///
    /// Source: CloudWatch user guide, "Metric math syntax and functions"; for the division calculator.md 5.3.
    func sample(_ metric: (Int) -> MetricSample) -> MetricSample {
        switch self {
        case .number(let number): .number(number)
        case .text, .name: .unknown
        case .metric(let index): metric(index)
        case .negative(let inner): Self.apply(inner.sample(metric), .number(0)) { value, _ in -value }
        case .binary(let operation, let left, let right):
            Self.combine(operation, left.sample(metric), right.sample(metric))
        case .array(let elements): elements.count == 1 ? elements[0].sample(metric) : .unknown
        case .call(let function, let arguments): Self.call(function, arguments, metric)
        }
    }

    private static func combine(_ operation: Operator, _ left: MetricSample, _ right: MetricSample) -> MetricSample {
        apply(left, right) { left, right in
            switch operation {
            case .or: left != 0 || right != 0 ? 1 : 0
            case .and: left != 0 && right != 0 ? 1 : 0
            case .equal: left == right ? 1 : 0
            case .notEqual: left != right ? 1 : 0
            case .lessOrEqual: left <= right ? 1 : 0
            case .greaterOrEqual: left >= right ? 1 : 0
            case .less: left < right ? 1 : 0
            case .greater: left > right ? 1 : 0
            case .add: left + right
            case .subtract: left - right
            case .multiply: left * right
            case .divide: left / right
            case .power: MetricPower.power(left, right)
            }
        }
    }

    /// No data where a side has none, or where the result is no number.
    private static func apply(
        _ left: MetricSample, _ right: MetricSample, _ body: (Double, Double) -> Double?
    ) -> MetricSample {
        switch (left, right) {
        case (.number(let left), .number(let right)):
            guard let result = body(left, right) else { return .unknown }
            return result.isFinite ? .number(result) : .nothing
        case (.nothing, _), (_, .nothing): return .nothing
        default: return .unknown
        }
    }

    private static func call(
        _ function: String, _ arguments: [MetricExpression], _ metric: (Int) -> MetricSample
    ) -> MetricSample {
        switch function {
        case "IF" where arguments.count == 2 || arguments.count == 3:
            switch arguments[0].sample(metric) {
            case .number(let condition):
                if condition != 0 { return arguments[1].sample(metric) }
                return arguments.count == 3 ? arguments[2].sample(metric) : .nothing
            case .nothing: return .nothing
            case .unknown: return .unknown
            }
        case "FILL" where arguments.count == 2:
            let value = arguments[0].sample(metric)
            guard case .nothing = value else { return value }
            return arguments[1].sample(metric)
        case "ABS": return rounded(arguments, metric) { abs($0) }
        case "CEIL": return rounded(arguments, metric) { $0.rounded(.up) }
        case "FLOOR": return rounded(arguments, metric) { $0.rounded(.down) }
        case "SUM": return aggregate(arguments, metric) { $0.reduce(0, +) }
        case "AVG": return aggregate(arguments, metric) { $0.reduce(0, +) / Double($0.count) }
        case "MAX": return aggregate(arguments, metric) { $0.max() }
        case "MIN": return aggregate(arguments, metric) { $0.min() }
        default: return .unknown
        }
    }

    private static func rounded(
        _ arguments: [MetricExpression], _ metric: (Int) -> MetricSample, _ body: (Double) -> Double
    ) -> MetricSample {
        guard arguments.count == 1 else { return .unknown }
        return apply(arguments[0].sample(metric), .number(0)) { value, _ in body(value) }
    }

    /// A function over an array counts the elements that have data; over one series it is the steady value itself.
    private static func aggregate(
        _ arguments: [MetricExpression], _ metric: (Int) -> MetricSample, _ body: ([Double]) -> Double?
    ) -> MetricSample {
        var elements = arguments
        if arguments.count == 1, case .array(let inner) = arguments[0] { elements = inner }
        var numbers: [Double] = []
        for element in elements {
            switch element.sample(metric) {
            case .number(let number): numbers.append(number)
            case .nothing: continue
            case .unknown: return .unknown
            }
        }
        guard !numbers.isEmpty, let result = body(numbers) else { return .nothing }
        return result.isFinite ? .number(result) : .nothing
    }
}
