/// The result of a set of metric math lines, written out over the metrics that it uses.
struct MetricFormula: Hashable, Sendable {
    /// One line: a metric of CloudWatch, or an expression over other lines.
    enum Line: Hashable, Sendable {
        /// By its place among the metrics.
        case metric(Int)
        case expression(String)
    }

    /// A formula may nest this deep, ids written out, and have this many parts.
    private static let deepest = 1_500
    private static let mostParts = 20_000

    let expression: MetricExpression

    /// - Parameters:
    ///   - lines: every line by its id.
    ///   - result: the id of the line that counts.
    init(lines: [String: Line], result: String) throws(MetricMathError) {
        var writer = Writer(lines: lines)
        expression = try writer.write(.name(result), depth: 0)
    }

    /// A formula that is one metric.
    init(metric: Int) {
        expression = .metric(metric)
    }

    /// Replaces ids by what they stand for.
    private struct Writer {
        let lines: [String: Line]
        private var parsed: [String: MetricExpression] = [:]
        private var count = 0

        init(lines: [String: Line]) {
            self.lines = lines
        }

        mutating func write(_ expression: MetricExpression, depth: Int) throws(MetricMathError) -> MetricExpression {
            count += 1
            guard depth < MetricFormula.deepest, count < MetricFormula.mostParts else {
                throw MetricMathError(message: "the lines refer to each other without end", offset: 0)
            }
            switch expression {
            case .number, .text, .metric: return expression
            case .name(let name): return try named(name, depth: depth)
            case .negative(let inner): return .negative(try write(inner, depth: depth + 1))
            case .binary(let operation, let left, let right):
                return .binary(operation, try write(left, depth: depth + 1), try write(right, depth: depth + 1))
            case .array(let elements): return .array(try write(elements, depth: depth))
            case .call("METRICS", let arguments): return .array(metrics(named: arguments.first))
            case .call(let function, let arguments): return .call(function, try write(arguments, depth: depth))
            }
        }

        private mutating func write(
            _ expressions: [MetricExpression], depth: Int
        ) throws(MetricMathError) -> [MetricExpression] {
            var written: [MetricExpression] = []
            for expression in expressions { written.append(try write(expression, depth: depth + 1)) }
            return written
        }

        private mutating func named(_ name: String, depth: Int) throws(MetricMathError) -> MetricExpression {
            switch lines[name] {
            case .metric(let index)?: return .metric(index)
            case .expression(let text)?:
                if let known = parsed[name] { return try write(known, depth: depth + 1) }
                let expression = try MetricMathParser.parse(text)
                parsed[name] = expression
                return try write(expression, depth: depth + 1)
            case nil: return .name(name)
            }
        }

        /// `METRICS()` is every metric, `METRICS("x")` those whose id holds the text.
        private func metrics(named argument: MetricExpression?) -> [MetricExpression] {
            var wanted = ""
            if case .text(let text)? = argument { wanted = text }
            return lines.filter { wanted.isEmpty || $0.key.contains(wanted) }.sorted { $0.key < $1.key }.compactMap { line in
                guard case .metric(let index) = line.value else { return nil }
                return .metric(index)
            }
        }
    }
}

extension MetricFormula {
    /// Whether the result grows with the messages of queues and is divided by nothing: target tracking on it compounds.
    ///
    /// `nil` when it uses a function that nobody can see through.
    func isBareCount(of role: (Int) -> MetricRole) -> Bool? {
        guard expression.divisors.allSatisfy({ $0.metrics.isEmpty }) else { return false }
        let roles = expression.dividends.map(role)
        guard !roles.isEmpty, roles.allSatisfy({ $0 == .waitingMessages || $0 == .messagesInFlight }) else { return false }
        // It doubles when the messages double: a count, scaled or rounded at most.
        func value(_ messages: Double) -> MetricSample { expression.sample { _ in .number(messages) } }
        guard case .number(let once) = value(1_000_000), case .number(let twice) = value(2_000_000) else { return nil }
        return once > 0 && abs(twice / once - 2) < 0.01
    }

    /// Whether something is divided by the number of tasks.
    func dividesByTasks(_ role: (Int) -> MetricRole) -> Bool {
        expression.divisors.contains { $0.metrics.contains { role($0) == .tasks } }
    }

    /// Whether there is a positive result while messages wait and the number of tasks is `tasks`; `nil` when metrics of other
    /// kinds decide that.
    func isPositive(tasks: MetricSample, _ role: (Int) -> MetricRole) -> Bool? {
        expression.sample { index in
            switch role(index) {
            case .waitingMessages: .number(1_000)
            case .messagesInFlight: .number(0)
            case .tasks: tasks
            case .oldestAge, .use, .other: .unknown
            }
        }.isPositive
    }

    /// Whether the result is higher the more there is to do; `nil` when metrics of other kinds decide that, or when there is
    /// no result.
    func risesWithLoad(_ role: (Int) -> MetricRole) -> Bool? {
        func value(_ load: Double) -> MetricSample {
            expression.sample { index in
                switch role(index) {
                case .waitingMessages, .messagesInFlight, .oldestAge, .use: .number(load)
                case .tasks: .number(1)
                case .other: .unknown
                }
            }
        }
        guard case .number(let low) = value(1), case .number(let high) = value(1_000_000) else { return nil }
        return high > low
    }

    /// Whether the result is the number of waiting messages divided by the number of tasks while tasks run.
    func isBacklogPerTask(_ role: (Int) -> MetricRole) -> Bool? {
        for (messages, tasks) in [(1_200.0, 1.0), (1_200, 4), (90, 3)] {
            let sample = expression.sample { index in
                switch role(index) {
                case .waitingMessages: .number(messages)
                case .messagesInFlight: .number(0)
                case .tasks: .number(tasks)
                case .oldestAge, .use, .other: .unknown
                }
            }
            switch sample {
            case .number(let value): guard abs(value - messages / tasks) < 0.000_001 else { return false }
            case .nothing: return false
            case .unknown: return nil
            }
        }
        return true
    }
}
