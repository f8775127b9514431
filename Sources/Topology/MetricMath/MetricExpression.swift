/// A metric math expression of CloudWatch as a tree.
///
/// Source: CloudWatch user guide, "Metric math syntax and functions".
indirect enum MetricExpression: Hashable, Sendable {
    enum Operator: String, Hashable, Sendable {
        case or = "||"
        case and = "&&"
        case equal = "=="
        case notEqual = "!="
        case lessOrEqual = "<="
        case greaterOrEqual = ">="
        case less = "<"
        case greater = ">"
        case add = "+"
        case subtract = "-"
        case multiply = "*"
        case divide = "/"
        case power = "^"
    }

    case number(Double)
    /// A quoted text, such as the name in `METRICS("visible")`.
    case text(String)
    /// The id of another line, or a bare word such as `REPEAT`.
    case name(String)
    /// A metric, by its place among the formula's metrics; the parser never makes one.
    case metric(Int)
    case negative(MetricExpression)
    case binary(Operator, MetricExpression, MetricExpression)
    /// A function in capitals with its arguments.
    case call(String, [MetricExpression])
    case array([MetricExpression])
}

extension MetricExpression {
    /// The parts right below this one.
    var parts: [MetricExpression] {
        switch self {
        case .number, .text, .name, .metric: []
        case .negative(let inner): [inner]
        case .binary(_, let left, let right): [left, right]
        case .call(_, let parts), .array(let parts): parts
        }
    }

    /// The metrics that it uses, each once, in the order of their first use.
    var metrics: [Int] {
        var found: [Int] = []
        collectMetrics(into: &found)
        return found
    }

    private func collectMetrics(into found: inout [Int]) {
        if case .metric(let index) = self, !found.contains(index) { found.append(index) }
        for part in parts { part.collectMetrics(into: &found) }
    }

    /// Everything that something is divided by, at any depth.
    var divisors: [MetricExpression] {
        var found = parts.flatMap(\.divisors)
        if case .binary(.divide, _, let divisor) = self { found.append(divisor) }
        return found
    }

    /// The metrics that the result grows with: those outside every divisor and every condition of an `IF`.
    var dividends: [Int] {
        var found: [Int] = []
        collectDividends(into: &found)
        return found
    }

    private func collectDividends(into found: inout [Int]) {
        switch self {
        case .metric(let index): if !found.contains(index) { found.append(index) }
        case .binary(.divide, let dividend, _): dividend.collectDividends(into: &found)
        case .call("IF", let arguments): for part in arguments.dropFirst() { part.collectDividends(into: &found) }
        default: for part in parts { part.collectDividends(into: &found) }
        }
    }
}
