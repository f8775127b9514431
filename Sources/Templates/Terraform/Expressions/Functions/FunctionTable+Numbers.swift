import Evaluation

extension FunctionTable {
    static let numbers: [(name: String, function: Function)] = [
        onNumber("floor") { $0.floor },
        onNumber("ceil") { $0.ceiling },
        onNumber("abs") { $0.isNegative ? $0.negated : $0 },
        function("signum", 1...1) { (call) throws(ExpressionFailure) in
            guard let number = try call.whole(at: 0) else { return call.unknown() }
            return call.number(number.signum())
        },
        function("max", 1...many) { (call) throws(ExpressionFailure) in try extreme(call) { $1.isLess(than: $0) } },
        function("min", 1...many) { (call) throws(ExpressionFailure) in try extreme(call) { $0.isLess(than: $1) } },
        function("pow", 2...2) { (call) throws(ExpressionFailure) in
            guard let base = try call.number(at: 0), let exponent = try call.number(at: 1)?.wholeNumber,
                (0...1_000).contains(exponent)
            else { return call.unknown() }
            var result: ExactNumber? = ExactNumber(1)
            for _ in 0..<exponent { result = result.flatMap { $0.times(base) } }
            // Terraform works this out with 53 bits, which hold no larger numbers and few fractions.
            guard let whole = result?.wholeNumber, abs(whole) <= 1 << 53 else { return call.unknown() }
            return call.number(whole)
        },
        function("log", 2...2) { (call) throws(ExpressionFailure) in
            guard let number = try call.number(at: 0), let base = try call.number(at: 1) else { return call.unknown() }
            guard let result = NaturalLogarithm.quotient(number, base) else { return call.unknown() }
            return call.number(result)
        },
        function("parseint", 2...2) { (call) throws(ExpressionFailure) in
            if call[0].isNumber { throw ExpressionFailure("parseint takes a text") }
            guard let text = try call.text(at: 0), let base = try call.whole(at: 1) else { return call.unknown() }
            // Above 36, letters of both cases are digits of their own.
            guard (2...36).contains(base) else { return call.unknown() }
            guard let number = Int(text, radix: base) else { throw ExpressionFailure("'\(text.prefix(40))' is not a number") }
            return call.number(number)
        },
        function("sum", 1...1) { (call) throws(ExpressionFailure) in
            guard let elements = try call.elements(at: 0) else { return call.unknown() }
            if elements.isEmpty { throw ExpressionFailure("sum takes at least one number") }
            var total: ExactNumber? = ExactNumber(0)
            for element in elements {
                guard case .scalar = element.content else { return call.unknown() }
                guard let number = element.convertedNumber else { throw ExpressionFailure("sum takes numbers") }
                total = total.flatMap { $0.plus(number) }
            }
            return call.number(total)
        },
        function("range", 1...3, range),
    ]

    private static func onNumber(
        _ name: String, _ body: @escaping @Sendable (ExactNumber) -> ExactNumber?
    ) -> (name: String, function: Function) {
        function(name, 1...1) { (call) throws(ExpressionFailure) in
            guard let number = try call.number(at: 0) else { return call.unknown() }
            return call.number(body(number))
        }
    }

    /// The number that comes before all others in an order.
    private static func extreme(
        _ call: FunctionArguments, _ precedes: (ExactNumber, ExactNumber) -> Bool?
    ) throws(ExpressionFailure) -> Value {
        var best: ExactNumber?
        for index in 0..<call.count {
            guard let number = try call.number(at: index) else { return call.unknown() }
            guard let known = best else {
                best = number
                continue
            }
            guard let isBetter = precedes(number, known) else { return call.unknown() }
            if isBetter { best = number }
        }
        return call.number(best)
    }

    /// Terraform gives 1,024 numbers at most.
    private static func range(_ call: FunctionArguments) throws(ExpressionFailure) -> Value {
        var numbers: [ExactNumber] = []
        for index in 0..<call.count {
            guard let number = try call.number(at: index) else { return call.unknown() }
            numbers.append(number)
        }
        let start = numbers.count == 1 ? ExactNumber(0) : numbers[0]
        let limit = numbers.count == 1 ? numbers[0] : numbers[1]
        guard let isDescending = limit.isLess(than: start) else { return call.unknown() }
        let step = numbers.count == 3 ? numbers[2] : ExactNumber(isDescending ? -1 : 1)
        if step.isZero { throw ExpressionFailure("the step of range is 0") }
        if !step.isNegative && isDescending || step.isNegative && start.isLess(than: limit) == true {
            throw ExpressionFailure("range never arrives")
        }
        var values: [Value] = []
        var current = start
        while let isBefore = step.isNegative ? limit.isLess(than: current) : current.isLess(than: limit), isBefore {
            guard values.count < 1_024 else {
                call.work.report(.range, at: call.origin)
                throw ExpressionFailure("range gives more than 1024 numbers")
            }
            values.append(.number(current, origin: call.origin))
            guard let next = current.plus(step) else { return call.unknown() }
            current = next
        }
        return call.list(values)
    }
}
